"""Make the Requests that flags propose, one for each track, for people to read."""

from collections.abc import Iterator
from typing import Any

import typer

from askfirst.checking import check
from askfirst.checking.pieces import track as made
from askfirst.cli.asking import Flags, refuse, request
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.streams import complain
from askfirst.cli.tracks import known_by, named
from askfirst.decision.narrowing import Index
from askfirst.model.parts import Track
from askfirst.reporting.wording import identifier
from askfirst.vocabulary import Severity

__all__ = ["proposals"]


def proposals(
    index: Index, flags: Flags, at: str, *, name: str | None, contact: str | None
) -> Iterator[tuple[dict[str, Any], Track]]:
    """Yield a Request for each track, with what people read; exits where a flag is wrong."""
    wanted = [made(named(text)) for text in dict.fromkeys(flags.track or ())]
    for track in wanted or index.tracks():
        if not index.about(track).all:
            complain(f"no document here is about {identifier(track)}: nobody can be asked")
            raise typer.Exit(COULD_NOT_LOOK)
        asked = request(flags, {**_titled(track, index), **known_by(track)}, at)
        asked["by"] |= {"name": name} if name is not None else {}
        asked |= {"contact": contact} if contact is not None else {}
        refuse(f for f in check(asked).findings if f.severity is Severity.ERROR)
        yield asked, track


def _titled(track: Track, index: Index) -> dict[str, Any]:
    """Return the title and the artists of a track, as the documents about it have them."""
    for one in index.about(track).declared:
        if not one.track.recording.isdisjoint(track.recording) and one.track.title:
            return {"title": one.track.title, "artists": list(one.track.artists)}
    return {}
