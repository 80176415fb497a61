"""Look through a music library: which tracks have a declaration, and which contradict."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS
from askfirst.cli.formats import Format, Output, Reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from askfirst.authoring.scanning import Faulty, Scanned
    from askfirst.cli.formats import Target
    from askfirst.cli.library import Library
    from askfirst.cli.scanning import Looked
    from askfirst.reporting.scan import Scan
    from askfirst.reporting.style import Style

__all__ = ["scan"]


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
    ] = Format.FULL,
    output: Output = None,
    reports: Reports = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print errors only, and no table.")
    ] = False,
) -> None:
    """Look through a music library: which tracks have a declaration, and which contradict.

    Each audio file is looked at with what stands in it, beside it, and in its folder.

    Exit codes: 0 all are declared without error, 1 errors found, 2 could not look.
    """
    from askfirst.catalog.processes import processors
    from askfirst.cli.formats import targets
    from askfirst.cli.library import library
    from askfirst.cli.streams import complain

    wanted = targets(output_format, output, reports, ())
    _refuse(folder, [one.output for one in wanted if one.output])
    there = library(folder)
    if not there.size and not there.troubles:
        there.troubles.append(f"{folder}: there is nothing to scan, no audio file")
    found = _scanned(there, jobs or processors(), hashing=not no_hash)
    told = [one for one in wanted if there.size or not one.format.is_text]
    _write(found, told, folder, quiet=quiet)
    for trouble in there.troubles:
        complain(trouble)
    if there.troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    raise typer.Exit(CONFORMS if found.conforms else ERRORS)


def _refuse(folder: str, outputs: list[str]) -> None:
    """Exit where there is no folder, or where an output would overwrite what is to be read."""
    from askfirst.cli.streams import complain

    troubles = [
        f"{output} is an audio file or a license file and is not overwritten"
        for output in outputs
        if _is_read(Path(output))
    ]
    if not Path(folder).is_dir():
        troubles = [f"{folder} is no folder; name the one that the library is in"]
    for trouble in troubles:
        complain(trouble)
    if troubles:
        raise typer.Exit(COULD_NOT_LOOK)


def _is_read(output: Path) -> bool:
    from askfirst.audio import SUFFIXES
    from askfirst.reading import syntax_of

    ours = syntax_of(str(output)) and "askfirst" in output.name.lower()
    return output.exists() and bool(ours or output.suffix.lower() in SUFFIXES)


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
        tuple(there.troubles),
    )


def _files(
    looked: "Iterable[Looked]", faulty: "list[Faulty]", troubles: list[str]
) -> "Iterator[tuple[str, Scanned]]":
    """Yield the files of each batch, and put aside what was met around them."""
    for batch in looked:
        faulty += batch.faulty
        troubles += batch.troubles
        yield from batch.files


def _write(found: "Scan", wanted: "list[Target]", folder: str, *, quiet: bool) -> None:
    from askfirst.cli.formats import write_all
    from askfirst.cli.repository import placer
    from askfirst.reporting.listing.library import listed

    def own(output_format: Format, style: "Style") -> str:
        if output_format in (Format.JSON, Format.JSONL):
            from askfirst.reporting import scan_json

            return (scan_json.as_json if output_format is Format.JSON else scan_json.lines)(found)
        from askfirst.reporting.scan import text

        return text(found, style, quiet=quiet)

    place = placer()
    write_all(wanted, own, lambda: listed(found, lambda path: place(str(Path(folder, path)))))
