"""A trust file trusts keys for what it says, and says it so that nobody else is meant."""

from typing import Any

import pytest

from askfirst.checking import check
from askfirst.vocabulary import Capacity

KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
FROM, LATER = "2027-01-01T00:00:00Z", "2027-01-01T00:00:01Z"
FOR = {"keys": [KEY], "rights": ["recording"], "identifiers": ["isrc:SEXYZ*"]}
ENTRIES = {
    "holders": {"holder": "https://mara.example.org/", **FOR},
    "mandates": {"id": "https://s.example.org/", "for": ["urn:a:b"], "capacity": "estate", **FOR},
    "witnesses": {"id": "https://platform.example.com/", **FOR},
}

each_list = pytest.mark.parametrize("name", ENTRIES)


def found(name: str, *gone: str, **members: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - any
    entry = {k: v for k, v in {**ENTRIES[name], **members}.items() if k not in gone}
    report = check({"askfirst": "1.0.0", "type": "Trust", name: [entry]})
    return [(finding.code, finding.pointer) for finding in report.findings]


@each_list
def test_an_entry_that_says_all_is_right(name: str) -> None:
    assert found(name) == []


@each_list
@pytest.mark.parametrize(("end", "wrong"), [(FROM, True), (LATER, False), ("2026-12-31", False)])
def test_a_period_has_a_moment_in_it(name: str, end: str, wrong: bool) -> None:
    """The period of a key MUST NOT be empty."""
    told = found(name, **{"from": FROM, "until": end})

    assert (("AF605", f"/{name}/0/until") in told) is wrong
    assert found(name, until=FROM) == found(name, **{"from": FROM}) == []


@each_list
@pytest.mark.parametrize("key", ["did:web:mara.example.org", KEY[:-1], f"{KEY}#{KEY[8:]}", KEY[8:]])
def test_a_key_is_one_that_can_be_used(name: str, key: str) -> None:
    """The keys of a trust file are such as AF703 says."""
    assert found(name, keys=[KEY, key]) == [("AF703", f"/{name}/0/keys/1")]


@each_list
def test_an_identifier_has_a_kind(name: str) -> None:
    told = found(name, identifiers=["isrc:SEXYZ2600012", "SEXYZ2600012", "isrc:SE*"])

    assert told == [("AF705", f"/{name}/0/identifiers/{n}") for n in (1, 2)]
    assert found(name, identifiers=["any"]) == []


@each_list
def test_keys_speak_for_something(name: str) -> None:
    """An entry with keys SHOULD say for which rights and for which identifiers they speak."""
    warned = [("AF706", f"/{name}/0")]

    assert found(name, "rights") == found(name, rights=[]) == found(name, "identifiers") == warned
    assert found(name, "keys", "rights", "identifiers") == found(name, "rights", keys=[]) == []


@pytest.mark.parametrize("capacity", Capacity)
def test_only_a_guardian_or_an_estate_speaks_for_a_voice(capacity: Capacity) -> None:
    told = found("mandates", capacity=capacity, rights=["voice", "recording", "likeness"])
    wrong = [("AF707", f"/mandates/0/rights/{n}") for n in (0, 2)]

    assert told == (wrong if capacity in (Capacity.SOCIETY, Capacity.AGENT) else [])


@each_list
@pytest.mark.parametrize("member", ["rights", "identifiers"])
def test_any_stands_alone(name: str, member: str) -> None:
    stated: list[str] = ENTRIES[name][member]  # type: ignore[assignment]  # both are lists
    told = found(name, **{member: ["any", *stated]})

    assert told == [("AF106", f"/{name}/0/{member}")]


def test_own_uses_are_said_or_not() -> None:
    assert found("witnesses", ownUses=True) == []
    others: list[object] = [False, "true", "yes", None, []]
    for value in others:
        assert ("AF106", "/witnesses/0/ownUses") in found("witnesses", ownUses=value)
    assert found("holders", ownUses=True) == [("AF103", "/holders/0/ownUses")]


@each_list
def test_the_addresses_of_parties_are_looked_at(name: str) -> None:
    member = "holder" if name == "holders" else "id"
    told = found(name, **{member: "https://isni.org/isni/0000000121032684"})

    assert told == [("AF204", f"/{name}/0/{member}")]


def test_an_entry_in_another_order_is_the_same() -> None:
    one = {**ENTRIES["holders"], "rights": ["voice", "recording"]}
    two = {**ENTRIES["holders"], "rights": ["recording", "voice"]}
    report = check({"askfirst": "1.0.0", "type": "Trust", "holders": [one, two]})

    assert [(f.code, f.pointer) for f in report.findings] == [("AF109", "/holders/1")]
