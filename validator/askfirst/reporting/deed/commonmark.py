"""Write a deed as Markdown; whatever a stranger wrote stays text, in every dialect."""

import re
from collections.abc import Iterator

from askfirst.deed.saying import Line, Page, Role, Span
from askfirst.reporting.visible import visible

__all__ = ["markdown"]

#: What could begin markup in the middle of a line, an address that becomes a link included.
_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&$]|:(?=//))")
#: What could begin a list, a heading or a rule where a text stands at the start of a line.
_START = re.compile(r"^([0-9]*)([-+.])")


def markdown(page: Page) -> str:
    """Return a deed as CommonMark, a line for each paragraph."""
    blocks = [f"# {_inline(page.title)}", *(_inline(line) for line in page.lead)]
    for passage in page.passages:
        blocks.append(f"## {passage.heading}")
        blocks += ["\n".join(_block(line)) for line in passage.lines]
    return "\n\n".join(blocks) + "\n"


def _block(line: Line) -> Iterator[str]:
    yield _inline(line)
    if line.parts:
        yield ""
    for part in line.parts:
        yield from _item(part, "")


def _item(line: Line, indent: str) -> Iterator[str]:
    yield f"{indent}- {_inline(line)}"
    for part in line.parts:
        yield from _item(part, f"{indent}  ")


def _inline(line: Line) -> str:
    return "".join(map(_span, line.spans))


def _span(span: Span) -> str:
    if span.role is Role.WORD:
        return f"`{span.text}`"
    if span.role is Role.OURS:
        return span.text
    text = _escaped(visible(span.text))
    return f"[{text}](<{span.link}>)" if span.link else text


def _escaped(text: str) -> str:
    return _START.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
