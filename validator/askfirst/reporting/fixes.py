"""Write what can be fixed, and what fixes change in files, line by line."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.reporting.results import Results
from askfirst.reporting.style import PLAIN, Paint, Style
from askfirst.reporting.visible import visible

__all__ = ["Changed", "fixable", "unified"]

_LINE_END = re.compile("\r\n|\n|\r")


class Changed(NamedTuple):
    """A file by the path it was named with, and its text before and after."""

    path: str
    before: str
    after: str


def fixable(results: Results) -> Iterator[str]:
    """Yield in sentences how many findings a fix is known for, and which flag makes it."""
    fixes = [one.fix for file in results.files for one in file.report.findings if one.fix]
    safe = sum(fix.safe for fix in fixes)
    if safe:
        yield f"{safe} can be fixed with --fix."
    if safe < len(fixes):
        more = f"{len(fixes) - safe}{' more' * bool(safe)} with --unsafe-fixes"
        yield f"{more}: the document can open something then, so look at --diff first."


def unified(files: Iterable[Changed], style: Style = PLAIN) -> str:
    """Return the changes in the unified format, in visible characters."""
    return "".join(f"{line}\n" for file in files for line in _lines(file, style))


def _lines(file: Changed, style: Style) -> Iterator[str]:
    from difflib import unified_diff  # noqa: PLC0415 - few runs compare texts

    before, after = map(_split, (file.before, file.after))
    found = unified_diff(before, after, fromfile=file.path, tofile=file.path, lineterm="")
    for number, line in enumerate(found):
        paint = style.place if number < 2 else _paint(line, style)  # noqa: PLR2004 - the two paths
        yield paint(visible(line))


def _split(text: str) -> list[str]:
    lines = _LINE_END.split(text)
    return lines if lines[-1] else lines[:-1]


def _paint(line: str, style: Style) -> Paint:
    return {"-": style.error, "+": style.advice, "@": style.note}.get(line[:1], str)
