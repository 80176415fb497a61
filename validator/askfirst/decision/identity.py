"""Tell whether documents speak about the Request's track (reading rule 6)."""

from askfirst.model.parts import Track
from askfirst.vocabulary import Identifies, Right

__all__ = ["contradicts", "reaches", "through"]

# looked up once: a decision asks for them some hundred times
_RECORDING, _WORK, _LIKENESS = Identifies.RECORDING, Identifies.WORK, Identifies.LIKENESS


def through(track: Track, known: frozenset[str]) -> Identifies | None:
    """Return the strongest kind of identifier that a track shares with what is known."""
    if not known.isdisjoint(track.recording):
        return _RECORDING
    if not known.isdisjoint(track.work):
        return _WORK
    return None if known.isdisjoint(track.likeness) else _LIKENESS


def reaches(kind: Identifies | None, right: Right) -> bool:
    """Tell whether what is said about a right counts through a kind of identifier."""
    return kind is _RECORDING or (kind is _WORK and right.through_work)


def contradicts(track: Track, own: Track) -> bool:
    """Tell whether a track and the Request's own both name an ISRC, or an ISWC, that differ."""
    recording = track.isrc and own.isrc and track.isrc != own.isrc
    return bool(recording or (track.iswc and own.iswc and track.iswc != own.iswc))
