"""Every Decision keeps what the specification says of its lists, its reasons and its id."""

import os
import subprocess
import sys
from itertools import pairwise
from typing import Any

from hypothesis import given

from askfirst import Answer, check
from askfirst.canonical import digest
from askfirst.vocabulary import Right, Status, Use
from tests.consistency.shipped import Json
from tests.property.answers import answer
from tests.property.naive.tables import FLOOR, way
from tests.property.worlds import World, worlds

#: The reasons that no document gives.
OF_RULES = ("AF351", "AF352", "AF450")


def by_digest(given: World) -> dict[str, Json]:
    """Return the given documents by their digests."""
    return {one.sha256: one.value for each in given.documents for one in check(each).documents}


def reasons(written: Json) -> list[Json]:
    return [reason for leaf in written["leaves"] for reason in leaf["reasons"]]


def at(document: Json, pointer: str) -> Any:  # noqa: ANN401 - JSON
    """Return what stands at a JSON Pointer; there are no names in ours that need escapes."""
    if pointer == "/consent" and "consent" not in document:
        return document  # a Withdrawal that names no Consent is told where it should name one
    for step in pointer.split("/")[1:]:
        document = document[int(step) if isinstance(document, list) else step]
    return document


class TestConforms:
    """The outcome of a Decision MUST be the strictest of the outcomes of its leaves. [AF311]"""

    @given(worlds())
    def test_a_decision_conforms(self, given: World) -> None:
        found = answer(given)
        assert check(found.to_dict()).findings == ()
        assert found.outcome is Status.strictest(found.outcomes.values())


#: Decides twenty worlds in another process; in each, one proof keeps several things from counting.
ELSEWHERE = """
from random import Random
from tests.property.answers import answer
from tests.property.proofs import PROOF
from tests.property.worlds import world
from tests.property.worlds_by_hand import MARA, declaration, held
entries = [{**held(MARA, right), "name": right} for right in ("recording", "composition")]
for n in range(20):
    given = world(Random(n))
    track = {"title": "Song", "artists": ["Mara"], **given.request["track"]}
    one = declaration(rightsholders=entries, absentRights=["lyrics"], track=track, proof=PROOF)
    print(answer(given, [*given.documents, one]).id)
"""


class TestDeterminism:
    """A Decider MUST give the same answer for the same arguments."""

    def test_in_every_process(self) -> None:
        """Sets of texts are walked in another order for another seed of their hashes."""
        told = {
            subprocess.run(
                [sys.executable, "-c", ELSEWHERE],
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
                capture_output=True,
                check=True,
                text=True,
            ).stdout
            for seed in ("1", "2", "4")
        }
        assert len(told) == 1
        assert next(iter(told)).count("urn:askfirst:sha256:") == 20


class TestIdentity:
    """So a Decision that somebody changed shows it, and equal answers have one id."""

    @given(worlds())
    def test_the_id_is_the_digest_of_the_rest(self, given: World) -> None:
        written = answer(given).to_dict()
        rest = {name: value for name, value in written.items() if name != "id"}
        assert written["id"] == f"urn:askfirst:sha256:{digest(rest)}"
        assert written == answer(given).to_dict()


class TestOrder:
    """Its lists are in one order, so that equal answers are equal texts: `documents` by digest,
    `leaves` as in section 3.1, `reasons` by code, digest and pointer, and `missing` by right,
    holder and use.
    """

    @given(worlds())
    def test_of_its_lists(self, given: World) -> None:
        written = answer(given).to_dict()
        order = [str(use) for use in Use]
        digests = [(one["sha256"],) for one in written["documents"]]
        leaves = [(order.index(leaf["use"]),) for leaf in written["leaves"]]
        missing = [_keys(one, "right", "holder", "use") for one in written["missing"]]
        told = [
            [_keys(one, "code", "sha256", "pointer") for one in leaf["reasons"]]
            for leaf in written["leaves"]
        ]
        every: list[Any] = [digests, leaves, missing, *told]
        for keys in every:
            assert all(one < other for one, other in pairwise(keys))

    @given(worlds())
    def test_of_addresses_and_claimants(self, given: World) -> None:
        for one in answer(given).to_dict()["missing"]:
            assert all(here < there for here, there in pairwise(one["askAt"]))
            claimants = [
                _keys(who, "holder", "name", "contact") for who in one.get("claimedBy", [])
            ]
            assert all(here < there for here, there in pairwise(claimants))
            assert ("claimedBy" in one) is ("holder" not in one)


