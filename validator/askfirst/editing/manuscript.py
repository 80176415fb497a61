"""Hold a text as it was read, with how it is laid out."""

from collections.abc import Iterator
from functools import cached_property

from askfirst.editing.json_writing import JsonStyle, json_style
from askfirst.editing.lines import Lines
from askfirst.editing.writing import BlockStyle
from askfirst.reading import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    Syntax,
    guessed_syntax,
    read_bytes,
    walk,
)
from askfirst.reading.problems import Problem, Unreadable

__all__ = ["Manuscript", "read"]

#: The signs with which a text in a block begins, and no other text.
_BLOCK_TEXT = ("|", ">")


class Manuscript:
    """A text, its syntax and its tree; the offsets of the tree are those of the text."""

    def __init__(self, content: str, root: Node, syntax: Syntax) -> None:
        self.content = content
        self.root = root
        self.syntax = syntax

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.content)

    @cached_property
    def json_style(self) -> JsonStyle:
        """How the text writes JSON."""
        return json_style(self.content, self.root, self.lines.newline)

    @cached_property
    def block_style(self) -> BlockStyle:
        """How far the text block_style what stands below a member: as it first does so."""
        found = dict(reversed([*self._steps()]))
        return BlockStyle(found.get(Mapping, "  "), found.get(Sequence, "  "))

    def _steps(self) -> Iterator[tuple[type, str]]:
        for _, node in walk(self.root):
            for member in node.members.values() if isinstance(node, Mapping) else ():
                held = member.value
                # a name behind a question mark says nothing about the usual indents
                if self.is_block(held) and self.lines.is_first(member.start):
                    step = self.column(held.start) - self.column(member.start)
                    yield type(held), " " * step

    def is_block(self, node: Node) -> bool:
        """Tell whether a value is an object or a list without brackets."""
        return not isinstance(node, Scalar) and self.content[node.start] not in "[{"

    def column(self, at: int) -> int:
        """Return how many code points stand before a place on its line."""
        return at - self.lines.start(at)

    def end(self, node: Node) -> int:
        """Return where a value ends: the parser's mark may stand behind comments, blank lines."""
        last = self.last(node)
        written = self.content[last.start : last.end]
        if not written.startswith(_BLOCK_TEXT):
            return last.end
        if "+" not in _header(written):
            return last.start + len(written.rstrip("\r\n"))
        # the block keeps the blank lines at its end; the last line end closes it
        return last.end - (2 if written.endswith("\r\n") else written.endswith(("\r", "\n")))

    def last(self, node: Node) -> Node:
        """Return the last value in blocks within one: a scalar, or what stands in brackets."""
        parts = [node]
        while parts:
            node = parts[-1]
            parts = self._parts(node)
        return node

    def _parts(self, node: Node) -> list[Node]:
        """Return what stands in a block; nothing of another value."""
        if isinstance(node, Scalar) or not self.is_block(node):
            return []
        if isinstance(node, Sequence):
            return [*node.items]
        return [member.value for member in node.members.values()]

    def leans(self, node: Node) -> bool:
        """Tell whether a text depends on the line ends behind it: they would be part of it."""
        written = self.content[node.start : node.end]
        if not isinstance(node, Scalar) or not written.startswith(_BLOCK_TEXT):
            return False
        header, open_ended = _header(written), node.end == len(self.content)
        unfinished = "-" not in header and open_ended and not written.endswith(("\r", "\n"))
        return "+" in header or unfinished


def _header(written: str) -> str:
    """Return the signs before a text in a block."""
    return written.splitlines()[0].partition("#")[0]


def read(text: str, syntax: Syntax | None = None) -> Manuscript:
    """Return a text that holds one object and has nothing in it that reading refuses.

    Without a syntax, what begins with a bracket is JSON (spec 4.2.1). Raises `Unreadable`.
    """
    if syntax is None:
        syntax = guessed_syntax(text)
    source = read_bytes(text.encode(errors="surrogatepass"), syntax)
    if source.problems or source.root is None:
        raise Unreadable(source.problems[0], source.text)
    if fault := _fault(source.root):
        raise Unreadable(fault, source.text)
    return Manuscript(text, source.root, syntax)


def _fault(root: Node) -> Problem | None:
    """Return why a value is no object that a document could be, if it is none."""
    if not isinstance(root, Mapping):
        message, advice = "this is no object", "`askfirst explain AF014` shows the smallest one"
        return Problem("AF014", "", root.start, root.end, message, advice)
    for pointer, node in walk(root):
        if isinstance(node, Scalar) and node.flaw:
            code, message, advice = node.flaw
            return Problem(code, pointer, node.start, node.end, message, advice)
    return None
