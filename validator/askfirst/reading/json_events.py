"""Read JSON strictly (RFC 8259), telling where everything stands."""

import json
from collections.abc import Iterator
from re import Match
from re import compile as pattern

from askfirst.reading.building import Event, Kind, text_event
from askfirst.reading.problems import Problem, Unreadable
from askfirst.reading.tree import Flaw

__all__ = ["events"]

_SPACE = pattern(r"[ \t\n\r]*")
#: Possessive: an escape that was read is never given back, which would cost memory for each.
_STRING = pattern(r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"')
_NUMBER = pattern(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD = pattern(r"[A-Za-z_$][A-Za-z0-9_$-]*")
_LITERALS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_ENDS = {"{": "}", "[": "]"}


def events(content: str) -> Iterator[Event]:
    """Yield the events of one JSON value.

    Raises `Unreadable` (AF003) at the first character that is not JSON.
    """
    return _Scanner(content).run()


class _Scanner:
    """A place in the text, and the brackets that are open there."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._at = 0
        self._open: list[str] = []

    def run(self) -> Iterator[Event]:
        if not self._next():
            return
        yield from self._value()
        while self._open:
            if self._next() == _ENDS[self._open[-1]]:
                yield self._close()
                continue
            yield from self._entry()
        if self._next():
            raise self._fault("there is something after the end of the document", "take it out")

    def _entry(self) -> Iterator[Event]:
        """Yield the next entry or member; where one came before, a comma has to."""
        bracket = self._open[-1]
        if self._content[self._before()] not in "{[":
            self._expect(",", f"put a comma before this, or close with `{_ENDS[bracket]}`")
            if self._next() == _ENDS[bracket]:
                raise self._fault("nothing follows the comma", "take the comma out")
        if bracket == "{":
            yield self._name()
            self._expect(":", "put a colon between the name and the value")
        yield from self._value()

    def _before(self) -> int:
        """Return the offset of the last character before this place that is not white space."""
        at = self._at - 1
        while self._content[at] in " \t\n\r":
            at -= 1
        return at

    def _next(self) -> str:
        """Skip white space and return the character there; empty at the end."""
        space = _SPACE.match(self._content, self._at)
        self._at = space.end() if space else self._at
        return self._content[self._at : self._at + 1]

    def _value(self) -> Iterator[Event]:
        first = self._next()
        if first in ("{", "["):
            self._open.append(first)
            self._at += 1
            kind = Kind.MAPPING if first == "{" else Kind.SEQUENCE
            yield Event(kind, self._at - 1, self._at)
        elif first == '"':
            yield self._string()
        elif number := _NUMBER.match(self._content, self._at):
            yield self._number(number)
        else:
            yield self._literal()

    def _number(self, match: Match[str]) -> Event:
        self._at, written = match.end(), match.group()
        flaw = Flaw("AF005", f"{written} is a number", f'write it as text: "{written}"')
        return Event(Kind.SCALAR, match.start(), match.end(), written, flaw)

    def _close(self) -> Event:
        self._open.pop()
        self._at += 1
        return Event(Kind.END, self._at - 1, self._at)

    def _name(self) -> Event:
        if self._next() != '"':
            raise self._fault("the name of a member must stand here, in double quotes")
        return self._string()

    def _string(self) -> Event:
        match = _STRING.match(self._content, self._at)
        if not match:
            raise self._fault("this text does not end, or holds a character that must be escaped")
        self._at, written = match.end(), match.group()
        value = json.loads(written) if "\\" in written else written[1:-1]
        return text_event(match.start(), match.end(), value)

    def _literal(self) -> Event:
        word = _WORD.match(self._content, self._at)
        if word and word.group() in _LITERALS:
            self._at = word.end()
            return Event(Kind.SCALAR, word.start(), word.end(), _LITERALS[word.group()])
        if word:
            raise self._fault(f"`{word.group()}` is no JSON value", "write text in double quotes")
        raise self._fault("a value must stand here")

    def _expect(self, character: str, advice: str) -> None:
        if self._next() != character:
            raise self._fault(f"`{character}` is missing here", advice)
        self._at += 1

    def _fault(self, message: str, advice: str | None = None) -> Unreadable:
        found = self._content[self._at : self._at + 1]
        if not found:
            message, advice = "the file ends too early", "close every bracket and quote"
        elif found == "'":
            advice = "write text in double quotes"
        elif found in "/#":
            advice = "JSON has no comments; use YAML if you want some"
        return Unreadable(Problem("AF003", "", self._at, self._at + len(found), message, advice))
