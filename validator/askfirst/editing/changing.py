"""Find the fewest edits that make a text say something else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from askfirst.editing.anew import Place, anew
from askfirst.editing.arranging import Item, Layout, OnALine, Rows
from askfirst.editing.cells import Cell, in_blocks, in_brackets, on_lines, spaced
from askfirst.editing.edits import Edit
from askfirst.editing.fragments import Blocks, Brackets
from askfirst.editing.manuscript import Manuscript
from askfirst.editing.matching import matches
from askfirst.reading import Mapping as Object
from askfirst.reading import Node, Scalar, Sequence, Syntax, plain

__all__ = ["changes"]


def changes(page: Manuscript, new: Any, notes: Mapping[str, str] | None = None) -> list[Edit]:  # noqa: ANN401 - as JSON is
    """Return the edits after which a text says something else; none where it says so already.

    What stays equal is left as it is written. A new member stands behind the one before it in
    `new`, with its note as a comment where it is a member of the whole. A member or an entry that
    is gone takes its comments with it: the one behind it, those directly above it in its column,
    and those that follow further right.
    """
    old = plain(page.root)
    return [] if old == new else _Changing(page, notes or {}).of(page.root, old, new, Place())


class _Whole(NamedTuple):
    """An object or a list with the cells of its parts, at least one."""

    node: Object | Sequence
    cells: list[Cell]
    place: Place
    in_block: bool

    def around(self, part: int, page: Manuscript) -> Place:
        """Return where a part of it stands."""
        cell = self.cells[part]
        if self.in_block:
            return Place(cell.behind, page.column(cell.at))
        return Place(in_brackets=True)


class _Changing:
    """The edits of one text, from the outside in."""

    def __init__(self, page: Manuscript, notes: Mapping[str, str]) -> None:
        self._page = page
        self._notes = notes
        #: Where texts begin that are written anew because the lines behind them change.
        self._unsettled: set[int] = set()

    def of(self, node: Node, old: Any, new: Any, place: Place) -> list[Edit]:  # noqa: ANN401 - as above
        """Return the edits that make a value another one."""
        if old == new and not self._is_unsettled(node):
            return []
        whole = None if isinstance(node, Scalar) else self._whole(node, place)
        found = None
        if whole and isinstance(new, dict) and isinstance(node, Object):
            found = self._arranged(whole, [*self._members(whole, node, old, new)])
        elif whole and isinstance(new, list) and isinstance(node, Sequence):
            found = self._arranged(whole, [*self._entries(whole, node, old, new)])
        return [*anew(self._page, node, new, place)] if found is None else found

    def _whole(self, node: Object | Sequence, place: Place) -> _Whole | None:
        in_block = not place.in_brackets and self._page.is_block(node)
        if in_block:
            cells = in_blocks(self._page, node, place.behind)
        else:
            cells = in_brackets(self._page, node)
        return _Whole(node, cells, place, in_block) if cells else None

    def _is_unsettled(self, node: Node) -> bool:
        return bool(self._unsettled) and self._page.last(node).start in self._unsettled

    def _unsettle(self, parts: Iterable[Node]) -> None:
        """Note which texts lean on the lines behind them, where these lines will be others."""
        lasts = map(self._page.last, parts)
        self._unsettled.update(last.start for last in lasts if self._page.leans(last))

    def _members(
        self, whole: _Whole, node: Object, old: dict[str, Any], new: dict[str, Any]
    ) -> Iterator[Item]:
        """Yield the members: those that stay in their order, each with the new ones behind it."""
        if old.keys() != new.keys():
            self._unsettle(member.value for member in node.members.values())
        pen, added = self._pen(whole), _added(old, new)
        notes = self._notes if node is self._page.root else {}
        for part, name in enumerate(["", *old], -1):
            if part >= 0 and name in new:
                place = whole.around(part, self._page)
                edits = self.of(node.members[name].value, old[name], new[name], place)
                yield Item(part, edits)
            for one in added[name if part >= 0 else None]:
                yield Item(None, text=pen.member(one, new[one], notes.get(one, "")))

    def _entries(
        self, whole: _Whole, node: Sequence, old: list[Any], new: list[Any]
    ) -> Iterator[Item]:
        found = matches(old, new)
        if found != [(part, True) for part in range(len(old))]:
            self._unsettle(node.items)
        pen = self._pen(whole)
        for entry, match in zip(new, found, strict=True):
            if match.old is None:
                yield Item(None, text=pen.entry(entry))
                continue
            place = whole.around(match.old, self._page)
            edits = self.of(node.items[match.old], old[match.old], entry, place)
            yield Item(match.old, edits, moved=not match.stays)

    def _pen(self, whole: _Whole) -> Blocks | Brackets:
        indent = self._page.lines.indent(whole.cells[0].at)
        if whole.in_block:
            return Blocks(self._page, indent)
        return Brackets(self._page, indent, on_lines(self._page, whole.cells))

    def _arranged(self, whole: _Whole, items: list[Item]) -> list[Edit] | None:
        """Return the edits that arrange the items; None where all are new or it is not safe."""
        staying = [item.cell for item in items if not item.moved]
        if staying == [*range(len(whole.cells))]:
            return [edit for item in items for edit in item.edits]
        layout = self._layout(whole)
        stays = any(cell is not None for cell in staying)
        return [*layout.arranged(items)] if layout and stays else None

    def _layout(self, whole: _Whole) -> Layout | None:
        page, cells = self._page, whole.cells
        if whole.in_block:
            return Rows(page, cells, whole.place.behind, commas=False)
        if on_lines(page, cells):
            return Rows(page, cells, whole.node.start, commas=True)
        comma = page.json_style.comma if page.syntax is Syntax.JSON else ", "
        return OnALine(page, cells, comma) if spaced(page, whole.node, cells) else None


def _added(old: dict[str, Any], new: dict[str, Any]) -> dict[str | None, list[str]]:
    """Return the names of the new members by the old one that they come behind."""
    found: dict[str | None, list[str]] = defaultdict(list)
    behind = None
    for name in new:
        if name in old:
            behind = name
        else:
            found[behind].append(name)
    return found
