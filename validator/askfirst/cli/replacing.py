"""Put a changed copy in the place of a file, whole or not at all, whatever happens meanwhile."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from askfirst.errors import AskFirstError

__all__ = ["NotReplaced", "opened", "remove_stale", "replaced"]

_PREFIX, _SUFFIX = ".askfirst-embed-", ".tmp"
#: After so many seconds nobody is still writing, where locks cannot tell.
_OLD = 86_400
_BACKUP = ".bak"


class NotReplaced(AskFirstError):
    """A file stays as it is; the message says why, and what would do."""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file to read. Raises `NotReplaced` where there is none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotReplaced("it is no regular file")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise NotReplaced(str(error.strerror)) from error


def replaced(
    path: Path,
    file: BinaryIO,
    write: Callable[[BinaryIO, BinaryIO], None],
    *,
    backup: bool = False,
) -> None:
    """Put what is written to a new file, from an open one, in its place.

    `write` gets both, and raises where the new one is not right. What the path leads to is
    replaced, not a link; permissions and times are kept. Raises `NotReplaced`, and then nothing
    has changed.
    """
    real = path.resolve()
    before = os.fstat(file.fileno())
    if not before.st_mode & 0o222:
        raise NotReplaced("it is write-protected; make it writable first")
    try:
        with _draft(real.parent) as (draft, name):
            write(file, draft)
            draft.flush()
            _keep(before, real, name)
            os.fsync(draft.fileno())
            _check_unchanged(before, os.fstat(file.fileno()), real)
            if backup:
                _back_up(real)
            name.replace(real)
    except OSError as error:
        raise NotReplaced(f"it cannot be replaced: {error.strerror}") from error
    _sync(real.parent)


@contextmanager
def _draft(folder: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """Make a hidden file in a folder; it is away afterwards, whatever happens."""
    name = folder / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"
    handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "w+b") as file:
            _lock(file)
            yield file, name
    finally:  # also where somebody interrupts us
        name.unlink(missing_ok=True)


def _lock(file: BinaryIO) -> bool:
    """Lock a file until it is closed, or its process ends; tell whether nobody else has."""
    try:
        import fcntl
    except ImportError:  # no such locks there
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def remove_stale(folder: Path) -> None:
    """Remove what a run that was killed has left in a folder: files of ours that nobody writes."""
    with suppress(OSError):
        for path in sorted(folder.glob(f"{_PREFIX}{'[0-9a-f]' * 16}{_SUFFIX}")):
            _remove_stale(path)


def _remove_stale(path: Path) -> None:
    import time

    with suppress(OSError), path.open("r+b") as file:
        if _lock(file) or time.time() - os.fstat(file.fileno()).st_mtime > _OLD:
            path.unlink()


def _keep(before: os.stat_result, real: Path, name: Path) -> None:
    """Give a new file the owner, the permissions, the times and the attributes of another."""
    made = name.stat()
    if hasattr(os, "chown") and (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
        with suppress(PermissionError):
            os.chown(name, before.st_uid, before.st_gid)
    shutil.copystat(real, name)
    os.utime(name, ns=(before.st_atime_ns, before.st_mtime_ns))


def _check_unchanged(before: os.stat_result, after: os.stat_result, real: Path) -> None:
    """Raise `NotReplaced` where somebody wrote to the file or replaced it meanwhile."""
    there = real.stat()
    facts = [(one.st_size, one.st_mtime_ns, one.st_ino, one.st_dev) for one in (before, after)]
    if facts[0] != facts[1] or (there.st_ino, there.st_dev) != (before.st_ino, before.st_dev):
        raise NotReplaced("somebody else changed it meanwhile; try again")


def _back_up(real: Path) -> None:
    """Keep the file under a second name. Raises `NotReplaced` where that is taken."""
    kept = real.with_name(real.name + _BACKUP)
    if kept.exists() and not kept.samefile(real):
        raise NotReplaced(f"its backup {kept.name} is there already; move it away first")
    with suppress(FileExistsError):
        try:
            os.link(real, kept)
        except (OSError, NotImplementedError, AttributeError):
            if not kept.exists():
                shutil.copy2(real, kept)


def _sync(folder: Path) -> None:
    """Make the new name last, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
