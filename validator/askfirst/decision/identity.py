"""Tell whether documents speak about the Request's track (reading rule 6)."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from askfirst.model.parts import Track
from askfirst.vocabulary import Identifies, Right

__all__ = ["EVERY_RIGHT", "Known", "contradicts", "opened", "reached", "shared", "through"]

#: What the track is known by for what loosens, for each part of the rights (step 5 of rule 6).
Known: TypeAlias = Sequence[tuple[frozenset[Right], frozenset[str]]]

EVERY_RIGHT = frozenset(Right)

# looked up once: a decision asks for them some hundred times
_RECORDING, _WORK, _LIKENESS = Identifies.RECORDING, Identifies.WORK, Identifies.LIKENESS
_NO_RIGHTS: frozenset[Right] = frozenset()
_REACHED: dict[Identifies | None, frozenset[Right]] = {
    _RECORDING: EVERY_RIGHT,
    _WORK: frozenset(right for right in Right if right.through_work),
    _LIKENESS: _NO_RIGHTS,
    None: _NO_RIGHTS,
}


def through(track: Track, known: frozenset[str]) -> Identifies | None:
    """Return the strongest kind of identifier that a track shares with what is known."""
    if not known.isdisjoint(track.recording):
        return _RECORDING
    if not known.isdisjoint(track.work):
        return _WORK
    return None if known.isdisjoint(track.likeness) else _LIKENESS


def reached(kind: Identifies | None) -> frozenset[Right]:
    """Return the rights about which a document speaks through a kind of identifier."""
    return _REACHED[kind]


def opened(tracks: Iterable[Track], known: Known) -> frozenset[Right]:
    """Return the rights about which tracks that contradict nothing can loosen something."""
    found = _NO_RIGHTS
    for track in tracks:
        for rights, identifiers in known:
            reach = _REACHED[through(track, identifiers)]
            if rights is reach:
                return reach
            found |= reach & rights
    return found


def shared(track: Track, known: frozenset[str], right: Right) -> frozenset[str]:
    """Return the identifiers through which a track speaks about a right."""
    names = track.recording | track.work if right.through_work else track.recording
    return known & names


def contradicts(track: Track, own: Track) -> bool:
    """Tell whether a track and the Request's own both name an ISRC, or an ISWC, that differ."""
    if track.isrc != own.isrc and track.isrc and own.isrc:
        return True
    return track.iswc != own.iswc and bool(track.iswc and own.iswc)
