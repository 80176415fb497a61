"""Read bytes, text or a parsed value into a tree with positions (spec 4.2)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from askfirst.reading.building import Event, build
from askfirst.reading.limits import AROUND, DOCUMENT, Limits
from askfirst.reading.problems import Problem, Unreadable
from askfirst.reading.text import Text, decode
from askfirst.reading.tree import Node, Sequence

__all__ = ["Source", "Syntax", "guessed_syntax", "read_bytes", "read_value", "syntax_of"]


class Syntax(StrEnum):
    """How a text is written."""

    JSON = "json"
    YAML = "yaml"


class Source(NamedTuple):
    """What was read: its text unless it was parsed already, its tree if readable, its faults."""

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
    return _read_text(text, problems, syntax or guessed_syntax(text.content))


def read_value(value: object) -> Source:
    """Read a value that somebody already parsed. Never raises."""
    from askfirst.reading.value_events import events  # noqa: PLC0415 - most input is bytes

    problems: list[Problem] = []
    return Source(None, _tree(events(value), AROUND, problems), tuple(problems))


def _read_text(text: Text, problems: list[Problem], syntax: Syntax) -> Source:
    if syntax is Syntax.JSON:
        from askfirst.reading.json_events import events as of_json  # noqa: PLC0415 - as is needed

        root = _tree(of_json(text.content), AROUND, problems)
    else:
        root = _read_yaml(text, problems)
    return Source(text, root, tuple(problems))


def _read_yaml(text: Text, problems: list[Problem]) -> Node | None:
    from askfirst.reading.yaml_events import events  # noqa: PLC0415 - JSON needs no YAML parser

    if len(text.content.encode()) > DOCUMENT.bytes:
        problems.append(_too_large(DOCUMENT))
        return None
    root = _tree(events(text.content, problems), DOCUMENT, problems)
    if isinstance(root, Sequence):
        advice = "put each document into a file of its own"
        problems.append(
            Problem("AF011", "", root.start, root.start + 1, "this is a list in YAML", advice)
        )
    return root


def _tree(events: Iterator[Event], limits: Limits, problems: list[Problem]) -> Node | None:
    try:
        return build(events, limits, problems)
    except Unreadable as error:
        problems.append(error.problem)
        return None


def guessed_syntax(content: str) -> Syntax:
    """Return the syntax of a text that names none: what begins with a bracket is JSON."""
    return Syntax.JSON if content.lstrip()[:1] in ("{", "[") else Syntax.YAML


def _too_large(limits: Limits) -> Problem:
    message = f"there are more than {limits.bytes // 2**20} MiB here"
    advice = "split the file, or take out what does not belong to the document"
    return Problem("AF013", "", 0, 0, message, advice)


def syntax_of(path: str) -> Syntax | None:
    """Return the syntax that the ending of a path names; None where it names none."""
    ending = path.lower().rpartition(".")[2]
    return {"json": Syntax.JSON, "yaml": Syntax.YAML, "yml": Syntax.YAML}.get(ending)
