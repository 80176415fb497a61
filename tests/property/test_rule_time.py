"""Reading rule 9: everything is evaluated as of an instant, and nothing is retroactive."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst import check
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief
from tests.property.worlds import World, worlds
from tests.property.worlds_alphabet import NOW
from tests.property.worlds_by_hand import (
    AFTER,
    BEFORE,
    ISRC,
    LAB,
    consent,
    declaration,
    head,
    withdrawal,
)

RANDOM = st.integers(0, 2**32).map(Random)
FIRST, LAST = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"
MUSIC, SEARCH = "music-generation-training", "search-indexing"
SAID = {"method": "opt-in", "statement": "Yes.", "language": "en"}
LONG_AGO = "2020-01-01T00:00:00Z"


def instants(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield every instant that stands in a value."""
    if isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from instants(inner)
    elif isinstance(value, str) and len(value) == len(NOW) and value.endswith("Z"):
        yield value


def moved(instant: str, seconds: int) -> str:
    moment = datetime.fromisoformat(instant).astimezone(UTC) + timedelta(seconds=seconds)
    return moment.isoformat().replace("+00:00", "Z")


def outcomes(given: World, at: str) -> Any:  # noqa: ANN401 - compared only
    return brief(answer(given._replace(at=at)))


class TestTime:
    """Nothing is retroactive."""

    @given(worlds(), RANDOM)
    def test_nothing_changes_between_two_instants_that_are_named(
        self, given: World, random: Random
    ) -> None:
        """In each gap, the last moment and some other one are as the first."""
        named = sorted({FIRST, LAST, *(i for one in given.documents for i in instants(one))})
        start, end = random.choice(list(pairwise(named)))
        some = moved(start, random.randrange(2**30))
        for at in (moved(end, -1), some if some < end else start):
            assert outcomes(given, at) == outcomes(given, start)

    @given(worlds(), RANDOM)
    def test_what_is_issued_later_changes_nothing_before(
        self, given: World, random: Random
    ) -> None:
        """Documents that conform and were issued after an instant could not be there yet."""
        at = random.choice([NOW, *(i for one in given.documents for i in instants(one))])
        early = [one for one in given.documents if not (_is_later(one, at) and check(one).conforms)]
        assert outcomes(given._replace(documents=early), at) == outcomes(given, at)


def _is_later(document: Json, at: str) -> bool:
    return isinstance(document.get("issued"), str) and document["issued"] > at


def asking(use: str, *documents: Json) -> World:
    request = {**head("Request", LAB), "uses": [use], "track": {"isrc": ISRC}}
    return World({**request, "material": ["audio"]}, list(documents), NOW, "unsigned")


def at_the_turn(given: World) -> list[str]:
    """Return the outcome one second before an instant, at it, and one second after."""
    return [str(answer(given._replace(at=at)).outcome) for at in (BEFORE, NOW, AFTER)]


class TestBoundaries:
    """Everything is evaluated as of the instant `at`."""

    @pytest.mark.parametrize(
        ("lists", "after"),
        [({"permits": [SEARCH]}, "permitted"), ({"prohibits": [SEARCH]}, "prohibited")],
    )
    def test_a_declaration_counts_from_its_issue_on(self, lists: Json, after: str) -> None:
        given = asking(SEARCH, declaration(issued=NOW, **lists))
        assert at_the_turn(given) == ["unspecified", after, after]

    def test_a_declaration_is_replaced_from_the_issue_of_the_later_one_on(self) -> None:
        old = declaration(issued=LONG_AGO, prohibits=[SEARCH])
        given = asking(SEARCH, old, declaration(issued=NOW, supersedes=[old["id"]]))
        assert at_the_turn(given) == ["prohibited", "unspecified", "unspecified"]

    @given(
        st.permutations([LONG_AGO, BEFORE, NOW]),
        st.sampled_from([LONG_AGO, BEFORE, NOW]),
    )
    def test_a_consent_counts_from_the_latest_of_three_instants_on(
        self, moments: list[str], last: str
    ) -> None:
        issued, start, said = (min(moment, last) for moment in moments)
        agreed = consent(issued=issued, validFrom=start, expression={**SAID, "at": said})
        given = asking(MUSIC, declaration(), agreed)
        expected = ["consent-required" if at < last else "permitted" for at in (BEFORE, NOW, AFTER)]
        assert at_the_turn(given) == expected

    @pytest.mark.parametrize("end", [BEFORE, NOW, AFTER, "until-withdrawn"])
    def test_a_consent_counts_until_its_end_excluded(self, end: str) -> None:
        said: Json = {
            "issued": LONG_AGO,
            "validFrom": LONG_AGO,
            "expression": {**SAID, "at": LONG_AGO},
        }
        given = asking(MUSIC, declaration(), consent(validUntil=end, **said))
        expected = ["permitted" if at < end else "consent-required" for at in (BEFORE, NOW, AFTER)]
        assert at_the_turn(given) == expected

    @pytest.mark.parametrize("moments", [(NOW, LONG_AGO), (LONG_AGO, NOW), (NOW, NOW)])
    def test_a_withdrawal_ends_it_from_the_later_of_two_instants_on(
        self, moments: tuple[str, str]
    ) -> None:
        agreed = consent()
        ended = withdrawal(agreed, issued=moments[0], effective=moments[1])
        given = asking(MUSIC, declaration(), agreed, ended)
        assert at_the_turn(given) == ["permitted", "consent-required", "consent-required"]

    @pytest.mark.parametrize(
        "broken", [{"exclusive": "yes"}, {"exclusive": "yes", "issued": AFTER}]
    )
    def test_what_does_not_conform_closes_at_every_instant(self, broken: Json) -> None:
        given = asking(
            SEARCH, declaration(permits=[SEARCH], issued=LONG_AGO), declaration(**broken)
        )
        assert at_the_turn(given) == ["consent-required"] * 3
