"""Run a check of catalogs: parts in processes, progress, and files that are whole or not there."""

import json
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NoReturn

import typer

import askfirst
from askfirst.catalog.judging import Asked, judge
from askfirst.catalog.merging import Summary, merged
from askfirst.catalog.pieces import Piece, split
from askfirst.catalog.processes import ProcessEnded
from askfirst.catalog.recording import Form
from askfirst.catalog.runs import finished, run, synced
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.progress import measured
from askfirst.cli.streams import complain

__all__ = ["checked", "form_of"]

#: The merged verdicts, before they are put in place.
_WHOLE = ".whole"


def form_of(verdicts: str | None) -> Form | None:
    """Return the form that the name of a file asks for. Exits where it asks for none."""
    if verdicts is None:
        return None
    ending = Path(verdicts).suffix.lower()
    if ending not in list(Form):
        _stop(f"--verdicts {verdicts}: the name must end in one of {', '.join(Form)}")
    if Path(verdicts).is_dir() or not Path(verdicts).absolute().parent.is_dir():
        _stop(f"--verdicts {verdicts}: no file can be written there")
    return Form(ending)


def checked(asked: Asked, paths: list[str], target: Path | None, workers: int) -> Summary:
    """Check the rows of files and return the summary; the verdicts go to `target`.

    They are written only where the reference does not disagree.
    """
    pieces = split(paths)
    identity = _identity(asked, pieces)
    with _parts(target) as parts, _telling(target):
        found = run(partial(judge, asked), pieces, parts, identity=identity, workers=workers)
        sizes = [one.size for one in pieces]
        told = measured(zip(found, sizes, strict=True), sum(sizes))
        summary = merged(asked, pieces, told, parts / _WHOLE)
        if target and not summary.totals.disagreeing:
            (parts / _WHOLE).replace(target)
            synced(target.absolute().parent)
        finished(parts)
    return summary


def _identity(asked: Asked, pieces: list[Piece]) -> str:
    """Return a digest of the files as they are, of what is asked of them, and of who checks."""
    versions = (askfirst.__version__, askfirst.SPEC_VERSION, platform.python_version())
    return sha256(json.dumps([versions, asked, pieces]).encode()).hexdigest()


@contextmanager
def _parts(target: Path | None) -> Iterator[Path]:
    """Give the folder for the parts: one that stays if we are stopped, or one that nobody keeps."""
    if target:
        yield target.with_name(f"{target.name}.parts")
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder, "parts")


@contextmanager
def _telling(target: Path | None) -> Iterator[None]:
    """Say how to go on where we are stopped."""
    again = "the same command goes on from there" if target else "nothing was kept"
    try:
        yield
    except KeyboardInterrupt:
        _stop(f"stopped; {again}")
    except ProcessEnded as error:
        _stop(f"{error}; {again}, and --workers 1 needs less memory")


def _stop(trouble: str) -> NoReturn:
    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
