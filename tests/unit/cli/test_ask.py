"""Asking leaves nobody out, asks for nothing that is prohibited, and never writes over anything."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import askfirst
from askfirst.cli.app import app
from askfirst.model.documents import Request
from tests.acceptance.fences import ROOT

LAB = ["--by", "https://lab.example.com/", "--at", "2026-11-22T10:00:00Z"]
DECLARATION = json.loads((ROOT / "examples/pass/consent-to-one-lab/declaration.json").read_bytes())
CONSENT = json.loads((ROOT / "examples/pass/consent-to-one-lab/consent.json").read_bytes())
MARA = DECLARATION["rightsholders"][0]
RIGHTS = ["composition", "lyrics", "recording", "performance", "voice", "likeness"]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _put(DECLARATION)


def _put(document: Any, name: str = "d") -> None:  # noqa: ANN401 - a document
    Path(f"{name}.askfirst.json").write_text(json.dumps(document), encoding="utf-8")


def _ask(*flags: str, use: str = "music-generation-training") -> Result:
    return CliRunner().invoke(app, ["ask", ".", "--use", use, *LAB, "-o", "out", *flags])


def _files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(Path("out").glob("*"))}


def _request(name: str = "depot") -> Request:
    found = askfirst.read(Path("out", f"{name}.request.askfirst.yaml").read_bytes())
    assert isinstance(found, Request)
    return found


def _letters() -> dict[str, str]:
    return {name: text.decode() for name, text in _files().items() if name.endswith(".letter.txt")}


def test_one_request_and_one_letter_for_each_who_has_to_agree() -> None:
    label = {"holder": "https://label.example/", "name": "Label", "rights": ["recording"]}
    mandate = {"id": "https://society.example/", "name": "Society", "capacity": "society"}
    composer = {**MARA, "rights": ["composition"], "mandate": mandate}
    others = [{**MARA, "rights": RIGHTS[3:]}, label, composer]
    _put({**DECLARATION, "by": {"id": MARA["holder"]}, "rightsholders": others})

    assert _ask().exit_code == 0
    assert set(_files()) == {
        "depot.request.askfirst.yaml",
        "depot.label.letter.txt",
        "depot.mara-lindqvist.letter.txt",
        "depot.society.letter.txt",
    }
    assert "2 other parties" in _letters()["depot.label.letter.txt"]


def test_the_same_question_gives_the_same_bytes() -> None:
    assert _ask().exit_code == 0
    before = _files()

    assert _ask().exit_code == 0
    assert _files() == before
    assert _request().id.startswith("urn:askfirst:sha256:")


def test_another_question_does_not_replace_what_is_there() -> None:
    assert _ask().exit_code == 0
    before = _files()

    assert _ask(use="input").exit_code == 2
    assert _files() == before
    assert _ask("--force", use="input").exit_code == 0
    assert _files() != before


def test_a_dry_run_writes_nothing() -> None:
    run = _ask("--dry-run")

    assert run.exit_code == 0
    assert "Dear Mara Lindqvist" in run.output
    assert not Path("out").exists()


def test_what_is_prohibited_is_not_asked_for() -> None:
    _put({**DECLARATION, "prohibits": ["voice-replication-training"]})

    assert _ask(use="generative-training").exit_code == 0
    assert "voice-replication-training" not in _request().uses
    assert len(_request().uses) == 4
    assert "voice" not in _letters()["depot.mara-lindqvist.letter.txt"]
    assert _ask("--force", use="voice-replication-training").exit_code == 1


def test_where_all_is_prohibited_there_is_nothing_to_send() -> None:
    _put({**DECLARATION, "requiresConsent": [], "prohibits": ["training"]})

    assert _ask(use="training").exit_code == 1
    assert not Path("out").exists()


def test_what_is_permitted_is_not_asked_for_again() -> None:
    _put({**DECLARATION, "permits": ["search-indexing"]})

    assert _ask("--assurance", "unsigned", use="search-indexing").exit_code == 0
    assert not Path("out").exists()
    assert _ask(use="search-indexing").exit_code == 0
    assert _letters()


def test_a_consent_that_proves_nothing_does_not_leave_anybody_out() -> None:
    _put({**CONSENT, "issued": "2026-11-01T10:00:00Z", "validFrom": "2026-11-01T10:00:00Z"}, "c")
    flags = ["--model", "tonewave@2", "--territory", "SE"]

    assert _ask(*flags, "--accepts", "attribution", "--accepts", "compensation").exit_code == 0
    assert "nothing proves" in _letters()["depot.mara-lindqvist.letter.txt"]


def test_an_unproven_claim_is_called_one() -> None:
    assert _ask().exit_code == 0
    assert "claim" in _letters()["depot.mara-lindqvist.letter.txt"]
    assert _ask("--force", "--assurance", "unsigned").exit_code == 0
    assert "claim" not in _letters()["depot.mara-lindqvist.letter.txt"]


def test_where_nobody_is_named_there_is_nobody_to_ask() -> None:
    _put({**DECLARATION, "rightsholders": [{**MARA, "rights": ["voice"]}]})

    assert _ask().exit_code == 1
    assert not Path("out").exists()


def test_each_track_of_a_release_has_its_own_request() -> None:
    tracks = [
        {"title": "Intro", "artists": ["Mara"], "isrc": "SEXYZ2600020"},
        {"title": "Intro", "artists": ["Mara"], "isrc": "SEXYZ2600021"},
        {"title": "Outro", "artists": ["Mara"], "isrc": "SEXYZ2600022", "prohibits": ["training"]},
    ]
    kept = {name: value for name, value in DECLARATION.items() if name != "track"}
    album = {"title": "Album", "artists": ["Mara"]}
    _put({**kept, "type": "Release", "release": album, "tracks": tracks})

    assert _ask().exit_code == 1
    requests = [name for name in _files() if ".request." in name]
    assert len(requests) == 2
    assert len(_letters()) == 2
    assert _ask("--track", "SEXYZ2600020", "-o", "one").exit_code == 0
    assert len(list(Path("one").iterdir())) == 2


def test_ten_holders_of_one_name_get_ten_letters() -> None:
    ids = [f"urn:x:{n}" for n in range(10)]
    holders = [{"holder": one, "name": "Mara", "rights": ["recording"]} for one in ids]
    _put({**DECLARATION, "by": {"id": ids[0]}, "rightsholders": holders})

    assert _ask().exit_code == 0
    assert len(_letters()) == 10
    assert all("no address is known" in text for text in _letters().values())


def test_names_of_strangers_steer_nothing() -> None:
    name = "\x1b[2J\u202eMara\nTo: bank@evil.example"
    track = {**DECLARATION["track"], "title": "no\n\n--- \x07: #"}
    _put({**DECLARATION, "track": track, "rightsholders": [{**MARA, "name": name}]})

    run = _ask()

    assert run.exit_code == 0
    [letter] = _letters().values()
    for text in (run.output, letter):
        assert not {"\x1b", "\u202e", "\x07"}.intersection(text)
    assert [line[:3] for line in letter.splitlines()].count("To:") == 1
    assert _request("no").track.title == track["title"]


def test_a_document_that_does_not_conform_is_named() -> None:
    _put({**DECLARATION, "id": "urn:x:broken", "permits": ["training"]}, "broken")

    run = _ask()

    assert run.exit_code == 0
    assert "broken.askfirst.json" in run.output


@pytest.mark.parametrize(
    "flags",
    [
        ["--use", "trainin"],
        ["--by", "the lab"],
        ["--material", "video"],
        ["--territory", "UK"],
        ["--accepts", "nothing"],
        ["--contact", "nowhere"],
        ["--name", ""],
        ["--purpose", ""],
        ["--track", "SEXYZ2600099"],
        ["--track", "Depot"],
        ["--at", "yesterday"],
        ["-o", "d.askfirst.json"],
    ],
)
def test_what_cannot_be_asked_ends_with_two_and_no_file(flags: list[str]) -> None:
    run = _ask(*flags)

    assert run.exit_code == 2
    assert "askfirst: " in run.output
    assert not Path("out").exists()


@pytest.mark.parametrize("flags", [["--use", "training"], ["--by", "https://lab.example.com/"], []])
def test_who_asks_and_what_for_has_to_be_said(flags: list[str]) -> None:
    assert CliRunner().invoke(app, ["ask", ".", *flags]).exit_code == 2
