"""Say a deed in a language: as a page of lines, for whatever shows it.

Texts of strangers stay apart from ours, so that each format can mark and escape them; each of
them becomes one line, so that none can look like a line of ours.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from string import Formatter
from typing import Any, NamedTuple

from askfirst.deed import statements as values
from askfirst.deed.catalogs import Language, Plural
from askfirst.deed.kinds import Part
from askfirst.deed.statements import Deed, Section, Statement, Value

__all__ = ["Line", "Page", "Passage", "Role", "Span", "one_line", "page", "place", "quoted"]

_LINKED = ("https", "http", "mailto")
_SAFE = frozenset(c for c in map(chr, range(0x21, 0x7F)) if c not in "<>\"\\^`{|}'")


class Role(StrEnum):
    """Whose a text is: ours, a stranger's, or a word of documents."""

    OURS = "ours"
    THEIRS = "theirs"
    WORD = "word"


class Span(NamedTuple):
    """A piece of a line; `link` is an address that is safe to follow."""

    text: str
    role: Role = Role.OURS
    link: str | None = None


class Line(NamedTuple):
    """A statement in a language, and what stands below it."""

    statement: Statement
    spans: tuple[Span, ...]
    parts: tuple["Line", ...]


class Passage(NamedTuple):
    """The lines under a heading."""

    part: Part
    heading: str
    lines: tuple[Line, ...]


class Page(NamedTuple):
    """A deed in a language."""

    language: str
    deed: Deed
    title: Line
    lead: tuple[Line, ...]
    passages: tuple[Passage, ...]


def page(deed: Deed, language: Language) -> Page:
    """Return a deed in a language."""
    return Page(
        language=language.tag,
        deed=deed,
        title=_line(deed.title, language),
        lead=tuple(_line(one, language) for one in deed.lead),
        passages=tuple(_passage(section, language) for section in deed.sections),
    )


def place(address: str) -> str:
    """Return an address as people write it: without the scheme and the extras of a mail address.

    >>> place("mailto:mara@example.org?subject=Hi")
    'mara@example.org'
    """
    scheme, _, rest = address.partition(":")
    return rest.partition("?")[0] if scheme.lower() == "mailto" else address


def _passage(section: Section, language: Language) -> Passage:
    lines = tuple(_line(one, language) for one in section.statements)
    return Passage(section.part, language.headings[section.part], lines)


def _line(statement: Statement, language: Language) -> Line:
    parts = tuple(_line(part, language) for part in statement.parts)
    return Line(statement, tuple(_said(statement, language)), parts)


def _said(statement: Statement, language: Language) -> Iterator[Span]:
    message = language.messages[statement.kind]
    if isinstance(message, Plural):
        message = message.one if _number(statement.values[message.by]) == 1 else message.other
    for ours, gap, _, _ in Formatter().parse(message):
        yield from [Span(ours)] * bool(ours)
        if gap is not None:
            yield from _spans(statement.values[gap], language)


def _number(value: Value) -> int:
    return len(value) if isinstance(value, tuple) else value if isinstance(value, int) else 1


def _spans(value: Value, language: Language) -> Iterator[Span]:
    if isinstance(value, Statement):
        yield from _said(value, language)
    elif isinstance(value, tuple):
        yield from _joined(value, language)
    else:
        yield _SPAN.get(type(value), _word)(value, language)


def _joined(several: tuple[Value, ...], language: Language) -> Iterator[Span]:
    for n, value in enumerate(several):
        if n:
            yield Span(language.last if n == len(several) - 1 else language.comma)
        yield from _spans(value, language)


def _word(value: Any, language: Language) -> Span:  # noqa: ANN401 - a word of any list
    return Span(language.words[value])


def one_line(text: str) -> str:
    """Return a text of a stranger on one line."""
    return " ".join(text.split()) or "?"


def quoted(text: str) -> str:
    """Return a text of a stranger on one line and in quotes, whatever quotes are in it."""
    inner = one_line(text).replace('"', "'")
    return f'"{inner}"'


def _address(iri: str) -> Span:
    shown, scheme = place(iri), iri.partition(":")[0].lower()
    followed = f"mailto:{shown}" if scheme == "mailto" else iri
    return Span(one_line(shown), Role.THEIRS, _link(followed) if scheme in _LINKED else None)


def _link(iri: str) -> str:
    """Return an address of ASCII characters that end no attribute and no link in any format."""
    return "".join(c if c in _SAFE else _percent(c) for c in iri)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode(errors="surrogatepass"))


def _moment(instant: str) -> str:
    time = instant[11:16] if instant[17:19] == "00" else instant[11:19]
    return f"{instant[:10]} {time} UTC"


_SPAN: dict[type, Callable[[Any, Language], Span]] = {
    values.Act: lambda value, language: Span(language.acts[value.use].act),
    values.Token: lambda value, _: Span(value.word, Role.WORD),
    values.Word: lambda value, language: Span(language.words[value.word]),
    values.Plain: lambda value, _: Span(value.text),
    values.Theirs: lambda value, _: Span(one_line(value.text), Role.THEIRS),
    values.Quote: lambda value, _: Span(quoted(value.text), Role.THEIRS),
    values.Address: lambda value, _: _address(value.iri),
    values.Moment: lambda value, _: Span(_moment(value.instant)),
    values.Day: lambda value, _: Span(value.instant[:10]),
    int: lambda value, _: Span(f"{value}"),
}
