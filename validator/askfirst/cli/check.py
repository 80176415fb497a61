"""Check license files, or the declarations in somebody else's JSON."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from askfirst.cli.paths import Selection
    from askfirst.reporting import FileReport, Results

__all__ = ["check"]


class Format(StrEnum):
    """How findings are written."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


def check(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders or patterns; - is the standard input."
        ),
    ],
    pointer: Annotated[
        str | None,
        typer.Option(help="JSON Pointer of the document in somebody else's JSON.", metavar="P"),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="How findings are written.")
    ] = Format.FULL,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Write to this file, whole or not at all.", metavar="FILE"
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print errors only, and no summary.")
    ] = False,
) -> None:
    """Check license files: whether each is right, where it is wrong, and what would be right.

    In a folder, askfirst.yaml, *.askfirst.yaml (.yml, .json) and every YAML or JSON file that
    begins like one are checked.

    Exit codes: 0 all conform, 1 errors found, 2 could not look.
    """
    from askfirst.cli.paths import select
    from askfirst.cli.streams import complain
    from askfirst.reporting import Results

    selection = select(paths)
    _refuse_input_as_output(selection, output)
    files = tuple(_checked(selection, pointer))
    if not files and not selection.troubles:
        selection.troubles.append("nothing to check: no file here is an AskFirst document")
    results = Results(files, selection.passed_over, bool(selection.troubles))
    if files or output_format is Format.JSON:
        _write(results, output_format, output, quiet=quiet)
    for trouble in selection.troubles:
        complain(trouble)
    if selection.troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    raise typer.Exit(CONFORMS if results.conforms else ERRORS)


def _refuse_input_as_output(selection: "Selection", output: str | None) -> None:
    from askfirst.cli.streams import complain

    same = (path for path in selection.files if output and Path(path).absolute() == _real(output))
    if next(same, None):
        complain(f"{output} is one of the files to check and is not overwritten")
        raise typer.Exit(COULD_NOT_LOOK)


def _real(path: str) -> Path:
    return Path(path).absolute()


def _checked(selection: "Selection", pointer: str | None) -> "list[FileReport]":
    """Check each file; what cannot be opened is a trouble and stops nothing else."""
    from askfirst.checking import check as check_bytes
    from askfirst.cli.paths import read_bounded
    from askfirst.cli.progress import progress
    from askfirst.errors import NoSuchPart
    from askfirst.reading import syntax_of
    from askfirst.reporting import FileReport

    reports = []
    for path in progress(list(selection.files)):
        try:
            report = check_bytes(read_bounded(path), syntax=syntax_of(path), pointer=pointer)
            reports.append(FileReport(path, report))
        except OSError as error:
            selection.troubles.append(f"{path}: {error.strerror}")
        except NoSuchPart as error:
            selection.troubles.append(f"{path}: {error}")
    return reports


def _write(results: "Results", output_format: Format, output: str | None, *, quiet: bool) -> None:
    from askfirst.cli.streams import style_for, write
    from askfirst.reporting import text

    if output_format is Format.JSON:
        from askfirst.reporting.json import report

        write(report(results), output)
    else:
        show = text.full if output_format is Format.FULL else text.concise
        write(show(results, style_for(output), quiet=quiet), output)
