"""Tell whether documents speak about the Request's track (reading rule 6)."""

from askfirst.model.parts import Track
from askfirst.vocabulary import Identifies, Right

__all__ = ["contradicts", "reaches", "through"]


def through(track: Track, known: frozenset[str]) -> Identifies | None:
    """Return the strongest kind of identifier that a track shares with what is known."""
    if not known.isdisjoint(track.recording):
        return Identifies.RECORDING
    if not known.isdisjoint(track.work):
        return Identifies.WORK
    return None if known.isdisjoint(track.likeness) else Identifies.LIKENESS


def reaches(kind: Identifies | None, right: Right) -> bool:
    """Tell whether what is said about a right counts through a kind of identifier."""
    return kind is Identifies.RECORDING or (kind is Identifies.WORK and right.through_work)


def contradicts(track: Track, own: Track) -> bool:
    """Tell whether a track and the Request's own both name an ISRC, or an ISWC, that differ."""
    return _differ(track.isrc, own.isrc) or _differ(track.iswc, own.iswc)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
