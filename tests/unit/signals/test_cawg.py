"""CAWG and the older C2PA assertion: what is written leads somewhere, and no trick allows."""

import json

import pytest

from askfirst.signals import Answer, Channel, Found, Reading, Signal, Wanted, signal
from askfirst.vocabulary import Status, Use, leaves

CAWG, OLDER = signal("cawg"), signal("cawg", "c2pa-1.4")
STANDING = dict.fromkeys(leaves(Use.ANY_AI_USE), Status.CONSENT_REQUIRED)
GENERATIVE = "cawg.ai_generative_training"


def wanted(**known: str) -> Wanted:
    return Wanted(STANDING, "Song", ("Somebody",), **known)


def written(said: dict[str, Answer], **known: str) -> dict[str, dict[str, str]]:
    (carrier,) = CAWG.write(wanted(**known), said)
    entries: dict[str, dict[str, str]] = json.loads(carrier.text)["data"]["entries"]
    return entries


def read(text: str, channel: Channel = Channel.FILE) -> tuple[Reading, ...]:
    return CAWG.read(Found(channel, text))


def assertion(**entries: object) -> str:
    named = {f"cawg.{name}": entry for name, entry in entries.items()}
    return json.dumps({"label": "cawg.training-mining", "data": {"entries": named}})


ALLOWED = assertion(ai_training={"use": "allowed"})
REFUSED = assertion(ai_training={"use": "notAllowed"})


def codes(readings: tuple[Reading, ...]) -> list[str]:
    return [trouble.code for reading in readings for trouble in reading.troubles]


def test_the_newest_edition_is_the_one_of_dif() -> None:
    assert (CAWG.version, CAWG.experimental, OLDER.experimental) == ("1.1", False, True)


@pytest.mark.parametrize(
    ("known", "info"),
    [
        ({"ask": "mailto:a@example.org", "document": "https://example.org/d"}, "mailto"),
        ({"document": "https://example.org/d"}, "https"),
    ],
)
def test_a_constraint_tells_where_to_ask(known: dict[str, str], info: str) -> None:
    entry = written({GENERATIVE: Answer.ASK}, **known)[GENERATIVE]
    assert entry["use"] == "constrained"
    assert entry["constraint_info"].startswith(info)


def test_a_constraint_that_leads_nowhere_is_not_written() -> None:
    assert written({GENERATIVE: Answer.ASK}) == {GENERATIVE: {"use": "notAllowed"}}


def test_an_address_cannot_leave_its_text() -> None:
    address = 'https://example.org/"}}\r\n{"use": "allowed"\u202e'
    entries = written({GENERATIVE: Answer.ASK}, ask=address)
    assert entries == {GENERATIVE: {"use": "constrained", "constraint_info": address}}


def test_what_is_not_said_is_not_written() -> None:
    assert CAWG.write(wanted(), {}) == ()


@pytest.mark.parametrize("edition", [CAWG, OLDER], ids=["cawg", "c2pa"])
def test_each_edition_hears_what_it_writes(edition: Signal) -> None:
    said = {term.name: Answer.ASK for term in edition.terms}
    carriers = edition.write(wanted(ask="mailto:a@example.org"), said)
    (reading,) = edition.read(Found(Channel.FILE, carriers[0].text))
    assert reading == Reading(said)


@pytest.mark.parametrize("channel", [one for one in Channel if one not in ("file", "well-known")])
def test_only_files_are_read(channel: Channel) -> None:
    assert read(assertion(ai_training={"use": "allowed"}), channel) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "no JSON",
        '{"label": "com.example.training-mining", "data": {"entries": {"cawg.ai_training": 1}}}',
        '{"active_manifest": "a", "manifests": {"a": {"assertions": []}}}',
        '{"active_manifest": ["a"], "manifests": [1], "assertions": {"label": "x"}}',
        f'{{"active_manifest": "b", "manifests": {{"a": {{"assertions": [{ALLOWED}]}}}}}}',
    ],
)
def test_what_holds_no_assertion_says_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"cawg.ai_training": ', "AF901"),
        ('["cawg.training-mining"]', "AF901"),
        ('"cawg.training-mining"' + " " * 2**20, "AF901"),
        ('{"cawg.training-mining": ' + "[" * 100_000, "AF901"),
        ('{"label": "cawg.training-mining", "data": []}', "AF901"),
        ('{"label": "cawg.training-mining", "data": {"entries": 1}}', "AF901"),
        ('{"label": "cawg.training-mining.v2", "data": {"entries": {}}}', "AF903"),
        (assertion(ai_training="allowed"), "AF903"),
        (assertion(ai_training={}), "AF903"),
        (assertion(ai_training={"use": ["allowed"]}), "AF903"),
        (assertion(ai_training={"use": "\u0430llowed"}), "AF903"),
        (assertion(ai_training={"use": "Allowed"}), "AF903"),
    ],
)
def test_what_is_not_as_specified_says_nothing(text: str, code: str) -> None:
    assert [dict(reading.said) for reading in read(text)] == [{}]
    assert codes(read(text)) == [code]


def doubled(within: str) -> str:
    """Put a member into an object twice, first as it refuses and then as it allows."""
    start = REFUSED.index(f'"{within}": ')
    refuses, allows = REFUSED[start:], ALLOWED[start:]
    closing = {"use": "}}}}", "entries": "}}", "data": "}"}[within]
    return REFUSED[:start] + refuses.removesuffix(closing) + ", " + allows


@pytest.mark.parametrize(
    "text",
    [
        *(doubled(name) for name in ("use", "entries", "data")),
        f'{{"assertions": [{REFUSED}], "assertions": [{ALLOWED}]}}',
    ],
)
def test_a_member_written_twice_takes_nothing_back(text: str) -> None:
    (reading,) = read(text)
    assert reading.said == {"cawg.ai_training": Answer.REFUSED}
    assert codes((reading,)) == ["AF904"]


def test_a_trouble_stands_in_its_line() -> None:
    (reading,) = read(json.dumps(json.loads(assertion(ai_training={"use": "no"})), indent=1))
    assert [trouble.line for trouble in reading.troubles] == [5]
