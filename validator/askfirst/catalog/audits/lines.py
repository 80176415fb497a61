"""Write the line of a row: who is asked about which track, and the answer, as compact JSON."""

from functools import lru_cache
from typing import Any, NamedTuple

import orjson

from askfirst.catalog.answers import Answered
from askfirst.catalog.audits.asking import Asking, auditor
from askfirst.catalog.audits.owing import Owed, owed
from askfirst.catalog.fingerprint import writable
from askfirst.catalog.manifests import ManifestRow
from askfirst.checking.pieces import track as read_track
from askfirst.decision.expanded import track_written

__all__ = ["UNIDENTIFIED", "Judged", "head_of", "joined", "judged", "named"]

#: The outcome of a row that names no track; nothing is permitted for it.
UNIDENTIFIED = "unidentified"
#: How many answers a process keeps, for rows with the same track.
_KEPT = 1 << 13
#: Of longer tracks, in bytes, the answer is not kept.
_SHORT = 1 << 10

_UNWRITABLE = "its identifiers hold characters that no text in UTF-8 has"


class Judged(NamedTuple):
    """What is said of a row after its name and track, and what agreements it lacks."""

    rest: dict[str, Any]
    text: bytes
    owed: tuple[Owed, ...] = ()


def named(row: ManifestRow) -> tuple[bytes, bytes | None, str]:
    """Return how the line of a row begins, its track, and otherwise why it names none."""
    name = writable(row.name)
    if row.trouble is None:
        try:
            track = orjson.dumps(track_written(read_track(row.track)))
        except orjson.JSONEncodeError:
            return head_of({"row": name}), None, _UNWRITABLE
        return b'{"row":%b,"track":%b' % (orjson.dumps(name), track), track, ""
    return head_of({"row": name}), None, writable(row.trouble)


def head_of(line: dict[str, Any]) -> bytes:
    """Return how a line begins: with what the manifest says of its row."""
    known = {name: line[name] for name in ("row", "track") if name in line}
    return orjson.dumps(known)[:-1]


def joined(head: bytes, judged: Judged) -> bytes:
    """Return a line without its end.

    >>> joined(b'{"row":"1"', Judged({}, b'{"outcome":"permitted"}'))
    b'{"row":"1","outcome":"permitted"}'
    """
    return b"%b,%b" % (head, judged.text[1:])


def judged(asking: Asking, track: bytes | None, trouble: str) -> Judged:
    """Return what is said of a row that names a track, or of one that names none."""
    if track is None:
        rest = {"outcome": UNIDENTIFIED, "trouble": trouble}
        return Judged(rest, orjson.dumps(rest))
    return (_remembered if len(track) <= _SHORT else _answered)(asking, track)


def _answered(asking: Asking, track: bytes) -> Judged:
    found = auditor(asking).answer(orjson.loads(track))
    rest = _rest(found)
    return Judged(rest, orjson.dumps(rest), owed(found))


_remembered = lru_cache(_KEPT)(_answered)


def _rest(found: Answered) -> dict[str, Any]:
    return {
        "outcome": str(found.outcome),
        "why": found.codes,
        "rights": {str(right): str(agreed) for right, agreed in found.rights.items()},
        "reserved": found.reserved,
        "documents": found.documents,
        "decision": found.decision,
    }
