"""Put documents into a store, from which an audit finds those about a track."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

__all__ = ["index"]


def index(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="JSON Lines (.jsonl, .ndjson; also .gz, .zst), Parquet, documents, or folders.",
        ),
    ],
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The store to write.", metavar="FILE.sqlite")
    ],
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
    workers: Annotated[
        int | None,
        typer.Option(
            help="How many processes read; as many as there are processors.", metavar="N", min=1
        ),
    ] = None,
) -> None:
    """Put Declarations, Releases, Consents and Withdrawals into a store for audits.

    A document that does not conform stays in it and restricts. A row that holds no document
    stops the index, because what was not read may prohibit. The store is the same however many
    processes read; a run that was stopped goes on when it is called again.

    Exit codes: 0 the store is written, 2 could not look or write.
    """
    from importlib.util import find_spec

    if find_spec("orjson") is None:
        _stop("catalogs need more; install it with: pip install 'askfirst[catalog]'")
    from askfirst.catalog.noting import Noting
    from askfirst.catalog.processes import processors
    from askfirst.cli.catalog_inputs import inputs
    from askfirst.cli.indexing import indexed
    from askfirst.cli.streams import complain, write
    from askfirst.reporting.stored import text

    found = inputs(paths)
    if not found.files and not found.troubles:
        found.troubles.append("nothing to index: no file here is a document or a catalog")
    for trouble in found.troubles:
        complain(trouble)
    if found.troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    _protect(output, found.files)
    noting = Noting(pointer, column)
    stored = indexed(noting, list(found.files), Path(output), workers or processors())
    write(text(stored, output), None)


def _protect(output: str, read: dict[str, None]) -> None:
    """Exit where no store can be written, or where it would replace what is no store."""
    from askfirst.catalog.store import is_store

    path = Path(output)
    if path.is_dir() or not path.absolute().parent.is_dir():
        _stop(f"-o {output}: no file can be written there")
    if not path.exists():
        return
    if any(path.samefile(one) for one in read):
        _stop(f"{output} is one of the files to read and is not overwritten")
    if not is_store(path):
        _stop(f"{output} is there already and is no store; move it away, or write elsewhere")


def _stop(trouble: str) -> NoReturn:
    from askfirst.cli.streams import complain

    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
