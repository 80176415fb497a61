"""Read YAML so that nothing is guessed: what YAML versions disagree on is refused."""

from collections.abc import Iterator
from re import compile as pattern

import yaml

from askfirst.reading.building import Event, Kind
from askfirst.reading.problems import Problem, Unreadable
from askfirst.reading.tree import Flaw

__all__ = ["events"]

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: Every form that YAML 1.1 (int, float) or the core schema of YAML 1.2 takes for a number.
_NUMBER = pattern(
    r"[-+]?(?:"
    r"[0-9][0-9_]*"
    r"|0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+"
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*|[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:inf|Inf|INF)"
    r")|\.(?:nan|NaN|NAN)"
)
_READ: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def _cases(word: str) -> set[str]:
    return {word, word.capitalize(), word.upper()}


#: The other spellings of true, false and null in YAML 1.1 and in the core schema of YAML 1.2.
_MISREAD = frozenset(
    ["~", "Null", "NULL", "True", "TRUE", "False", "FALSE"]
    + [form for word in ("y", "yes", "n", "no", "on", "off") for form in _cases(word)]
)

#: What to do about what libyaml and PyYAML say, by a part of their words.
_CURES = {
    "tab": "use spaces, not tabs, to indent",
    "\\t": "use spaces, not tabs, to indent",
    "mapping values are not allowed": "put text with a colon and a space in it in quotes",
    "cannot start any token": "put text that begins with a sign such as @ or % in quotes",
    "quote is not closed": 'close the quote; inside it, write a quote twice or as \\"',
    "expected ',' or": "close the bracket, or put a comma before this",
    "expected <block end>": "let the names of one object begin in the same column",
    "could not find expected ':'": "put a colon and a space after the name",
    "control characters": "take the invisible character out",
}


def events(content: str, problems: list[Problem]) -> Iterator[Event]:
    """Yield the events of one YAML document, adding to `problems` what does not stop the reading.

    Raises `Unreadable` where the text is not YAML (AF003) or holds several documents (AF011).
    """
    try:
        yield from _Translator(problems).run(yaml.parse(content, _LOADER))
    except yaml.YAMLError as error:
        raise Unreadable(_fault(error, len(content))) from error


class _Translator:
    """Turn the events of a YAML parser into ours."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._documents = 0

    def run(self, parsed: Iterator[yaml.Event]) -> Iterator[Event]:
        for event in parsed:
            start, end = _offset(event.start_mark), _offset(event.end_mark)
            if isinstance(event, yaml.DocumentStartEvent):
                self._document(event, start)
            elif isinstance(event, yaml.AliasEvent):
                flaw = Flaw("AF008", f"`*{event.anchor}` is an alias", "write it out")
                yield Event(Kind.SCALAR, start, end, "", flaw)
            elif isinstance(event, yaml.ScalarEvent):
                self._check(event, start)
                yield self._scalar(event, start, end)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._check(event, start)
                mapping = isinstance(event, yaml.MappingStartEvent)
                yield Event(Kind.MAPPING if mapping else Kind.SEQUENCE, start, end)
            elif isinstance(event, yaml.CollectionEndEvent):
                yield Event(Kind.END, start, end)

    def _document(self, event: yaml.DocumentStartEvent, start: int) -> None:
        self._documents += 1
        if self._documents > 1:
            advice = "put each document into a file of its own"
            message = "a second document begins here"
            raise Unreadable(Problem("AF011", "", start, start + 3, message, advice))
        if event.version or event.tags:
            self._problem(
                "AF009", start, start + 1, "the file begins with a directive", "take it out"
            )

    def _check(self, event: yaml.NodeEvent, start: int) -> None:
        if event.anchor:
            end = start + len(event.anchor) + 1
            self._problem("AF008", start, end, f"`&{event.anchor}` is an anchor", "take it out")
        if getattr(event, "tag", None):
            self._problem(
                "AF009", start, start + 1, "a tag stands before this value", "take it out"
            )

    def _scalar(self, event: yaml.ScalarEvent, start: int, end: int) -> Event:
        if event.style or event.tag:
            return Event(Kind.SCALAR, start, end, event.value)
        if event.value in _READ:
            return Event(Kind.SCALAR, start, end, _READ[event.value])
        return Event(Kind.SCALAR, start, end, event.value or None, _flaw(event.value))

    def _problem(self, code: str, start: int, end: int, message: str, advice: str) -> None:
        self._problems.append(Problem(code, "", start, end, message, advice))


def _offset(mark: object) -> int:
    """Return the offset of a mark, in code points; both parsers count so."""
    return int(getattr(mark, "index", 0))


def _flaw(value: str) -> Flaw | None:
    """Return why a plain scalar has to be written in another way."""
    quoted = f'write it in quotes: "{value}"'
    if _NUMBER.fullmatch(value):
        return Flaw("AF005", f"`{value}` is a number for YAML", quoted)
    if value in _MISREAD:
        return Flaw(
            "AF006", f"`{value}` is read as true, false or nothing by some programs", quoted
        )
    if value == "<<":
        return Flaw("AF010", "`<<` merges another object in", "write its members out")
    if not value:
        return Flaw("AF006", "nothing is written here", "write a value, or leave the name out too")
    return None


def _fault(error: yaml.YAMLError, length: int) -> Problem:
    """Return where and why a YAML parser stopped, in the parser's words, and what to do."""
    why = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    context = getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None)
    if "quoted scalar" in context and error.context_mark:  # type: ignore[attr-defined]
        mark = error.context_mark  # type: ignore[attr-defined]  # where the open quote stands
        why = "this quote is not closed"
    start = min(_offset(mark) if mark else getattr(error, "position", 0), length)
    advice = next((said for part, said in _CURES.items() if part in why), None)
    return Problem("AF003", "", start, min(start + 1, length), f"this is not YAML: {why}", advice)
