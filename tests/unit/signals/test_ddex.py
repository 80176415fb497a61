"""DDEX: three names of use types, allowed or not."""

import pytest

from askfirst.signals import Answer, imported, signal
from askfirst.vocabulary import Status, Use
from tests.consistency.shipped import Json
from tests.unit.signals.objects import file, reading, track, written

DDEX = signal("ddex")
MINING = "UseForDataMining"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, None),
        ({Use.SEARCH_INDEXING: Status.PROHIBITED}, None),
        ({Use.OTHER_DATA_MINING: Status.PERMITTED}, None),
        (
            {Use.OTHER_DATA_MINING: Status.PERMITTED, Use.ANALYTIC_INPUT: Status.PERMITTED},
            {MINING: "allowed"},
        ),
        ({Use.ANALYTIC_INPUT: Status.CONSENT_REQUIRED}, {MINING: "not-allowed"}),
        (
            {Use.TRAINING: Status.PROHIBITED},
            {
                "UseForTrainingGenerativeAI": "not-allowed",
                "UseForTrainingNonGenerativeAI": "not-allowed",
            },
        ),
    ],
)
def test_names_say_what_stands(stated: dict[Use, Status], expected: Json) -> None:
    found = written(DDEX, track(stated))
    assert found == (None if expected is None else {"useTypes": expected})


def test_a_refusal_of_data_mining_closes_all_that_it_may_touch() -> None:
    said = reading(DDEX, {"useTypes": {MINING: "not-allowed"}}).said
    closed = {leaf for leaf, one in imported(said, DDEX.terms).items() if one is Status.PROHIBITED}
    assert closed == {Use.OTHER_DATA_MINING, Use.ANALYTIC_INPUT}


def test_two_lists_are_two_readings_and_the_stricter_holds() -> None:
    text = f'{{"useTypes": {{"{MINING}": "not-allowed"}}, "useTypes": {{"{MINING}": "allowed"}}}}'
    assert DDEX.combine(DDEX.read(file(text))) == {MINING: Answer.REFUSED}


@pytest.mark.parametrize("text", ["{}", '{"useType": {}}', "useTypes", "[]", ""])
def test_another_text_says_nothing(text: str) -> None:
    assert DDEX.read(file(text)) == ()
