"""Find the Declarations in force: issued, and not replaced (reading rules 3 and 9)."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from askfirst.decision.identity import contradicts
from askfirst.model.declarations import Declared
from askfirst.model.parts import Track
from askfirst.vocabulary import Right

__all__ = ["Force", "force"]

#: Returns the rights for which a Declaration counts for its maker.
Counts: TypeAlias = Callable[[Declared], frozenset[Right]]


class Force(NamedTuple):
    """The Declarations in force, and those that were replaced, each with what replaces it."""

    standing: Sequence[Declared]
    replaced: dict[Declared, tuple[Declared, ...]]


def force(declared: Iterable[Declared], own: Track, at: str, counts: Counts) -> Force:
    """Return which Declarations hold at an instant.

    Replacing loosens, so only what counts replaces, and only where it counts for every right for
    which the replaced one names a holder.
    """
    issued = [one for one in declared if one.document.issued <= at]
    later = [
        one
        for one in issued
        if one.document.supersedes
        and not own.recording.isdisjoint(one.track.recording)
        and not contradicts(one.track, own)
    ]
    counting = [(one, rights) for one in later if (rights := counts(one))]
    if not counting:
        return Force(issued, {})
    replacing = {
        one: tuple(by for by, rights in counting if one.held <= rights and _replaces(by, one))
        for one in issued
    }
    return Force(
        [one for one in issued if not replacing[one]],
        {one: by for one, by in replacing.items() if by},
    )


def _replaces(later: Declared, earlier: Declared) -> bool:
    """Tell whether one replaces another; a replaced one keeps replacing what it replaced."""
    return (
        earlier.document.id.partition("#")[0] in later.document.supersedes
        and earlier.document.by.id == later.document.by.id
        and earlier.document.issued < later.document.issued
        and not later.track.recording.isdisjoint(earlier.track.recording)
    )
