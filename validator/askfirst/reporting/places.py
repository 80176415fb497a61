"""Find where in the given files a document, or a part of it, stands."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from askfirst.model.findings import Position
from askfirst.reading import Node, Syntax, locate, read_bytes, syntax_of
from askfirst.reporting.results import FileReport
from askfirst.reporting.visible import visible

__all__ = ["Place", "Places"]


class Place(NamedTuple):
    """A file, by its number in the order of reading, and a position in it."""

    number: int
    position: Position | None
    path: str

    @property
    def order(self) -> tuple[int, int, int]:
        """What places are sorted by."""
        at = self.position
        return (self.number, at.line, at.column) if at else (self.number, 0, 0)

    def __str__(self) -> str:
        """Return the place as editors and terminals link it."""
        return f"{visible(self.path)}:{self.position}" if self.position else visible(self.path)


class Places:
    """The files that were read; a file is read for positions again when one is asked for."""

    def __init__(self, files: Iterable[FileReport]) -> None:
        self._found: dict[str, tuple[int, FileReport, str]] = {}
        for number, file in enumerate(files):
            for one in file.report.documents:
                self._found.setdefault(one.sha256, (number, file, one.pointer))

    def of(self, sha256: str, pointer: str = "") -> Place | None:
        """Return where a part of a document stands; None for one that is in no file."""
        if sha256 not in self._found:
            return None
        number, (path, report), document = self._found[sha256]
        if report.text is None:
            return Place(number, None, path)
        root = _tree(report.text.content, syntax_of(path))
        found = locate(root, document + pointer) if root else None
        position = report.text.position(found[1].start, found[1].end) if found else None
        return Place(number, position, path)


@lru_cache(maxsize=8)
def _tree(content: str, syntax: Syntax | None) -> Node | None:
    return read_bytes(content.encode(), syntax).root
