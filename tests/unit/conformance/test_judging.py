"""Answers are compared as sets of facts, and what has not the shape of an answer is told apart."""

from typing import Any

import pytest

from askfirst.conformance import Kind, Vector
from askfirst.conformance.judging import Malformed, differences

LEAF = {"use": "search-indexing", "outcome": "permitted", "reasons": [{"code": "AF452"}]}
OPEN = {"outcome": "permitted", "leaves": [LEAF], "missing": []}
MISSING = {
    "right": "lyrics",
    "use": "search-indexing",
    "askAt": ["mailto:a@example.org", "mailto:b@example.org"],
    "claimedBy": [{"holder": "urn:a", "name": "A"}, {"holder": "urn:b", "name": "B"}],
}
CLOSED = {"outcome": "unspecified", "leaves": [], "missing": [MISSING]}


def judged(kind: str, expect: dict[str, Any], answer: dict[str, Any]) -> tuple[str, ...]:
    return differences(Vector("a#0", Kind(kind), {"expect": expect}), answer)


def found(*codes: str) -> dict[str, Any]:
    return {"findings": [{"code": code, "pointer": "/a"} for code in codes]}


@pytest.mark.parametrize(
    ("expect", "answer", "count"),
    [
        (found("AF103"), found("AF103"), 0),
        (found("AF103"), found("AF103", "AF104"), 0),
        (found("AF103"), found("AF104"), 1),
        (found("AF103"), {"findings": [{"code": "AF103", "pointer": "/b"}]}, 1),
        ({"findings": [{"code": "AF103"}]}, found("AF103"), 0),
        ({"findings": [{"code": "AF103"}]}, found("AF104"), 1),
        (found(), found(), 0),
        (found(), found("AF404"), 0),
        (found(), found("AF103"), 1),
        (found(), found("AF199"), 1),
        (found("AF404"), found("AF404", "AF103"), 1),
        (found("AF404"), found(), 1),
    ],
)
def test_what_is_expected_is_reported_and_no_error_where_there_is_none(
    expect: dict[str, Any], answer: dict[str, Any], count: int
) -> None:
    assert len(judged("check", expect, answer)) == count
    assert len(judged("hostile", expect, answer)) == count


@pytest.mark.parametrize(
    ("expect", "answer", "count"),
    [
        (OPEN, OPEN, 0),
        (OPEN, {**OPEN, "id": "a#0", "tool": "theirs"}, 0),
        (OPEN, {**OPEN, "leaves": [{**LEAF, "reasons": [{"code": "AF452", "sentence": "x"}]}]}, 0),
        (OPEN, {**OPEN, "leaves": [LEAF, LEAF]}, 0),
        (OPEN, {**OPEN, "outcome": "unspecified"}, 2),
        (OPEN, {**OPEN, "leaves": []}, 2),
        (OPEN, {**OPEN, "leaves": [{**LEAF, "reasons": []}]}, 1),
        (OPEN, {**OPEN, "leaves": [{**LEAF, "reasons": [{"code": "AF452", "pointer": ""}]}]}, 2),
        (OPEN, {**OPEN, "missing": [MISSING]}, 1),
        (OPEN, {"outcome": None}, 4),
        ({"outcome": None}, {"outcome": None}, 0),
        ({"outcome": None}, OPEN, 4),
        (CLOSED, {**CLOSED, "missing": [{**MISSING, "askAt": MISSING["askAt"][::-1]}]}, 0),
        (CLOSED, {**CLOSED, "missing": [{**MISSING, "claimedBy": []}]}, 2),
        (CLOSED, {**CLOSED, "missing": [{**MISSING, "holder": "null"}]}, 2),
        (CLOSED, {**CLOSED, "missing": [{**MISSING, "askAt": []}]}, 2),
    ],
)
def test_a_decision_has_the_facts_that_are_expected_and_no_others(
    expect: dict[str, Any], answer: dict[str, Any], count: int
) -> None:
    assert len(judged("decisions", expect, answer)) == count


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        (OPEN, 1),
        ({"outcome": None}, 0),
        ({"outcome": "unspecified", "leaves": [{**LEAF, "outcome": "unspecified"}]}, 0),
        ({"outcome": "unspecified", "leaves": [LEAF]}, 1),
    ],
)
def test_where_nothing_may_be_permitted_every_other_answer_is_right(
    answer: dict[str, Any], count: int
) -> None:
    assert len(judged("hostile", {"permitted": []}, answer)) == count


