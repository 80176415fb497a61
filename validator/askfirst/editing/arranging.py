"""Put the entries of a list or the members of an object into another arrangement."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from askfirst.editing.cells import Cell
from askfirst.editing.edits import Edit, apply
from askfirst.editing.manuscript import Manuscript

__all__ = ["Item", "Layout", "OnALine", "Rows"]


class Item(NamedTuple):
    """What stands at a place: a cell that stays or has moved, with edits in it, or a new text."""

    cell: int | None
    edits: Sequence[Edit] = ()
    text: str = ""
    moved: bool = False


class Layout(ABC):
    """How cells follow each other: what stands between two of them, and how far one reaches."""

    def __init__(self, page: Manuscript, cells: list[Cell], joint: str) -> None:
        self._page = page
        self._cells = cells
        self._joint = joint

    def arranged(self, items: Sequence[Item]) -> Iterator[Edit]:
        """Yield the edits that make of the cells the items; at least one of these stays."""
        staying = {item.cell for item in items if item.cell is not None and not item.moved}
        yield from self._gone(staying)
        first, anchor = self._reach(min(staying))[0], None
        for place, item in enumerate(items):
            last = place == len(items) - 1
            if item.cell in staying:
                anchor = self._reach(item.cell or 0)[1]
                yield from self._within(item, last=last)
            elif anchor is None:
                yield Edit(first, first, self._text(item, last=last) + self._joint)
            else:
                yield Edit(anchor, anchor, self._joint + self._text(item, last=last))

    def _text(self, item: Item, *, last: bool) -> str:
        if item.cell is None:
            return item.text + self._comma(last=last)
        start, end = self._reach(item.cell)
        edits = self._within(item, last=last)
        shifted = [Edit(edit.start - start, edit.end - start, edit.text) for edit in edits]
        return apply(self._page.content[start:end], shifted)

    def _reach(self, place: int) -> tuple[int, int]:
        """Return where a cell begins and ends with all that goes where it goes."""
        return self._cells[place].at, self._cells[place].end

    def _within(self, item: Item, *, last: bool) -> Iterator[Edit]:  # noqa: ARG002 - see Rows
        """Yield the edits in a cell."""
        yield from item.edits

    def _comma(self, *, last: bool) -> str:  # noqa: ARG002 - see Rows
        """Return what is written behind an item before all that separates it from the next."""
        return ""

    @abstractmethod
    def _gone(self, staying: set[int]) -> Iterator[Edit]:
        """Yield the edits that take out the cells that do not stay."""


class Rows(Layout):
    """Cells that have lines of their own, in blocks or in brackets with commas.

    `floor` is the place behind which the first line above them begins.
    """

    def __init__(self, page: Manuscript, cells: list[Cell], floor: int, *, commas: bool) -> None:
        first = cells[0].at
        super().__init__(page, cells, page.lines.newline + page.lines.indent(first))
        self._lines = page.lines
        self._floor = floor
        self._commas = commas
        #: A first cell that shares its line with a dash, or has no line above it.
        self._hangs = not page.lines.is_first(first) or page.lines.above(first) is None
        self._trails = self._comma_of(cells[-1]) is not None

    def _reach(self, place: int) -> tuple[int, int]:
        return self._cells[place].start, self._cells[place].stop

    def _within(self, item: Item, *, last: bool) -> Iterator[Edit]:
        """Yield the edits in a cell, its comma included."""
        yield from item.edits
        cell, comma = self._cells[item.cell or 0], self._comma(last=last)
        at = self._comma_of(cell)
        if comma and at is None:
            yield Edit(cell.end, cell.end, comma)
        elif at is not None and not comma:
            yield Edit(cell.end, at + 1, "")

    def _comma(self, *, last: bool) -> str:
        return "," if self._commas and (self._trails or not last) else ""

    def _comma_of(self, cell: Cell) -> int | None:
        at = self._lines.next(cell.end)
        return at if self._commas and at < cell.stop and self._page.content[at] == "," else None

    def _gone(self, staying: set[int]) -> Iterator[Edit]:
        hangs, floor = self._hangs, self._floor
        for place, cell in enumerate(self._cells):
            if place in staying:
                hangs = False
            elif hangs:
                end = self._lines.next(cell.stop)
                yield Edit(cell.start, end, "")
                hangs = self._cells[place + 1].start == end
            else:
                yield Edit(self._lines.gap(cell.start, cell.stop, floor), cell.stop, "")
            floor = cell.stop


class OnALine(Layout):
    """Cells with nothing but commas and white space around them."""

    def __init__(self, page: Manuscript, cells: list[Cell], comma: str) -> None:
        found = page.content[cells[0].end : cells[1].at] if len(cells) > 1 else comma
        super().__init__(page, cells, comma if "\n" in found or "\r" in found else found)

    def _gone(self, staying: set[int]) -> Iterator[Edit]:
        """Yield the edits that take out the cells that do not stay, each with one comma."""
        for place, cell in enumerate(self._cells):
            if place in staying:
                continue
            if place > min(staying):
                yield Edit(self._cells[place - 1].end, cell.end, "")
            else:
                yield Edit(cell.at, self._cells[place + 1].at, "")
