"""Work on the pieces of an input, so that a run that was killed goes on where it was."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from askfirst.catalog.processes import parallel
from askfirst.errors import AskFirstError

__all__ = ["NotOurs", "finished", "run", "synced"]

_Piece = TypeVar("_Piece")
_RECORD, _LOCK = "run.json", ".lock"


class NotOurs(AskFirstError):
    """A folder for parts holds something else, or another run is working in it."""


def run(
    work: Callable[[_Piece, Path], None],
    pieces: Sequence[_Piece],
    folder: Path,
    *,
    identity: str,
    workers: int,
) -> Iterator[Path]:
    """Yield the finished folder of each piece, in order, while others are still worked on.

    `work` writes its files into the empty folder it is given. What a run with the same identity
    finished in `folder` is not done again; what one with another left is removed. Raises
    `NotOurs`, and `ProcessEnded`.
    """
    folder.mkdir(exist_ok=True)
    with _locked(folder):
        _prepare(folder, identity)
        left = [n for n in range(len(pieces)) if not _place(folder, n).is_dir()]
        done = _done(partial(_one, work, folder, identity), [(n, pieces[n]) for n in left], workers)
        waiting = iter(left)
        following = next(waiting, None)
        for number in range(len(pieces)):
            if number == following:
                next(done)
                following = next(waiting, None)
            yield _place(folder, number)


def finished(folder: Path) -> None:
    """Remove the parts of a run; its record goes last, so that a rest is still known as ours."""
    for path in sorted(folder.iterdir()):
        if path.name != _RECORD:
            _remove(path)
    shutil.rmtree(folder)


def synced(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    with suppress(PermissionError):  # where folders cannot be opened
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _done(
    one: Callable[[tuple[int, _Piece]], None], left: Sequence[tuple[int, _Piece]], workers: int
) -> Iterator[None]:
    jobs = min(workers, len(left))
    # one is no reason to start another process
    return parallel(one, left, jobs, patient=False) if jobs > 1 else map(one, left)


def _one(
    work: Callable[[_Piece, Path], None], folder: Path, identity: str, item: tuple[int, _Piece]
) -> None:
    """Work on a piece; its folder has its name when all that is in it is on the disk."""
    number, piece = item
    into = folder / f".{number:08}.{os.getpid()}"
    into.mkdir()
    work(piece, into)
    for path in (*into.iterdir(), into):
        synced(path)
    if _identity(folder) != identity:
        raise NotOurs(f"{folder}: another run began there")
    into.rename(_place(folder, number))
    synced(folder)


def _prepare(folder: Path, identity: str) -> None:
    """Remove what was left half done, or by a run with another identity."""
    known = _identity(folder)
    foreign = [path for path in folder.iterdir() if known is None and not _is_hidden(path)]
    if foreign:
        raise NotOurs(f"{folder} holds something else; move it away")
    for path in sorted(folder.iterdir()):
        if path.name not in (_LOCK, _RECORD) and (known != identity or _is_hidden(path)):
            _remove(path)
    if known != identity:
        draft = folder / f".{_RECORD}"
        draft.write_text(json.dumps({"identity": identity}), encoding="utf-8")
        synced(draft)
        draft.replace(folder / _RECORD)


def _identity(folder: Path) -> str | None:
    try:
        record = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        return str(record["identity"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep a second run out of the folder; a killed one keeps nobody out."""
    try:
        import fcntl  # noqa: PLC0415 - not everywhere
    except ImportError:
        yield
        return
    with (folder / _LOCK).open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise NotOurs(f"{folder}: another run is working there") from error
        yield


def _place(folder: Path, number: int) -> Path:
    return folder / f"{number:08}"


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        # what is half removed when we are killed must not have the name of a finished piece; what
        # has the other name already comes first in order
        hidden = path if _is_hidden(path) else path.rename(path.with_name(f".{path.name}.gone"))
        shutil.rmtree(hidden)
    else:
        path.unlink(missing_ok=True)
