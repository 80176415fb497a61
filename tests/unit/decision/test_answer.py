"""A question is answered, or it is said why it is none."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from askfirst import InvalidDocument, decide, read
from askfirst.decision import NoQuestion, NothingAsked, gather
from askfirst.errors import AskFirstError
from askfirst.model.documents import Request
from askfirst.vocabulary import Status, Use
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import ISRC, LAB, NOW, consent, declaration, head
from tests.unit.decision.asking import MUSIC, SEARCH, TAGS, ask, asked

POLICY: Json = {
    **head("Policy", LAB),
    "withoutAsking": [SEARCH],
    "asksFirst": ["generative-training"],
    "effective": NOW,
}
TRACK: Json = {"isrc": ISRC}


def answered(request: Any, *documents: Json, **how: Any) -> Any:  # noqa: ANN401 - JSON
    return decide(request, documents, **{"at": NOW, "assurance": "unsigned", **how})


@pytest.mark.parametrize(
    "at",
    [
        "",
        "2027-01-01",
        "2027-01-01T00:00:00",
        "2027-01-01T00:00:00+01:00",
        "2027-01-01t00:00:00z",
        "2027-01-01T00:00:00Z\n",
        " 2027-01-01T00:00:00Z",
        "2027-1-01T00:00:00Z",
        "12027-01-01T00:00:00Z",
    ],
)
def test_a_moment_is_written_as_an_instant(at: str) -> None:
    with pytest.raises(NoQuestion) as raised:
        answered(asked(), at=at)

    assert str(raised.value) == f"`{at}` is not an instant; write YYYY-MM-DDThh:mm:ssZ"


@pytest.mark.parametrize("assurance", ["", "Trusted", "signed"])
def test_an_assurance_is_one_of_two_words(assurance: str) -> None:
    with pytest.raises(NoQuestion) as raised:
        answered(asked(), assurance=assurance)

    expected = f"`{assurance}` is not an assurance; write trusted or unsigned"
    assert str(raised.value) == expected


def test_trusted_is_what_is_demanded_if_nothing_else_is() -> None:
    given = declaration(permits=[SEARCH])
    found = decide(asked(), [given], at=NOW)

    assert (found.outcome, found.case.assurance) == ("unspecified", "trusted")
    assert decide(asked(), [given], at=NOW, assurance="unsigned").outcome == "permitted"


def test_a_policy_asks_about_a_track() -> None:
    with pytest.raises(NoQuestion) as raised:
        answered(POLICY)

    assert str(raised.value) == "a Policy asks about any track; say which one"


def test_a_policy_is_answered_for_its_track() -> None:
    found = answered(POLICY, declaration(permits=[SEARCH]), track=TRACK)

    assert found.outcomes == {Use.SEARCH_INDEXING: Status.PERMITTED}
    assert found.to_dict()["request"]["id"] == POLICY["id"]
    as_value = answered(
        read(POLICY), declaration(permits=[SEARCH]), track=found.case.question.track
    )
    assert as_value.outcomes == found.outcomes


def test_a_policy_that_does_nothing_unasked_has_nothing_to_ask() -> None:
    with pytest.raises(NothingAsked):
        answered({**POLICY, "withoutAsking": []}, track=TRACK)


def test_the_track_of_a_policy_is_looked_at() -> None:
    for wrong in ({}, {"isrc": "SEXYZ26"}, {"isrc": ISRC, "exclusive": "yes"}):
        with pytest.raises(InvalidDocument) as raised:
            answered(POLICY, track=wrong)
        at = {finding.pointer for finding in raised.value.report.findings}
        assert all(pointer.startswith("/track") for pointer in at)


@pytest.mark.parametrize("document", [declaration(), consent()])
def test_other_documents_ask_nothing(document: Json) -> None:
    for given, track in product((document, read(document)), (None, TRACK)):
        with pytest.raises(NoQuestion) as raised:
            answered(given, track=track)
        assert str(raised.value) == "only a Request or a Policy can be asked"


@pytest.mark.parametrize(
    "request_",
    [
        {**asked(), "uses": []},
        {"metadata": {}},
        {"askfirst": [asked(), asked()]},
        {**POLICY, "notice": "soon"},
    ],
)
def test_what_does_not_conform_is_no_question(request_: Json) -> None:
    with pytest.raises(InvalidDocument):
        answered(request_, track=TRACK)


def test_a_request_in_somebody_elses_object_is_asked() -> None:
    assert answered({"askfirst": asked()}).outcome == "unspecified"


def test_what_is_no_question_is_an_error_of_our_own() -> None:
    assert issubclass(NoQuestion, AskFirstError)


def test_nothing_that_holds_no_document_can_be_given() -> None:
    with pytest.raises(InvalidDocument):
        answered(asked(), {"title": "Song"})


def test_documents_are_given_in_any_form() -> None:
    given = [declaration(permits=[SEARCH]), consent()]
    expected = answered(asked(), *given).to_dict()

    assert answered(asked(id=expected["request"]["id"]), *given).outcome == "permitted"
    request = asked()
    forms: list[Any] = [given, [read(one) for one in given], gather(given), iter(given)]
    for form in forms:
        found = decide(request, form, at=NOW, assurance="unsigned").to_dict()
        assert found == answered(read(request), *given).to_dict()


def test_the_outcome_is_the_strictest_of_the_leaves() -> None:
    mine = declaration(permits=[SEARCH], prohibits=[TAGS], requiresConsent=["input"])
    found = answered(asked(SEARCH, TAGS, "analytic-input", "other-data-mining"), mine)

    assert {str(leaf): str(status) for leaf, status in found.outcomes.items()} == {
        TAGS: "prohibited",
        "analytic-input": "consent-required",
        SEARCH: "permitted",
        "other-data-mining": "unspecified",
    }
    assert found.outcome == "prohibited"
    assert [(leaf.use, leaf.outcome) for leaf in found.leaves] == [*found.outcomes.items()]


def test_every_material_has_to_be_agreed_to() -> None:
    for materials, expected in ((["audio"], "permitted"), (["audio", "stems"], "consent-required")):
        assert ask(MUSIC, declaration(), consent(), material=materials).outcome == expected


def test_no_statement_of_any_form_reaches_below_the_floor() -> None:
    mine: Any = read(declaration())
    lists = replace(mine.statements, permits=(Use.ANY_AI_USE,))
    found = decide(
        asked("any-ai-use"), [replace(mine, statements=lists)], at=NOW, assurance="unsigned"
    )

    assert {status for leaf, status in found.outcomes.items() if leaf.floor} == {"consent-required"}
    assert {status for leaf, status in found.outcomes.items() if not leaf.floor} == {"permitted"}


def test_what_closes_lets_nothing_be_permitted() -> None:
    broken = declaration(exclusive="yes", prohibits=[TAGS])
    found = answered(asked(SEARCH, TAGS, MUSIC), declaration(permits=[SEARCH]), consent(), broken)

    assert [*found.outcomes.values()] == ["consent-required", "prohibited", "consent-required"]


def test_a_request_can_be_a_value() -> None:
    request = read(asked())
    assert isinstance(request, Request)

    assert decide(request, [], at=NOW).outcome == "unspecified"
