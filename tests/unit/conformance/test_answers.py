"""We answer as every implementation does."""

import json
from base64 import b64encode

import pytest

from askfirst.checking import read
from askfirst.conformance import answer
from askfirst.decision import expand
from askfirst.decision.expanded import expanded
from askfirst.model.declarations import Release
from tests.acceptance.fences import ROOT

RELEASE = json.loads((ROOT / "examples/pass/everything-used/release.json").read_bytes())


@pytest.mark.parametrize(
    "given",
    [
        {"documents": [{"askfirst": "1.0.0"}]},
        {"text": '{"askfirst": "1.0.0"}', "syntax": "json"},
        {"text": "askfirst: 1.0.0", "syntax": "yaml"},
        {"base64": b64encode(b'{"askfirst": "1.0.0"}').decode(), "syntax": "json"},
    ],
)
def test_a_document_is_checked_however_it_is_given(given: dict[str, object]) -> None:
    told = answer({"id": "a#0", "kind": "check", **given})

    findings = [{"code": "AF104", "severity": "error", "pointer": ""}]
    assert told == {"id": "a#0", "findings": findings}


def test_what_an_expanded_declaration_holds_is_what_the_release_says() -> None:
    release = read(RELEASE)
    assert isinstance(release, Release)

    for n, one in enumerate(expand(release)):
        told, entry = expanded(one), RELEASE["tracks"][n]
        assert told["id"] == f"{RELEASE['id']}#/tracks/{n}"
        assert told["rightsholders"] == entry.get("rightsholders", RELEASE["rightsholders"])
        assert told["track"]["title"] == entry["title"]
        assert {k: told[k] for k in ("issued", "by")} == {k: RELEASE[k] for k in ("issued", "by")}


def test_a_file_that_is_refused_has_no_container_and_no_hashes() -> None:
    told = answer({"id": "a#0", "kind": "audio", "audio": b64encode(b"no audio").decode()})

    assert told == {"id": "a#0", "container": None}


def test_a_request_that_is_none_has_no_outcome() -> None:
    asked = {"request": {}, "documents": [], "at": "2026-01-01T00:00:00Z", "assurance": "trusted"}

    assert answer({"id": "a#0", "kind": "decisions", **asked}) == {"id": "a#0", "outcome": None}


def test_a_trust_file_among_the_documents_leaves_no_outcome() -> None:
    trust = {"askfirst": "1.0.0", "type": "Trust"}
    asked = {"at": "2027-01-01T00:00:00Z", "assurance": "trusted", "documents": [trust]}
    request = {
        "askfirst": "1.0.0",
        "type": "Request",
        "id": "urn:x:1",
        "issued": "2027-01-01T00:00:00Z",
        "by": {"id": "https://lab.example.com/"},
        "uses": ["search-indexing"],
        "track": {"isrc": "SEXYZ2600012"},
        "material": ["audio"],
    }
    told = answer({"id": "a#0", "kind": "decisions", **asked, "request": request})

    assert told == {"id": "a#0", "outcome": None}
