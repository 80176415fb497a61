"""Write a listing as the workflow commands of GitHub Actions, which become annotations."""

from collections.abc import Iterator

from askfirst.model.findings import Position
from askfirst.reporting.descriptors import descriptor
from askfirst.reporting.listing import Diagnostic, Listing
from askfirst.reporting.visible import visible
from askfirst.vocabulary import Severity

__all__ = ["written"]

#: How many annotations of one level GitHub shows for a step; the others it drops in silence.
_MOST = 10
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_STDIN = "-"


def written(listing: Listing) -> str:
    """Return as many annotations of each level as are shown, and how many more there would be.

    What could not be looked at comes first, then errors; the last line is no annotation.
    """
    lines = []
    for severity, commands in _by_severity(listing).items():
        lines += commands[:_MOST]
        if len(commands) > _MOST:
            more = f"{len(commands)} {severity}s are annotated; the step summary lists the others"
            lines.append(f"{_MOST} of {more}")
    return "".join(f"{line}\n" for line in [*lines, visible(listing.summary)])


def _by_severity(listing: Listing) -> dict[Severity, list[str]]:
    found: dict[Severity, list[str]] = {
        Severity.ERROR: [_about_the_run("error", one) for one in listing.troubles],
        Severity.WARNING: [_about_the_run("warning", one) for one in listing.remarks],
        Severity.NOTE: [],
    }
    for one in listing.diagnostics:
        found[one.severity].append(_annotation(one))
    return found


def _about_the_run(level: str, told: str) -> str:
    return f"::{level} title=AskFirst::{_escaped(visible(told))}"


def _annotation(one: Diagnostic) -> str:
    properties = [*_where(one), ("title", f"{one.code} {descriptor(one.code).title}")]
    named = ",".join(f"{name}={_escaped(value, within=':,')}" for name, value in properties)
    return f"::{_LEVELS[one.severity]} {named}::{_escaped(f'{one.place}: {one.told}')}"


def _where(one: Diagnostic) -> Iterator[tuple[str, str]]:
    """Yield the file and the place in it; what stands in no file is annotated without one."""
    if one.path == _STDIN:
        return
    yield "file", _file(one.path)
    if one.position:
        yield from _span(one.position)


def _span(at: Position) -> Iterator[tuple[str, str]]:
    """Yield the place; columns are for one line only, and the one after the end is the end."""
    yield "line", str(at.line)
    if at.end_line == at.line:
        yield "col", str(at.column)
    yield "endLine", str(at.end_line)
    if at.end_line == at.line:
        yield "endColumn", str(at.end_column)


def _file(path: str) -> str:
    """Return a path as it is, but for characters that could steer a terminal and have no escape."""
    return "".join(c if c in "\r\n" else visible(c) for c in path)


def _escaped(text: str, within: str = "") -> str:
    """Return a text as the runner reads it back; in a property, `:` and `,` end it."""
    for character in f"%\r\n{within}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text
