"""Find out which part of a text belongs to each entry of a list or member of an object."""

from collections.abc import Iterator
from itertools import pairwise
from re import compile as pattern
from typing import NamedTuple

from askfirst.editing.manuscript import Manuscript
from askfirst.reading import Mapping, Node, Sequence

__all__ = ["Cell", "in_blocks", "in_brackets", "on_lines", "spaced"]

_COLON = pattern(r" *:(?=[ \r\n]|\Z)")
_DASHES = pattern(r"(?: *- )* *")
#: Behind the last character of what has a line for itself.
_LAST = pattern(r"[ \t]*,?[ \t]*(?:#.*)?")
_REST = pattern(r"[ \t]*,[ \t]*(?:#.*)?")
_OPENING = pattern(r"\s*")
_BETWEEN = pattern(r"\s*,\s*")
_CLOSING = pattern(r"\s*,?\s*")


class Cell(NamedTuple):
    """A child: where its comments begin, itself, its end, and the end of the last line of it all.

    Its comments are those directly above it in its column, the one behind it on its line, and in
    a block those that follow further right than it. `behind` is the end of the colon of a member
    in a block, or of the dash of an entry; in brackets it is the child itself.
    """

    start: int
    at: int
    behind: int
    end: int
    stop: int


def in_blocks(page: Manuscript, node: Mapping | Sequence, floor: int) -> list[Cell] | None:
    """Return the cells of a block; None where a name is written in an unusual way.

    `floor` is the place behind which the block begins.
    """
    cells: list[Cell] = []
    parts = _dashed(page, node) if isinstance(node, Sequence) else _named(page, node)
    for at, behind, held in parts:
        ahead = page.lines.before(at)
        if behind is None or (ahead.strip() and (cells or not _DASHES.fullmatch(ahead))):
            return None
        last = cells[-1].stop if cells else floor
        start = page.lines.top(at, last) if not ahead.strip() else at
        end = page.end(held)
        stop = page.lines.below(page.lines.end(end), page.column(at))
        cells.append(Cell(start, at, behind, end, stop))
    return cells


def _named(page: Manuscript, node: Mapping) -> Iterator[tuple[int, int | None, Node]]:
    """Yield where each name begins and its colon ends, if that follows on the line."""
    for member in node.members.values():
        colon = _COLON.match(page.content, member.end)
        yield member.start, colon.end() if colon else None, member.value


def _dashed(page: Manuscript, node: Sequence) -> Iterator[tuple[int, int | None, Node]]:
    """Yield where the dash of each entry stands and ends; the first is where the list begins."""
    dash, column = node.start, page.column(node.start)
    line = pattern(rf"(?:^|[\r\n]) {{{column}}}-")
    for item in node.items:
        if item is not node.items[0]:
            found = line.search(page.content, dash, item.start)
            if found is None:
                yield item.start, None, item
                return
            dash = found.end() - 1
        yield dash, dash + 1, item
        dash = page.end(item)


def in_brackets(page: Manuscript, node: Mapping | Sequence) -> list[Cell] | None:
    """Return the cells of what stands in brackets; None for a pair that stands in none itself."""
    if page.is_block(node):
        return None
    if isinstance(node, Mapping):
        parts = [(member.start, page.end(member.value)) for member in node.members.values()]
    else:
        parts = [(item.start, page.end(item)) for item in node.items]
    cells: list[Cell] = []
    for at, end in parts:
        start, stop = at, page.lines.end(end)
        if page.lines.is_first(at):
            start = page.lines.top(at, cells[-1].stop if cells else node.start)
        cells.append(Cell(start, at, at, end, stop))
    return cells


def on_lines(page: Manuscript, cells: list[Cell]) -> bool:
    """Tell whether each cell in brackets has lines of its own, its comma included."""
    return all(
        page.lines.is_first(cell.at)
        and (_LAST if cell is cells[-1] else _REST).fullmatch(page.content, cell.end, cell.stop)
        for cell in cells
    )


def spaced(page: Manuscript, node: Mapping | Sequence, cells: list[Cell]) -> bool:
    """Tell whether nothing but a comma and white space stands around the cells."""
    content = page.content
    return bool(
        _OPENING.fullmatch(content, node.start + 1, cells[0].at)
        and _CLOSING.fullmatch(content, cells[-1].end, node.end - 1)
        and all(_BETWEEN.fullmatch(content, one.end, other.at) for one, other in pairwise(cells))
    )
