"""A document goes into the file that it is about, once, and says why where it does not."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from mutagen.flac import FLAC
from typer.testing import CliRunner, Result

from askfirst.audio import coded_audio, embedded
from askfirst.cli.app import app
from tests.acceptance.fences import ROOT
from tests.acceptance.recordings import audio

PASS = ROOT / "examples/pass"
DECLARATION = json.loads((PASS / "solo-artist/declaration.json").read_bytes())
RELEASE = json.loads((PASS / "release-folder/askfirst.json").read_bytes())
OTHER = {
    "holder": "https://idris.example.net/",
    "name": "Idris",
    "rights": ["lyrics"],
    "contact": "mailto:idris@example.net",
}


@pytest.fixture
def song(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    audio(Path("song.flac"), 1)
    return Path("song.flac")


def about(path: Path, **members: Any) -> dict[str, Any]:  # noqa: ANN401 - a document
    """Return a Declaration about a file, by its hash."""
    with path.open("rb") as file:
        files = [{"packetsSha256": coded_audio(file).packets_sha256}]
    return {
        **DECLARATION,
        "track": {"title": "Night Bus", "artists": ["Mara"], "files": files},
        **members,
    }


def put(document: object, name: str = "song.flac.askfirst.json") -> None:
    Path(name).write_text(json.dumps(document), encoding="utf-8")


def embed(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["embed", *(arguments or ["song.flac"])])


def inside(path: str | Path = "song.flac") -> list[Any]:
    with Path(path).open("rb") as file:
        return [json.loads(one.text) for one in embedded(file).declarations]


def test_the_license_file_beside_it_goes_into_it(song: Path) -> None:
    put(about(song))

    assert embed().exit_code == 0
    assert inside() == [about(song)]


def test_a_second_time_nothing_is_touched(song: Path) -> None:
    put(about(song))
    embed()
    before = song.stat()

    assert embed().exit_code == 0
    assert (song.stat().st_ino, song.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_one_beside_it_comes_before_that_of_the_folder(song: Path) -> None:
    put(about(song, id="urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b12"), "askfirst.json")
    put(about(song))

    embed()
    assert [one["id"] for one in inside()] == [DECLARATION["id"]]


def test_a_release_goes_into_its_tracks_whole(song: Path) -> None:
    release = {**RELEASE, "tracks": [*RELEASE["tracks"], about(song)["track"]]}
    put(release, "askfirst.json")

    assert embed(".", "--with-contacts").exit_code == 0
    assert inside() == [release]


def test_a_license_file_that_is_named_is_taken(song: Path) -> None:
    put(about(song), "elsewhere.json")

    assert embed("song.flac", "--declaration", "elsewhere.json").exit_code == 0
    assert inside() == [about(song)]


def test_an_isrc_in_the_tags_is_enough(song: Path) -> None:
    put(
        {
            **about(song),
            "track": {"title": "Night Bus", "artists": ["Mara"], "isrc": "SEXYZ2600012"},
        }
    )
    assert embed().exit_code == 1

    file = FLAC(song)
    file["ISRC"] = "SE-XYZ-26-00012"
    file.save()
    assert embed().exit_code == 0


@pytest.mark.parametrize(
    "files",
    [
        [{"packetsSha256": "0" * 64}],
        [{"packetsSha256": "0" * 64, "name": "song.flac"}],
        [{"pcmMd5": "0" * 32, "name": "song.flac"}],
    ],
)
def test_a_document_about_another_file_stays_out(song: Path, files: list[Any]) -> None:
    before = song.read_bytes()
    put({**DECLARATION, "track": {"title": "Night Bus", "artists": ["Mara"], "files": files}})

    assert embed().exit_code == 1
    assert song.read_bytes() == before


def test_a_name_is_the_same_in_both_ways_to_write_an_accent(song: Path) -> None:
    song.rename("cafe\u0301.flac")
    files = [{"packetsSha256": "0" * 64, "name": "caf\u00e9.flac"}]
    put({**DECLARATION, "track": {**DECLARATION["track"], "files": files}}, "askfirst.json")
    file = FLAC("cafe\u0301.flac")
    file["ISRC"] = DECLARATION["track"]["isrc"]
    file.save()

    assert embed("cafe\u0301.flac").exit_code == 1


def test_several_documents_about_one_file_are_not_chosen_from(song: Path) -> None:
    put([about(song), about(song, id="urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b12")])

    assert embed().exit_code == 1
    assert inside() == []


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"askfirst": "1.0.0"}', "title: x"])
def test_what_does_not_conform_stays_out(song: Path, content: str) -> None:
    Path("song.flac.askfirst.json").write_text(content, encoding="utf-8")

    assert embed().exit_code == 1
    assert inside(song) == []


def test_mail_addresses_of_others_stay_out(song: Path) -> None:
    value = about(song)
    value = {**value, "by": {"id": value["rightsholders"][0]["holder"]}}
    value["rightsholders"] = [
        {**value["rightsholders"][0], "rights": ["composition", "recording", "performance"]},
        OTHER,
    ]
    put(value)

    embed()
    assert [entry.get("contact") for entry in inside()[0]["rightsholders"]][1:] == [None]
    assert inside()[0]["rightsholders"][0] == value["rightsholders"][0]

    embed("song.flac", "--with-contacts")
    assert inside() == [value]


def test_a_dry_run_writes_nothing(song: Path) -> None:
    before = song.read_bytes()
    put(about(song))

    assert embed("song.flac", "--dry-run").exit_code == 0
    assert song.read_bytes() == before


def test_a_backup_is_kept(song: Path) -> None:
    before = song.read_bytes()
    put(about(song))

    embed("song.flac", "--backup")
    assert Path("song.flac.bak").read_bytes() == before


def test_folders_in_a_folder_are_gone_into_when_asked(song: Path) -> None:
    for folder in (Path("deep/er"), Path(".hidden")):
        folder.mkdir(parents=True)
        audio(folder / "song.flac", 1)
        put(about(song), str(folder / "askfirst.json"))
    Path("deep/loop").symlink_to(Path.cwd())
    put(about(song))

    assert embed(".").exit_code == 0
    assert inside("deep/er/song.flac") == []
    assert embed(".", "--recursive").exit_code == 0
    assert inside("deep/er/song.flac") == [about(song)]
    assert inside(".hidden/song.flac") == []


def test_several_at_a_time_come_to_the_same(song: Path) -> None:
    for n in range(3):
        Path(f"{n}.flac").write_bytes(song.read_bytes())
    put(about(song), "askfirst.json")

    result = embed(".", "--jobs", "2")

    assert result.exit_code == 0
    assert [inside(f"{n}.flac") for n in range(3)] == 3 * [[about(song)]]


def test_the_words_of_others_are_visible(song: Path) -> None:
    name = "a\x1b[2J.flac"
    song.rename(name)

    result = embed(name)

    assert result.exit_code == 1
    assert "\x1b" not in result.output


@pytest.mark.parametrize(
    "arguments", [["none.flac"], ["empty"], ["song.flac", "--declaration", "none.yaml"]]
)
def test_what_cannot_be_looked_at_is_told(song: Path, arguments: list[str]) -> None:
    put(about(song))
    Path("empty").mkdir()

    assert embed(*arguments).exit_code == 2
    assert inside(song) == []


@pytest.mark.parametrize("content", [b"", b"fLaC", b"RF64" + bytes(40), b"\0" * 1000])
def test_what_is_no_audio_is_left_with_its_license_file(song: Path, content: bytes) -> None:
    put(about(song))
    song.write_bytes(content)

    assert embed().exit_code == 1
    assert song.read_bytes() == content
    assert len(os.listdir()) == 2  # noqa: PTH208 - how many


def test_without_the_library_for_tags_a_hash_is_enough(
    song: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(about(song))
    monkeypatch.setitem(sys.modules, "mutagen", None)
    assert embed().exit_code == 0

    put({**about(song), "track": {**DECLARATION["track"], "isrc": "SEXYZ2600012"}})
    result = embed()
    assert result.exit_code == 1
    assert "pip install" in result.stderr
