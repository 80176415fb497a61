"""A Policy asks before it does any leaf of generative training, and leaves none of them silent."""

import pytest

import askfirst
from askfirst.model.documents import Policy
from askfirst.vocabulary import Use, leaves, path
from askfirst.vocabulary.promises import PROMISES
from tests.consistency.shipped import Json
from tests.unit.rules.looking import example, faults, places

GENERATIVE = leaves(Use.GENERATIVE_TRAINING)
GROUPS = [use for use in path(GENERATIVE[0]) if not use.leaf]


def promising(**lists: Json) -> Json:
    """Return a Policy with these lists and no other."""
    bare = {name: value for name, value in example("Policy").items() if name not in PROMISES}
    return {**bare, **lists}


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_done_without_asking_does_each_leaf(group: Use) -> None:
    document = promising(withoutAsking=["search-indexing", group])

    assert places("AF309", document) == ["/withoutAsking/1"] * len(GENERATIVE)
    assert places("AF310", document) == []


@pytest.mark.parametrize("leaf", GENERATIVE)
@pytest.mark.parametrize("group", GROUPS)
def test_the_narrower_word_holds(group: Use, leaf: Use) -> None:
    broken = promising(asksFirst=[group], withoutAsking=[leaf])
    kept = promising(withoutAsking=[group], never=[leaf])

    assert places("AF309", broken) == ["/withoutAsking/0"]
    assert len(places("AF309", kept)) == len(GENERATIVE) - 1


@pytest.mark.parametrize("other", ["asksFirst", "never"])
def test_a_word_in_two_lists_is_done_without_asking(other: str) -> None:
    document = promising(**{other: ["generative-training"]}, withoutAsking=["generative-training"])

    assert len(places("AF309", document)) == len(GENERATIVE)


@pytest.mark.parametrize("leaf", GENERATIVE)
def test_a_leaf_that_is_left_out_is_silent(leaf: Use) -> None:
    document = promising(asksFirst=[use for use in GENERATIVE if use is not leaf])

    assert [fault.message for fault in faults("AF310", document)] == [
        f"nothing is said about `{leaf}`"
    ]
    assert places("AF310", document) == [""]


def test_uses_that_are_no_generative_training_may_be_done_or_left_out() -> None:
    others = [use for use in Use if use.leaf and use not in GENERATIVE]
    document = promising(asksFirst=["generative-training"], withoutAsking=others)

    assert places("AF309", document) == []
    assert places("AF310", promising(asksFirst=["generative-training"])) == []


@pytest.mark.parametrize("uses", ["generative-training", ["generative-trainin"], [None], {}])
def test_silence_is_not_judged_where_a_list_cannot_be_read(uses: Json) -> None:
    """A sentence about meaning is not checked on a value whose shape is wrong."""
    assert places("AF310", promising(asksFirst=uses)) == []


def test_a_policy_that_breaks_the_license_is_a_value_and_one_of_another_shape_is_none() -> None:
    broken = askfirst.check(promising(withoutAsking=["training"])).documents[0]
    shapeless = askfirst.check(promising(withoutAsking=["training"], notice="soon")).documents[0]

    assert not broken.conforms
    assert isinstance(broken.document, Policy)
    assert shapeless.document is None
