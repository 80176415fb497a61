"""Upgrading says what it does, changes what it says, and leaves what it refuses alone."""

from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import askfirst
from askfirst import comparison
from askfirst.cli.app import app
from askfirst.reading import Syntax
from askfirst.vocabulary import versions
from askfirst.vocabulary.versions import VERSIONS, Version
from tests.acceptance.fences import ROOT

SOLO = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_bytes()
NEWER = SOLO.replace(b"askfirst: 1.0.0", b"askfirst: 1.1.0")
#: In this version no word may be said of a voice that was said of it before.
WIDENING = {"prohibits": {"voice-replication-training": "voice-replication-input"}}


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a b.askfirst.yaml").write_bytes(SOLO)


def _made_up(monkeypatch: pytest.MonkeyPatch, version: Version) -> None:
    def checked(text: str, syntax: Syntax | None) -> askfirst.Report:
        return askfirst.check(text.replace("askfirst: 1.1.0", "askfirst: 1.0.0"), syntax=syntax)

    monkeypatch.setattr(versions, "VERSIONS", (*VERSIONS, version))
    monkeypatch.setattr(comparison, "upgraded", partial(comparison.upgraded, checked=checked))


def _run(*arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(app, ["upgrade", *arguments], input=given)


def _content() -> bytes:
    return Path("a b.askfirst.yaml").read_bytes()


def test_with_one_version_it_says_so_and_changes_nothing() -> None:
    before = Path("a b.askfirst.yaml").stat()

    run = _run(".")

    assert (run.exit_code, run.stdout.count("\n")) == (0, 1)
    assert "1.0.0" in run.stdout
    assert Path("a b.askfirst.yaml").stat().st_mtime_ns == before.st_mtime_ns


def test_a_file_moves_in_place_and_keeps_its_permissions(monkeypatch: pytest.MonkeyPatch) -> None:
    _made_up(monkeypatch, Version("1.1.0"))
    Path("a b.askfirst.yaml").chmod(0o640)

    assert _run(".", "--dry-run").exit_code == 0
    assert _content() == SOLO
    assert _run(".").exit_code == 0
    assert _content() == NEWER
    assert Path("a b.askfirst.yaml").stat().st_mode & 0o777 == 0o640
    assert _run(".").exit_code == 0
    assert _content() == NEWER


def test_the_input_goes_to_the_output(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _run("-", given=SOLO).stdout_bytes == SOLO

    _made_up(monkeypatch, Version("1.1.0"))
    assert _run("-", given=SOLO).stdout_bytes == NEWER


def test_what_would_widen_stays_and_the_others_move(monkeypatch: pytest.MonkeyPatch) -> None:
    _made_up(monkeypatch, Version("1.1.0", words=WIDENING))
    unharmed = SOLO.replace(b"voice-replication-training, ", b"")
    Path("other.askfirst.yaml").write_bytes(unharmed)

    run = _run(".")

    assert run.exit_code == 1
    assert "voice-replication-training" in run.stdout
    assert _content() == SOLO
    assert b"askfirst: 1.1.0" in Path("other.askfirst.yaml").read_bytes()


@pytest.mark.parametrize(
    ("data", "code"), [(SOLO.replace(b"1.0.0", b"1.9.0"), 1), (b"\xff", 1), (b"", 1), (None, 2)]
)
def test_what_cannot_be_read_stays_as_it_is(data: bytes | None, code: int) -> None:
    Path("a b.askfirst.yaml").unlink()
    if data is not None:
        Path("x.yaml").write_bytes(data)

    assert _run("x.yaml").exit_code == code
    assert data is None or Path("x.yaml").read_bytes() == data


def test_nothing_to_upgrade_is_not_looking() -> None:
    Path("a b.askfirst.yaml").unlink()

    assert _run(".").exit_code == 2
