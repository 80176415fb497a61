"""Read bytes, text or a parsed value into a tree with positions (spec 4.2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from askfirst.reading import json_events, value_events, yaml_events
from askfirst.reading.building import Event, build
from askfirst.reading.limits import AROUND, DOCUMENT, Limits
from askfirst.reading.problems import Problem, Unreadable
from askfirst.reading.text import Text, decode
from askfirst.reading.tree import Node

__all__ = ["Source", "Syntax", "read_bytes", "read_value", "syntax_of"]


class Syntax(StrEnum):
    """How a text is written."""

    JSON = "json"
    YAML = "yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: the text (none for a parsed value), the tree (none if unreadable), the faults."""

    text: Text | None
    root: Node | None
    problems: tuple[Problem, ...]


def read_bytes(data: bytes, syntax: Syntax | None = None) -> Source:
    """Read UTF-8 bytes; without a syntax, what begins with a bracket is JSON. Never raises."""
    if len(data) > AROUND.bytes:
        return Source(Text(""), None, (_too_large(AROUND),))
    try:
        text, problems = decode(data)
    except Unreadable as error:
        known = error.text if isinstance(error.text, Text) else Text("")
        return Source(known, None, (error.problem,))
    return _read_text(text, problems, syntax or _guess(text.content))


def read_value(value: object) -> Source:
    """Read a value that somebody already parsed. Never raises."""
    problems: list[Problem] = []
    return Source(None, _tree(value_events.events(value), AROUND, problems), tuple(problems))


def _read_text(text: Text, problems: list[Problem], syntax: Syntax) -> Source:
    if syntax is Syntax.JSON:
        root = _tree(json_events.events(text.content), AROUND, problems)
    elif len(text.content) > DOCUMENT.bytes:
        root = None
        problems.append(_too_large(DOCUMENT))
    else:
        root = _tree(yaml_events.events(text.content, problems), DOCUMENT, problems)
    return Source(text, root, tuple(problems))


def _tree(events: Iterator[Event], limits: Limits, problems: list[Problem]) -> Node | None:
    try:
        return build(events, limits, problems)
    except Unreadable as error:
        problems.append(error.problem)
        return None


def _guess(content: str) -> Syntax:
    return Syntax.JSON if content.lstrip()[:1] in ("{", "[") else Syntax.YAML


def _too_large(limits: Limits) -> Problem:
    message = f"there are more than {limits.bytes // 2**20} MiB here"
    advice = "split the file, or take out what does not belong to the document"
    return Problem("AF013", "", 0, 0, message, advice)


def syntax_of(path: str) -> Syntax | None:
    """Return the syntax that the ending of a path names; None where it names none."""
    ending = path.lower().rpartition(".")[2]
    return {"json": Syntax.JSON, "yaml": Syntax.YAML, "yml": Syntax.YAML}.get(ending)