def test_expanded_declarations_are_compared_in_order_member_by_member() -> None:
    one, other = {"id": "urn:a#/tracks/0", "permits": ["a", "b"]}, {"id": "urn:a#/tracks/1"}
    expect = {"expanded": [one, other]}

    assert judged("expand", expect, {"expanded": [one, other]}) == ()
    assert len(judged("expand", expect, {"expanded": [other, one]})) == 6
    assert len(judged("expand", expect, {"expanded": [one]})) == 1
    assert len(judged("expand", expect, {"expanded": [{**one, "permits": ["b", "a"]}, other]})) == 2


def test_changes_are_compared_as_a_set_and_only_those_of_leaves() -> None:
    change = {"use": "input", "before": "prohibited", "after": "permitted"}
    expect = {"widened": True, "changes": [change]}

    assert judged("diff", expect, {**expect, "changes": [change, {"what": "title"}]}) == ()
    assert len(judged("diff", expect, {**expect, "widened": False})) == 2
    assert len(judged("diff", expect, {**expect, "changes": []})) == 1
    tracked = [{**change, "track": "/tracks/0"}]
    assert len(judged("diff", expect, {**expect, "changes": tracked})) == 2


HASHED = {"container": "wav", "packetsSha256": "a1", "pcmMd5": None}
REFUSED: dict[str, Any] = {"container": None}


@pytest.mark.parametrize(
    ("expect", "answer", "count"),
    [
        (HASHED, HASHED, 0),
        (HASHED, {**HASHED, "seconds": 3}, 0),
        (HASHED, {**HASHED, "packetsSha256": "a2"}, 2),
        (HASHED, {**HASHED, "pcmMd5": "a3"}, 2),
        (HASHED, {**HASHED, "container": "aiff"}, 2),
        (HASHED, REFUSED, 4),
        (REFUSED, REFUSED, 0),
        (REFUSED, HASHED, 4),
    ],
)
def test_hashes_of_audio_are_compared_and_so_is_that_there_are_none(
    expect: dict[str, Any], answer: dict[str, Any], count: int
) -> None:
    assert len(judged("audio", expect, answer)) == count


@pytest.mark.parametrize(
    ("kind", "expect", "answer"),
    [
        ("audio", HASHED, {}),
        ("audio", HASHED, {"container": 1}),
        ("audio", HASHED, {"container": "wav", "packetsSha256": "a1"}),
        ("audio", HASHED, {"container": "wav", "pcmMd5": None}),
        ("check", found(), {}),
        ("check", found(), {"findings": "none"}),
        ("check", found(), {"findings": ["AF103"]}),
        ("check", found(), {"findings": [{"code": 103}]}),
        ("check", found(), {"findings": [{"pointer": ""}]}),
        ("check", found(), {"findings": [{"code": "AF103", "pointer": None}]}),
        ("decisions", OPEN, {}),
        ("decisions", OPEN, {"outcome": 1}),
        ("decisions", OPEN, {"outcome": "permitted"}),
        ("decisions", OPEN, {**OPEN, "leaves": None}),
        ("decisions", OPEN, {**OPEN, "leaves": [{"use": "input"}]}),
        ("decisions", OPEN, {**OPEN, "leaves": [{"use": "input", "outcome": "permitted"}]}),
        ("decisions", OPEN, {**OPEN, "missing": [{"right": "lyrics"}]}),
        ("decisions", OPEN, {**OPEN, "missing": [{**MISSING, "claimedBy": 1}]}),
        ("hostile", {"permitted": []}, {}),
        ("hostile", {"permitted": []}, {"outcome": "permitted"}),
        ("hostile", {"permitted": []}, {"outcome": "permitted", "leaves": []}),
        ("expand", {"expanded": []}, {"expanded": {}}),
        ("diff", {"widened": True, "changes": []}, {"widened": True}),
        ("diff", {"widened": True, "changes": []}, {"widened": True, "changes": [{"use": "a"}]}),
    ],
)
def test_what_has_not_the_shape_of_an_answer_is_malformed(
    kind: str, expect: dict[str, Any], answer: dict[str, Any]
) -> None:
    with pytest.raises(Malformed):
        judged(kind, expect, answer)
