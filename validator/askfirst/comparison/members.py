"""Compare members: lists entry by entry, single values, and what is only for people."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

from askfirst.comparison.change import LEAF, Change, Kind
from askfirst.vocabulary import Use, leaves

__all__ = [
    "Found",
    "Reader",
    "entries",
    "found",
    "leaf_changes",
    "listed",
    "milder",
    "noted",
    "value",
]

_Entry = TypeVar("_Entry")
#: A text and the pointer at which it stands; each is None where there is none.
Found: TypeAlias = tuple[str | None, str | None]
#: What reads one text out of a document, or out of a part of one.
Reader: TypeAlias = Callable[[Any], str | None]
#: What tells of an entry whether some others cover it.
Covering: TypeAlias = Callable[[Collection[_Entry]], Callable[[_Entry], bool]]


def found(text: str | None, at: str) -> Found:
    """Return a text with its pointer, or nothing where there is no text."""
    return (text, None if text is None else at)


def listed(values: Iterable[_Entry], at: str) -> dict[_Entry, str]:
    """Return the entries of a list, each with its pointer; of equal ones the first."""
    places: dict[_Entry, str] = {}
    for n, entry in enumerate(values):
        places.setdefault(entry, f"{at}/{n}")
    return places


def _same(held: Collection[_Entry]) -> Callable[[_Entry], bool]:
    return held.__contains__


def entries(  # noqa: PLR0913 - what a list of any kind is compared by
    what: str,
    old: Mapping[_Entry, str | None],
    new: Mapping[_Entry, str | None],
    *,
    added: Kind = Kind.WIDENED,
    dropped: Kind = Kind.NARROWED,
    covering: Covering[_Entry] = _same,
    shown: Callable[[_Entry], str] = str,
) -> Iterator[Change]:
    """Yield a change for every entry that the other list does not cover."""
    in_old, in_new = covering(old), covering(new)
    for entry, at in old.items():
        if not in_new(entry):
            yield Change(kind=dropped, what=what, before=shown(entry), old=at)
    for entry, at in new.items():
        if not in_old(entry):
            yield Change(kind=added, what=what, after=shown(entry), new=at)


def value(what: str, old: Found, new: Found, kind: Kind) -> Iterator[Change]:
    """Yield the change of a single value, if there is one."""
    if old[0] != new[0]:
        yield Change(kind=kind, what=what, before=old[0], after=new[0], old=old[1], new=new[1])


def noted(
    old: object,
    new: object,
    readers: Mapping[str, Reader],
    *,
    within: str = "",
    at: tuple[str, str] = ("", ""),
) -> Iterator[Change]:
    """Yield what changed in members that neither widen nor narrow anything.

    `within` is the member around them, and `at` its pointers in the old and the new document.
    """
    for name, read in readers.items():
        before, after = found(read(old), f"{at[0]}/{name}"), found(read(new), f"{at[1]}/{name}")
        yield from value(f"{within}{name}", before, after, Kind.CHANGED)


def leaf_changes(
    old: Callable[[Use], Found],
    new: Callable[[Use], Found],
    kind: Callable[[Use, str | None, str | None], Kind],
) -> Iterator[Change]:
    """Yield a change for every leaf that stands otherwise, in tree order."""
    for leaf in leaves(Use.ANY_AI_USE):
        (before, old_at), (after, new_at) = old(leaf), new(leaf)
        if before != after:
            yield Change(
                kind=kind(leaf, before, after),
                what=LEAF,
                use=leaf,
                before=before,
                after=after,
                old=old_at,
                new=new_at,
            )


def milder(*words: str) -> Callable[[Use, str | None, str | None], Kind]:
    """Return what tells, of words from the mildest on, whether a leaf came to stand milder."""

    def kind(_leaf: Use, before: str | None, after: str | None) -> Kind:
        ranks = [words.index(word) if word else len(words) for word in (before, after)]
        return Kind.WIDENED if ranks[1] < ranks[0] else Kind.NARROWED

    return kind
