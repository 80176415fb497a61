"""A Declaration states a status for a leaf by the nearest term to it."""

from askfirst.decision.statement import Stated, stated, status
from askfirst.model.parts import Statements
from askfirst.vocabulary import Status, Use
from tests.property.worlds_by_hand import declaration
from tests.unit.decision.asking import declared

TAGS = Use.TAGGING_TRAINING
NOTHING = Statements(permits=(), requires_consent=(), prohibits=())


def statements(**lists: Use) -> Statements:
    empty: dict[str, tuple[Use, ...]] = {"permits": (), "requires_consent": (), "prohibits": ()}
    return Statements(**{**empty, **{name: (use,) for name, use in lists.items()}})


def test_nothing_is_stated_by_empty_lists() -> None:
    assert stated(TAGS, NOTHING, None) == Stated(Status.UNSPECIFIED, None, general=False)
    assert stated(TAGS, NOTHING, NOTHING) == Stated(Status.UNSPECIFIED, None, general=False)


def test_nothing_is_stated_by_another_use() -> None:
    other = statements(prohibits=Use.INPUT, permits=Use.FRAUD_DETECTION_TRAINING)

    assert stated(TAGS, other, other).status is Status.UNSPECIFIED


def test_the_term_is_told() -> None:
    own = statements(permits=TAGS, prohibits=Use.TRAINING)

    assert stated(TAGS, own, None) == Stated(Status.PERMITTED, TAGS, general=False)
    assert stated(Use.OTHER_ANALYTIC_TRAINING, own, None) == Stated(
        Status.PROHIBITED, Use.TRAINING, general=False
    )


def test_of_one_term_the_strictest_list_holds() -> None:
    own = statements(permits=TAGS, requires_consent=TAGS, prohibits=TAGS)

    assert stated(TAGS, own, None).status is Status.PROHIBITED
    assert stated(TAGS, statements(permits=TAGS, requires_consent=TAGS), None).status is (
        Status.CONSENT_REQUIRED
    )


def test_only_the_release_states_something() -> None:
    general = statements(prohibits=Use.TRAINING)

    assert stated(TAGS, NOTHING, general) == Stated(Status.PROHIBITED, Use.TRAINING, general=True)


def test_a_release_that_is_nearer_and_stricter_holds() -> None:
    own = statements(permits=Use.ANALYTIC_TRAINING)

    assert stated(TAGS, own, statements(requires_consent=TAGS)) == Stated(
        Status.CONSENT_REQUIRED, TAGS, general=True
    )
    assert stated(TAGS, statements(prohibits=Use.TRAINING), statements(permits=TAGS)) == Stated(
        Status.PROHIBITED, Use.TRAINING, general=False
    )


def test_a_release_that_is_as_near_or_farther_does_not_hold() -> None:
    for use in (TAGS, Use.ANALYTIC_TRAINING, Use.ANY_AI_USE):
        general = statements(prohibits=use)
        assert stated(TAGS, statements(permits=TAGS), general).status is Status.PERMITTED


def test_where_both_are_as_strict_the_track_is_told() -> None:
    own, general = statements(prohibits=Use.TRAINING), statements(prohibits=TAGS)

    assert stated(TAGS, own, general) == Stated(Status.PROHIBITED, Use.TRAINING, general=False)


def test_what_is_stated_is_remembered() -> None:
    one = declared(declaration(prohibits=[str(TAGS)]))
    first = status(one, TAGS)

    assert first == Stated(Status.PROHIBITED, TAGS, general=False)
    assert status(one, TAGS) is first
    assert one.remembered == {TAGS: first}
    assert status(one, Use.SEARCH_INDEXING).status is Status.UNSPECIFIED