def _keys(one: Json, *names: str) -> tuple[str, ...]:
    return tuple(one.get(name, "") for name in names)


class TestPlaces:
    """A reason is a code, the document that gives it by id and digest, a JSON Pointer into that
    document, and a sentence for people.
    """

    @given(worlds())
    def test_every_pointer_leads_to_something(self, given: World) -> None:
        documents = by_digest(given)
        for reason in reasons(answer(given).to_dict()):
            if reason["code"] in OF_RULES:
                assert set(reason) == {"code", "sentence"}
            else:
                document = documents[reason["sha256"]]
                assert reason.get("document") in (None, *_spellings(document.get("id")))
                assert at(document, reason["pointer"]) is not None
            assert reason["sentence"].endswith(".")

    @given(worlds())
    def test_every_reason_points_at_what_its_code_is_about(self, given: World) -> None:
        documents = by_digest(given)
        for leaf in answer(given).to_dict()["leaves"]:
            terms = way(leaf["use"])
            for one in leaf["reasons"]:
                if "sha256" not in one:
                    continue
                found = at(documents[one["sha256"]], one["pointer"])
                if one["code"] in ("AF350", "AF452"):
                    assert found in terms
                if one["code"] == "AF453":
                    assert found in set(Right)
                if one["code"] == "AF451":
                    assert "name" in found


def _spellings(id_: object) -> tuple[object, ...]:
    return (id_, id_.lower()) if isinstance(id_, str) else ()


class TestReasons:
    """Each leaf's outcome carries reasons (5.14)."""

    @given(worlds())
    def test_they_fit_the_outcome(self, given: World) -> None:
        full = answer(given)
        for leaf in full.leaves:
            codes = {reason.code for reason in leaf.reasons}
            assert ("AF352" in codes) is (str(leaf.use) in FLOOR and leaf.outcome != "prohibited")
            assert codes
            if leaf.outcome == "permitted":
                assert not codes & {"AF450", "AF451", "AF750"}
                assert codes & {"AF452", "AF550"}
            if leaf.outcome == "prohibited":
                assert codes & {"AF350", "AF050"}
                assert not codes & {"AF351", "AF352", "AF450", "AF451", "AF452", "AF453"}
            if leaf.outcome == "unspecified":
                assert not codes & {"AF050", "AF350", "AF352"} - _spoiled(full)

    @given(worlds())
    def test_who_has_not_agreed_is_missing(self, given: World) -> None:
        full = answer(given)
        for leaf in full.leaves:
            codes = {reason.code for reason in leaf.reasons}
            missing = [one for one in full.missing if one.use is leaf.use]
            if leaf.outcome not in ("permitted", "prohibited"):
                assert ("AF451" in codes) is any(one.holder is not None for one in missing)
            else:
                assert not missing


def _spoiled(full: Answer) -> set[str]:
    """Return the code of a Consent that does not conform where there is one."""
    return {"AF050"} if full.case.documents.spoiled else set()


class TestMissing:
    """Take every asked leaf whose outcome is neither `permitted` nor `prohibited`."""

    @given(worlds())
    def test_a_leaf_that_is_open_to_asking_has_somebody_to_agree(self, given: World) -> None:
        full = answer(given)
        lacking = {one.use for one in full.missing}
        asked = {
            leaf
            for leaf, one in full.outcomes.items()
            if one in ("unspecified", "consent-required")
        }
        assert lacking <= asked
        assert lacking == asked or full.case.closing
