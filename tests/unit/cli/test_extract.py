"""What stands in the tags of audio files comes out, and where several differ it is said."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from mutagen.apev2 import APEv2
from mutagen.id3 import ID3, TXXX
from typer.testing import CliRunner, Result

import askfirst
from askfirst.audio import embed
from askfirst.authoring.embedding import statement
from askfirst.cli.app import app
from tests.acceptance.fences import ROOT
from tests.acceptance.recordings import audio

ONE = json.loads((ROOT / "examples/pass/solo-artist/declaration.json").read_bytes())
TWO = {**ONE, "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b12"}


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def song(name: str, document: dict[str, Any]) -> Path:
    path = audio(Path(name), 1)
    target = BytesIO()
    embed(BytesIO(path.read_bytes()), target, statement(document))
    path.write_bytes(target.getvalue())
    return path


def extract(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["extract", *arguments])


def test_a_document_comes_out_as_it_went_in() -> None:
    song("a.mp3", ONE)

    result = extract("a.mp3")

    assert result.exit_code == 0
    assert json.loads(result.stdout) == ONE


@pytest.mark.parametrize("name", ["out.json", "out.yaml"])
def test_it_is_written_as_the_file_ends(name: str) -> None:
    song("a.opus", ONE)

    assert extract("a.opus", "-o", name).exit_code == 0
    assert askfirst.check(Path(name).read_bytes()).documents[0].value == ONE


def test_the_same_in_several_files_comes_out_once() -> None:
    song("a.mp3", ONE)
    song("b.flac", ONE)

    assert json.loads(extract("a.mp3", "b.flac").stdout) == ONE


def test_several_come_out_as_a_list() -> None:
    song("a.mp3", ONE)
    song("b.flac", TWO)

    assert json.loads(extract("a.mp3", "b.flac").stdout) == [ONE, TWO]
    assert extract("a.mp3", "b.flac", "--format", "yaml").exit_code == 2


def test_tags_of_one_file_that_differ_are_all_told() -> None:
    path = song("a.mp3", ONE)
    tag = APEv2()
    tag["AskFirst"] = json.dumps(TWO)
    tag.save(path)

    result = extract("a.mp3")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == [ONE, TWO]


def test_nothing_is_no_success() -> None:
    audio(Path("a.mp3"), 1)

    result = extract("a.mp3")

    assert result.exit_code == 1
    assert result.stdout == ""


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"askfirst": "1.0.0"}', "x" * (2**20 + 100), '{"a": "\x1b[2J"}']
)
def test_what_does_not_conform_is_told_with_what_is_wrong(text: str) -> None:
    path = audio(Path("a.mp3"), 1)
    tag = ID3()
    tag.add(TXXX(3, "askfirst", [text]))
    tag.save(path)

    result = extract("a.mp3")

    assert result.exit_code == 1
    assert "AF" in result.stderr
    assert "\x1b" not in result.output


def test_signs_that_steer_a_terminal_are_escaped() -> None:
    title = {**ONE["track"], "title": "a\u202eb\x1b"}
    song("a.mp3", {**ONE, "track": title})

    result = extract("a.mp3")

    assert json.loads(result.stdout)["track"] == title
    assert "\u202e" not in result.stdout


def test_what_is_read_is_not_written_over() -> None:
    song("a.mp3", ONE)

    assert extract("a.mp3", "-o", "a.mp3").exit_code == 2
    assert extract("none.mp3").exit_code == 2
