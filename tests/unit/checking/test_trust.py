"""A trust file is checked like a document, and read as whom it trusts for what."""

import json
from typing import Any

import pytest

import askfirst
from askfirst.checking import InvalidDocument, check, read_trust
from askfirst.model.trust import Pattern
from askfirst.schema import load
from askfirst.vocabulary import Capacity, Configuration, Right

KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
HEAD = {"askfirst": "1.0.0", "type": "Trust"}
NOT_PERSONAL = {right for right in Right if not right.personal}
MARA = {"holder": "https://mara.example.org/", "keys": [KEY]}
SOCIETY = {"id": "https://s.example.org/", "for": ["HTTPS://Mara.Example.org"], "keys": [KEY]}
DOCUMENT = load("withdrawal")["examples"][0]


def holder(**members: Any) -> Any:  # noqa: ANN401 - any entry
    return read_trust({**HEAD, "holders": [{**MARA, **members}]}).holders[0]


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        (["any"], NOT_PERSONAL),
        (["voice", "recording"], {Right.VOICE, Right.RECORDING}),
        ([], set()),
    ],
)
def test_any_is_every_right_but_voice_and_likeness(rights: list[str], expected: object) -> None:
    """The word `any` stands for every right but `voice` and `likeness`."""
    assert holder(rights=rights).rights == expected


def test_an_entry_that_names_no_rights_or_no_identifiers_speaks_for_none() -> None:
    """An entry that names no rights or no identifiers speaks for none."""
    assert (holder().rights, holder().identifiers) == (frozenset(), ())


def test_identifiers_are_those_of_tracks_in_their_normal_forms() -> None:
    found = holder(identifiers=["isrc:se-xyz*", "url:https://Mara.example.org"]).identifiers

    assert found == (Pattern("isrc:SEXYZ", True), Pattern("urls:https://mara.example.org/", False))
    assert holder(identifiers=["any"]).identifiers is None


@pytest.mark.parametrize("capacity", Capacity)
def test_a_mandate_speaks_for_no_more_than_its_capacity(capacity: Capacity) -> None:
    rights = [str(right) for right in capacity.rights]
    entry = {**SOCIETY, "capacity": capacity, "rights": rights, "identifiers": ["any"]}
    (found,) = read_trust({**HEAD, "mandates": [entry]}).mandates

    assert found.rights == set(capacity.rights)
    assert found.parties == ("https://mara.example.org/",)


def test_parties_are_in_their_normal_form_and_joined() -> None:
    isni, other = "https://isni.org/isni/0000000121032683", "https://mara.example.com/"
    one = {
        "holder": "HTTPS://mara.example.org",
        "sameAs": ["http://isni.org/isni/0000000121032683"],
    }
    two = {"holder": other, "sameAs": [isni]}
    found = read_trust({**HEAD, "holders": [one, two]})

    assert found.name(isni) == found.name("https://mara.example.org/") == found.name(other) == other


@pytest.mark.parametrize("said", [{}, {"ownUses": True}])
def test_a_witness_witnesses_its_own_uses_only_where_it_says_so(said: dict[str, bool]) -> None:
    found = read_trust({**HEAD, "witnesses": [{"id": "https://p.example.com/", **said}]})

    assert found.witnesses[0].own_uses is bool(said)


def test_its_digest_is_that_of_a_document() -> None:
    text = json.dumps({**HEAD, "holders": [MARA]})
    value = {"holders": [MARA], **dict(reversed(HEAD.items()))}

    assert read_trust(text).sha256 == read_trust(value).sha256
    assert read_trust(text).sha256 == check(text).documents[0].sha256


@pytest.mark.parametrize(
    "text",
    [
        "type: Trust",
        "type: Trust\nholdres: []",
        "askfirst: 1.0.0\ntype: trust",
        "askfirst: 1.0.0\nholders: []",
        "askfrist: 1.0.0\ntype: Trust",
    ],
)
def test_a_file_that_means_to_be_one_is_looked_at_as_one(text: str) -> None:
    report = check(text)

    assert not report.conforms
    assert len(report.documents) == 1
    assert "AF014" not in {finding.code for finding in report.findings}
    assert report.trust is None


def test_it_is_no_document() -> None:
    report = check(HEAD)

    assert (report.conforms, report.document) == (True, None)
    assert report.documents[0].kind is Configuration.TRUST
    with pytest.raises(InvalidDocument, match="Trust"):
        askfirst.read(HEAD)


@pytest.mark.parametrize("data", [DOCUMENT, {**HEAD, "holders": "all"}, b"", {}, [HEAD, HEAD]])
def test_what_is_none_is_not_read_as_one(data: Any) -> None:  # noqa: ANN401 - any value
    with pytest.raises(InvalidDocument):
        read_trust(json.dumps(data) if isinstance(data, list) else data)


def test_a_document_says_nothing_of_keys() -> None:
    found = check({**DOCUMENT, "holders": [MARA]}).findings

    assert [(finding.code, finding.pointer) for finding in found] == [("AF103", "/holders")]
