"""Look through a music library: which tracks have a declaration, and which contradict."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from askfirst.authoring.scanning import Faulty, Scanned
    from askfirst.cli.library import Library
    from askfirst.cli.scanning import Looked
    from askfirst.reporting.scan import Scan

__all__ = ["scan"]


class Format(StrEnum):
    """How the result is written."""

    TEXT = "text"
    JSON = "json"


def scan(  # noqa: PLR0913 - each is an option of the command
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="The folder of the library, with all below it.")
    ],
    *,
    jobs: Annotated[
        int | None,
        typer.Option(
            help="How many processes look; as many as there are processors.", metavar="N", min=1
        ),
    ] = None,
    no_hash: Annotated[
        bool, typer.Option("--no-hash", help="Do not read the audio to compare its hash.")
    ] = False,
    output_format: Annotated[
        Format, typer.Option("--format", help="How the result is written.")
    ] = Format.TEXT,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Write to this file, whole or not at all.", metavar="FILE"
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print errors only, and no table.")
    ] = False,
) -> None:
    """Look through a music library: which tracks have a declaration, and which contradict.

    Each audio file is looked at with what stands in it, beside it, and in its folder.

    Exit codes: 0 all are declared without error, 1 errors found, 2 could not look.
    """
    from askfirst.cli.library import library
    from askfirst.cli.scanning import processors
    from askfirst.cli.streams import complain

    _refuse(folder, output)
    there = library(folder)
    if not there.size and not there.troubles:
        there.troubles.append(f"{folder}: there is nothing to scan, no audio file")
    found = _scanned(there, jobs or processors(), hashing=not no_hash)
    if there.size:
        _write(found, output_format, output, quiet=quiet)
    for trouble in there.troubles:
        complain(trouble)
    if there.troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    raise typer.Exit(CONFORMS if found.conforms else ERRORS)


def _refuse(folder: str, output: str | None) -> None:
    """Exit where there is no folder, or where the output would overwrite what is to be read."""
    from askfirst.audio import SUFFIXES
    from askfirst.cli.streams import complain
    from askfirst.reading import syntax_of

    trouble = None
    if not Path(folder).is_dir():
        trouble = f"{folder} is no folder; name the one that the library is in"
    elif output and Path(output).exists():
        ours = syntax_of(output) and "askfirst" in Path(output).name.lower()
        if ours or Path(output).suffix.lower() in SUFFIXES:
            trouble = f"{output} is an audio file or a license file and is not overwritten"
    if trouble:
        complain(trouble)
        raise typer.Exit(COULD_NOT_LOOK)


def _scanned(there: "Library", jobs: int, *, hashing: bool) -> "Scan":
    """Look at every file; what cannot be opened around them is a trouble and stops nothing."""
    from askfirst.cli.progress import progress
    from askfirst.cli.scanning import look
    from askfirst.reporting.scan import Scan

    faulty: list[Faulty] = []
    looked = look(there.root, there.batches, jobs, hashing=hashing)
    files = tuple(progress(_files(looked, faulty, there.troubles), there.size))
    there.troubles[:] = dict.fromkeys(there.troubles)
    return Scan(
        files,
        tuple(faulty),
        tuple(sorted(there.orphans)),
        there.hidden,
        there.linked,
        bool(there.troubles),
    )


def _files(
    looked: "Iterable[Looked]", faulty: "list[Faulty]", troubles: list[str]
) -> "Iterator[tuple[str, Scanned]]":
    """Yield the files of each batch, and put aside what was met around them."""
    for batch in looked:
        faulty += batch.faulty
        troubles += batch.troubles
        yield from batch.files


def _write(found: "Scan", output_format: Format, output: str | None, *, quiet: bool) -> None:
    from askfirst.cli.streams import style_for, write

    if output_format is Format.JSON:
        from askfirst.reporting.scan_json import as_json

        write(as_json(found), output)
    else:
        from askfirst.reporting.scan import text

        write(text(found, style_for(output), quiet=quiet), output)
