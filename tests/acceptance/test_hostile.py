"""The command line fails closed, soon and in few words, whatever it is pointed at."""

import os
import pty
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import FileIO
from pathlib import Path

import pytest

from tests.acceptance.fences import ROOT
from tests.acceptance.hostile import Run, askfirst, fails_closed
from tests.acceptance.hostile_texts import SLOW, TEXTS
from tests.needs import needs

GOOD = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_bytes()
BAD = GOOD.replace(b"requiresConsent", b"requireConsent")
#: What clears a screen, names a window, rings, changes a color, and turns writing around.
ESCAPES = "\\e[2J\\e]0;owned\\a\\x9b31m\\u202e"
RAW = ("\x1b", "\x07", "\x9b", "\u202e")
ASCII = {"PATH": os.defpath, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return written(tmp_path, "good.yaml", GOOD)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return written(tmp_path, "bad.yaml", BAD)


@pytest.fixture
def escapes(tmp_path: Path) -> Path:
    """Return a file in whose texts and names a terminal would find orders."""
    data = GOOD.replace(b"Night Bus", f'"{ESCAPES}"'.encode())
    return written(tmp_path, "escapes.yaml", data + f'"{ESCAPES}": [{ESCAPES}]\n'.encode())


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.long] * (name in SLOW)) for name in TEXTS]
)
def test_a_text_that_is_too_much_is_refused_in_time(name: str, tmp_path: Path) -> None:
    run = askfirst("check", written(tmp_path, name, TEXTS[name]().encode()))

    assert fails_closed(run)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        *(("a.json", b"\x00" * 1000), ("a.yaml", b"\x00" * 1000), ("a.json", bytes(range(256)))),
        *(("a.yaml", bytes(range(256))), ("a.flac", b"fLaC\x00\x00"), ("a.yaml", b"\xff\xd8")),
    ],
)
def test_bytes_that_are_no_text_are_refused(name: str, data: bytes, tmp_path: Path) -> None:
    assert fails_closed(askfirst("check", written(tmp_path, name, data)))


@pytest.mark.parametrize("name", ["large.json", "large.yaml", "large.bin"])
def test_a_file_of_100_mb_is_refused_unread(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(100_000_000)

    assert fails_closed(askfirst("check", path))


def test_standard_input_without_an_end_is_refused() -> None:
    with Path(os.devnull).with_name("zero").open("rb") as zeros:
        assert fails_closed(askfirst("check", "-", stdin=zeros))


@pytest.mark.parametrize(
    "name", ["none.yaml", "no/such/folder", "", "*.nothing", "\n", "a" * 5000, "a/" * 3000]
)
def test_what_is_not_there_could_not_be_looked_at(name: str, tmp_path: Path) -> None:
    run = askfirst("check", f"{tmp_path}/{name}")

    assert fails_closed(run)
    assert run.code == 2
    assert run.out == b""


def test_a_folder_without_documents_could_not_be_looked_at(tmp_path: Path) -> None:
    written(tmp_path, "track.flac", b"fLaC")

    assert fails_closed(run := askfirst("check", tmp_path))
    assert run.code == 2


@pytest.fixture
def humbly() -> tuple[str, ...]:
    """Return what has to run a command so that locks hold, which they do not for a superuser."""
    if os.geteuid() != 0:
        return ()
    needs("setpriv, because a superuser runs this", shutil.which("setpriv") is not None)
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


@pytest.mark.parametrize("inside", [".", "askfirst.yaml"])
def test_a_locked_file_could_not_be_looked_at(
    inside: str, tmp_path: Path, humbly: tuple[str, ...]
) -> None:
    written(tmp_path, "askfirst.yaml", GOOD).chmod(0)
    run = askfirst("check", tmp_path / inside, before=humbly)

    assert fails_closed(run)
    assert run.code == 2


@pytest.mark.parametrize("inside", [".", "sub", "sub/askfirst.yaml"])
def test_a_locked_folder_could_not_be_looked_at(
    inside: str, tmp_path: Path, humbly: tuple[str, ...]
) -> None:
    written(tmp_path, "askfirst.yaml", GOOD)
    (tmp_path / "sub").mkdir(mode=0)
    run = askfirst("check", tmp_path / inside, before=humbly)

    assert fails_closed(run)
    assert run.code == 2


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("none.yaml"))


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path))


ODD_ENTRIES = {"a link to itself": _loop, "a link to nothing": _dangling, "a socket": _socket}


@pytest.mark.parametrize("make", ODD_ENTRIES.values(), ids=ODD_ENTRIES)
@pytest.mark.parametrize("inside", [".", "askfirst.yaml"])
def test_an_entry_that_cannot_be_opened_could_not_be_looked_at(
    make: Callable[[Path], None], inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "askfirst.yaml")
    run = askfirst("check", tmp_path / inside)

    assert fails_closed(run)
    assert run.code == 2


