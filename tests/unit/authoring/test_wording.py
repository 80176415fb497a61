"""There are plain words for every word of the vocabulary, in one place."""

from askfirst.authoring.phrases import act
from askfirst.authoring.wording import (
    ACTS,
    AT_END,
    CAPACITIES,
    CONDITIONS,
    MATERIALS,
    RIGHTS,
)
from askfirst.vocabulary import (
    AtEnd,
    Capacity,
    Condition,
    Material,
    Right,
    Use,
    leaves,
    touched_by_use,
)


def test_every_word_has_its_phrase() -> None:
    assert tuple(ACTS) == leaves(Use.ANY_AI_USE)
    assert tuple(RIGHTS) == tuple(Right)
    assert tuple(MATERIALS) == tuple(Material)
    assert tuple(CONDITIONS) == tuple(Condition)
    assert tuple(AT_END) == tuple(AtEnd)
    assert tuple(CAPACITIES) == tuple(Capacity)


def test_who_is_touched_in_person_reads_it_so() -> None:
    for leaf, said in ACTS.items():
        assert (said.own is not None) == bool(touched_by_use(leaf))
        for right in touched_by_use(leaf):
            assert "your " in act(leaf, [right])
            assert "your " not in act(leaf, [])


def test_no_two_phrases_are_the_same() -> None:
    said = [one.act for one in ACTS.values()]

    assert len(set(said)) == len(said)
