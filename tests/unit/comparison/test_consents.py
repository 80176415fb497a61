"""What a change of a Consent, a Request or a Decision widens and narrows."""

import pytest

import askfirst
from askfirst.comparison import NotComparable, compare
from tests.consistency.shipped import Json
from tests.unit.comparison.revised import (
    LAB,
    consent,
    declaration,
    difference,
    found,
    policy,
    request,
    withdrawal,
)

AGREEMENTS = [{"url": "x:a", "sha256": digit * 64} for digit in "12"]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"to": "anyone"}, ("widened", "to", LAB, "anyone")),
        ({"purpose": "any"}, ("widened", "purpose", "a demo", "any")),
        ({"purpose": "a product"}, ("widened", "purpose", "a demo", "a product")),
        ({"models": "any"}, ("widened", "models", None, "any")),
        (
            {"models": [{"name": "tonewave", "version": "any"}]},
            ("widened", "models", None, "tonewave@any"),
        ),
        ({"territories": ["worldwide"]}, ("widened", "territories", None, "worldwide")),
        ({"territories": ["DK"]}, ("narrowed", "territories", "SE", None)),
        (
            {"rights": ["composition", "lyrics", "recording"]},
            ("narrowed", "rights", "performance", None),
        ),
        ({"material": ["stems", "audio"]}, ("widened", "material", None, "stems")),
        (
            {"validUntil": "until-withdrawn"},
            ("widened", "validUntil", "2029-12-01T00:00:00Z", "until-withdrawn"),
        ),
        ({"conditions": []}, ("widened", "conditions", "attribution", None)),
        (
            {"atEnd": "stop-new-training"},
            ("widened", "atEnd", "retire-models", "stop-new-training"),
        ),
        ({"id": "urn:a:b"}, ("widened", "id", consent()["id"], "urn:a:b")),
    ],
)
def test_every_dimension_of_a_consent_is_compared(
    members: Json, expected: tuple[str, str, str | None, str | None]
) -> None:
    kind, what, before, after = expected
    opposite = {"widened": "narrowed", "narrowed": "widened"}
    one_way = {"id", "purpose"} if members.get("purpose") != "any" else {"id"}

    assert found(consent(), consent(**members)) == [(kind, what, "", before, after)]
    if what not in one_way:
        back = found(consent(**members), consent())
        assert {change[0] for change in back} == {opposite[kind]}


def test_a_group_covers_no_leaf_that_goes_by_name_only() -> None:
    changes = found(consent(), consent(uses=["generative-training"]))

    assert changes == [
        ("widened", "leaf", "other-generative-training", "not-covered", "covered"),
    ]


def test_a_consent_begins_with_the_latest_of_its_instants() -> None:
    later = "2027-01-01T00:00:00Z"
    old = consent(issued=later)
    earlier_period = consent(issued=later, validFrom="2026-01-01T00:00:00Z")

    assert found(consent(), old) == [("narrowed", "validFrom", "", consent()["issued"], later)]
    assert found(old, earlier_period) == []
    assert difference(old, earlier_period).changes[0].what == "validFrom"


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (AGREEMENTS[0], AGREEMENTS[1], {"widened"}),
        (AGREEMENTS[0], None, {"widened", "changed"}),
        (None, AGREEMENTS[0], {"changed"}),
    ],
)
def test_another_agreement_cannot_be_compared(
    old: Json | None, new: Json | None, kinds: set[str]
) -> None:
    before, after = (consent(**({"agreement": one} if one else {})) for one in (old, new))

    assert {one.kind for one in difference(before, after).changes} == kinds


def test_an_act_that_was_expressed_otherwise_is_told() -> None:
    other = {**consent()["expression"], "method": "signature", "statement": "Yes."}

    changes = difference(consent(), consent(expression=other)).changes

    assert [(one.kind, one.what) for one in changes] == [
        ("changed", "expression/method"),
        ("changed", "expression/statement"),
    ]


def test_a_withdrawal_ends_from_the_later_of_its_instants() -> None:
    backdated = withdrawal(effective="2026-01-01T00:00:00Z")

    assert found(withdrawal(), backdated) == []
    assert [one.what for one in difference(withdrawal(), backdated).changes] == ["effective"]


@pytest.mark.parametrize(
    ("members", "kind", "what"),
    [
        ({"uses": ["generative-training"]}, "widened", "leaf"),
        ({"material": ["audio", "stems"]}, "widened", "material"),
        ({"territories": []}, "widened", "territories"),
        ({"territories": ["worldwide"]}, "widened", "territories"),
        ({"territories": ["SE"]}, "narrowed", "territories"),
        ({"model": {"name": "tonewave"}}, "widened", "model"),
        ({"purpose": "any"}, "widened", "purpose"),
        ({"accepts": []}, "widened", "accepts"),
        ({"accepts": ["attribution", "non-commercial"]}, "narrowed", "accepts"),
        ({"track": {"isrc": "SEXYZ2600012", "iswc": "T9271833400"}}, "widened", "track"),
        ({"by": {"id": "x:b"}}, "widened", "by"),
    ],
)
def test_a_request_that_asks_for_more(members: Json, kind: str, what: str) -> None:
    changes = found(request(), request(**members))

    assert {(change[0], change[1]) for change in changes} == {(kind, what)}


@pytest.mark.parametrize("name", ["model", "territories", "purpose"])
def test_what_a_request_leaves_out_is_the_widest(name: str) -> None:
    wide = {member: value for member, value in request().items() if member != name}

    assert {change[0] for change in found(request(), wide)} == {"widened"}
    assert {change[0] for change in found(wide, request())} == {"narrowed"}


def _decided(**members: Json) -> Json:
    asked = request(**members)
    answer = askfirst.decide(asked, [declaration(), consent()], at="2027-01-01T00:00:00Z")
    return answer.to_dict()


def test_decisions_are_compared_leaf_by_leaf() -> None:
    at = "2027-01-01T00:00:00Z"
    given = [declaration(), consent()]
    before, after = (
        askfirst.decide(request(), given, at=at, assurance=one).to_dict()
        for one in ("trusted", "unsigned")
    )

    assert found(before, after) == [
        ("widened", "leaf", "music-generation-training", "consent-required", "permitted")
    ]
    assert found(after, before)[0][0] == "narrowed"


def test_a_leaf_that_only_one_decision_answers_opens_nothing_but_where_it_is_permitted() -> None:
    narrow, wide = _decided(), _decided(uses=["generative-training"])

    assert found(narrow, wide) == []
    assert {one.kind for one in difference(narrow, wide).changes} == {"changed"}


@pytest.mark.parametrize("other", [consent(), request(), policy(), withdrawal()])
def test_documents_of_two_types_cannot_be_compared(other: Json) -> None:
    one, another = askfirst.read(declaration()), askfirst.read(other)

    with pytest.raises(NotComparable):
        compare(one, another)
