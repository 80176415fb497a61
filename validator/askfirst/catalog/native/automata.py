"""Make automata of patterns: a state for each place in a pattern, a step for each character.

They are over the characters that are written as they are (`ALPHABET`): an automaton takes no text
with any other, whatever its pattern says of them.
"""

from functools import cache
from typing import NamedTuple

from askfirst.catalog.native.patterns import (
    ALPHABET,
    Alternative,
    Many,
    Node,
    NotKnown,
    Together,
    parsed,
)

__all__ = ["COLUMNS", "Automaton", "automaton"]

#: The bytes that have a step; those beyond have none.
COLUMNS = 128
_MOST_STATES = 255
_ANYTHING = Many(ALPHABET, 0, None)


class Automaton(NamedTuple):
    """Steps from each state by each byte, and which states end a text that fits.

    State 0 is that of no text that fits, and state 1 the first.
    """

    steps: bytes
    ends: bytes

    def fits(self, text: str) -> bool:
        """Tell whether a text fits."""
        state = 1
        for byte in text.encode():
            state = self.steps[state * COLUMNS + byte] if byte < COLUMNS else 0
        return bool(self.ends[state])


@cache
def automaton(pattern: str, refused: str | None) -> Automaton:
    """Return the automaton of the texts that a pattern is found in and another is not.

    Raises `NotKnown` for a pattern that is not known, or is too large.
    """
    wanted, unwanted = _Places(), _Places()
    for one in parsed(pattern):
        wanted.add(one, _ANYTHING)
    for one in parsed(refused) if refused is not None else ():
        unwanted.add(one, None)
    rows, ends, at = _walked(wanted, unwanted)
    numbers = _smallest(rows, ends)
    if max(numbers) > _MOST_STATES or numbers[:2] != [0, 1]:
        raise NotKnown(pattern)
    firsts = [numbers.index(n) for n in range(max(numbers) + 1)]
    steps = b"".join(bytes(numbers[rows[n][column]] for column in at) for n in firsts)
    return Automaton(steps, bytes(ends[n] for n in firsts))


class _Places:
    """The places in a pattern, as bits: what stands there, and which may follow (Glushkov)."""

    def __init__(self) -> None:
        self._after = [0]
        self._sets: list[frozenset[str]] = [frozenset()]
        self.ends = 0
        self.stops = 0  # where a pattern is found, whatever follows

    def add(self, one: Alternative, rest: Node | None) -> None:
        """Add an alternative; without a rest it is found as soon as it has been seen."""
        parts = [one.node] if one.begins else [_ANYTHING, one.node]
        if not one.ends and rest is not None:
            parts.append(rest)
        empty, first, last = self._laid(Together("all", tuple(parts)))
        self._after[0] |= first
        last |= int(empty)
        self.ends |= last
        if not one.ends and rest is None:
            self.stops |= last

    def columns(self) -> dict[str, int]:
        """Return the places of each character."""
        return {
            sign: sum(1 << place for place, signs in enumerate(self._sets) if sign in signs)
            for sign in ALPHABET
        }

    def following(self, places: int) -> int:
        """Return the places that may follow some."""
        found = 0
        while places:
            place = places & -places
            found |= self._after[place.bit_length() - 1]
            places ^= place
        return found

    def _laid(self, node: Node) -> tuple[bool, int, int]:
        """Lay a part out: whether it may be empty, its first places, and its last."""
        if isinstance(node, frozenset):
            self._sets.append(node)
            self._after.append(0)
            return False, 1 << len(self._sets) - 1, 1 << len(self._sets) - 1
        if isinstance(node, Many):
            return self._laid_often(node)
        laid = [self._laid(part) for part in node.parts] if node.how == "one" else []
        if laid:
            empties, firsts, lasts = zip(*laid, strict=True)
            return any(empties), _union(firsts), _union(lasts)
        return self._laid_in_order(node.parts)

    def _laid_in_order(self, parts: tuple[Node, ...]) -> tuple[bool, int, int]:
        empty, first, last = True, 0, 0
        for part in parts:
            may_miss, begin, end = self._laid(part)
            self._join(last, begin)
            first |= begin if empty else 0
            last = end | (last if may_miss else 0)
            empty = empty and may_miss
        return empty, first, last

    def _laid_often(self, many: Many) -> tuple[bool, int, int]:
        if many.most is None and many.least == 0:
            _, first, last = self._laid(many.part)
            self._join(last, first)
            return True, first, last
        if (many.least, many.most) == (0, 1):
            return True, *self._laid(many.part)[1:]
        more: tuple[Node, ...] = (Many(many.part, 0, None),)
        if many.most is not None:
            more = (Many(many.part, 0, 1),) * (many.most - many.least)
        return self._laid_in_order((many.part,) * many.least + more)

    def _join(self, last: int, first: int) -> None:
        while last:
            place = last & -last
            self._after[place.bit_length() - 1] |= first
            last ^= place


def _union(masks: tuple[int, ...]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def _walked(wanted: _Places, unwanted: _Places) -> tuple[list[list[int]], list[bool], list[int]]:
    """Give each set of places that can be reached a state of its own: rows of steps, and ends.

    Characters that always lead to the same share a column; which one it is, is the third.
    """
    columns, at = _columns(wanted, unwanted)
    states = {(0, 0): 0, (1, 1): 1}
    reached = [*states]
    rows = []
    for here, there in reached:  # grows while it is walked
        ahead, amiss = wanted.following(here), unwanted.following(there)
        row = []
        for yes, no in columns:
            place = (ahead & yes, amiss & no)
            if not place[0] or place[1] & unwanted.stops:
                place = (0, 0)
            if place not in states:
                states[place] = len(states)
                reached.append(place)
            row.append(states[place])
        rows.append(row)
    ends = [bool(here & wanted.ends and not there & unwanted.ends) for here, there in reached]
    return rows, ends, at


def _columns(wanted: _Places, unwanted: _Places) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the different places of characters, and which of them each byte has."""
    wanted_in, unwanted_in = wanted.columns(), unwanted.columns()
    numbers = {(0, 0): 0}
    at = [0] * COLUMNS
    for sign in sorted(ALPHABET):
        places = (wanted_in[sign], unwanted_in[sign])
        at[ord(sign)] = numbers.setdefault(places, len(numbers))
    return [*numbers], at


def _smallest(rows: list[list[int]], ends: list[bool]) -> list[int]:
    """Return the number of each state, where states that nothing tells apart have one (Moore)."""
    known: list[int] = [*map(int, ends)]
    while True:
        marks = [(known[n], *[known[to] for to in row]) for n, row in enumerate(rows)]
        numbers = {mark: n for n, mark in enumerate(dict.fromkeys(marks))}
        again = [numbers[mark] for mark in marks]
        if len(numbers) == len(set(known)):
            return again
        known = again
