"""Write values as JSON in the way in which a text already writes them."""

import json
from re import compile as pattern
from typing import Any, NamedTuple

from askfirst.reading import Mapping, Node, Scalar, Sequence, walk

__all__ = ["JsonStyle", "json_style"]

_FIRST_LINE = pattern(r"\s*[\[{][ \t]*(?:\r\n|\n|\r)([ \t]*)")
_LINE_END = pattern(r"[\r\n]")


class JsonStyle(NamedTuple):
    """How a JSON text is laid out; `unit` is None where everything stands on one line."""

    unit: str | None
    colon: str
    newline: str
    lists_on_a_line: bool
    ascii_only: bool

    @property
    def comma(self) -> str:
        """What stands between two values on one line."""
        return ", " if self.colon[-1:].isspace() else ","

    def member(self, name: str, held: Any, indent: str = "") -> str:  # noqa: ANN401 - JSON
        """Return a member on a line that is indented so far."""
        return f"{self._scalar(name)}{self.colon}{self.value(held, indent)}"

    def value(self, held: Any, indent: str = "") -> str:  # noqa: ANN401 - as above
        """Return a value on a line that is indented so far."""
        if not held or not isinstance(held, dict | list):
            return self._scalar(held)
        below = indent + (self.unit or "")
        if isinstance(held, dict):
            return self._framed("{}", [self.member(*one, below) for one in held.items()], indent)
        entries = [self.value(one, below) for one in held]
        short = self.lists_on_a_line and not any(isinstance(one, dict | list) for one in held)
        return f"[{self.comma.join(entries)}]" if short else self._framed("[]", entries, indent)

    def _framed(self, brackets: str, parts: list[str], indent: str) -> str:
        if self.unit is None:
            return self.comma.join(parts).join(brackets)
        line = f"{self.newline}{indent}{self.unit}"
        return f"{brackets[0]}{line}{f',{line}'.join(parts)}{self.newline}{indent}{brackets[1]}"

    def _scalar(self, held: Any) -> str:  # noqa: ANN401 - as above
        return json.dumps(held, ensure_ascii=self.ascii_only)


def json_style(content: str, root: Node, newline: str) -> JsonStyle:
    """Return how a JSON text is laid out."""
    first = _FIRST_LINE.match(content)
    colon = ": "
    if isinstance(root, Mapping) and root.members:
        member = next(iter(root.members.values()))
        colon = content[member.end : member.value.start]
    return JsonStyle(
        first[1] if first else None,
        ": " if "\n" in colon or "\r" in colon else colon,
        newline,
        any(_is_list_on_a_line(content, node) for _, node in walk(root)),
        content.isascii() and "\\u" in content,
    )


def _is_list_on_a_line(content: str, node: Node) -> bool:
    return (
        isinstance(node, Sequence)
        and bool(node.items)
        and all(isinstance(item, Scalar) for item in node.items)
        and not _LINE_END.search(content, node.start, node.end)
    )
