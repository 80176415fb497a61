"""A Request asks for what is open, and has the same id whenever it says the same."""

from hypothesis import given
from hypothesis import strategies as st

from askfirst.authoring.requests import identified, narrowed, same_question
from askfirst.vocabulary import Use, leaves

uses = st.sets(st.sampled_from(list(Use)), min_size=1)


@given(uses, st.sets(st.sampled_from(list(leaves(Use.ANY_AI_USE)))))
def test_what_is_left_is_what_was_asked_without_what_is_prohibited(
    asked: set[Use], prohibited: set[Use]
) -> None:
    found = narrowed(asked, prohibited)

    meant = {leaf for use in asked for leaf in leaves(use)}
    assert {leaf for use in found for leaf in leaves(use)} == meant - prohibited


def test_the_id_is_of_everything_but_itself() -> None:
    one = identified({"id": "x:1", "issued": "2026-11-22T10:00:00Z", "uses": ["training"]})
    other = {**one, "issued": "2026-11-23T10:00:00Z"}

    assert one == identified({**one, "id": "x:2"})
    assert identified(other)["id"] != one["id"]
    assert same_question(one, identified(other))
    assert not same_question(one, {**one, "uses": ["input"]})
