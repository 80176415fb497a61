"""Check catalogs: a verdict on every row, and a summary."""

from enum import StrEnum
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS
from askfirst.cli.formats import Output

if TYPE_CHECKING:
    from askfirst.catalog.merging import Summary

__all__ = ["check"]


class Format(StrEnum):
    """How the summary is written."""

    FULL = "full"
    JSON = "json"


def check(  # noqa: PLR0913 - each is an option of the command
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="JSON Lines (.jsonl, .ndjson; also .gz, .zst), Parquet, documents, or folders.",
        ),
    ],
    *,
    pointer: Annotated[
        str | None, typer.Option(help="JSON Pointer of the document in each row.", metavar="P")
    ] = None,
    column: Annotated[
        str | None,
        typer.Option(
            help="The column of the documents; document, doc, declaration or json without it.",
            metavar="NAME",
        ),
    ] = None,
    naming: Annotated[
        str | None,
        typer.Option(
            "--id",
            help="What names a row: a JSON Pointer, or a column. The document's id without it.",
            metavar="P|NAME",
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            help="How many processes check; as many as there are processors.", metavar="N", min=1
        ),
    ] = None,
    verdicts: Annotated[
        str | None,
        typer.Option(
            help="Write the verdict on every row to this .jsonl or .parquet file. "
            "A run that was stopped goes on when it is called again.",
            metavar="FILE",
        ),
    ] = None,
    share: Annotated[
        float,
        typer.Option(
            help="The share of the rows that the reference checks again.",
            metavar="S",
            min=0,
            max=1,
        ),
    ] = 0.0001,
    seed: Annotated[int, typer.Option(help="What chooses those rows.", metavar="N")] = 0,
    samples: Annotated[
        int, typer.Option(help="How many rows are shown of each code.", metavar="N", min=0, max=100)
    ] = 3,
    output_format: Annotated[
        Format, typer.Option("--format", help="How the summary is written.")
    ] = Format.FULL,
    output: Output = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print the codes of errors only.")
    ] = False,
) -> None:
    """Check every row of catalogs: whether it conforms, and what is wrong how often.

    Parts are checked at the same time; the result is the same however many processes check.
    Some rows are checked again with the reference engine, which must find the same.

    Exit codes: 0 all conform, 1 errors found, 2 could not look, or the reference disagrees.
    """
    _require()
    from askfirst.catalog.auditing import Sampling
    from askfirst.catalog.judging import Asked
    from askfirst.catalog.processes import processors
    from askfirst.cli.catalog_inputs import inputs
    from askfirst.cli.cataloging import checked, form_of
    from askfirst.cli.formats import Format as Reported
    from askfirst.cli.formats import targets
    from askfirst.cli.streams import complain

    if isnan(share):  # which is in every range
        _stop("--share takes a number from 0 to 1")
    form = form_of(verdicts)
    found = inputs(paths)
    targets(Reported(output_format), output, None, found.files, verdicts)
    asked = Asked(pointer, column, naming, Sampling(share, seed), samples, form)
    target = Path(verdicts) if verdicts else None
    summary = checked(asked, list(found.files), target, workers or processors())
    summary.totals.troubles[:0] = found.troubles
    _write(summary, output_format, output, quiet=quiet)
    for trouble in _troubles(summary):
        complain(trouble)
    if not summary.is_sound:
        raise typer.Exit(COULD_NOT_LOOK)
    raise typer.Exit(CONFORMS if summary.conforms else ERRORS)


def _require() -> None:
    """Exit where what parses very many documents is not installed."""
    from importlib.util import find_spec

    if find_spec("orjson") is None:
        _stop("catalogs need more; install it with: pip install 'askfirst[catalog]'")


def _write(summary: "Summary", output_format: Format, output: str | None, *, quiet: bool) -> None:
    from askfirst.cli.streams import style_for, write

    if output_format is Format.JSON:
        from askfirst.reporting.catalog_json import as_json

        write(as_json(summary), output)
    elif summary.totals.rows:
        from askfirst.reporting.catalog import text

        write(text(summary, style_for(output), quiet=quiet), output)


def _troubles(summary: "Summary") -> list[str]:
    from askfirst.reporting.catalog import disagreements

    nothing = ["nothing to check: there is no row"] if not summary.totals.rows else []
    return [*disagreements(summary), *summary.totals.troubles, *nothing]


def _stop(trouble: str) -> NoReturn:
    from askfirst.cli.streams import complain

    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
