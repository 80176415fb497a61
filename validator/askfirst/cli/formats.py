"""Write what a command found in the formats that were asked for, to each place at once."""

import os
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from askfirst.reporting.listing import Listing
    from askfirst.reporting.style import Style

__all__ = ["Format", "Output", "Reports", "Target", "targets", "write_all"]

_STDOUT = "-"
#: Where GitHub shows Markdown beside a job; it takes 1 MiB at the most and drops all of more.
_SUMMARY, _SUMMARY_BYTES = "GITHUB_STEP_SUMMARY", 1_000_000


class Format(StrEnum):
    """How results are written: for people, for programs, for what runs us."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"

    @property
    def is_text(self) -> bool:
        """Whether it is meant for a terminal."""
        return self in (Format.FULL, Format.CONCISE)


Output = Annotated[
    str | None,
    typer.Option("--output", "-o", help="Write to this file, whole or not at all.", metavar="FILE"),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        help="Also write in this format to this file, such as sarif=askfirst.sarif; - is the "
        "standard output. Repeatable.",
        metavar="FORMAT=FILE",
    ),
]


class Target(NamedTuple):
    """A format, and the file it is written to; None is the standard output."""

    format: Format
    output: str | None


def targets(
    output_format: Format,
    output: str | None,
    reports: list[str] | None,
    inputs: Iterable[str],
    other: str | None = None,
) -> list[Target]:
    """Return what is to be written where; `other` is a file that is written too.

    Exits where a report is asked for in no format or for no file, where two would be written to
    one file, and where one would overwrite an input.
    """
    found = [Target(output_format, output), *map(_target, reports or ())]
    named = [*(one.output for one in found), other]
    files = [os.path.realpath(one) for one in named if one is not None]
    read = {os.path.realpath(path): path for path in inputs if path != _STDOUT}
    for file in files:
        if file in read:
            _stop(f"{read[file]} is one of the files to check and is not overwritten")
        if files.count(file) > 1:
            _stop(f"{file} is named for two reports; name another file for one of them")
    return found


def _target(report: str) -> Target:
    name, _, file = report.partition("=")
    if name not in list(Format):
        _stop(f"--report {report}: `{name}` is no format; these are: {', '.join(Format)}")
    if not file:
        _stop(f"--report {report}: name a file, as in {name}=FILE; - is the standard output")
    return Target(Format(name), None if file == _STDOUT else file)


def write_all(
    wanted: Iterable[Target],
    own: "Callable[[Format, Style], str]",
    listing: "Callable[[], Listing]",
) -> None:
    """Write to each target: `own` writes a command's own formats, `listing` makes all others."""
    from askfirst.cli.streams import style_for, write
    from askfirst.reporting.formats import FORMATS, written

    listed = None
    for one in wanted:
        if one.format in FORMATS:
            listed = listed or listing()
            write(written(one.format, listed), one.output)
        else:
            write(own(one.format, style_for(one.output)), one.output)
        if one.format is Format.GITHUB and listed:
            _summarize(listed)


def _summarize(listing: "Listing") -> None:
    """Add all that was found to the summary of the step, where GitHub names a file for it."""
    from askfirst.cli.streams import complain
    from askfirst.reporting.formats import markdown

    path = os.environ.get(_SUMMARY)
    if not path:
        return
    data = markdown.whole(listing).encode(errors="backslashreplace")
    if len(data) > _SUMMARY_BYTES:
        data = markdown.written(listing).encode(errors="backslashreplace")
    try:
        with Path(path).open("ab") as file:
            file.write(data)
    except OSError as error:
        complain(f"{path}: {error.strerror}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def _stop(trouble: str) -> NoReturn:
    from askfirst.cli.streams import complain

    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
