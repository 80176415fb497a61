"""Find one's way in the lines of a text, by offsets in code points."""

from bisect import bisect_right
from re import compile as pattern

__all__ = ["Lines"]

_LINE_END = pattern(r"\r\n|\n|\r")
_BLANKS = pattern(r"[ \t\r\n]*")
#: A blank line below, or the end of the text, as seen from the end of a line.
_BLANK_BELOW = pattern(r"(?:\r\n|\n|\r)[ \t]*(?:[\r\n]|\Z)|\Z")


class Lines:
    """The lines of a text; only LF, CR LF and CR end one, and their ends are in no line."""

    def __init__(self, content: str) -> None:
        self.content = content
        found = [*_LINE_END.finditer(content)]
        self._starts = [0, *(match.end() for match in found)]
        self._ends = [*(match.start() for match in found), len(content)]
        self.newline = found[0].group() if found else "\n"

    def start(self, at: int) -> int:
        """Return where the line of a place begins."""
        return self._starts[bisect_right(self._starts, at) - 1]

    def end(self, at: int) -> int:
        """Return where the line of a place ends."""
        return self._ends[bisect_right(self._starts, at) - 1]

    def above(self, at: int) -> int | None:
        """Return where the line above that of a place ends; None on the first line."""
        number = bisect_right(self._starts, at) - 1
        return self._ends[number - 1] if number else None

    def before(self, at: int) -> str:
        """Return what stands before a place on its line."""
        return self.content[self.start(at) : at]

    def indent(self, at: int) -> str:
        """Return the white space that puts a line into the column of a place."""
        ahead = self.before(at)
        return " " * len(ahead) if ahead.strip() else ahead

    def is_first(self, at: int) -> bool:
        """Tell whether nothing but white space stands before a place on its line."""
        return not self.before(at).strip(" \t")

    def next(self, at: int) -> int:
        """Return the place of the next character from a place on that is no white space."""
        blanks = _BLANKS.match(self.content, at)
        return blanks.end() if blanks else at

    def top(self, at: int, floor: int) -> int:
        """Return where the comment begins that stands directly above a place, in its column.

        The place itself where there is none; nothing before `floor` is looked at. A comment that
        begins on the first line is none: it may belong to the file.
        """
        found, column = at, at - self.start(at)
        while (above := self.above(found)) is not None and above > floor:
            line = self.content[self.start(above) : above]
            if len(line) - len(line.lstrip(" ")) != column or line[column : column + 1] != "#":
                break
            found = self.start(above) + column
        return found if self.start(found) else at

    def below(self, at: int, column: int) -> int:
        """Return where the comments end that follow a line further right than a column."""
        while self.content[(start := self.next(at)) : start + 1] == "#":
            if start - self.start(start) <= column:
                break
            at = self.end(start)
        return at

    def gap(self, start: int, end: int, floor: int) -> int:
        """Return from where to take whole lines out: from the end of the line above `start`.

        Blank lines above go too where the lines below `end` are blank, or there are none. Where
        the text ends without a line end, the line above keeps its own.
        """
        top = self._above(start, floor)
        if _BLANK_BELOW.match(self.content, end):
            while top > floor and self.is_first(top):
                top = self._above(top, floor)
        return top if end < len(self.content) else self._starts[bisect_right(self._starts, top)]

    def _above(self, at: int, floor: int) -> int:
        above = self.above(at)
        return floor if above is None else max(above, floor)
