"""Parse the patterns of the published schemas, which use little of what patterns can be."""

from typing import Literal, NamedTuple, TypeAlias

__all__ = ["ALPHABET", "Alternative", "Many", "Node", "NotKnown", "Together", "parsed"]

#: What a text may hold that is written as it is: ASCII without controls, quotation mark, backslash.
ALPHABET = frozenset(map(chr, range(0x20, 0x7F))) - {'"', "\\"}
_SPECIAL = frozenset("^$*+?{}()[]|\\.")
_ESCAPED = frozenset("^$*+?{}()[]|\\./-")


class NotKnown(Exception):
    """A schema says something that is not known here."""


class Together(NamedTuple):
    """Parts one after the other, or one of several."""

    how: Literal["all", "one"]
    parts: "tuple[Node, ...]"


class Many(NamedTuple):
    """A part that is repeated, at most so often or without an end."""

    part: "Node"
    least: int
    most: int | None


#: A part of a pattern; a set is one character of several.
Node: TypeAlias = frozenset[str] | Together | Many


class Alternative(NamedTuple):
    """What a text may hold, and whether it has to begin and to end with it."""

    node: Node
    begins: bool
    ends: bool


def parsed(pattern: str) -> list[Alternative]:
    """Return the alternatives of a pattern, or raise `NotKnown`."""
    reader = _Reader(pattern)
    found = [reader.alternative()]
    while reader.take("|"):
        found.append(reader.alternative())
    if reader.left():
        raise NotKnown(pattern)
    return found


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def left(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def take(self, text: str) -> bool:
        found = self._pattern.startswith(text, self._at)
        self._at += len(text) * found
        return found

    def alternative(self) -> Alternative:
        begins = self.take("^")
        node = self._sequence()
        return Alternative(node, begins, self.take("$"))

    def _sequence(self) -> Node:
        parts = []
        while self.left() not in ("", "|", ")", "$"):
            parts.append(self._repeated(self._atom()))
        return Together("all", tuple(parts))

    def _atom(self) -> Node:
        if self.take("("):
            choices = [self._sequence()]
            while self.take("|"):
                choices.append(self._sequence())
            self._expect(")")
            return Together("one", tuple(choices))
        if self.take("["):
            return self._class()
        if self.left() in _SPECIAL - {"\\"}:
            raise NotKnown(self._pattern)
        return frozenset(self._character()) & ALPHABET

    def _class(self) -> Node:
        refused = self.take("^")
        found: set[str] = set()
        while not self.take("]"):
            first = last = self._character()
            if self._pattern[self._at : self._at + 2] not in ("-]", "") and self.take("-"):
                last = self._character()
            found.update(map(chr, range(ord(first), ord(last) + 1)))
        return ALPHABET - found if refused else ALPHABET & found

    def _character(self) -> str:
        if self.take("\\u"):
            return chr(int(self._taken(4), 16))
        if self.take("\\"):
            escaped = self._taken(1)
            if escaped not in _ESCAPED:
                raise NotKnown(self._pattern)
            return escaped
        return self._taken(1)

    def _repeated(self, part: Node) -> Node:
        for sign, least, most in (("?", 0, 1), ("*", 0, None), ("+", 1, None)):
            if self.take(sign):
                return Many(part, least, most)
        if not self.take("{"):
            return part
        least_text, comma, most_text = self._until("}").partition(",")
        least = int(least_text)
        return Many(part, least, int(most_text) if most_text else None if comma else least)

    def _until(self, sign: str) -> str:
        end = self._pattern.find(sign, self._at)
        if end < 0:
            raise NotKnown(self._pattern)
        text = self._taken(end - self._at)
        self._expect(sign)
        return text

    def _taken(self, length: int) -> str:
        text = self._pattern[self._at : self._at + length]
        if len(text) < length:
            raise NotKnown(self._pattern)
        self._at += length
        return text

    def _expect(self, sign: str) -> None:
        if not self.take(sign):
            raise NotKnown(self._pattern)
