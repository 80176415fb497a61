"""Match the entries of two lists, so that what stays is left alone."""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

__all__ = ["Match", "matches"]

#: Members that tell which of several objects one is, from the surest on.
_IDENTIFYING = (
    *("id", "holder", "isrc", "mbid", "packetsSha256", "pcmMd5", "sha256", "url"),
    *("title", "name", "verificationMethod"),
)
#: Of equal entries so many are looked at for the longest common subsequence.
_MOST = 32

_Keys: TypeAlias = Sequence[str | None]


class Match(NamedTuple):
    """For an entry of the new list: the index of the old one, and whether it stays in its place."""

    old: int | None
    stays: bool


def matches(old: list[Any], new: list[Any]) -> list[Match]:
    """Return the match of each new entry.

    Equal entries match, those of the longest common subsequence first; then objects that share
    an identifying member; then lists, and objects that mostly agree, at the same place between
    others. The longest rising sequence of them stays; what else matches has moved.
    """
    equal = [[_key(entry) for entry in entries] for entries in (old, new)]
    pairs = _rising(_places(*equal))
    _pair(pairs, *equal)
    for name in _IDENTIFYING:
        _pair(pairs, *([_member(entry, name) for entry in entries] for entries in (old, new)))
    _neighbors(pairs, old, new)
    staying = _rising([[pairs[place]] if place in pairs else [] for place in range(len(new))])
    return [Match(pairs.get(place), place in staying) for place in range(len(new))]


def _key(value: object) -> str:
    """Return a text that is the same for equal values only."""
    return json.dumps(value, sort_keys=True)


def _member(entry: object, name: str) -> str | None:
    held = entry.get(name) if isinstance(entry, dict) else None
    return held if isinstance(held, str) else None


def _places(old: _Keys, new: _Keys) -> list[list[int]]:
    """Return for each new entry the first places of its equals in the old list."""
    found = defaultdict(list)
    for place, key in enumerate(old):
        found[key].append(place)
    return [found[key][:_MOST] if key in found else [] for key in new]


class _Link(NamedTuple):
    """A pair of places, and the pair before it."""

    new: int
    old: int
    before: "_Link | None"


def _rising(candidates: list[list[int]]) -> dict[int, int]:
    """Return the longest choice of old places that rises with the new ones (Hunt, Szymanski)."""
    tails: list[int] = []
    links: list[_Link] = []
    for new, places in enumerate(candidates):
        for old in reversed(places):
            length = bisect_left(tails, old)
            if tails[length : length + 1] != [old]:
                tails[length : length + 1] = [old]
                links[length : length + 1] = [
                    _Link(new, old, links[length - 1] if length else None)
                ]
    return {link.new: link.old for link in _chain(links[-1] if links else None)}


def _chain(link: _Link | None) -> Iterator[_Link]:
    while link:
        yield link
        link = link.before


def _pair(pairs: dict[int, int], old: _Keys, new: _Keys) -> None:
    """Pair entries that have the same key and no partner yet, in their order."""
    taken = set(pairs.values())
    free = defaultdict(list)
    for place in range(len(old) - 1, -1, -1):
        if place not in taken:
            free[old[place]].append(place)
    for place, key in enumerate(new):
        if key is not None and place not in pairs and free.get(key):
            pairs[place] = free[key].pop()


def _neighbors(pairs: dict[int, int], old: list[Any], new: list[Any]) -> None:
    """Pair entries without a partner that stand at the same place behind a pair."""
    taken, at = set(pairs.values()), 0
    for place, entry in enumerate(new):
        if place in pairs:
            at = pairs[place] + 1
        elif at < len(old) and at not in taken and _alike(old[at], entry):
            pairs[place] = at
            at += 1


def _alike(old: object, new: object) -> bool:
    """Tell whether one of two entries may be the other, changed."""
    if isinstance(old, dict) and isinstance(new, dict):
        agreeing = [name for name, held in new.items() if name in old and old[name] == held]
        return 2 * len(agreeing) >= max(len(old), len(new))
    return isinstance(old, list) and isinstance(new, list)
