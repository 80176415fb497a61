"""Check license files, or the declarations in somebody else's JSON."""

from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS
from askfirst.cli.fixing import Differences, Fixes, Fixing, UnsafeFixes
from askfirst.cli.formats import Format, Output, Reports
from askfirst.cli.silencing import BaselineFile, Ignored, NewBaseline, Selected

if TYPE_CHECKING:
    from askfirst.cli.formats import Target
    from askfirst.cli.paths import Selection
    from askfirst.reporting import FileReport, Results
    from askfirst.reporting.fixes import Changed
    from askfirst.reporting.listing import Listing
    from askfirst.reporting.style import Style

__all__ = ["check", "write_results"]


def check(  # noqa: PLR0913 - typer takes one for each flag
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders or patterns; - is the standard input."
        ),
    ],
    *,
    pointer: Annotated[
        str | None,
        typer.Option(help="JSON Pointer of the document in somebody else's JSON.", metavar="P"),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="How findings are written.")
    ] = Format.FULL,
    output: Output = None,
    reports: Reports = None,
    select: Selected = None,
    ignore: Ignored = None,
    baseline: BaselineFile = None,
    write_baseline: NewBaseline = None,
    fix: Fixes = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Differences = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print errors only, and no summary.")
    ] = False,
) -> None:
    """Check license files: whether each is right, where it is wrong, and what would be right.

    In a folder, askfirst.yaml, *.askfirst.yaml (.yml, .json) and every YAML or JSON file that
    begins like one are checked.

    Exit codes: 0 all conform, 1 errors found, 2 could not look.
    """
    from askfirst.cli.formats import targets
    from askfirst.cli.paths import select as selected
    from askfirst.cli.repository import placer
    from askfirst.cli.silencing import Silencing
    from askfirst.cli.streams import complain
    from askfirst.reporting import Results

    silencing = Silencing.of(select, ignore, baseline, write_baseline)
    found = selected(paths)
    fixing = Fixing.of(fix=fix, unsafe=unsafe_fixes, diff=diff, paths=found.files)
    wanted = targets(output_format, output, reports, found.files, write_baseline)
    files = tuple(_checked(found, pointer))
    if not files and not found.troubles:
        found.troubles.append("nothing to check: no file here is an AskFirst document")
    results = Results(files, found.passed_over, tuple(found.troubles))
    results, changes = fixing.applied(results, pointer, lambda one: silencing.left(one, placer()))
    results = silencing.applied(results, placer())
    write_results(results, wanted, quiet=quiet, changes=changes if diff else None)
    for told in (*(f"note: {remark}" for remark in results.remarks), *results.troubles):
        complain(told)
    if results.troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    raise typer.Exit(CONFORMS if results.conforms else ERRORS)


def write_results(
    results: "Results",
    wanted: "list[Target]",
    *,
    quiet: bool = False,
    changes: "tuple[Changed, ...] | None" = None,
) -> None:
    """Write what was found to each target; over nothing there is no text to read.

    Where there are changes to show, they take the place of the findings in a text.
    """
    from askfirst.cli.formats import write_all
    from askfirst.cli.repository import placer

    def own(output_format: Format, style: "Style") -> str:
        if changes is not None and output_format.is_text:
            return _shown(changes, results, style, quiet=quiet)
        return _text(results, output_format, style, quiet=quiet)

    def listing() -> "Listing":
        from askfirst.reporting.listing.findings import listed

        return listed(results, placer())

    told = [one for one in wanted if results.files or not one.format.is_text]
    write_all(told, own, listing)


def _shown(
    changes: "tuple[Changed, ...]", results: "Results", style: "Style", *, quiet: bool
) -> str:
    from askfirst.reporting.fixes import fixable, unified
    from askfirst.reporting.text import summary

    ends = [] if quiet else [summary(results), *fixable(results)]
    return unified(changes, style) + "".join(f"{line}\n" for line in ends)


def _text(results: "Results", output_format: Format, style: "Style", *, quiet: bool) -> str:
    from askfirst.reporting import json, text

    if output_format is Format.JSON:
        return json.report(results)
    if output_format is Format.JSONL:
        return json.lines(results)
    show = text.full if output_format is Format.FULL else text.concise
    return show(results, style, quiet=quiet)


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
