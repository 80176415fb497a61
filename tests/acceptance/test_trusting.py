"""A lab decides with a trust file: whom it trusts for what opens, and nobody else does."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from askfirst.proof import Key, sign, with_proof

AT = "2026-12-05T00:00:00Z"
ASK = ("--use", "recommendation-training", "--at", AT)
RIGHTS = ["composition", "lyrics", "recording", "performance"]
MARA, LABEL, PLATFORM = Key.new(), Key.new(), Key.new()
DECLARATION: dict[str, Any] = {
    "askfirst": "1.0.0",
    "type": "Declaration",
    "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
    "issued": "2026-11-22T10:00:00Z",
    "track": {"title": "Night Bus", "artists": ["Mara Lindqvist"], "isrc": "SEXYZ2600012"},
    "rightsholders": [
        {"holder": "https://mara.example.org/", "name": "Mara Lindqvist", "rights": RIGHTS}
    ],
    "permits": ["recommendation-training"],
}
RIVAL: dict[str, Any] = {
    **DECLARATION,
    "id": "urn:uuid:7c1e5b0a-2d0f-4b1e-8c1a-3f9d2e6a5b70",
    "rightsholders": [{"holder": "urn:a:rival", "name": "Rival", "rights": ["recording"]}],
    "permits": [],
    "prohibits": ["recommendation-training"],
}
SCOPE = {"rights": ["any"], "identifiers": ["isrc:SEXYZ*"]}


def holder(key: Key, **members: Any) -> dict[str, Any]:  # noqa: ANN401 - any entry
    entry = {"holder": "https://mara.example.org/", "keys": [key.did], **SCOPE, **members}
    return {"askfirst": "1.0.0", "type": "Trust", "holders": [entry]}


def run(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", *arguments],
        cwd=folder,
        capture_output=True,
        timeout=60,
        env={**{k: v for k, v in os.environ.items() if k != "ASKFIRST_TRUST"}, **environment},
    )


def write(folder: Path, **values: Any) -> None:  # noqa: ANN401 - any document
    for name, value in values.items():
        (folder / f"{name}.json").write_text(json.dumps(value), encoding="utf-8")


def decision(folder: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        run(folder, "decide", *arguments, *ASK, "--format", "json").stdout
    )
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, night=with_proof(DECLARATION, sign(DECLARATION, MARA, "2026-11-22T10:05:00Z")))
    return tmp_path


@pytest.mark.parametrize(
    ("trust", "permitted"),
    [
        (holder(MARA), True),
        (holder(LABEL), False),
        (holder(MARA, rights=["recording"]), False),
        (holder(MARA, identifiers=["isrc:SEABC*"]), False),
        (holder(MARA, until="2026-12-01T00:00:00Z"), False),
        (holder(MARA, **{"from": "2026-11-23T00:00:00Z"}), False),
        (holder(MARA, holder="https://other.example.org/"), False),
        (holder(MARA, holder="urn:a:b", sameAs=["https://mara.example.org"]), True),
    ],
)
def test_a_key_opens_what_it_is_trusted_for(
    folder: Path, trust: dict[str, Any], permitted: bool
) -> None:
    write(folder, trust=trust)

    found = decision(folder, "night.json", "--trust", "trust.json")
    assert (found["outcome"] == "permitted") is permitted
    assert run(folder, "decide", "night.json", *ASK).returncode == 1


def test_the_environment_names_a_trust_file_too(folder: Path) -> None:
    write(folder, trust=holder(MARA))
    there = {"ASKFIRST_TRUST": "trust.json"}

    assert run(folder, "decide", "night.json", *ASK, **there).returncode == 0
    assert run(folder, "decide", ".", *ASK, **there).returncode == 0


def test_a_forged_document_is_set_aside_and_told(folder: Path) -> None:
    write(folder, trust=holder(MARA), rival=RIVAL)
    flags = ("--reason", "She holds it.", "--name", "Ada", "--at", "2026-12-04")
    before = decision(folder, "night.json", "rival.json", "--trust", "trust.json")
    run(folder, "trust", "set-aside", "trust.json", "rival.json", *flags)
    after = decision(folder, "night.json", "rival.json", "--trust", "trust.json")

    assert [before["outcome"], after["outcome"]] == ["prohibited", "permitted"]
    assert before["trust"] != after["trust"]
    aside = [one for one in after["documents"] if "setAside" in one]
    assert [one["id"] for one in aside] == [RIVAL["id"]]


@pytest.mark.parametrize(
    "command",
    [
        ("decide", ".", *ASK),
        ("decide", "night.json", "trust.json", *ASK),
        ("ask", ".", "--use", "training", "--by", "https://lab.example.com/"),
    ],
)
def test_a_trust_file_is_no_document_to_answer_from(folder: Path, command: tuple[str, ...]) -> None:
    write(folder, trust=holder(MARA))
    answer = run(folder, *command)

    assert answer.returncode == 2
    assert b"--trust" in answer.stderr
    assert not list(folder.glob("*.yaml"))


@pytest.mark.parametrize("name", ["missing.json", "night.json", "broken.json", "."])
def test_what_is_no_trust_file_is_not_decided_with(folder: Path, name: str) -> None:
    write(folder, broken={**holder(MARA), "witnesses": "all"})
    answer = run(folder, "decide", "night.json", *ASK, "--trust", name)

    assert (answer.returncode, answer.stdout) == (2, b"")
    assert answer.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ["askfirst-trust", "any-name"])
def test_a_folder_is_searched_for_trust_files(tmp_path: Path, name: str) -> None:
    write(tmp_path, **{name: holder(MARA, rights=["all"])})

    assert run(tmp_path, "check", ".").returncode == 1


def test_a_trust_file_that_cannot_be_read_is_found_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "askfirst-trust.yaml").write_text("holders: [", encoding="utf-8")

    assert run(tmp_path, "check", ".").returncode == 1


@pytest.mark.parametrize("assurance", ["trusted", "unsigned"])
def test_a_witness_opens_what_it_does_not_benefit_from(folder: Path, assurance: str) -> None:
    witness = {"id": "https://platform.example.com/", "name": "Example Platform"}
    document = {**DECLARATION, "witness": witness}
    write(folder, night=with_proof(document, sign(document, PLATFORM, "2026-11-22T10:05:00Z")))
    entry = {"id": witness["id"], "keys": [PLATFORM.did], **SCOPE}
    write(folder, trust={"askfirst": "1.0.0", "type": "Trust", "witnesses": [entry]})
    how = ("--trust", "trust.json", "--assurance", assurance)
    by = [decision(folder, "night.json", *how, "--by", one) for one in ("urn:a:lab", witness["id"])]

    assert by[0]["outcome"] == "permitted"
    assert (by[1]["outcome"] == "permitted") is (assurance == "unsigned")
