"""The training run of the examples keeps the tracks that are permitted, and nothing by accident."""

import csv
import json
import os
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import askfirst
from tests.acceptance.fences import ROOT, fences

FOLDER = ROOT / "examples" / "training-run"
PERMITTED = ["audio/night-bus.flac", "audio/jasmin.wav"]
MAIN: Callable[[list[str]], int] = runpy.run_path(str(FOLDER / "choose.py"))["main"]
#: What is kept where her first Consent is withdrawn in place of the other.
LAST = ["audio/last-stop.flac", "audio/jasmin.wav"]
ALL = [PERMITTED[0], *LAST]
AT = "2026-12-05T00:00:00Z"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("chosen", "__pycache__")
    return shutil.copytree(FOLDER, tmp_path / "training-run", ignore=ignored)


def _chosen(place: Path, at: str = AT) -> int:
    inputs = ("request.yaml", "trust.yaml", "documents", "chosen")
    request, trust, documents, output = (str(place / name) for name in inputs)
    arguments = [str(place / "manifest.jsonl"), "--request", request, "--trust", trust]
    return MAIN([*arguments, "--documents", documents, "--at", at, "--output", output])


def _kept(place: Path) -> list[str]:
    lines = (place / "chosen/kept.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["path"] for line in lines]


def _edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_permitted_is_kept_and_the_others_have_somebody_to_ask(place: Path) -> None:
    assert _chosen(place) == 1

    assert _kept(place) == PERMITTED
    with (place / "chosen/to-ask.csv").open(encoding="utf-8", newline="") as file:
        asked = {(row["path"], row["askAt"]) for row in csv.DictReader(file)}
    assert asked == {
        ("audio/depot.flac", "mailto:mara@example.org"),
        ("audio/last-stop.flac", "mailto:mara@example.org"),
        ("audio/unknown.mp3", ""),
    }


def test_the_decisions_are_evidence(place: Path) -> None:
    _chosen(place)
    first = (place / "chosen/decisions.jsonl").read_bytes()
    _chosen(place)

    assert (place / "chosen/decisions.jsonl").read_bytes() == first
    decisions = [json.loads(line) for line in first.splitlines()]
    assert len({one["id"] for one in decisions}) == 6
    assert all(askfirst.check(one).conforms for one in decisions)
    outcomes = [one["outcome"] for one in decisions]
    assert [outcomes[n] for n in (0, 3)] == ["permitted", "permitted"]
    assert outcomes[4] == "prohibited"


@pytest.mark.parametrize(
    ("file", "old", "new", "kept"),
    [
        ("trust.yaml", "SEXYZ*", "SEXYA*", PERMITTED[1:]),
        ("trust.yaml", "[any]", "[recording]", PERMITTED[:1]),
        ("request.yaml", "[SE, DK]", "[SE, FI]", []),
        ("request.yaml", "accepts: [attribution]\n", "", []),
        ("request.yaml", "https://lab.example.com/", "https://other.example.com/", []),
        ("request.yaml", "uses: [music-", "uses: [voice-replication-training, music-", []),
        ("documents/night-bus.askfirst.yaml", "requiresConsent", "requireConsent", PERMITTED[1:]),
        ("documents/night-bus.consent.askfirst.yaml", "[SE, DK]", "[SE, FI]", PERMITTED[1:]),
        ("documents/last-stop.withdrawal.askfirst.yaml", "1a9b78", "1a9b70", ALL),
        (
            "documents/last-stop.withdrawal.askfirst.yaml",
            "1a9b78",
            "1a9b77",
            LAST,
        ),
        ("documents/last-stop.withdrawal.askfirst.yaml", "consent: ", "consents: ", []),
    ],
)
def test_each_part_counts(file: str, old: str, new: str, kept: list[str], place: Path) -> None:
    _edited(place / file, old, new)

    assert _chosen(place) == 1
    assert _kept(place) == kept


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        ("2026-11-30T23:59:59Z", []),
        ("2026-12-02T00:00:00Z", ALL),
        ("2029-12-01T00:00:00Z", []),
    ],
)
def test_a_consent_counts_in_its_time(at: str, kept: list[str], place: Path) -> None:
    assert _chosen(place, at) == 1
    assert _kept(place) == kept


def test_a_manifest_of_what_is_permitted_passes(place: Path) -> None:
    rows = (place / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    (place / "manifest.jsonl").write_text(f"{rows[0]}\n{rows[3]}\n", encoding="utf-8")

    assert _chosen(place) == 0
    assert _kept(place) == PERMITTED


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("manifest.jsonl", ""),
        ("manifest.jsonl", '{"path": "a", "isrc": "SEXYZ2600012", "isrc": "SEXYZ2600015"}'),
        ("manifest.jsonl", '{"isrc": "SEXYZ2600012"}'),
        ("manifest.jsonl", '{"path": "a"}'),
        ("manifest.jsonl", '{"path": "a", "isrc": "SE-XYZ"}'),
        ("manifest.jsonl", '["a"]'),
        ("manifest.jsonl", '{"path": "a"'),
        ("request.yaml", "askfirst: 1.0.0\ntype: Request"),
        ("request.yaml", "nothing: here"),
        ("trust.yaml", "askfirst: 1.0.0\ntype: TRUST"),
        ("documents/other.yaml", "nothing: here"),
        ("documents/trust.yaml", "askfirst: 1.0.0\ntype: Trust"),
    ],
)
def test_where_it_cannot_look_nothing_is_left_to_train_on(
    file: str, text: str, place: Path
) -> None:
    _chosen(place)
    (place / file).write_text(text, encoding="utf-8")

    assert _chosen(place) == 2
    assert not (place / "chosen/kept.jsonl").exists()


def test_the_page_about_it_shows_what_happens(place: Path) -> None:
    command, answer = fences("examples/training-run/README.md")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command.text],  # noqa: S607 - the one installed
        cwd=place,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert run.stdout == answer.text
