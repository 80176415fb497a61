"""Consent by flags: every point is said, nothing is wider than was asked, nothing is lost."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import askfirst
from askfirst.cli.app import app
from askfirst.model.documents import Consent
from tests.acceptance.fences import ROOT

MARA = "https://mara.example.org/"
LAB = {"id": "https://lab.example.com/", "name": "Example Lab"}
DECLARATION = json.loads((ROOT / "examples/pass/consent-to-one-lab/declaration.json").read_bytes())
REQUEST = {
    "askfirst": "1.0.0",
    "type": "Request",
    "id": "urn:uuid:2f894f42-0171-4db4-80c3-7100cc776355",
    "issued": "2026-11-20T10:00:00Z",
    "by": LAB,
    "uses": ["music-generation-training", "voice-replication-training"],
    "track": {"title": "Depot", "isrc": "SEXYZ2600016"},
    "material": ["audio"],
    "model": {"name": "tonewave", "version": "2"},
    "accepts": ["attribution"],
}
FLAGS = {
    "--by": MARA,
    "--use": "music-generation-training",
    "--material": "audio",
    "--model": "tonewave@2",
    "--territory": "worldwide",
    "--purpose": "any",
    "--from": "now",
    "--until": "until-withdrawn",
    "--condition": "none",
    "--at-end": "stop-new-training",
    "--method": "opt-in",
    "--i-consent": None,
}


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _put("d.askfirst.json", DECLARATION)
    _put("depot.request.askfirst.json", REQUEST)


def _put(name: str, document: Any) -> None:  # noqa: ANN401 - a document
    Path(name).write_text(json.dumps(document), encoding="utf-8")


def _consent(*more: str, **other: str) -> Result:
    said = {**FLAGS, **{f"--{name.replace('_', '-')}": value for name, value in other.items()}}
    return _run(said, *more)


def _run(said: Mapping[str, str | None], *more: str) -> Result:
    words = [word for pair in said.items() for word in pair if word is not None]
    files = ["depot.request.askfirst.json", "d.askfirst.json"]
    return CliRunner().invoke(app, ["consent", *files, *words, *more])


def _written() -> Consent:
    [path] = Path().glob("*.consent.askfirst.yaml")
    found = askfirst.read(path.read_bytes())
    assert isinstance(found, Consent)
    return found


def test_what_flags_say_is_what_is_written() -> None:
    assert _consent().exit_code == 0

    consent = _written()
    assert (consent.by.id, consent.to.id) == (MARA, LAB["id"])  # type: ignore[union-attr]  # a party
    assert consent.rights == ("composition", "lyrics", "recording", "performance")
    assert consent.uses == ("music-generation-training",)
    assert consent.in_reply_to == REQUEST["id"]
    assert consent.conditions == ()


@pytest.mark.parametrize("flag", FLAGS)
def test_a_point_that_is_not_said_is_asked_for_and_not_assumed(flag: str) -> None:
    run = _run({name: value for name, value in FLAGS.items() if name != flag})

    assert run.exit_code == 2
    assert flag in run.output
    assert not list(Path().glob("*.consent.*"))


def test_all_points_that_are_missing_are_named_at_once() -> None:
    run = _run({})

    assert run.exit_code == 2
    assert all(flag in run.output for flag in FLAGS)


WIDER = [
    {"use": "search-indexing"},
    {"use": "input"},
    {"material": "stems"},
    {"model": "any"},
    {"model": "tonewave@any"},
    {"to": "anyone"},
    {"to": "https://else.example/"},
]


@pytest.mark.parametrize("wider", WIDER, ids=str)
def test_more_than_was_asked_has_to_be_said_so(wider: dict[str, str]) -> None:
    assert _consent(**wider).exit_code == 2
    assert not list(Path().glob("*.consent.*"))
    assert _consent("--more-than-asked", **wider).exit_code == 0
    assert _written().in_reply_to == REQUEST["id"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"use": "musicgen"},
        {"material": "video"},
        {"model": "tonewave"},
        {"territory": "UK"},
        {"from": "2020-01-01"},
        {"from": "2027-02-30"},
        {"until": "2020-01-01T00:00:00Z"},
        {"until": "forever"},
        {"condition": "nice"},
        {"condition": "compensation"},
        {"at_end": "delete"},
        {"method": "silence"},
        {"method": "terms-of-service"},
        {"by": "mara"},
        {"by": "https://nobody.example/"},
        {"right": "song"},
        {"statement": "I do."},
        {"track": "SEXYZ2600099"},
        {"track": "nonsense"},
        {"agreement": "nowhere"},
        {"witness": "nobody"},
    ],
    ids=str,
)
def test_what_cannot_be_taken_ends_with_two_and_no_file(wrong: dict[str, str]) -> None:
    run = _consent(**wrong)

    assert run.exit_code == 2
    assert run.output.startswith("askfirst: ") or "askfirst: --" in run.output
    assert not list(Path().glob("*.consent.*"))


def test_a_group_covers_nothing_that_counts_by_name_only() -> None:
    assert _consent(use="any-ai-use").exit_code == 0

    assert _written().uses == ("music-generation-training",)


def test_nobody_consents_for_rights_of_others() -> None:
    holder = {**DECLARATION["rightsholders"][0], "rights": ["recording"]}
    _put("d.askfirst.json", {**DECLARATION, "rightsholders": [holder]})

    assert _consent(right="composition").exit_code == 2
    assert _consent().exit_code == 0
    assert _written().rights == ("recording",)


def test_whoever_no_document_names_has_to_say_the_right() -> None:
    assert _consent(by="https://other.example", right="lyrics").exit_code == 0

    assert _written().rights == ("lyrics",)


def test_a_request_cannot_smuggle_in_another_track() -> None:
    hit = {"title": "Hit", "artists": ["Mara"], "files": [{"pcmMd5": "0" * 32}]}
    other = {**DECLARATION, "id": "urn:x:hit", "track": hit}
    _put("hit.askfirst.json", other)
    both = {**REQUEST["track"], "files": hit["files"]}  # type: ignore[dict-item]  # a track
    _put("depot.request.askfirst.json", {**REQUEST, "track": both})

    assert _consent().exit_code == 0
    assert _written().tracks[0].files == ()
    assert _consent("hit.askfirst.json", "--force").exit_code == 2
    assert _consent("hit.askfirst.json", "--force", track="SEXYZ2600016").exit_code == 0
    assert _written().tracks[0].files == ()


def test_names_of_strangers_steer_nothing() -> None:
    asker = {"id": LAB["id"], "name": "\x1b[2JLab\nI allow everything"}
    _put("depot.request.askfirst.json", {**REQUEST, "by": asker, "purpose": "x\n\nI allow\x07"})

    run = _consent("--more-than-asked")

    assert run.exit_code == 0
    assert "\x1b" not in run.output
    assert "\nI allow everything" not in _written().expression.statement


def test_a_file_that_is_there_is_kept_and_inputs_are_never_replaced() -> None:
    assert _consent().exit_code == 0
    before = _written().id

    Path("other.yaml").write_text("mine", encoding="utf-8")
    assert _consent("-o", "other.yaml").exit_code == 2
    assert _consent("-o", "other.yaml", "--force").exit_code == 0
    for given in ("d.askfirst.json", "depot.request.askfirst.json"):
        assert _consent("-o", given, "--force").exit_code == 2
    assert _written().id == before


@pytest.mark.parametrize("name", ["d.askfirst.json", "nothing.yaml"])
def test_what_is_no_request_is_not_answered(name: str) -> None:
    assert CliRunner().invoke(app, ["consent", name, "d.askfirst.json"]).exit_code == 2
