"""Run the pieces of an audit in processes, with progress, and say how to go on where it stops."""

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path

import askfirst
from askfirst.catalog.audits.asking import released
from askfirst.catalog.audits.bundles import NotABundle
from askfirst.catalog.audits.evidence import hashed
from askfirst.catalog.audits.working import Job, work
from askfirst.catalog.inputs import Input, Unreadable
from askfirst.catalog.processes import ProcessEnded
from askfirst.catalog.runs import NotOurs, finished, run
from askfirst.catalog.store import NotAStore
from askfirst.cli.audit_asked import Asked, Flags, stop
from askfirst.cli.audit_store import Given
from askfirst.cli.progress import measured

__all__ = ["folders", "inputs_of", "place", "telling"]


def folders(job: Job, asked: Asked, parts: Path, workers: int) -> Iterator[Path]:
    """Yield the folder of each piece, and tell how far it has come."""
    pieces = asked.pieces
    several = [sum(one.file == piece.file for one in pieces) for piece in pieces]
    sizes = [piece.file.size // n for piece, n in zip(pieces, several, strict=True)]
    found = run(partial(work, job), pieces, parts, identity=_identity(job, asked), workers=workers)
    try:
        yield from measured(zip(found, sizes, strict=True), sum(sizes))
    finally:
        released()


def inputs_of(flags: Flags, asked: Asked, given: Given) -> list[tuple[str, str]]:
    """Return all that was read, each with its digest. Raises `Unreadable` where that changed."""
    named = [path for path in (flags.request, flags.trust) if path is not None]
    manifest = [(one.path, hashed(one)) for one in asked.files]
    others = [(path, hashed(Input.of(path))) for path in named]
    return [*manifest, *given.inputs, *others]


@contextmanager
def place(flags: Flags) -> Iterator[Path]:
    """Give the folder for the parts: one that stays if we are stopped, or one that nobody keeps."""
    named = flags.first
    if named:
        yield named.with_name(f"{named.name}.parts")
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Path(folder, "parts")


@contextmanager
def telling(flags: Flags, parts: Path, at: str) -> Iterator[None]:
    """Say what stopped us, and how to go on; what cannot go on is removed."""
    kept = flags.first
    more = "" if flags.at or flags.places.replay else f" with --at {at}"
    again = f"the same command{more} goes on from there" if kept else "nothing was kept"
    try:
        yield
    except KeyboardInterrupt:
        stop(f"stopped; {again}")
    except ProcessEnded as error:
        stop(f"{error}; {again}, and --workers 1 needs less memory")
    except (NotABundle, NotAStore, NotOurs, Unreadable) as error:
        if not isinstance(error, NotOurs) and parts.is_dir():
            finished(parts)
        stop(str(error) if flags.places.replay else f"{error}\nnothing was written")
    except (OSError, sqlite3.Error) as error:
        stop(f"the audit cannot be written: {error}")


def _identity(job: Job, asked: Asked) -> str:
    """Return a digest of the files as they are, of what is asked of them, and of who answers."""
    question = [_plain(one) for one in job.asking._replace(store="")]  # where it is says nothing
    versions = (askfirst.__version__, askfirst.SPEC_VERSION)
    text = json.dumps([versions, question, job.chosen, asked.pieces])
    return sha256(text.encode()).hexdigest()


def _plain(value: str | bytes | None) -> str | None:
    return value.decode() if isinstance(value, bytes) else value
