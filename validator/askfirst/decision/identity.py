"""Tell whether documents speak about the Request's track (reading rule 6)."""

from askfirst.model.parts import Track
from askfirst.vocabulary import Identifies, Right

__all__ = ["contradicts", "reached", "through"]

# looked up once: a decision asks for them some hundred times
_RECORDING, _WORK, _LIKENESS = Identifies.RECORDING, Identifies.WORK, Identifies.LIKENESS
_REACHED: dict[Identifies | None, frozenset[Right]] = {
    _RECORDING: frozenset(Right),
    _WORK: frozenset(right for right in Right if right.through_work),
    _LIKENESS: frozenset(),
    None: frozenset(),
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


def contradicts(track: Track, own: Track) -> bool:
    """Tell whether a track and the Request's own both name an ISRC, or an ISWC, that differ."""
    if track.isrc != own.isrc and track.isrc and own.isrc:
        return True
    return track.iswc != own.iswc and bool(track.iswc and own.iswc)
