"""What is signed here verifies with the implementation of others, and what they sign here."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from askfirst import proof
from askfirst.identifiers import base58btc
from askfirst.vocabulary import DocumentType
from tests.consistency.shipped import Json
from tests.needs import needs
from tests.unit.proof.signing import AT, KEY, OTHER, document, holds, signed

NODE = Path(__file__).parents[1] / "node"
SECRETS = {KEY.did: bytes(range(32)), OTHER.did: bytes(range(1, 33))}
#: What is signed: every type, with and without `@context`, and texts of every script.
DOCUMENTS = [document(kind, context=context) for kind in DocumentType for context in (True, False)]
DOCUMENTS.append({**document(), "x-note": '\u20ac$\u000f\nA\'B"\\\\"/\u0080\ufb33\U0001f600'})
DOCUMENTS.append({**document(), "x-z": "\U0001f600", "x-Z": "\ufb33", "x-1": ["\u2028", ""]})


@pytest.fixture(scope="module", autouse=True)
def _node() -> None:
    needs("Node", shutil.which("node") is not None and (NODE / "node_modules").is_dir())


def answers(questions: list[Json]) -> list[Json]:
    run = subprocess.run(
        ["node", NODE / "proofs.mjs"],  # noqa: S607 - whichever Node is installed
        input="\n".join(map(json.dumps, questions)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.stderr == ""
    return [json.loads(line) for line in run.stdout.splitlines()]


def multibase(prefix: str, data: bytes) -> str:
    return f"z{base58btc.encode(bytes.fromhex(prefix) + data)}"


def question(value: Json, did: str) -> Json:
    pair = {"public": did.removeprefix("did:key:"), "secret": multibase("8026", SECRETS[did])}
    return {"document": value, "secret": pair, "created": AT}


def test_what_is_signed_here_verifies_there() -> None:
    given = [signed(one, KEY) for one in DOCUMENTS]
    sets = [signed(one, KEY, OTHER) for one in DOCUMENTS]
    found = answers([{"document": one} for one in (*given, *sets)])
    assert found == [[True]] * len(given) + [[True, True]] * len(sets)


def test_what_is_signed_there_is_the_same_and_verifies_here() -> None:
    made = answers([question(one, KEY.did) for one in DOCUMENTS])
    assert made == [proof.sign(one, KEY, AT) for one in DOCUMENTS]
    others = answers([question(one, OTHER.did) for one in DOCUMENTS])
    for one, first, second in zip(DOCUMENTS, made, others, strict=True):
        assert holds({**one, "proof": first})
        assert holds({**one, "proof": [first, second]})


def test_what_is_changed_verifies_nowhere() -> None:
    value = signed(document(), KEY, OTHER)
    first, second = value["proof"]
    swapped = [
        {**first, "proofValue": second["proofValue"]},
        {**second, "proofValue": first["proofValue"]},
    ]
    changed = [
        {**value, "issued": "2026-11-22T10:00:01Z"},
        {**value, "x-note": "x"},
        {**value, "rightsholders": value["rightsholders"][::-1]},
        {**value, "proof": [{**one, "created": "2026-11-22T10:00:01Z"} for one in (first, second)]},
        {**value, "proof": swapped},
    ]
    assert answers([{"document": one} for one in changed]) == [[False, False]] * len(changed)
    assert not any(map(holds, changed))
