"""Write a deed for a terminal: in lines of its width, headings and bullets in plain characters."""

from collections.abc import Iterator

from askfirst.deed.kinds import Part
from askfirst.deed.saying import Line, Page, Role, Span
from askfirst.reporting.style import PLAIN, Paint, Style
from askfirst.reporting.visible import visible, width

__all__ = ["text"]


def text(page: Page, columns: int = 80, style: Style = PLAIN) -> str:
    """Return a deed in lines of at most so many columns, unless one word is longer."""
    title = list(_wrapped(page.title, columns, "", ""))
    under = "=" * min(columns, max(map(width, title)))
    blocks = [*map(style.place, title), under]
    for line in page.lead:
        blocks += _block(line, columns, "")
    for passage in page.passages:
        paint = _paint(passage.part, style)
        blocks += ["", paint(visible(passage.heading)), "-" * width(passage.heading)]
        for line in passage.lines:
            blocks += _block(line, columns, "")
    return "".join(f"{line}\n" for line in blocks)


def _block(line: Line, columns: int, indent: str, bullet: str = "") -> Iterator[str]:
    """Yield a statement, and as bullets what stands below it."""
    yield from _wrapped(line, columns, f"{indent}{bullet}", f"{indent}{' ' * len(bullet)}")
    for part in line.parts:
        yield from _block(part, columns, f"{indent}{' ' * len(bullet)}", "- ")


def _wrapped(line: Line, columns: int, first: str, then: str) -> Iterator[str]:
    """Yield the lines of a text, as many words on each as it takes; words are never broken."""
    written, indent = "", first
    for word in "".join(map(_plain, line.spans)).split():
        if written and width(indent) + width(written) + 1 + width(word) > columns:
            yield f"{indent}{written}"
            written, indent = "", then
        written = f"{written} {word}" if written else word
    yield f"{indent}{written}"


def _plain(span: Span) -> str:
    return visible(span.text) if span.role is Role.THEIRS else span.text


def _paint(part: Part, style: Style) -> Paint:
    return {
        Part.PROHIBITED: style.error,
        Part.NEVER: style.error,
        Part.CONSENT_REQUIRED: style.warning,
        Part.ASKS_FIRST: style.warning,
        Part.PERMITTED: style.advice,
        Part.GRANTED: style.advice,
        Part.UNSPECIFIED: style.note,
        Part.SILENT: style.note,
    }.get(part, style.place)
