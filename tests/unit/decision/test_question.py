"""A Request is read as broadly as it can be, and a Policy as one."""

from typing import Any

import pytest

from askfirst import decide, read
from askfirst.decision import NothingAsked
from askfirst.decision.question import from_policy, touched
from askfirst.errors import AskFirstError
from askfirst.model.documents import Policy
from askfirst.vocabulary import Condition, Material, Right, Use, leaves
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import ISRC, LAB, NOW, declaration, head
from tests.unit.decision.asking import MUSIC, SEARCH, TAGS, question, track_of

SOUND = (Right.COMPOSITION, Right.LYRICS, Right.RECORDING, Right.PERFORMANCE)


def policy(**lists: Json) -> Json:
    never = {"never": ["generative-training"]}
    return {**head("Policy", LAB), "effective": NOW, **never, **lists}


def unasked(**lists: Json) -> tuple[Use, ...]:
    value = read(policy(**lists))
    assert isinstance(value, Policy)
    return from_policy(value, track_of(isrc=ISRC)).leaves


def test_a_request_asks_for_the_leaves_of_its_terms_once_and_in_tree_order() -> None:
    found = question(uses=["search-indexing", "generative-input", "other-generative-input", TAGS])

    assert found.leaves == (
        Use.TAGGING_TRAINING,
        Use.VOICE_REPLICATION_INPUT,
        Use.LIKENESS_REPLICATION_INPUT,
        Use.OTHER_GENERATIVE_INPUT,
        Use.SEARCH_INDEXING,
    )


def test_a_request_asks_for_what_it_names() -> None:
    asked: dict[str, Any] = {
        "model": {"name": "tonewave", "version": "2"},
        "territories": ["SE", "DK"],
        "accepts": ["attribution"],
        "purpose": "a demo",
        "material": ["stems", "audio"],
    }
    found = question(**asked)

    assert found.model
    assert (found.model.name, found.model.version) == ("tonewave", "2")
    assert found.territories == ("SE", "DK")
    assert found.accepts == (Condition.ATTRIBUTION,)
    assert found.purpose == "a demo"
    assert found.materials == (Material.STEMS, Material.AUDIO)
    assert found.party == LAB
    assert found.track.isrc == ISRC


def test_what_a_request_leaves_out_is_the_widest() -> None:
    found = question()

    assert found.model is None
    assert (found.territories, found.accepts, found.purpose) == ((), (), "any")
    assert question(territories=["worldwide"]).territories == ()


def test_a_policy_asks_for_what_it_does_unasked_with_every_material() -> None:
    lists = {"withoutAsking": [SEARCH, "analytic-training"], "asksFirst": [TAGS]}
    value = read(policy(**lists))
    assert isinstance(value, Policy)
    found = from_policy(value, track_of(isrc=ISRC))

    wanted = set(leaves(Use.ANALYTIC_TRAINING)) - {Use.TAGGING_TRAINING}
    assert found.leaves == (*sorted(wanted, key=list(Use).index), Use.SEARCH_INDEXING)
    assert found.materials == tuple(Material)
    assert (found.id, found.sha256, found.party) == (value.id, value.sha256, LAB)
    assert (found.model, found.territories, found.accepts) == (None, (), ())
    assert found.purpose == "any"
    assert found.track.isrc == ISRC


def test_the_nearest_term_of_a_policy_holds_and_in_doubt_it_does_not_ask() -> None:
    assert unasked(withoutAsking=["input"], asksFirst=["generative-input"]) == (Use.ANALYTIC_INPUT,)
    assert unasked(withoutAsking=[SEARCH], asksFirst=[SEARCH], never=["training", SEARCH]) == (
        Use.SEARCH_INDEXING,
    )


@pytest.mark.parametrize("lists", [{}, {"withoutAsking": []}, {"asksFirst": ["any-ai-use"]}])
def test_a_policy_that_does_nothing_unasked_asks_nothing(lists: Json) -> None:
    with pytest.raises(
        NothingAsked, match=r"^the Policy does nothing without asking, so there is "
    ):
        unasked(**lists)


def test_a_policy_that_breaks_the_license_is_asked_all_the_same() -> None:
    broken = policy(withoutAsking=["training"], never=[])
    found = decide(broken, [declaration()], at=NOW, assurance="unsigned", track={"isrc": ISRC})

    assert set(found.outcomes) == set(leaves(Use.TRAINING))


def test_nothing_asked_is_an_error_of_our_own() -> None:
    assert issubclass(NothingAsked, AskFirstError)


def test_a_use_touches_the_rights_of_its_material_and_its_own() -> None:
    assert touched(Use(MUSIC), Material.AUDIO) == (SOUND, frozenset(SOUND))
    assert touched(Use.VOICE_REPLICATION_INPUT, Material.LYRICS_TEXT) == (
        (Right.LYRICS,),
        frozenset({Right.LYRICS, Right.VOICE}),
    )
