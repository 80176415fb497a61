"""A platform applies a file of very many Withdrawals to the Consents at hand."""

import json
from pathlib import Path

import pytest

from askfirst import withdrawals
from tests.acceptance.attacking import (
    ISSUED,
    OURS,
    TRUST,
    Attack,
    agreed,
    answered,
    by,
    withdrawn,
)
from tests.acceptance.talking import run
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import MARA

ASKED = ["--use", "music-generation-training", "--by", "https://lab.example.com/"]
HOW = ["--at", "2027-06-01T00:00:00Z", "--trust", "trust.json", "--withdrawals", "ended.json"]
CONSENT = by("mara", agreed())
OTHERS = [withdrawn(MARA, agreed()) for _ in range(200)]


def decided(folder: Path, ended: str) -> tuple[int, Json]:
    """Return the exit code and the Decision with some text as the file of Withdrawals."""
    for name, text in (("trust.json", TRUST), ("ours.json", OURS), ("consent.json", CONSENT)):
        (folder / name).write_text(json.dumps(text), encoding="utf-8")
    (folder / "ended.json").write_text(ended, encoding="utf-8")
    done = run(folder, "decide", "ours.json", "consent.json", *ASKED, *HOW, "--format", "json")
    assert "Traceback" not in done.stderr
    return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr


def test_what_ends_other_consents_changes_nothing(tmp_path: Path) -> None:
    code, decision = decided(tmp_path, json.dumps(OTHERS))

    assert (code, decision["outcome"]) == (0, "permitted")
    assert len(decision["documents"]) == 2


@pytest.mark.parametrize("signed", [True, False])
def test_what_ends_a_consent_is_applied(tmp_path: Path, signed: bool) -> None:
    ended = withdrawn(MARA, CONSENT)
    given = [*OTHERS, by("mara", ended, ISSUED) if signed else ended]
    code, decision = decided(tmp_path, json.dumps(given))

    assert (code, decision["outcome"]) == (1, "consent-required")
    assert "AF652" in {reason["code"] for reason in decision["leaves"][0]["reasons"]}


def test_what_does_not_conform_ends_it_too(tmp_path: Path) -> None:
    spoiled = {**withdrawn(MARA, CONSENT), "effective": "soon"}
    code, decision = decided(tmp_path, json.dumps([spoiled]))

    assert (code, decision["outcome"]) == (1, "consent-required")


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"consent": "a", "consent": "b"}]'])
def test_what_cannot_be_read_stops_the_question(tmp_path: Path, text: str) -> None:
    code, told = decided(tmp_path, text)

    assert code == 2
    assert "ended.json" in told


def test_the_library_does_the_same() -> None:
    given = json.dumps([*OTHERS, withdrawn(MARA, CONSENT)]).encode()
    attack = Attack("", [OURS, CONSENT], "permitted", "AF550")
    ending = withdrawals(given, [CONSENT["id"]])

    assert answered(attack).outcome == "permitted"
    found = answered(attack._replace(documents=[OURS, CONSENT, *map(dict, ending)]))
    assert found.outcome == "consent-required"
