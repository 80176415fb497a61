"""`askfirst scan` looks through real libraries, and says the same however many processes look."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.recordings import album, audio
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place

SCHEMA = Place("https://w3id.org/askfirst/1.0/scan.schema.json")
WHO = ("--yes", "--name", "Mara Lindqvist", "--contact", "mara@example.org")


def _askfirst(
    *arguments: object, cwd: Path, **environment: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, **environment},
    )


def _scanned(folder: Path, *options: object) -> Json:
    run = _askfirst("scan", ".", "--format", "json", *options, cwd=folder)
    assert run.stderr == ""
    value: Json = json.loads(run.stdout)
    validator(SCHEMA).validate(value)
    assert run.returncode == (0 if value["conforms"] else 1)
    return value


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Make an album with a license file, another one without, and what a library has besides."""
    album(tmp_path / "One", 3, "flac", title="Song {}", isrc="SEXYZ260000{}")
    album(tmp_path / "Two", 2, "mp3", title="Song {}")
    (tmp_path / ".trash").mkdir()
    shutil.copy(tmp_path / "Two/01 - Song 1.mp3", tmp_path / ".trash")
    assert _askfirst("init", "One", *WHO, cwd=tmp_path).returncode == 0
    return tmp_path


def test_a_library_is_covered_once_everything_is_declared(library: Path) -> None:
    before = _scanned(library)
    _askfirst("init", "Two", *WHO, cwd=library)
    after = _scanned(library)

    assert [one["state"] for one in before["files"]] == ["declared"] * 3 + ["not-declared"] * 2
    assert {one["code"] for one in before["findings"]} == {"AF801"}
    assert (after["conforms"], after["findings"]) == (True, [])
    assert after["passedOver"] == {"hidden": 1, "linked": 0}


def test_what_was_embedded_is_found_until_the_license_file_changes(library: Path) -> None:
    assert _askfirst("embed", "One", "--recursive", cwd=library).returncode == 0
    before = _scanned(library / "One")
    path = library / "One/askfirst.yaml"
    named = path.read_text("utf-8").replace("requiresConsent:", "prohibits:")
    path.write_text(named, encoding="utf-8")
    after = _scanned(library / "One")

    assert (before["conforms"], before["findings"]) == (True, [])
    assert {one["site"] for one in before["files"][0]["documents"]} == {"embedded", "folder"}
    assert {one["code"] for one in after["findings"]} == {"AF802", "AF803"}
    assert after["counts"]["contradiction"] == 3


def test_processes_change_nothing(library: Path) -> None:
    album(library / "Many", 6, "wav")
    for n in range(70):
        shutil.copy(library / "Many/01 - Song 1.wav", library / f"Many/copy {n}.wav")
    one, four = (
        _askfirst("scan", ".", "--jobs", jobs, "--format", "json", cwd=library) for jobs in (1, 4)
    )

    assert one.stdout == four.stdout
    assert one.returncode == four.returncode == 1


def test_a_file_that_was_encoded_again_is_told(library: Path) -> None:
    _askfirst("init", "Two/01 - Song 1.mp3", *WHO, cwd=library)
    audio(library / "Two/01 - Song 1.mp3", 9)
    found = {one["path"]: one for one in _scanned(library)["findings"]}

    assert found["Two/01 - Song 1.mp3"]["code"] == "AF805"
    assert "AF805" not in {one["code"] for one in _scanned(library, "--no-hash")["findings"]}


def test_what_cannot_be_read_is_told_and_stops_nothing(library: Path) -> None:
    (library / "One/empty.flac").touch()
    (library / "One/cut.mp3").write_bytes((library / "Two/01 - Song 1.mp3").read_bytes()[:300])
    (library / "One/text.wav").write_text("no audio", encoding="utf-8")
    (library / "One/gone.flac").symlink_to("nowhere.flac")
    (library / "One/old.wma").write_bytes(b"\x30\x26\xb2\x75")
    states = {one["path"]: one["state"] for one in _scanned(library)["files"]}

    assert states["One/01 - Song 1.flac"] == "declared"
    for name in ("empty.flac", "text.wav", "gone.flac", "old.wma"):
        assert states[f"One/{name}"] == "unreadable", name


def test_a_license_file_that_does_not_conform_has_its_line(library: Path) -> None:
    path = library / "One/askfirst.yaml"
    path.write_text(path.read_text("utf-8").replace("requiresConsent", "requireConsent"), "utf-8")
    value = _scanned(library)
    found = [one for one in value["findings"] if one["path"] == "One/askfirst.yaml"]

    assert {one["code"] for one in found} >= {"AF103"}
    assert all(one["position"] for one in found)
    assert value["counts"]["invalid"] == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["scan", "nowhere"], 2),
        (["scan", "One/01 - Song 1.flac"], 2),
        (["scan", ".trash/none"], 2),
        (["scan", "."], 1),
        (["scan", "One"], 0),
        (["scan", "One", "-o", "One/askfirst.yaml"], 2),
        (["scan", "One", "-o", "One/01 - Song 1.flac"], 2),
        (["scan", "One", "-o", "missing/out.txt"], 2),
        (["scan", "One", "--jobs", "0"], 2),
    ],
)
def test_the_exit_code_says_how_it_went(library: Path, arguments: list[str], code: int) -> None:
    before = {path: path.stat().st_size for path in library.rglob("*.*")}
    run = _askfirst(*arguments, cwd=library)

    assert run.returncode == code
    assert "Traceback" not in run.stderr
    assert {path: path.stat().st_size for path in library.rglob("*.*")} == before


def test_a_folder_without_audio_is_no_success(tmp_path: Path) -> None:
    assert _askfirst("scan", ".", cwd=tmp_path).returncode == 2


def test_it_is_written_to_a_file_and_colors_stay_out_of_it(library: Path) -> None:
    run = _askfirst("scan", ".", "-o", "scan.txt", cwd=library)

    assert (run.returncode, run.stdout, run.stderr) == (1, "", "")
    assert "\x1b" not in (library / "scan.txt").read_text("utf-8")


def test_without_the_library_for_tags_it_says_what_to_install(library: Path) -> None:
    (library / "hidden").mkdir()
    (library / "hidden/mutagen.py").write_text("raise ImportError\n", encoding="utf-8")
    run = _askfirst("scan", "One", cwd=library, PYTHONPATH=str(library / "hidden"))

    assert run.returncode == 2
    assert "askfirst[audio]" in run.stderr
    assert "Traceback" not in run.stderr
