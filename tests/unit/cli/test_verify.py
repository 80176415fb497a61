"""What verifies, whose keys these are, and whether they count, is told as rule 10 has it."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from askfirst.checking import check
from askfirst.cli.app import app
from askfirst.decision.assurance import Judge
from askfirst.model.parts import Document
from askfirst.proof import Key, sign, with_proof
from askfirst.vocabulary import Assurance
from tests.acceptance.fences import ROOT
from tests.consistency.engines import validator
from tests.consistency.shipped import Place

CONSENT: Any = (
    check((ROOT / "examples/pass/consent-to-one-lab/consent.yaml").read_bytes()).documents[0].value
)
AT = "2026-12-01T00:00:00Z"
SIGNED = "2026-11-25T00:00:00Z"
MARA, MANAGER, SHOP = (
    "https://mara.example.org/",
    "https://agents.example.net/",
    "https://shop.example/",
)
KEY = Key.new()
ENTRY = {"keys": [KEY.did], "rights": ["any"], "identifiers": ["any"]}


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ASKFIRST_TRUST", raising=False)


def _signed(document: dict[str, Any] | None = None, *keys: Key) -> dict[str, Any]:
    found = dict(CONSENT if document is None else document)
    for key in keys or (KEY,):
        found = with_proof(found, sign(found, key, SIGNED))
    return found


def _verify(document: Any, trust: dict[str, Any] | None = None, *flags: str) -> Result:  # noqa: ANN401 - JSON
    Path("c.json").write_text(json.dumps(document), encoding="utf-8")
    if trust is not None:
        told = {"askfirst": "1.0.0", "type": "Trust", **trust}
        Path("t.json").write_text(json.dumps(told), encoding="utf-8")
        flags = (*flags, "--trust", "t.json")
    return CliRunner().invoke(app, ["verify", "c.json", "--at", AT, *flags])


def _found(document: Any, trust: dict[str, Any] | None = None) -> tuple[int, dict[str, Any]]:  # noqa: ANN401 - as above
    """Return the exit code, and what is said of the first document; its form is the schema's."""
    run = _verify(document, trust, "--format", "json")
    told = json.loads(run.stdout)
    place = Place("https://w3id.org/askfirst/1.0/verification.schema.json")
    validator(place).validate(told)
    assert told["holds"] is (run.exit_code == 0)
    return run.exit_code, told["files"][0]["documents"][0]


def test_a_proof_verifies_and_nobody_knows_whose_key_it_is() -> None:
    code, found = _found(_signed())

    assert code == 0
    assert found["holds"]
    assert "trusted" not in found
    proof = {"key": KEY.did, "created": SIGNED, "verifies": True, "entries": []}
    assert found["proofs"] == [proof]


def test_what_was_changed_does_not_verify() -> None:
    changed = {**_signed(), "purpose": "any other"}

    assert _found(changed)[0] == 1
    assert _found(changed)[1]["proofs"][0]["verifies"] is False


def test_one_proof_that_does_not_verify_is_enough() -> None:
    other = _signed({**CONSENT, "purpose": "any other"}, Key.new())
    code, found = _found(
        with_proof(_signed(), other["proof"]), {"holders": [{"holder": MARA, **ENTRY}]}
    )

    assert code == 1
    assert [proof["verifies"] for proof in found["proofs"]] == [True, False]
    assert found["proofs"][0]["entries"][0]["doubt"] == "false-proof"
    assert not found["trusted"]


@pytest.mark.parametrize("document", [CONSENT, {**_signed(), "atend": "x"}])
def test_what_is_unsigned_or_broken_does_not_hold(document: dict[str, Any]) -> None:
    code, found = _found(document)

    assert code == 1
    assert found["proofs"] == []
    assert _verify(document).exit_code == 1


def test_every_document_has_to_hold() -> None:
    assert _verify([_signed(), _signed()]).exit_code == 0
    assert _verify([_signed(), CONSENT]).exit_code == 1
    assert "unsigned" in _verify([_signed(), CONSENT], None, "--quiet").output
    assert _verify([_signed(), _signed()], None, "--quiet").output == ""


def _mandate(for_: str, capacity: str) -> dict[str, Any]:
    return {"mandates": [{"id": MANAGER, "for": [for_], "capacity": capacity, **ENTRY}]}


