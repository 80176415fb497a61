"""Run an index of documents: parts in processes, progress, and a store that is whole."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path

import typer

import askfirst
from askfirst.catalog.inputs import Unreadable
from askfirst.catalog.noting import NotIndexed, Noting, note
from askfirst.catalog.pieces import Piece, split
from askfirst.catalog.processes import ProcessEnded
from askfirst.catalog.runs import NotOurs, finished, run, synced
from askfirst.catalog.storing import VERSION, Stored, store
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.progress import measured
from askfirst.cli.streams import complain

__all__ = ["indexed"]

#: The store, before it is put in place.
_WHOLE = ".whole"


def indexed(noting: Noting, paths: list[str], target: Path, workers: int) -> Stored:
    """Write a store of the documents in files and return what is in it. Exits where it cannot."""
    pieces = split(paths)
    parts = target.with_name(f"{target.name}.parts")
    with _telling(parts):
        work, identity = partial(note, noting), _identity(noting, pieces)
        folders = run(work, pieces, parts, identity=identity, workers=workers)
        sizes = [one.size for one in pieces]
        noted = list(measured(zip(folders, sizes, strict=True), sum(sizes)))
        inputs = {one: None for piece in pieces for one in piece.files}
        stored = store(noting, inputs, noted, parts / _WHOLE)
        (parts / _WHOLE).replace(target)
        synced(target.absolute().parent)
        finished(parts)
    return stored


def _identity(noting: Noting, pieces: list[Piece]) -> str:
    """Return a digest of the files as they are, of what is noted of them, and of who reads."""
    versions = (askfirst.__version__, askfirst.SPEC_VERSION, VERSION)
    return sha256(json.dumps([versions, noting, pieces]).encode()).hexdigest()


@contextmanager
def _telling(parts: Path) -> Iterator[None]:
    """Say what stopped us, and how to go on; what cannot go on is removed."""
    try:
        yield
    except KeyboardInterrupt:
        trouble = "stopped; the same command goes on from there"
    except ProcessEnded as error:
        trouble = f"{error}; the same command goes on from there, and --workers 1 needs less memory"
    except (OSError, sqlite3.Error) as error:
        trouble = f"the store cannot be written: {error}"
    except (NotOurs, NotIndexed, Unreadable) as error:
        trouble = f"{error}\nno store was written"
        if not isinstance(error, NotOurs):
            finished(parts)
    else:
        return
    for line in trouble.splitlines():
        complain(line)
    raise typer.Exit(COULD_NOT_LOOK)
