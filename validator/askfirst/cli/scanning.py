"""Look at the audio files of a library, in as many processes as are wanted."""

import errno
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from askfirst.authoring.coverage import Place, Site
from askfirst.authoring.scanning import Faulty, Scanned, scan, unopened
from askfirst.checking import Report, check
from askfirst.cli.library import Batch
from askfirst.cli.paths import read_bounded
from askfirst.cli.replacing import NotReplaced, opened
from askfirst.errors import AskFirstError
from askfirst.reading import syntax_of

__all__ = ["Looked", "look"]


class Looked(NamedTuple):
    """The audio files of a batch, by their paths in the library; what is wrong around them."""

    files: tuple[tuple[str, Scanned], ...]
    faulty: tuple[Faulty, ...]
    troubles: tuple[str, ...]


class _Stopped(AskFirstError):
    """A process that looked at files ended early."""


def look(
    root: str, batches: Sequence[Batch], jobs: int, *, hashing: bool = True
) -> Iterator[Looked]:
    """Yield what is found in each batch, in order. Raises `NoTagReader`."""
    work = partial(_look, root, hashing=hashing)
    jobs = min(jobs, len(batches))
    if jobs < 2:  # noqa: PLR2004 - one is no reason to start another process
        yield from map(work, batches)
        return
    pool = ProcessPoolExecutor(jobs, initializer=_ignore_interrupts)
    try:
        yield from pool.map(work, batches)
    except BrokenExecutor as error:
        raise _Stopped("a process was ended while it looked; try again with --jobs 1") from error
    finally:  # also where somebody interrupts us
        pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Leave it to the one process that somebody sees to end the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _look(root: str, batch: Batch, *, hashing: bool) -> Looked:
    folder, troubles = Path(root, batch.folder), list[str]()
    around = tuple(_places(Site.FOLDER, folder, batch, batch.around, troubles))
    files = []
    for name, beside in batch.audio:
        places = (*_places(Site.SIDECAR, folder, batch, beside, troubles), *around)
        path = (Path(batch.folder) / name).as_posix()
        files.append((path, _scanned(folder / name, places, hashing=hashing)))
    faulty = Faulty.of(around, Site.FOLDER) if batch.first else ()
    return Looked(tuple(files), faulty, tuple(troubles))


def _scanned(path: Path, places: Sequence[Place], *, hashing: bool) -> Scanned:
    try:
        with opened(path) as file:
            return scan(path.name, file, places, hashing=hashing)
    except NotReplaced as error:
        return unopened(path.name, str(error))


def _places(
    site: Site, folder: Path, batch: Batch, names: Sequence[str], troubles: list[str]
) -> Iterator[Place]:
    for name in names:
        try:
            report = (_kept if site is Site.FOLDER else _checked)(str(folder / name))
            yield Place(site, (Path(batch.folder) / name).as_posix(), report)
        except OSError as error:
            troubles.append(f"{folder / name}: {error.strerror}")


def _checked(path: str) -> Report:
    if Path(path).exists() and not Path(path).is_file():
        raise OSError(errno.EINVAL, "it is no regular file")
    return check(read_bounded(path), syntax=syntax_of(path))


@lru_cache(maxsize=len(Site))
def _kept(path: str) -> Report:
    """Return the report about the license file of a folder; its batches follow each other."""
    return _checked(path)
