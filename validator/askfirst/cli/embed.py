"""Write license files into the tags of audio files."""

from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from askfirst.cli.embedding import Job, Result

__all__ = ["embed"]


def embed(  # noqa: PLR0913 - one for each flag
    audio: Annotated[
        list[str], typer.Argument(metavar="AUDIO...", help="Audio files, or folders of them.")
    ],
    *,
    declaration: Annotated[
        str | None,
        typer.Option(
            help="The license file. Left out, the one beside the audio file, else the folder's.",
            metavar="FILE",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")
    ] = False,
    backup: Annotated[
        bool, typer.Option("--backup", help="Keep each file as it was, with .bak after its name.")
    ] = False,
    recursive: Annotated[
        bool, typer.Option("--recursive", "-r", help="Go into the folders in a folder, too.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="How many files at a time.", metavar="N")
    ] = 1,
    with_contacts: Annotated[
        bool,
        typer.Option(
            "--with-contacts", help="Write the mail addresses of all holders, not only the maker's."
        ),
    ] = False,
) -> None:
    """Write license files into the tags of audio files, so that they travel with the music.

    The sound is compared before and after, and a file is replaced whole or not at all; other tags
    stay as they are. A file that has it already is not touched.

    Exit codes: 0 all have it, 1 some do not, 2 could not look.
    """
    from askfirst.cli.audio_files import audio_under
    from askfirst.cli.embedding import Job

    _refuse_missing(declaration)
    paths = audio_under(audio, recursive=recursive)
    wanted = [
        Job(path, declaration, dry_run=dry_run, backup=backup, with_contacts=with_contacts)
        for path in paths
    ]
    if not dry_run:
        _remove_stale(paths)
    written = _told(_results(wanted, jobs))
    raise typer.Exit(CONFORMS if written else ERRORS)


def _refuse_missing(declaration: str | None) -> None:
    from pathlib import Path

    from askfirst.cli.streams import complain

    if declaration is not None and not Path(declaration).is_file():
        complain(f"{declaration}: there is no such file")
        raise typer.Exit(COULD_NOT_LOOK)


def _remove_stale(paths: "Iterable[str]") -> None:
    import os
    from pathlib import Path

    from askfirst.cli.replacing import remove_stale

    # not Path.resolve, which fails where links lead in a circle
    for folder in {Path(os.path.realpath(path)).parent for path in paths}:
        remove_stale(folder)


def _results(wanted: "list[Job]", jobs: int) -> "Iterator[Result]":
    """Yield what came of each file, in order."""
    from askfirst.cli.embedding import embedded_in
    from askfirst.cli.progress import progress

    if jobs == 1 or len(wanted) == 1:
        yield from map(embedded_in, progress(wanted))
        return
    from askfirst.catalog.processes import parallel

    yield from progress(parallel(embedded_in, wanted, jobs), len(wanted))


def _told(results: "Iterable[Result]") -> bool:
    """Say what came of each file, and of all of them; tell whether none was refused."""
    from collections import Counter

    from askfirst.cli.embedding import Outcome
    from askfirst.reporting.visible import visible

    counts: Counter[Outcome] = Counter()
    for one in results:
        counts[one.outcome] += 1
        refused = one.outcome is Outcome.REFUSED
        typer.echo(visible(f"{one.outcome}: {one.path}: {one.words}"), err=refused)
        for note in one.notes:
            typer.echo(visible(f"  note: {note}"))
    typer.echo(", ".join(f"{count} {outcome}" for outcome, count in counts.items()))
    return not counts[Outcome.REFUSED]
