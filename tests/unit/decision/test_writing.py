"""An answer is written as a Decision, the same for the same question."""

from itertools import pairwise

import pytest

from askfirst import check, decide
from askfirst.canonical import digest
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import NOW, consent, declaration, withdrawal
from tests.unit.decision.asking import MUSIC, SEARCH, ask, asked

GIVEN = [
    declaration(id="urn:x:1", requiresConsent=["training"]),
    consent(id="urn:x:2"),
    withdrawal({"id": "urn:x:2", "by": {"id": "urn:x:3"}}, id="urn:x:4"),
    {**declaration(id="urn:x:6"), "type": "Licence"},
    declaration(id="no id"),
    {**declaration(id="urn:x:5"), "type": "Release"},
]


def test_a_decision_has_these_members_in_this_order() -> None:
    request = asked(SEARCH)
    found = decide(request, GIVEN, at=NOW, assurance="unsigned").to_dict()

    assert [*found] == [
        "askfirst",
        "type",
        "id",
        "issued",
        "request",
        "track",
        "assurance",
        "documents",
        "outcome",
        "leaves",
        "missing",
    ]
    assert (found["askfirst"], found["type"], found["issued"]) == ("1.0.0", "Decision", NOW)
    sha256 = check(request).documents[0].sha256
    assert found["request"] == {"id": request["id"], "sha256": sha256}
    assert found["assurance"] == "unsigned"
    assert found["outcome"] == "consent-required"
    assert check(found).findings == ()


def test_its_id_is_the_digest_of_the_rest() -> None:
    found = ask(SEARCH, *GIVEN)
    rest = {name: value for name, value in found.to_dict().items() if name != "id"}

    assert found.id == found.to_dict()["id"] == f"urn:askfirst:sha256:{digest(rest)}"


def test_it_is_written_once() -> None:
    found = ask(SEARCH, *GIVEN)

    assert found.to_dict() is found.to_dict()
    assert found.leaves is found.leaves
    assert found.missing is found.missing


def test_the_documents_are_told_by_digest_as_far_as_they_can_be_read() -> None:
    found = ask(SEARCH, *GIVEN).to_dict()["documents"]

    digests = {check(one).documents[0].sha256: one for one in GIVEN}
    assert [one["sha256"] for one in found] == sorted(digests)
    told = {digests[one["sha256"]]["id"]: (one.get("id"), one.get("type")) for one in found}
    assert told == {
        "urn:x:1": ("urn:x:1", "Declaration"),
        "urn:x:2": ("urn:x:2", "Consent"),
        "urn:x:4": ("urn:x:4", "Withdrawal"),
        "urn:x:6": ("urn:x:6", None),
        "no id": (None, "Declaration"),
        "urn:x:5": ("urn:x:5", "Release"),
    }
    assert {one["assurance"] for one in found} == {"unsigned"}


@pytest.mark.parametrize("changed", [{"type": "Licence"}, {"type": None}, {"askfirst": "2.0.0"}])
def test_what_is_no_id_is_told_nowhere(changed: Json) -> None:
    found = ask(SEARCH, {**declaration(id="no id"), **changed}).to_dict()

    assert "id" not in found["documents"][0]
    assert check(found).findings == ()


def test_what_a_reason_does_not_have_is_left_out() -> None:
    reasons = ask(MUSIC, declaration(id="urn:x:1")).to_dict()["leaves"][0]["reasons"]

    assert [*reasons[0]] == ["code", "sentence"]
    assert [*reasons[1]] == ["code", "document", "sha256", "pointer", "sentence"]
    assert [one["code"] for one in reasons] == ["AF352", "AF451"]


def test_reasons_are_sorted_by_code_digest_and_pointer() -> None:
    given = [declaration(requiresConsent=["training", MUSIC]) for _ in range(9)]
    (leaf,) = ask(MUSIC, *given, *GIVEN, consent(), consent()).to_dict()["leaves"]
    keys = [(one["code"], one.get("sha256", ""), one.get("pointer", "")) for one in leaf["reasons"]]

    assert all(one < other for one, other in pairwise(keys))
    assert len(keys) == 17
