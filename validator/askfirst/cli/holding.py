"""Find out who answers a Request, which rights they hold, and which track they mean."""

from collections.abc import Mapping, Sequence
from typing import Any

from askfirst.authoring.holders import Holder, holders
from askfirst.authoring.phrases import one_line
from askfirst.authoring.tracks import limited, own_track
from askfirst.checking.pieces import track as made
from askfirst.cli.prompts import Unfit, answer, interactive
from askfirst.cli.tracks import named
from askfirst.decision.case import Case
from askfirst.identifiers import party

__all__ = ["holder", "track_of"]


def holder(case: Case, by: str | None) -> Holder:
    """Return who answers; on a terminal somebody who did not say is asked. Raises `Unfit`."""
    known = holders(case)
    if by is None and known and interactive():
        listed = "\n".join(
            f"  {one_line(one.name or '')} ({one.id}): {', '.join(one.rights)}" for one in known
        )
        return answer(
            f"Who are you? The documents name:\n{listed}\nType the address in the brackets.",
            lambda text: _among(known, text),
        )
    if by is None:
        raise Unfit("say who you are, with --by, and give the documents that name you")
    return _found(known, by) or Holder(party.normal(by), None)


def track_of(request: object, who: Holder, identifiers: Sequence[str] | None) -> dict[str, Any]:
    """Return the track that a holder consents for: what of it is theirs, or what they name.

    Raises `SeveralTracks`, and `Unfit` for an identifier that the Request does not have.
    """
    asked = request["track"] if isinstance(request, Mapping) else {}
    if not identifiers:
        return own_track(asked, who.tracks)
    wanted = [made(named(text)) for text in identifiers]
    if any(one.identifiers.isdisjoint(made(asked).identifiers) for one in wanted):
        raise Unfit("--track: the Request does not ask for a track with this identifier")
    return limited(asked, wanted)


def _among(known: Sequence[Holder], text: str) -> Holder:
    found = _found(known, text)
    if found is None:
        raise Unfit("the documents name nobody with this address")
    return found


def _found(known: Sequence[Holder], text: str) -> Holder | None:
    return next((one for one in known if one.id == party.normal(text)), None)
