"""Write a catalog that is made up, to try with and to measure with."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["sample"]


def sample(  # noqa: PLR0913 - each is an option of the command
    *,
    output: Annotated[
        str, typer.Option("--output", "-o", help="A new or empty folder.", metavar="DIR")
    ],
    declarations: Annotated[
        int, typer.Option(help="How many Declarations and Releases.", metavar="N", min=1)
    ] = 1000,
    consents: Annotated[
        int | None,
        typer.Option(help="How many Consents; one for four Declarations.", metavar="N", min=0),
    ] = None,
    withdrawals: Annotated[
        int | None,
        typer.Option(help="How many Withdrawals; one for ten Consents.", metavar="N", min=0),
    ] = None,
    rows: Annotated[
        int | None,
        typer.Option(
            help="How many rows of the manifest; as many as Declarations.", metavar="N", min=0
        ),
    ] = None,
    invalid: Annotated[
        float, typer.Option(help="The share of documents that are broken.", min=0, max=1)
    ] = 0.01,
    seed: Annotated[int, typer.Option(help="Another number makes another catalog.")] = 1,
) -> None:
    """Write a catalog that is made up: the same options write the same bytes.

    declarations.jsonl, consents.jsonl and withdrawals.jsonl hold one document a line, request.json
    asks for generative training, and manifest.jsonl lists the tracks somebody wants to train with.
    A larger file begins with the same lines. A document whose track cannot be read restricts every
    track, so an audit that is to permit something needs --invalid 0.

    Few holders have many tracks, and many have few. In percent, how often something stands there:

    \b
    document: by 70, absentRights 12, askAt 60, witness 50, language 90,
      source 2, $schema 50, @context 15, x-members 5, escapes 10
    kind: Release 5, duplicate 2.5, second holder 5, superseding 5, other
      recording 5
    track: isrc 92, mbid 50, iswc 60, iscc 25, urls 60, second url 40, files
      90, second file 40, pcmMd5 30, license 15, guest 20, longer title 40
    holders: publisher 75, label 60, writer 30, contact 90, mandate 10, isni
      20, ipi 40, urn:uuid 10
    finding: AF202 1, AF209 3, AF304 3, AF305 4, AF307 2, AF404 5, AF603 4,
      AF604 5
    consent: all agree 31, anyone 10
    row: unknown 20, isrc 70, packetsSha256 50, url 30

    Broken documents are broken in each of the ways equally often: bad text, misspelt words, wrong
    check digits, contradictions.

    Exit codes: 0 written, 2 could not write.
    """  # noqa: D301 - the backslash keeps the lines of the table
    from askfirst.catalog import sampling
    from askfirst.cli.progress import progress
    from askfirst.cli.streams import write
    from askfirst.reporting.visible import visible

    consents = declarations // 4 if consents is None else consents
    withdrawals = consents // 10 if withdrawals is None else withdrawals
    rows = declarations if rows is None else rows
    made = {
        "declarations.jsonl": sampling.declarations(seed, 0, declarations, invalid),
        "consents.jsonl": sampling.consents(seed, 0, consents, invalid, declared=declarations),
        "withdrawals.jsonl": sampling.withdrawals(
            seed, 0, withdrawals, invalid, declared=declarations, consented=consents
        ),
        "manifest.jsonl": sampling.rows(seed, 0, rows, declarations),
        "request.json": [sampling.written(sampling.request(seed))],
    }
    total = declarations + consents + withdrawals + rows + 1
    for _ in progress(_fill(_folder(output), made), total):
        pass
    several = (declarations, consents, withdrawals, rows)
    counts = (f"{visible(output)}/{name}: {n:,}\n" for name, n in zip(made, several, strict=False))
    write("".join(counts), None)


def _folder(path: str) -> Path:
    """Return a folder that is empty. Exits where it is not, or cannot be made."""
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            _stop(f"{path} is not empty; name a new folder")
    except FileExistsError:
        _stop(f"{path} is no folder; name a new one")
    except OSError as error:
        _stop(f"{path}: {error.strerror}")
    return folder


def _fill(folder: Path, made: "Mapping[str, Iterable[bytes]]") -> "Iterator[None]":
    """Write each document on a line, and put all the files in place at the end."""
    import os
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(dir=folder, prefix=".draft-") as drafts:
        for name, documents in made.items():
            with Path(drafts, name).open("wb") as file:
                for document in documents:
                    file.write(document + b"\n")
                    yield
                file.flush()
                os.fsync(file.fileno())
        for name in made:
            Path(drafts, name).replace(folder / name)


def _stop(trouble: str) -> NoReturn:
    from askfirst.cli.streams import complain

    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
