"""A file is replaced whole or not at all, and keeps all that a file has besides its content."""

import errno
import fcntl
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from askfirst.cli.replacing import NotReplaced, opened, remove_stale, replaced


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.flac"
    path.write_bytes(b"old")
    os.utime(path, ns=(1_000_000_001, 2_000_000_002))
    path.chmod(0o640)
    return path


def new(_: BinaryIO, copy: BinaryIO) -> None:
    copy.write(b"new")


def replace(path: Path, *, backup: bool = False) -> None:
    with opened(path) as file:
        replaced(path, file, new, backup=backup)


def test_permissions_and_times_are_kept(path: Path) -> None:
    replace(path)

    there = path.stat()
    assert path.read_bytes() == b"new"
    assert (there.st_mode & 0o777, there.st_mtime_ns) == (0o640, 2_000_000_002)
    assert os.listdir(path.parent) == ["a.flac"]  # noqa: PTH208 - the names


def test_attributes_are_kept(path: Path) -> None:
    try:
        os.setxattr(path, "user.rating", b"5")
    except OSError:
        return  # not on this file system
    replace(path)

    assert os.getxattr(path, "user.rating") == b"5"


def test_what_a_link_leads_to_is_replaced(path: Path) -> None:
    link = path.parent / "deep" / "link.flac"
    link.parent.mkdir()
    link.symlink_to(path)

    replace(link)

    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert [one.name for one in link.parent.iterdir()] == ["link.flac"]


def test_a_backup_is_what_was_there(path: Path) -> None:
    replace(path, backup=True)

    assert path.with_name("a.flac.bak").read_bytes() == b"old"
    assert path.with_name("a.flac.bak").stat().st_mtime_ns == 2_000_000_002


def test_a_backup_is_never_written_over(path: Path) -> None:
    path.with_name("a.flac.bak").write_bytes(b"older")

    with pytest.raises(NotReplaced):
        replace(path, backup=True)

    assert path.read_bytes() == b"old"
    assert path.with_name("a.flac.bak").read_bytes() == b"older"


def test_a_backup_is_copied_where_there_are_no_hard_links(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "link", link)
    replace(path, backup=True)

    assert path.with_name("a.flac.bak").read_bytes() == b"old"


def test_what_is_write_protected_is_left(path: Path) -> None:
    path.chmod(0o444)

    with pytest.raises(NotReplaced):
        replace(path)

    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "disk full"), KeyboardInterrupt()])
def test_whatever_happens_nothing_is_left(path: Path, trouble: BaseException) -> None:
    def stop(_: BinaryIO, copy: BinaryIO) -> None:
        copy.write(b"ne")
        raise trouble

    with pytest.raises((NotReplaced, KeyboardInterrupt)), opened(path) as file:
        replaced(path, file, stop)

    assert path.read_bytes() == b"old"
    assert [one.name for one in path.parent.iterdir()] == ["a.flac"]


def _write_to(path: Path) -> None:
    path.write_bytes(b"other")


def _put_another(path: Path) -> None:
    path.unlink()
    path.write_bytes(b"old")


@pytest.mark.parametrize("change", [_write_to, _put_another, Path.unlink])
def test_what_somebody_changes_meanwhile_is_theirs(path: Path, change: object) -> None:
    def meanwhile(original: BinaryIO, copy: BinaryIO) -> None:
        new(original, copy)
        change(path)  # type: ignore[operator]

    with pytest.raises(NotReplaced), opened(path) as file:
        replaced(path, file, meanwhile)

    assert not path.exists() or path.read_bytes() in (b"other", b"old")
    assert not [one for one in path.parent.iterdir() if one != path]


def test_a_folder_that_is_read_only_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(name: str, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "permission denied")
        return real(name, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(NotReplaced):
        replace(path)

    assert path.read_bytes() == b"old"


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.flac")

    for path in (tmp_path / "pipe.flac", tmp_path, tmp_path / "none.flac", Path("/dev/zero")):
        with pytest.raises(NotReplaced), opened(path):
            raise AssertionError


def test_what_a_killed_run_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    left, busy = (tmp_path / f".askfirst-embed-{name * 16}.tmp" for name in "ab")
    kept = [tmp_path / name for name in (".askfirst-embed-x.tmp", "a.flac", ".other.tmp")]
    for path in (left, busy, *kept):
        path.write_bytes(b"x")
    with busy.open("r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        remove_stale(tmp_path)

    assert sorted(tmp_path.iterdir()) == sorted([busy, *kept])