WITNESSED = {**CONSENT, "witness": {"id": SHOP, "name": "Shop"}}
#: What a trust file says, whether the key then counts for the maker, and else why not.
TRUSTED: list[tuple[dict[str, Any], dict[str, Any], str | None]] = [
    (CONSENT, {"holders": [{"holder": MARA, **ENTRY}]}, None),
    (CONSENT, {"holders": [{"holder": "urn:x:1", "sameAs": [MARA], **ENTRY}]}, None),
    (CONSENT, {"holders": [{"holder": MANAGER, **ENTRY}]}, "not-the-maker"),
    (
        CONSENT,
        {"holders": [{"holder": MARA, **ENTRY, "from": "2026-11-26T00:00:00Z"}]},
        "before-from",
    ),
    (CONSENT, {"holders": [{"holder": MARA, **ENTRY, "from": SIGNED}]}, None),
    (CONSENT, {"holders": [{"holder": MARA, **ENTRY, "until": AT}]}, "after-until"),
    (CONSENT, {"holders": [{"holder": MARA, **ENTRY, "until": "2027-01-01T00:00:00Z"}]}, None),
    (CONSENT, _mandate(MARA, "agent"), None),
    (CONSENT, _mandate(SHOP, "agent"), "not-the-maker"),
    (CONSENT, {"witnesses": [{"id": SHOP, **ENTRY}]}, "not-the-maker"),
    (WITNESSED, {"witnesses": [{"id": SHOP, **ENTRY}]}, None),
    (WITNESSED, {"witnesses": [{"id": MANAGER, **ENTRY}]}, "not-the-maker"),
]


@pytest.mark.parametrize(("document", "trust", "doubt"), TRUSTED)
def test_a_key_counts_for_the_maker_as_rule_10_says(
    document: dict[str, Any], trust: dict[str, Any], doubt: str | None
) -> None:
    code, found = _found(_signed(document), trust)
    (entry,) = found["proofs"][0]["entries"]

    assert entry.get("doubt") == doubt
    assert found["trusted"] is (code == 0) is (doubt is None)
    assert found["trusted"] is _assured(_signed(document), trust)


def _assured(document: dict[str, Any], trust: dict[str, Any]) -> bool:
    """Return what a decision says of the same document."""
    made = check(document).documents[0].document
    trusted = check({"askfirst": "1.0.0", "type": "Trust", **trust}).trust
    assert isinstance(made, Document)
    return Judge(Assurance.TRUSTED, trusted, "urn:x:nobody", AT).assured(made)


def test_a_key_that_no_entry_lists_is_not_trusted() -> None:
    code, found = _found(_signed(None, Key.new()), {"holders": [{"holder": MARA, **ENTRY}]})

    assert (code, found["trusted"], found["holds"]) == (1, False, True)
    assert found["proofs"][0]["entries"] == []


def test_a_proof_of_tomorrow_does_not_count_today() -> None:
    Path("c.json").write_text(json.dumps(_signed()), encoding="utf-8")
    trust = {"askfirst": "1.0.0", "type": "Trust", "holders": [{"holder": MARA, **ENTRY}]}
    Path("t.json").write_text(json.dumps(trust), encoding="utf-8")
    told = ["verify", "c.json", "--at", "2026-11-24T00:00:00Z", "--trust", "t.json"]

    assert CliRunner().invoke(app, told).exit_code == 1


@pytest.mark.parametrize(
    ("says", "rights"),
    [
        ({"rights": ["recording", "voice"]}, ["recording"]),
        ({"identifiers": ["isrc:SEXYZ*"]}, ["composition", "lyrics", "recording", "performance"]),
        ({"identifiers": ["isrc:GBAAA*"]}, []),
        ({"rights": []}, []),
    ],
)
def test_it_says_for_which_rights_a_key_speaks(says: dict[str, Any], rights: list[str]) -> None:
    entry = {name: held for name, held in {**ENTRY, **says}.items() if held}
    found = _found(_signed(), {"holders": [{"holder": MARA, **entry}]})[1]["proofs"][0]["entries"][
        0
    ]

    assert found["rights"] == rights
    assert sorted(found["rights"] + found["lacking"]) == sorted(CONSENT["rights"])


def test_the_trust_file_can_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKFIRST_TRUST", "none.yaml")

    assert _verify(_signed()).exit_code == 2


@pytest.mark.parametrize("flags", [["none.json"], ["--trust", "c.json"], ["--at", "soon"]])
def test_what_cannot_be_looked_at_is_told(flags: list[str]) -> None:
    assert _verify(_signed(), None, *flags).exit_code == 2


def test_nobody_steers_a_terminal() -> None:
    hostile = {**CONSENT, "by": {"id": MARA, "name": "\x1b[2J\n  trusted: yes"}}
    run = _verify(_signed(hostile))

    assert "\x1b" not in run.output
    assert "\n  trusted" not in run.output
