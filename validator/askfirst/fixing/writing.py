"""Write a fix as edits of the text, which keep its comments, quotes and layout."""

import json
from re import compile as pattern

from askfirst.editing import Manuscript
from askfirst.editing.cells import Cell, in_blocks
from askfirst.editing.scalars import requoted, scalar
from askfirst.fixing.fixable import MISNAMED, REPEATED
from askfirst.model.findings import Finding, FixEdit
from askfirst.reading import Node, Sequence, Syntax, locate

__all__ = ["Pen"]

_BETWEEN = pattern(r"\s*,\s*")
#: What stands before a text that has an anchor or a tag, or is an alias.
_MARKS = ("&", "!", "*")


class Pen:
    """Write the fixes of one text; what was found out about a list is remembered."""

    def __init__(self, page: Manuscript) -> None:
        self._page = page
        self._cells: dict[str, list[Cell] | None] = {}

    def edit(self, finding: Finding) -> FixEdit | None:
        """Return the edit that fixes a finding; None where there is none that is sure."""
        place = locate(self._page.root, finding.pointer)
        if place is None:
            return None
        if finding.code in REPEATED:
            return self._gone(finding.pointer)
        member, node = place
        if finding.meant is None:
            return None
        where = member if member and finding.code == MISNAMED else node
        return self._rewritten(finding.pointer, where.start, where.end, finding.meant)

    def _rewritten(self, pointer: str, start: int, end: int, text: str) -> FixEdit | None:
        """Return the edit that writes a text in the place of one, in the quotes this one has."""
        written = self._page.content[start:end]
        if not written or written.startswith(_MARKS) or "\n" in written or "\r" in written:
            return None
        if self._page.syntax is Syntax.JSON:
            return FixEdit(start, end, json.dumps(text, ensure_ascii=False))
        flow = self._is_in_brackets(pointer)
        return FixEdit(start, end, requoted(written, text) or scalar(text, flow=flow))

    def _is_in_brackets(self, pointer: str) -> bool:
        """Tell whether a value stands in brackets, where a colon has to be quoted."""
        above = pointer.rpartition("/")[0] if pointer else None
        while above is not None:
            place = locate(self._page.root, above)
            if place and not self._page.is_block(place[1]):
                return True
            above = above.rpartition("/")[0] if above else None
        return False

    def _gone(self, pointer: str) -> FixEdit | None:
        """Return the edit that takes an entry out of a list that has others."""
        above, _, token = pointer.rpartition("/")
        place = locate(self._page.root, above)
        member, entries = place or (None, None)
        if not isinstance(entries, Sequence) or len(entries.items) == 1:
            return None
        if not self._page.is_block(entries):
            return self._gone_from_brackets(entries.items, int(token))
        if above not in self._cells:
            floor = member.end if member else entries.start
            self._cells[above] = in_blocks(self._page, entries, floor)
        return self._gone_from_block(self._cells[above], int(token))

    def _gone_from_brackets(self, entries: tuple[Node, ...], n: int) -> FixEdit | None:
        """Return the edit, with one comma; None where a comment stands beside it."""
        before = max(n - 1, 0)
        end, start = self._page.end(entries[before]), entries[before + 1].start
        if not _BETWEEN.fullmatch(self._page.content, end, start):
            return None
        return (
            FixEdit(end, self._page.end(entries[n]), "")
            if n
            else FixEdit(entries[0].start, start, "")
        )

    def _gone_from_block(self, cells: list[Cell] | None, n: int) -> FixEdit | None:
        """Return the edit that takes out the lines of an entry, with the comments on it."""
        lines = self._page.lines
        if cells is None or not lines.is_first(cells[n].at):
            return None
        cell, floor = cells[n], cells[n - 1].stop if n else lines.above(cells[n].start)
        if floor is None:
            return None
        return FixEdit(lines.gap(cell.start, cell.stop, floor), cell.stop, "")
