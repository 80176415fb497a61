"""Read YAML so that nothing is guessed: what YAML versions disagree on is refused."""

from collections.abc import Iterator
from re import compile as pattern

import yaml

from askfirst.errors import AskFirstError
from askfirst.reading.building import Event, Kind, text_event
from askfirst.reading.problems import Problem, Unreadable
from askfirst.reading.tree import Flaw

__all__ = ["events"]

#: Tabs, which parsers take in different places, and what is a line end or nothing to some.
_DISPUTED = pattern("[\t\x85\u2028\u2029\ufeff]")

#: Every form that YAML 1.1 (int, float) or the core schema of YAML 1.2 takes for a number.
_NUMBER = pattern(
    r"[-+]?(?:"
    r"[0-9][0-9_,]*"
    r"|0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+"
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9_]+|[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:inf|Inf|INF)"
    r")|\.(?:nan|NaN|NAN)"
)
_READ: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def _cases(word: str) -> set[str]:
    return {word, word.capitalize(), word.upper()}


#: The other spellings of true, false and null in YAML 1.1 and in the core schema of YAML 1.2.
_MISREAD = frozenset(
    ["=", "~", "Null", "NULL", "True", "TRUE", "False", "FALSE"]
    + [form for word in ("y", "yes", "n", "no", "on", "off") for form in _cases(word)]
)

#: What to do about what libyaml and PyYAML say, by a part of their words.
_CURES = {
    "tab": "use spaces, not tabs, to indent",
    "\t": "use spaces, not tabs, to indent",
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
    if strange := _DISPUTED.search(content):
        tab = strange.group() == "\t"
        message = "a tab" if tab else "an invisible character"
        advice = "use spaces" if tab else "take it out, or write it as an escape in double quotes"
        message = f"{message} stands here, which not every program reads alike"
        raise Unreadable(Problem("AF003", "", strange.start(), strange.end(), message, advice))
    try:
        yield from _Translator(problems).run(yaml.parse(content, _loader()))
    except yaml.YAMLError as error:
        raise Unreadable(_fault(error, content)) from error


def _loader() -> type:
    """Return libyaml's parser. Raises `AskFirstError` where PyYAML was built without it.

    PyYAML's own parser refuses other texts, and a text must conform everywhere or nowhere.
    """
    if not hasattr(yaml, "CSafeLoader"):
        raise AskFirstError("PyYAML is installed without libyaml; install a build that has it")
    return yaml.CSafeLoader


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
            return text_event(start, end, event.value)
        if event.value in _READ:
            return Event(Kind.SCALAR, start, end, _READ[event.value])
        flaw = _flaw(event.value)
        if flaw is None:
            return text_event(start, end, event.value)
        return Event(Kind.SCALAR, start, end, event.value or None, flaw)

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
        advice = "write a value, indent the lines that belong here, or leave the name out too"
        return Flaw("AF006", "nothing is written here", advice)
    return None


def _fault(error: yaml.YAMLError, content: str) -> Problem:
    """Return where and why a YAML parser stopped, in the parser's words, and what to do."""
    why = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
    context = getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None)
    if context == "while scanning a simple key" and error.context_mark:  # type: ignore[attr-defined]
        mark = error.context_mark  # type: ignore[attr-defined]  # where the name stands
    if "quoted scalar" in context and error.context_mark:  # type: ignore[attr-defined]
        mark = error.context_mark  # type: ignore[attr-defined]  # where the open quote stands
        why = "this quote is not closed"
    start = min(_offset(mark) if mark else getattr(error, "position", 0), len(content))
    found = f"{why} {content[start : start + 1]}"
    advice = next((said for part, said in _CURES.items() if part in found), None)
    return Problem(
        "AF003", "", start, min(start + 1, len(content)), f"this is not YAML: {why}", advice
    )
