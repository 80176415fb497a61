"""Make the draft of a Consent of what a holder answers, by flags or on a terminal."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from askfirst.authoring.consents import exceeds, touched
from askfirst.authoring.holders import Holder
from askfirst.authoring.phrases import called, somebody
from askfirst.checking.pieces import track as made
from askfirst.cli import questioning
from askfirst.cli.answering import MORE, Incomplete, members
from askfirst.cli.holding import holder, track_of
from askfirst.cli.moments import now
from askfirst.cli.prompts import Unfit, interactive, tell
from askfirst.cli.questioning import Asked
from askfirst.decision import decide
from askfirst.vocabulary import ANYONE, Assurance, Condition, Material, Use

if TYPE_CHECKING:
    from askfirst.checking import Checked
    from askfirst.model.documents import Request
    from askfirst.reporting.given import Given

__all__ = ["Draft", "Flags", "draft", "refuse_missing"]


class Flags(NamedTuple):
    """What flags say of a Consent; `stated` has the words for each dimension, by its flag."""

    stated: Mapping[str, list[str] | None]
    by: str | None
    name: str | None
    right: list[str] | None
    track: list[str] | None
    to: str | None
    to_name: str | None
    agreement: str | None
    agreement_sha256: str | None
    witness: str | None
    witness_name: str | None
    method: str | None
    statement: str | None
    language: str | None
    confirmed: bool
    more_than_asked: bool


class Draft(NamedTuple):
    """A Consent that nobody has affirmed yet, and who would."""

    document: dict[str, Any]
    by: Holder


def refuse_missing(flags: Flags) -> None:
    """Raise `Incomplete` with all flags that are missing, where nobody can be asked instead."""
    paid = Condition.COMPENSATION in (flags.stated["--condition"] or ())
    needed = {
        "--by": flags.by,
        **flags.stated,
        "--agreement": flags.agreement if paid else True,
        "--agreement-sha256": flags.agreement_sha256 if paid else True,
        "--method": flags.method,
        "--language": flags.language if flags.statement else True,
        "--i-consent": flags.confirmed,
    }
    missing = [flag for flag, said in needed.items() if not said]
    if missing and not interactive():
        raise Incomplete([f"nothing is taken for granted; say also {', '.join(missing)}"])


def draft(request: "Request", asked: "Checked", given: "Given", flags: Flags) -> "Draft":
    """Return the Consent as it is answered; what is affirmed and its id are still to come.

    Raises `Incomplete`, `Unfit`, `SeveralTracks`, and `Declined` where nothing is allowed.
    """
    at = now()
    unsigned, trust = Assurance.UNSIGNED, given.trust
    answer = decide(request, given.documents, at=at, assurance=unsigned, trust=trust)
    who = holder(answer.case, flags.by)
    track = track_of(asked.value, who, flags.track)
    _refuse_foreign(who, flags.right)
    if interactive():
        _tell(request, track)
    context = Asked(request, who.own, at, flags.more_than_asked)
    allowed = members(flags.stated, context)
    beside = _beside(context, allowed, flags)
    return Draft(_document(who, flags, track, {**allowed, **beside}, request), who)


def _document(
    who: Holder,
    flags: Flags,
    track: Mapping[str, Any],
    allowed: Mapping[str, Any],
    request: "Request",
) -> dict[str, Any]:
    issued = now()
    return {
        "askfirst": "1.0.0",
        "type": "Consent",
        "id": request.id,
        "issued": issued,
        "by": _named(who.id, flags.name or who.name),
        "to": _to(request, flags),
        "rights": _rights(who, flags.right, allowed),
        "tracks": [track],
        "material": allowed["material"],
        **allowed,
        # what is to begin now begins when it is affirmed, not when the questions began
        "validFrom": max(allowed["validFrom"], issued),
        "inReplyTo": request.id,
    }


def _tell(request: "Request", track: Mapping[str, Any]) -> None:
    """Show who asks and for which track, and where the Request calls it otherwise."""
    tell(f"\n{somebody(request.by)} asks about {called(made(track))}.")
    if request.track.title not in (None, track.get("title")):
        tell(f"The Request calls it {called(request.track)}.")


def _named(id_: str, name: str | None) -> dict[str, str]:
    return {"id": id_, "name": name} if name else {"id": id_}


def _to(request: "Request", flags: Flags) -> Any:  # noqa: ANN401 - a member of a document
    """Return who may do it: who asks, if no flag says otherwise."""
    id_, name = (flags.to, None) if flags.to else (request.by.id, request.by.name)
    to = ANYONE if flags.to == ANYONE else {"id": id_, "name": flags.to_name or name or id_}
    if exceeds("to", to, request) and not flags.more_than_asked:
        raise Unfit(f"--to: {MORE}")
    return to


def _refuse_foreign(who: Holder, stated: list[str] | None) -> None:
    """Raise `Unfit` where somebody would consent for rights that they are not named for."""
    if stated and who.rights and not set(stated) <= set(who.rights):
        raise Unfit(f"--right: the documents name you only for {', '.join(who.rights)}")
    if not stated and not who.rights:
        raise Unfit(f"no document here names {who.id}; give the one that does, or say --right")


def _rights(who: Holder, stated: list[str] | None, allowed: Mapping[str, Any]) -> list[str]:
    """Return the rights for which a holder consents: those of their own that are touched."""
    uses, material = map(Use, allowed["uses"]), map(Material, allowed["material"])
    needed = touched(list(uses), list(material))
    found = stated or [str(right) for right in needed if right in who.rights]
    if not found:
        raise Unfit(f"you hold {', '.join(who.rights)}, and this touches {', '.join(needed)} only")
    return list(dict.fromkeys(found))


def _beside(asked: Asked, allowed: Mapping[str, Any], flags: Flags) -> dict[str, Any]:
    """Return the agreement about compensation, and the witness."""
    found: dict[str, Any] = {}
    if flags.agreement or flags.agreement_sha256:
        found["agreement"] = {"url": flags.agreement or "", "sha256": flags.agreement_sha256 or ""}
    elif Condition.COMPENSATION in allowed["conditions"]:
        found["agreement"] = questioning.agreement(asked)
    if flags.witness:
        found["witness"] = {"id": flags.witness, "name": flags.witness_name or flags.witness}
    return found
