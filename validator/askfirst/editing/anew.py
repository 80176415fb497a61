"""Write a value anew where it stands."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from askfirst.editing.edits import Edit
from askfirst.editing.fragments import Brackets, indented
from askfirst.editing.manuscript import Manuscript
from askfirst.editing.scalars import requoted, scalar
from askfirst.editing.writing import WIDTH, BlockStyle, block, flow, value
from askfirst.reading import Mapping, Node, Scalar, Syntax

__all__ = ["Place", "anew"]


class Place(NamedTuple):
    """Where a value stands: what it stands behind, and the column of its name or its dash.

    `behind` is the end of a colon or a dash; the root stands behind nothing.
    """

    behind: int = 0
    column: int = -1
    in_brackets: bool = False


def anew(page: Manuscript, node: Node, new: Any, place: Place) -> Iterator[Edit]:  # noqa: ANN401 - as JSON is
    """Yield the edits that put another value in the place of one; what it held is lost."""
    if place.in_brackets or (place.column < 0 and not page.is_block(node)):
        yield Edit(node.start, page.end(node), _in_brackets(page, node, new))
    elif page.is_block(node):
        yield from _for_block(page, node, new, place)
    else:
        yield from _for_one(page, node, new, place)


def _in_brackets(page: Manuscript, node: Node, new: Any) -> str:  # noqa: ANN401 - as above
    written = page.content[node.start : page.end(node)]
    if page.syntax is Syntax.YAML and isinstance(new, str):
        return requoted(written, new) or flow(new)
    line = page.lines.start(node.start)
    indent = page.content[line : page.lines.next(line)]
    on_lines = isinstance(node, Scalar) or len(written.splitlines()) > 1 or written in ("[]", "{}")
    return Brackets(page, indent, on_lines=on_lines).entry(new)


def _for_block(page: Manuscript, node: Node, new: Any, place: Place) -> Iterator[Edit]:  # noqa: ANN401 - as above
    """Yield the edits in the place of a block; comments that stand above it stay."""
    stop, column = page.lines.end(page.end(node)), page.column(node.start)
    above = page.lines.above(node.start)
    if new and isinstance(new, dict | list):
        # a list may stand in the column of its name, an object may not
        shift = page.block_style.members if column <= place.column and isinstance(new, dict) else ""
        lines = block(new, _style(page, stop, place))
        yield Edit(node.start, stop, shift + indented(page, lines, " " * column + shift))
    elif place.column < 0 or above is None or not page.lines.is_first(node.start):
        yield Edit(node.start, stop, _on_a_line(new))
    else:
        yield Edit(place.behind, place.behind, f" {_on_a_line(new)}")
        yield Edit(above, stop, "")


def _style(page: Manuscript, stop: int, place: Place) -> BlockStyle:
    """Return how to write a block; its last text has no lines where a comment could become one."""
    followed = page.lines.below(stop, max(place.column, 0)) > stop
    return page.block_style._replace(literals=not followed)


def _on_a_line(new: Any) -> str:  # noqa: ANN401 - as above
    return scalar(new) if isinstance(new, str) else flow(new)


def _for_one(page: Manuscript, node: Node, new: Any, place: Place) -> Iterator[Edit]:  # noqa: ANN401 - as above
    """Yield the edits in the place of a scalar, or of brackets, within a block."""
    start, end = node.start, page.end(node)
    quoted = requoted(page.content[start:end], new) if isinstance(new, str) else None
    if quoted or _stays_in_brackets(page, node, new, place):
        yield Edit(start, end, quoted or flow(new))
        return
    first, *rest = value(new, _style(page, page.lines.end(end), place))
    # a comment between the colon and the value keeps its place
    begin = start if start < end and "#" in page.content[place.behind : start] else place.behind
    yield Edit(begin, max(begin, end), first if begin == place.behind else first[1:])
    if rest:
        stop, pad = page.lines.end(max(begin, end)), " " * place.column
        yield Edit(stop, stop, page.lines.newline + pad + indented(page, rest, pad))


def _stays_in_brackets(page: Manuscript, node: Node, new: Any, place: Place) -> bool:  # noqa: ANN401 - as above
    """Tell whether brackets stay: around a value of the same kind, and in an entry of a list."""
    if isinstance(node, Scalar) or not isinstance(new, dict | list):
        return False
    filled = page.content[node.start + 1 : node.end - 1].strip()
    same = isinstance(node, Mapping) == isinstance(new, dict)
    fits = bool(filled) and same and len(flow(new)) < WIDTH
    return fits or page.content[place.behind - 1] == "-"
