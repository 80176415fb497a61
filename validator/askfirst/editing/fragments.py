"""Write what is new in the way in which the text around it is written."""

from typing import Any, NamedTuple

from askfirst.editing.json_writing import JsonStyle
from askfirst.editing.manuscript import Manuscript
from askfirst.editing.scalars import scalar
from askfirst.editing.writing import block, flow, member
from askfirst.reading import Syntax

__all__ = ["Blocks", "Brackets", "indented"]


class Blocks(NamedTuple):
    """Write for a block, in lines that are indented so far."""

    page: Manuscript
    indent: str

    def member(self, name: str, held: Any, note: str = "") -> str:  # noqa: ANN401 - as JSON is
        """Return the lines of a member; the first is not indented yet."""
        lines = [*member(name, held, note, self.page.block_style)]
        return indented(self.page, lines, self.indent)

    def entry(self, held: Any) -> str:  # noqa: ANN401 - as above
        """Return the lines of an entry; the first is not indented yet."""
        return indented(self.page, block([held], self.page.block_style), self.indent)


class Brackets(NamedTuple):
    """Write for what stands in brackets, each part on lines of its own or all on one."""

    page: Manuscript
    indent: str
    on_lines: bool

    def member(self, name: str, held: Any, _note: str = "") -> str:  # noqa: ANN401 - as above
        """Return a member; the first line is not indented yet."""
        if self.page.syntax is Syntax.JSON:
            return self._style.member(name, held, self.indent)
        return f"{scalar(name, flow=True)}: {flow(held)}"

    def entry(self, held: Any) -> str:  # noqa: ANN401 - as above
        """Return an entry; the first line is not indented yet."""
        if self.page.syntax is Syntax.JSON:
            return self._style.value(held, self.indent)
        return flow(held)

    @property
    def _style(self) -> JsonStyle:
        style = self.page.json_style
        return style if self.on_lines else style._replace(unit=None)


def indented(page: Manuscript, lines: list[str], indent: str) -> str:
    """Return lines as a text, all but the first indented, without a line end behind the last."""
    return page.lines.newline.join(
        f"{indent}{line}" if number and line else line for number, line in enumerate(lines)
    )