def test_a_folder_that_links_to_itself_is_searched_once(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    written(tmp_path, "askfirst.yaml", BAD)
    run = askfirst("check", tmp_path)

    assert run.code == 1
    assert b"1 file checked" in run.out


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "askfirst.yaml")
    os.mkfifo(tmp_path / "other.json")

    assert fails_closed(askfirst("check", tmp_path))


def test_a_name_that_is_no_text_is_shown_as_far_as_it_is_one(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\x1b[2J.askfirst.yaml"
    with open(name, "wb") as file:  # noqa: PTH123 - Path takes no bytes
        file.write(BAD)
    run = askfirst("check", tmp_path)

    assert fails_closed(run)
    assert b"\\x1b[2J.askfirst.yaml" in run.out


FORMATS = ["full", "concise", "json"]


@pytest.mark.parametrize("output_format", FORMATS)
def test_nobody_steers_a_terminal(output_format: str, escapes: Path) -> None:
    run = on_a_terminal("check", str(escapes), str(escapes) + "\x1b[2J", "--format", output_format)

    assert [order for order in RAW if order in run.out.decode()] == []
    assert b"Traceback" not in run.out
    assert run.code == 2


def on_a_terminal(*arguments: str) -> Run:
    """Run the command line on a terminal whose reader wants no colors."""
    ours, theirs = pty.openpty()
    with open(theirs, "wb") as screen:  # noqa: PTH123 - a number
        environment = {**os.environ, "NO_COLOR": "1"}
        run = askfirst(*arguments, stdout=screen, stderr=screen, environment=environment)
    with open(ours, "rb", buffering=0) as shown:  # noqa: PTH123 - a number
        return run._replace(out=b"".join(_until_closed(shown)))


def _until_closed(shown: FileIO) -> Iterator[bytes]:
    with suppress(OSError):  # how a terminal says that nobody writes to it anymore
        while part := shown.read(4096):
            yield part


def test_a_reader_that_has_seen_enough_gets_no_traceback(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", TEXTS["much-one-word.json"]().encode())
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as closed:  # noqa: PTH123 - a number
        run = askfirst("check", path, stdout=closed)

    assert fails_closed(run)


@pytest.mark.parametrize(
    "redirection", ["| head -1; exit ${PIPESTATUS[0]}", ">&-", "2>&-", ">/dev/full"]
)
def test_an_output_that_takes_nothing_is_no_success(redirection: str, bad: Path) -> None:
    command = f'"{sys.executable}" -m askfirst check "{bad}" {redirection}'
    run = subprocess.run(["bash", "-c", command], capture_output=True, check=False)  # noqa: S607 - any

    assert run.returncode in (1, 2)
    assert b"Traceback" not in run.stderr
    assert b"Exception" not in run.stderr


def test_a_locale_that_knows_no_letters_changes_no_answer(escapes: Path) -> None:
    run = askfirst("check", escapes, environment=ASCII)

    assert fails_closed(run)
    assert run.out.isascii()


@pytest.mark.parametrize(
    "output", ["none/report.json", "bad.yaml/report.json", "folder", "", "a" * 300]
)
def test_a_report_that_cannot_be_written_could_not_be_looked_at(
    output: str, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    run = askfirst("check", bad, "-o", f"{tmp_path}/{output}")

    assert fails_closed(run)
    assert run.code == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_a_report_is_written_to_what_is_no_file_without_replacing_it(
    bad: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "report")
    reader = os.open(tmp_path / "report", os.O_RDONLY | os.O_NONBLOCK)
    run = askfirst("check", bad, "-o", tmp_path / "report")
    os.close(reader)

    assert fails_closed(run)
    assert (tmp_path / "report").is_fifo()


@pytest.mark.parametrize(
    "arguments",
    [
        *(["check"], ["check", "--format", "xml", "a"], ["check", "--nothing"], ["nothing"], []),
        *(["explain", "AF999"], ["explain", "\x1b[2J"], ["schema", "../../etc/passwd"]),
        *(["schema", "common", "--bundle"], ["check", "good.yaml", "--pointer", "nowhere"]),
        *(["check", "good.yaml", "--pointer", "/~2"], ["check", "good.yaml", "--pointer", "//"]),
    ],
)
def test_a_command_that_makes_no_sense_could_not_look(
    arguments: list[str], good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(good.parent)
    run = askfirst(*arguments)

    assert fails_closed(run)
    assert run.code == 2
    assert b"\x1b" not in run.out + run.err
