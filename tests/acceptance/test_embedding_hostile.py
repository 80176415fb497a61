"""Folders that cannot be written, full disks, and files that are none or go away change nothing."""

import json
import os
import shutil
import subprocess
import sys
import threading
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from askfirst.cli.app import app
from tests.acceptance.declaring import declare
from tests.acceptance.hostile import Run, askfirst, fails_closed
from tests.acceptance.recordings import audio
from tests.needs import needs

#: Root may write everywhere; without its capabilities it is a user like others.
PLAIN = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
#: Copies a folder to a small disk, changes to it, runs what follows, and says what is other then.
FULL = """
mount -t tmpfs -o size=96k tmpfs "$1" && cp "$2"/* "$1" && cd "$1" && shift 2 || exit 99
dd if=/dev/zero of=filler bs=1k 2>/dev/null
"$@"
code=$?
rm filler
ls -A >&2
sha256sum song.flac >&2
exit $code
"""


@pytest.fixture
def song(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an audio file with its license file beside it, in a folder of their own."""
    folder = tmp_path / "music"
    folder.mkdir()
    monkeypatch.chdir(folder)
    declare(audio(Path("song.flac"), 1))
    return Path("song.flac")


def unchanged(run: Run, before: dict[Path, bytes], folder: Path = Path()) -> bool:
    """Tell whether a run failed as it should, and every file is as it was, and no other there."""
    return fails_closed(run) and contents(folder) == before


def contents(folder: Path = Path()) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_folder_that_is_read_only_stays_as_it_is(song: Path) -> None:
    needs("setpriv", not PLAIN or shutil.which("setpriv") is not None)
    before = contents()
    Path().chmod(0o555)
    try:
        run = askfirst("embed", song, before=PLAIN)
        backup = askfirst("embed", song, "--backup", before=PLAIN)
    finally:
        Path().chmod(0o755)

    assert unchanged(run, before)
    assert unchanged(backup, before)


def test_a_file_that_may_not_be_read_stops_no_other(song: Path) -> None:
    needs("setpriv", not PLAIN or shutil.which("setpriv") is not None)
    shutil.copy(song, "other.flac")
    shutil.copy("song.flac.askfirst.json", "other.flac.askfirst.json")
    before = song.read_bytes()
    song.chmod(0)
    try:
        run = askfirst("embed", ".", before=PLAIN)
    finally:
        song.chmod(0o644)

    assert fails_closed(run)
    assert song.read_bytes() == before
    assert Path("other.flac").read_bytes() != before


def test_a_full_disk_leaves_what_was_there(song: Path, tmp_path: Path) -> None:
    small = ["unshare", "--map-root-user", "--mount"]
    mounts = [*small, "mount", "-t", "tmpfs", "tmpfs", str(tmp_path)]
    if not shutil.which("unshare") or subprocess.run(mounts, check=False).returncode:
        return  # where nothing can be mounted, a limit of the size of files is tested elsewhere
    disk = tmp_path / "disk"
    disk.mkdir()
    shell = ("sh", "-c", FULL, "sh", str(disk), str(Path.cwd()), sys.executable, "-m", "askfirst")
    told = subprocess.run([*small, *shell, "embed", "song.flac"], capture_output=True, check=False)
    run = Run(told.returncode, told.stdout, told.stderr)

    assert run.code == 1
    assert b"Traceback" not in run.err
    *said, first, second, digest = run.err.decode().splitlines()
    assert "No space left" in "".join(said)
    assert [first, second] == ["song.flac", "song.flac.askfirst.json"]
    assert digest.split()[0] == sha256(song.read_bytes()).hexdigest()


def odd(end: str = "") -> list[Path]:
    """Make what is no file under seven names: circles of links, pipes, a device, a folder."""
    links = {"circle": f"circle{end}", "one": f"two{end}", "two": f"one{end}", "nowhere": "away"}
    links |= {"piped": "pipe", "endless": "/dev/zero"}
    os.mkfifo("pipe")
    for name, target in links.items():
        Path(f"{name}{end}").symlink_to(target)
    Path(f"folder{end}").mkdir()
    return [Path(f"{name}{end}") for name in (*links, "folder")]


@pytest.mark.usefixtures("song")
def test_what_is_no_file_is_told_or_passed_over() -> None:
    paths = odd(".flac")
    Path("deep").mkdir()
    Path("deep/up").symlink_to("..")

    for command in ("embed", "extract"):
        assert fails_closed(askfirst(command, *paths, "pipe"))
    for path in paths:
        assert CliRunner().invoke(app, ["init", str(path)]).exit_code == 2
    assert askfirst("embed", ".", "--recursive").code == 0
    scanned = askfirst("scan", ".", "--format", "json")
    states = {one["path"]: one["state"] for one in json.loads(scanned.out)["files"]}
    unread = {str(path) for path in paths if not path.is_dir()}
    assert states == {"song.flac": "declared"} | dict.fromkeys(unread, "unreadable")


def test_a_license_file_that_is_no_file_is_none(song: Path) -> None:
    before = song.read_bytes()
    Path("song.flac.askfirst.json").unlink()
    beside = odd(".flac.askfirst.json")
    for path in beside:
        Path(path.name.removesuffix(".askfirst.json")).write_bytes(before)

    assert fails_closed(askfirst("embed", "."))
    assert fails_closed(askfirst("scan", "."))
    for path in beside:
        given = ["embed", "song.flac", "--declaration", str(path)]
        assert CliRunner().invoke(app, given).exit_code == 2
    assert {path.read_bytes() for path in Path().glob("*.flac")} == {before}


def test_a_header_of_four_gibibytes_with_nothing_behind_it(tmp_path: Path) -> None:
    """One that is cut off, and a sparse file of 4 GiB whose length was never written."""
    head = b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data"
    for name, size, real in (("short.wav", 2**32 - 2, 44), ("sparse.wav", 2**32 - 1, 2**32 + 44)):
        path = tmp_path / name
        path.write_bytes(head + size.to_bytes(4, "little"))
        os.truncate(path, real)
        declare(path, packets_sha256="0" * 64)
        there = path.stat()

        assert fails_closed(askfirst("embed", path))
        assert (path.stat().st_size, path.stat().st_mtime_ns) == (real, there.st_mtime_ns)
    assert len(list(tmp_path.iterdir())) == 4


def test_files_that_come_and_go_meanwhile_leave_no_trace(song: Path) -> None:
    """Somebody replaces, rewrites and removes files while they are written into."""
    good, stop = song.read_bytes(), threading.Event()
    names = [Path(f"{n}.flac") for n in range(12)]
    sidecar = Path("song.flac.askfirst.json").read_bytes()
    Path("askfirst.json").write_bytes(sidecar)

    def disturb() -> None:
        turn = 0
        while not stop.is_set():
            path = names[turn % len(names)]
            path.unlink(missing_ok=True)
            if turn % 3:
                Path("new").write_bytes(good[: len(good) // (turn % 3)])
                Path("new").replace(path)
            turn += 1

    for path in names:
        path.write_bytes(good)
    disturbing = threading.Thread(target=disturb)
    disturbing.start()
    try:
        runs = [askfirst("embed", ".", "--recursive"), askfirst("embed", ".", "--jobs", "2")]
    finally:
        stop.set()
        disturbing.join()

    assert all(b"Traceback" not in run.out + run.err for run in runs)
    assert not list(Path().glob(".askfirst-embed-*"))
    theirs = (good, good[: len(good) // 2])
    new = [path for path in names if path.exists() and path.read_bytes() not in theirs]
    assert {askfirst("extract", path).code for path in new} <= {0}
