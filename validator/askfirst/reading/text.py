"""Turn bytes into text and offsets into positions (spec 4.2)."""

import codecs
from bisect import bisect_right
from re import compile as pattern

from askfirst.model.findings import Position
from askfirst.reading.problems import Problem, Unreadable

__all__ = ["Text", "decode"]

_LINE_END = pattern(r"\r\n|\n|\r")
_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


class Text:
    """A text that knows where its lines begin; only LF, CR LF and CR end a line."""

    def __init__(self, content: str) -> None:
        self.content = content
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(content))]

    def position(self, start: int, end: int) -> Position:
        """Return the position of the characters from `start` to `end`."""
        return Position(*self._place(start), *self._place(end))

    def line(self, number: int, first: int = 0, last: int | None = None) -> str:
        """Return the characters `first` to `last` of a line, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.content)
        stop = end if last is None else min(end, start + last)
        return self.content[start + first : stop].rstrip("\r\n")

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def decode(data: bytes) -> tuple[Text, list[Problem]]:
    """Return the text of UTF-8 bytes, without a byte order mark, and what is wrong with it.

    Raises `Unreadable` for bytes that are not UTF-8; its text shows what could be read.
    """
    problems = []
    if data.startswith(codecs.BOM_UTF8):
        data = data[len(codecs.BOM_UTF8) :]
        advice = "save the file as UTF-8 without a byte order mark"
        problems.append(
            Problem("AF002", "", 0, 0, "the file begins with a byte order mark", advice)
        )
    try:
        return Text(data.decode()), problems
    except UnicodeDecodeError as error:
        start = len(data[: error.start].decode())
        raise Unreadable(
            Problem("AF001", "", start, start + 1, _not_utf8(data), "save the file as UTF-8"),
            Text(data.decode(errors="replace")),
        ) from error


def _not_utf8(data: bytes) -> str:
    for mark, name in _OTHER_ENCODINGS.items():
        if data.startswith(mark):
            return f"the file is {name}, not UTF-8"
    return "the bytes from here on are not UTF-8"
