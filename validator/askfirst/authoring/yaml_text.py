"""Write a document as YAML that every program reads alike (spec 4.2.3).

Whatever a program could take for something else than text stands in quotes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["yaml_text"]

_WIDTH = 100
#: A document as text; its values are texts, lists and objects (spec 4.1).
_SURE = re.compile(
    r"[^\W\d_](?:[\w./@+~()-]|:(?=[\w/])| (?=\S))*"  # words, titles, addresses
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"  # instants
    r"|1\.0\.0"
)
#: What some version of YAML takes for a truth value or for nothing.
_MISREAD = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def yaml_text(document: Mapping[str, Any], notes: Mapping[str, str], heading: str = "") -> str:
    """Return a document as YAML in blocks, each member with a note where there is one.

    `heading` and `notes` are our own words; they end up in comments.
    """
    above = "".join(f"# {line}\n" for line in heading.splitlines())
    return above + "".join(f"{line}\n" for line in _object(document, notes))


def _object(value: Mapping[str, Any], notes: Mapping[str, str]) -> Iterator[str]:
    for name, member in value.items():
        first, *rest = _value(member)
        note = f"  # {notes[name]}" if name in notes else ""
        yield f"{_key(name)}:{first}{note}"
        yield from (f"  {line}" if line else "" for line in rest)


def _value(value: object) -> Iterator[str]:
    """Yield what stands behind the colon, and the lines below it without their indent."""
    if isinstance(value, str):
        yield from _text(value)
    elif isinstance(value, Mapping) and value:
        yield ""
        yield from _object(value, {})
    elif isinstance(value, Sequence) and _flow(value) is None:
        yield ""
        for entry in value:
            yield from _entry(entry)
    else:
        yield f" {_flow(value)}" if isinstance(value, Sequence) else " {}"


def _flow(entries: Sequence[Any]) -> str | None:
    """Return a list of texts on one line; None where it holds more or is too long for one."""
    if not all(isinstance(entry, str) for entry in entries):
        return None
    line = f"[{', '.join(_scalar(entry, flow=True) for entry in entries)}]"
    return line if len(line) < _WIDTH else None


def _entry(entry: object) -> Iterator[str]:
    """Yield an entry of a list in blocks."""
    lines = _object(entry, {}) if isinstance(entry, Mapping) else iter([_scalar(str(entry))])
    yield f"- {next(lines, '{}')}"
    yield from (f"  {line}" if line else "" for line in lines)


def _text(text: str) -> Iterator[str]:
    """Yield a text: as a literal block where it has several lines that such a block keeps."""
    lines = text.split("\n")
    if len(lines) > 1 and text[0] not in " \n" and lines[-1] and all(map(_kept, lines)):
        yield " |-"
        yield from lines
    else:
        yield f" {_scalar(text)}"


def _kept(line: str) -> bool:
    return line.isprintable() and not line.endswith(" ")


def _scalar(text: str, *, flow: bool = False) -> str:
    """Return a text on one line: plain where it is sure to be read as text, else in quotes."""
    sure = _SURE.fullmatch(text) and text.lower() not in _MISREAD and text.isprintable()
    if sure and not (flow and ":" in text):
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _key(name: str) -> str:
    return _scalar(name, flow=True)


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - YAML 5.7
