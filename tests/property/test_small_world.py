"""All questions about a small world, each answered by two implementations written apart.

The world: three leaves, of which one is under the floor and touches a voice; the words of a song,
so that two rights are touched; two holders; every combination of what a Declaration states, whom
it names and what it supersedes, of Consents that differ in maker, right, use, party and time, of
a Withdrawal, two instants and both assurances.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest

from askfirst import check, decide, read
from askfirst.model.documents import Request
from tests.property import naive
from tests.property.answers import brief
from tests.property.naive import documents as naive_documents
from tests.property.naive import invalid as naive_invalid
from tests.property.worlds_by_hand import ISRC, LAB, LABEL, MARA, head, held
from tests.property.worlds_by_hand import consent as consented
from tests.property.worlds_by_hand import declaration as declared
from tests.property.worlds_by_hand import withdrawal as withdrawn

Json = Any

SEARCH, TAGS, VOICE = "search-indexing", "tagging-training", "voice-replication-training"
EARLY, LATER = "2027-01-01T00:00:00Z", "2027-06-01T00:00:00Z"
LONG_AGO = "2026-01-01T00:00:00Z"
SAID = {"method": "opt-in", "statement": "Yes.", "language": "en", "at": LONG_AGO}
REQUEST = {
    **head("Request", LAB),
    "uses": [SEARCH, TAGS, VOICE],
    "track": {"isrc": ISRC},
    "material": ["lyrics-text"],
}


#: A document as it is written, and as it was read.
Given = tuple[Json, Any]


def made(document: Json) -> Given:
    return document, read(document)


#: What a Declaration states: nothing, or something about the leaves or about a group around one.
STATED: list[Json] = [
    {},
    {"permits": [SEARCH, TAGS]},
    {"requiresConsent": ["training"], "permits": [SEARCH]},
    {"prohibits": [TAGS], "requiresConsent": ["any-ai-use"]},
]
#: Whom a Declaration of one holder names, beside or in place of the other one.
NAMED: list[Json] = [
    {"rightsholders": [held(MARA, "lyrics", "voice")]},
    {"rightsholders": [held(MARA, "lyrics"), held(LABEL, "voice")]},
    {"rightsholders": [held(MARA, "lyrics", "voice"), held(LABEL, "lyrics")]},
    {"rightsholders": [held(MARA, "voice")], "absentRights": ["lyrics"]},
]


@cache
def firsts() -> list[Given]:
    """Return what the first holder declares, long ago."""
    return [
        made(declared(MARA, id="urn:x:first", issued=LONG_AGO, **stated, **named))
        for stated, named in product(STATED, NAMED)
    ]


@cache
def seconds() -> list[list[Given]]:
    """Return what is declared besides: nothing; by the first holder again; by the other one."""
    again = [
        made(declared(MARA, issued=LATER, **stated, **NAMED[0], **old))
        for stated, old in product(STATED, [{}, {"supersedes": ["urn:x:first"]}])
    ]
    other = [
        made(declared(LABEL, issued=LONG_AGO, rightsholders=[held(LABEL, "lyrics")], **stated))
        for stated in STATED
    ]
    return [[], *([one] for one in again), *([one] for one in other)]


@cache
def consents() -> list[Given]:
    """Return every Consent of the world."""
    return [
        made(
            consented(
                by,
                issued=LONG_AGO,
                expression=SAID,
                validFrom=start,
                to=to,
                rights=rights,
                uses=uses,
                material=["lyrics-text"],
            )
        )
        for by, rights, uses, to, start in product(
            [MARA, LABEL],
            [["lyrics"], ["voice"], ["lyrics", "voice"]],
            [[TAGS], [VOICE], ["any-ai-use"]],
            ["anyone", {"id": "https://other.example.com/", "name": "Other"}],
            [LONG_AGO, LATER],
        )
    ]


@cache
def ended() -> list[list[Given]]:
    """Return a Consent of each holder to everything, and what ends it, or does not."""
    found = []
    for by in (MARA, LABEL):
        agreed = consented(by, issued=LONG_AGO, expression=SAID, validFrom=LONG_AGO)
        agreed = {**agreed, "uses": [TAGS, SEARCH, VOICE], "material": ["lyrics-text"]}
        for who, moment in product([MARA, LABEL], [LONG_AGO, LATER]):
            ends = withdrawn(agreed, by={"id": who}, effective=moment, issued=LONG_AGO)
            found.append([made(agreed), made(ends)])
    return found


def cases(agreed: Iterable[Iterable[Given]], more: list[list[Given]]) -> Iterator[list[Given]]:
    """Yield every combination of one Declaration, of what is declared besides, and of Consents."""
    for one, others, some in product(firsts(), more, [list(given) for given in agreed]):
        yield [one, *others, *some]


@pytest.fixture
def reading_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the naive implementation check a document once, however often it is given."""
    reports: dict[int, Any] = {}

    def remembered(document: Json) -> Any:  # noqa: ANN401 - a report
        found = reports.get(id(document))
        if found is None:
            found = reports[id(document)] = (document, check(document))
        return found[1]

    for module in (naive_documents, naive_invalid):
        monkeypatch.setattr(module, "check", remembered)


def differing(given: Iterable[list[Given]], assurances: Iterable[str]) -> tuple[int, list[Json]]:
    """Return how many questions were asked, and those that got two answers."""
    count, request = 0, read(REQUEST)
    assert isinstance(request, Request)
    different = []
    for documents, at, assurance in product(given, (EARLY, LATER), assurances):
        written = [one for one, _ in documents]
        expected = naive.decide(REQUEST, written, at=at, assurance=assurance)
        answer = decide(request, [value for _, value in documents], at=at, assurance=assurance)
        if brief(answer) != (expected["outcome"], expected["leaves"], expected["missing"]):
            different.append((written, at, assurance))
        count += 1
    return count, different


@pytest.mark.usefixtures("reading_once")
class TestSmallWorld:
    """A Decider MUST give the outcome that section 5 gives."""

    def test_two_declarations_and_one_consent(self) -> None:
        some = [[], *([one] for one in consents())]
        assert differing(cases(some, seconds()), ["unsigned"]) == (30_368, [])

    def test_two_declarations_and_what_ends_a_consent(self) -> None:
        assert differing(cases(ended(), seconds()), ["trusted", "unsigned"]) == (6_656, [])

    def test_a_declaration_and_two_consents(self) -> None:
        """Each of the two is to anyone and counts already."""
        wide = {"to": "anyone", "validFrom": LONG_AGO}
        some = [one for one in consents() if wide.items() <= one[0].items()]
        found = differing(cases(combinations(some, 2), [[]]), ["unsigned"])
        assert found == (4_896, [])

    @pytest.mark.long
    def test_two_declarations_and_two_consents(self) -> None:
        found = differing(cases(combinations(consents(), 2), seconds()), ["unsigned"])
        assert found == (1_063_296, [])
