"""`askfirst show` and `askfirst presets` say in plain words what is in files, and write it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from askfirst.vocabulary import Preset
from tests.acceptance.fences import ROOT

PASSING = ROOT / "examples/pass"
GOOD = PASSING / "solo-artist/declaration.yaml"
BAD = ROOT / "examples/fail/AF303-permits-all-training/release.yaml"
HEAVY = ["rich", "jsonschema", "rdflib", "pyshacl", "pydantic", "pyarrow", "cryptography"]


def run(
    *arguments: object, cwd: Path, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    inherited = {
        name: one for name, one in os.environ.items() if not name.startswith(("LC_", "LAN"))
    }
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=120,
        env={**inherited, "COLUMNS": "80", **environment},
    )


def shown(*arguments: object, cwd: Path, **environment: str) -> str:
    found = run("show", *arguments, cwd=cwd, stdin=b"", **environment)
    assert (found.returncode, found.stderr) == (0, b"")
    return found.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "Ask first"),
        ([], {"LANG": "sv_SE.UTF-8"}, "Fråga först"),
        ([], {"LANG": "sv_SE.UTF-8", "LC_ALL": "C.UTF-8"}, "Ask first"),
        ([], {"LANG": "de_DE.UTF-8"}, "Ask first"),
        (["--language", "sv"], {}, "Fråga först"),
        (["--language", "en-GB"], {"LANG": "sv_SE.UTF-8"}, "Ask first"),
    ],
)
def test_the_language_is_that_asked_for_or_that_of_the_environment(
    arguments: list[str], environment: dict[str, str], expected: str, tmp_path: Path
) -> None:
    assert f"\n{expected}\n" in shown(GOOD, *arguments, cwd=tmp_path, **environment)


@pytest.mark.parametrize(
    ("output_format", "begins"),
    [("text", "Night Bus by"), ("markdown", "# Night Bus by"), ("html", "<!DOCTYPE html>")],
)
def test_a_format_is_written_to_a_file_as_to_the_screen(
    output_format: str, begins: str, tmp_path: Path
) -> None:
    written = shown(GOOD, "--format", output_format, cwd=tmp_path)
    assert shown(GOOD, "--format", output_format, "-o", "deed", cwd=tmp_path) == ""
    assert (tmp_path / "deed").read_text("utf-8") == written
    assert written.startswith(begins)


@pytest.mark.parametrize("columns", ["5", "40", "100", "200"])
def test_a_terminal_of_any_width_gets_lines_that_can_be_read(columns: str, tmp_path: Path) -> None:
    lines = shown(GOOD, cwd=tmp_path, COLUMNS=columns).splitlines()
    limit = max(40, min(int(columns), 100))
    assert [one for one in lines if len(one) > limit and " " in one.strip("- ")] == []
    assert max(map(len, lines)) > limit - 15


def test_a_terminal_without_unicode_gets_its_deed(tmp_path: Path) -> None:
    found = run("show", GOOD, "--language", "sv", cwd=tmp_path, PYTHONIOENCODING="latin-1")
    assert found.returncode == 0
    assert "Hur denna låt får användas" in found.stdout.decode("latin-1")


def test_the_input_an_audio_file_and_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "night-bus.flac").write_bytes(b"fLaC")
    (tmp_path / "night-bus.flac.askfirst.yaml").write_bytes(GOOD.read_bytes())
    plain = shown(GOOD, cwd=tmp_path)
    assert run("show", "-", cwd=tmp_path, stdin=GOOD.read_bytes()).stdout.decode() == plain
    assert shown("night-bus.flac", cwd=tmp_path) == plain
    assert shown(".", cwd=tmp_path) == plain


def test_several_documents_are_shown_one_after_the_other(tmp_path: Path) -> None:
    several = PASSING / "documents-in-a-list"
    documents = [one for file in several.glob("*.json") for one in json.loads(file.read_bytes())]
    written = shown(*several.glob("*.json"), "--format", "html", cwd=tmp_path)
    assert written.count("<article") == len(documents) > 1


def test_what_does_not_conform_has_findings_and_no_deed(tmp_path: Path) -> None:
    found = run("show", BAD, "--format", "html", "-o", "deed.html", cwd=tmp_path)
    assert found.returncode == 1
    assert b"AF303" in found.stdout
    assert b"<" not in found.stdout
    assert not (tmp_path / "deed.html").exists()


def test_one_broken_document_keeps_the_others_from_being_shown(tmp_path: Path) -> None:
    (tmp_path / "a.askfirst.yaml").write_bytes(GOOD.read_bytes())
    (tmp_path / "b.askfirst.yaml").write_bytes(BAD.read_bytes())
    found = run("show", ".", cwd=tmp_path)
    assert found.returncode == 1
    assert b"Night Bus by" not in found.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.yaml"],
        [GOOD, "--language", "xx"],
        [GOOD, "--format", "pdf"],
        [GOOD, "--where", "--format", "html"],
        [PASSING / "withdrawal/withdrawal.yaml", "--where"],
        [GOOD, "-o", "no/such/folder/deed"],
    ],
)
def test_what_cannot_be_done_exits_with_2_and_says_why(
    arguments: list[object], tmp_path: Path
) -> None:
    found = run("show", *arguments, cwd=tmp_path)
    assert found.returncode == 2
    assert found.stdout == b""
    assert found.stderr
    assert b"Traceback" not in found.stderr


def test_a_document_is_not_overwritten_by_its_deed(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes(GOOD.read_bytes())
    assert run("show", "mine.yaml", "-o", "mine.yaml", cwd=tmp_path).returncode == 2
    assert (tmp_path / "mine.yaml").read_bytes() == GOOD.read_bytes()


def test_where_prints_what_to_paste_and_no_deed(tmp_path: Path) -> None:
    written = shown(GOOD, "--where", cwd=tmp_path)
    assert "SoundCloud" in written
    assert "Ask first\n---" not in written


def test_nothing_heavy_is_loaded_for_it(tmp_path: Path) -> None:
    program = (
        "import sys; from askfirst.cli import main\n"
        f"sys.argv = ['askfirst', 'show', {str(GOOD)!r}, '-o', 'deed']\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"assert not [one for one in {HEAVY} if one in sys.modules]"
    )
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True, timeout=60)


class TestPresets:
    def test_all_are_listed_with_what_they_mean(self, tmp_path: Path) -> None:
        written = run("presets", cwd=tmp_path).stdout.decode()
        assert [name for name in Preset if f"{name}, writes it so" in written] == list(Preset)
        assert "Recommendations stop too" in written

    def test_one_is_shown_in_a_language(self, tmp_path: Path) -> None:
        written = run("presets", "NO-AI", "--language", "sv", cwd=tmp_path).stdout.decode()
        assert written.startswith("Ingen AI alls\n")

    def test_json_is_what_a_form_writes(self, tmp_path: Path) -> None:
        several = json.loads(run("presets", "--format", "json", cwd=tmp_path).stdout)
        single = run("presets", "no-ai", "--format", "json", cwd=tmp_path).stdout
        assert single == (ROOT / "spec/1.0/presets/no-ai.json").read_bytes()
        assert [one["preset"] for one in several] == list(Preset)
        assert json.loads(single) in several

    def test_an_unknown_preset_exits_with_2_and_names_the_others(self, tmp_path: Path) -> None:
        found = run("presets", "all", cwd=tmp_path)
        assert (found.returncode, found.stdout) == (2, b"")
        assert b"no-generative" in found.stderr
