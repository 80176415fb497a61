"""Of very many Withdrawals only those are looked at that bear on the Consents at hand."""

import json

import pytest

from askfirst.decision.revocations import withdrawals
from askfirst.reading.bulk import NotRead
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import LABEL, consent, withdrawal

AGREED = consent(id="https://mara.example.org/consents/1")
OTHERS = [withdrawal(consent()) for _ in range(20)]


def bearing(*given: Json) -> list[Json]:
    return [dict(one) for one in withdrawals(json.dumps(given).encode(), [AGREED["id"]])]


def test_what_ends_another_consent_is_passed_over() -> None:
    ended = withdrawal(AGREED)

    assert bearing(*OTHERS) == []
    assert bearing(*OTHERS, ended, *OTHERS) == [ended]


def test_an_id_is_compared_in_its_normal_form() -> None:
    ended = {**withdrawal(AGREED), "consent": "HTTPS://Mara.example.org/consents/1"}

    assert bearing(*OTHERS, ended) == [ended]


def test_whoever_made_it_it_is_looked_at() -> None:
    ended = withdrawal(AGREED, by={"id": LABEL})

    assert bearing(ended) == [ended]


@pytest.mark.parametrize(
    "members",
    [{"consent": None}, {"consent": ["urn:x:1"]}, {"type": "Withdrawl"}, {"type": None}],
)
def test_what_is_not_plainly_about_another_is_looked_at(members: Json) -> None:
    odd = {**OTHERS[0], **members}

    assert bearing(*OTHERS, odd) == [odd]
    assert bearing({name: value for name, value in odd.items() if name not in members})


@pytest.mark.parametrize(
    "text", ["{}", "[[]]", "[1]", '"x"', "[", '[{"consent": "a", "consent": "b"}]']
)
def test_what_is_no_list_of_objects_cannot_be_read(text: str) -> None:
    with pytest.raises(NotRead):
        withdrawals(text.encode(), [AGREED["id"]])
