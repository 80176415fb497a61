"""The invariants of the specification about deciding, on random worlds."""

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst import Answer, AskFirstError, check, decide
from askfirst.checking import Checked
from askfirst.decision import expand
from askfirst.decision.agreement import Pair, touched_rights
from askfirst.model.declarations import Release
from askfirst.vocabulary import Configuration, Status, Use
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief, is_as_strict
from tests.property.damaged import any_bytes
from tests.property.naive import trust as naive_trust
from tests.property.signers import signed
from tests.property.trusting import listed
from tests.property.worlds import World, any_worlds, trusting_worlds, worlds
from tests.property.worlds_alphabet import HOLDERS
from tests.property.worlds_consents import consent, withdrawal
from tests.property.worlds_signed import STRANGER, again
from tests.property.worlds_variations import as_yaml, narrower_consent, shuffled, wider_request

RANDOM = st.integers(0, 2**32).map(Random)


def documents_in(data: bytes) -> list[Checked]:
    """Return what is found in bytes but for trust files, which are no documents."""
    return [one for one in check(data).documents if one.kind is not Configuration.TRUST]


class TestSilence:
    """Silence never permits: no input, however broken, yields `permitted` for a leaf under the
    floor without a Consent of every holder that covers it.
    """

    @given(any_worlds())
    def test_nothing_under_the_floor_is_open_without_each_holder(self, given: World) -> None:
        full = answer(given)
        for leaf, outcome in full.outcomes.items():
            if leaf.floor and outcome is Status.PERMITTED:
                for speakers in _speakers(full, leaf):
                    heard = [
                        one
                        for one in given.documents
                        if not _is_consent_by(one, speakers, given.trust)
                    ]
                    assert answer(given, heard).outcomes[leaf] is not Status.PERMITTED

    @given(any_bytes(), any_worlds())
    def test_nothing_broken_opens_it(self, data: bytes, given: World) -> None:
        found = [one for one in documents_in(data) if one.document is None]
        silent = [one for one in given.documents if one.get("type") != "Consent"]
        for leaf, outcome in answer(given, [*silent, *found]).outcomes.items():
            assert not leaf.floor or outcome is not Status.PERMITTED


def _speakers(full: Answer, leaf: Use) -> Iterator[set[str]]:
    """Yield, for each holder of a touched right, the parties that can consent for it."""
    pairs = (Pair(leaf, material) for material in full.case.question.materials)
    rights = {right for pair in pairs for right in touched_rights(full.case, pair)}
    for claim in full.case.holdings.claims:
        if claim[1] in rights:
            yield {claim[0], *(who for who, _ in full.case.holdings.standing_in.get(claim, ()))}


def _is_consent_by(document: Json, parties: set[str], trust: Json) -> bool:
    maker = document.get("by")
    named = maker.get("id") if isinstance(maker, dict) else None
    consents = document.get("type") == "Consent" and isinstance(named, str)
    return consents and naive_trust.read(trust).party(str(named)) in parties


class TestAnyBytes:
    """Any bytes in give a document, findings, or an error of AskFirst's own out, and never
    another failure, an endless run or unbounded memory.
    """

    @given(any_bytes(), any_worlds())
    def test_deciding_is_no_exception(self, data: bytes, given: World) -> None:
        for one in documents_in(data):
            answered = answer(given, [*given.documents, one])
            assert check(answered.to_dict()).findings == ()
            if isinstance(one.value, dict):
                with pytest.raises(AskFirstError):
                    decide({**one.value, "track": {}}, [], at=given.at)


class TestAdding:
    """Adding an entry to `prohibits`, a Withdrawal, or any document that does not meet the
    demanded assurance never improves an outcome, and adding a Consent never worsens one.
    """

    @given(any_worlds(), RANDOM)
    def test_an_entry_of_prohibits(self, given: World, random: Random) -> None:
        stating = [one for one in given.documents if _conforms(one) and _stating(one)]
        if stating:
            changed, use = random.choice(stating), str(random.choice(list(Use)))
            stricter = again(
                given, lambda one: _forbid(random, one, use) if one is changed else one
            )
            assert is_as_strict(answer(stricter), answer(given))

    @given(any_worlds(), RANDOM)
    def test_a_withdrawal(self, given: World, random: Random) -> None:
        consents = [one for one in given.documents if one.get("type") == "Consent"]
        ended = [one for one in consents if _conforms(one)]
        ending = [withdrawal(random, one, HOLDERS[0], given.at) for one in ended]
        assert is_as_strict(answer(given, [*given.documents, *ending]), answer(given))

    @given(any_worlds(), worlds())
    def test_a_document_below_the_assurance(self, given: World, other: World) -> None:
        demanding = given._replace(assurance="trusted")
        documents = [*given.documents, *other.documents]
        assert is_as_strict(answer(demanding, documents), answer(demanding))

    @given(trusting_worlds(), worlds())
    def test_a_document_by_a_key_that_is_not_listed(self, given: World, other: World) -> None:
        stranger = [signed(one, STRANGER[0]) for one in other.documents if _conforms(one)]
        unlisted = [one for one in stranger if not listed(given.trust or {}, one)]
        demanding = given._replace(assurance="trusted")
        more = answer(demanding, [*given.documents, *unlisted])
        assert is_as_strict(more, answer(demanding))

    @given(trusting_worlds())
    def test_what_no_listed_key_signed(self, given: World) -> None:
        demanding = given._replace(assurance="trusted")
        fewer = [one for one in given.documents if listed(given.trust or {}, one)]
        assert is_as_strict(answer(demanding), answer(demanding, fewer))

    @given(any_worlds(), RANDOM)
    def test_a_consent(self, given: World, random: Random) -> None:
        holder = random.choice(HOLDERS)
        added = consent(random, holder, given.request, given.at)
        for one in (added, signed(added, holder[0], created=given.at)):
            assert is_as_strict(answer(given), answer(given, [*given.documents, one]))


def _forbid(random: Random, document: Json, use: str) -> Json:
    changed = deepcopy(document)
    part = random.choice(_stating(changed))
    part["prohibits"] = [*part.get("prohibits", []), use]
    return changed


def _stating(document: Json) -> list[Json]:
    tracks = document.get("tracks", []) if document.get("type") == "Release" else []
    parts = [document, *(one for one in tracks if isinstance(one, dict))]
    return parts if document.get("type") in ("Declaration", "Release") else []


class TestOrder:
    """The outcome does not depend on the order of documents, members or list entries, nor on
    JSON or YAML.
    """

    @given(any_worlds(), RANDOM)
    def test_of_documents_members_and_entries(self, given: World, random: Random) -> None:
        turned = again(given, lambda one: shuffled(random, one))
        random.shuffle(turned.documents)
        turned = turned._replace(request=shuffled(random, given.request))
        if turned.trust is not None:
            turned = turned._replace(trust=shuffled(random, turned.trust))
        assert brief(answer(turned)) == brief(answer(given))

    @given(any_worlds(), RANDOM)
    def test_of_documents_changes_no_byte(self, given: World, random: Random) -> None:
        documents = random.sample(given.documents, len(given.documents))
        assert answer(given, documents).to_dict() == answer(given).to_dict()

    @given(any_worlds())
    def test_syntax(self, given: World) -> None:
        in_json, in_yaml = answer(given), answer(given, _read_from_yaml(given.documents))
        assert brief(in_yaml) == brief(in_json)

    @given(any_worlds())
    def test_syntax_changes_no_byte_of_what_conforms(self, given: World) -> None:
        # what YAML refuses to read, such as a number, has the digest of its bytes
        documents = [one for one in given.documents if _conforms(one)]
        assert (
            answer(given, _read_from_yaml(documents)).to_dict()
            == answer(given, documents).to_dict()
        )


def _read_from_yaml(documents: list[Json]) -> list[Any]:
    return [one for text in map(as_yaml, documents) for one in check(text).documents]


class TestWider:
    """A wider request (uses, materials, territories, models) never gets a better outcome than a
    narrower one, and a narrower Consent never opens more.
    """

    @given(any_worlds(), RANDOM)
    def test_a_wider_request(self, given: World, random: Random) -> None:
        wide = answer(given._replace(request=wider_request(random, given.request)))
        narrow = answer(given)
        assert wide.outcome.strictness >= narrow.outcome.strictness
        assert is_as_strict(wide, narrow)

    @given(any_worlds(), RANDOM)
    def test_a_narrower_consent(self, given: World, random: Random) -> None:
        narrower = again(given, lambda one: _narrower(random, one))
        assert is_as_strict(answer(narrower), answer(given))


def _narrower(random: Random, document: Json) -> Json:
    agreed = document.get("type") == "Consent" and _conforms(document)
    return narrower_consent(random, document) if agreed else document


def _conforms(document: Json) -> bool:
    return check(document).conforms


class TestSets:
    """A set of documents may be split and joined in any way, order or number of copies without
    changing the outcome, and a Release decides as the expanded values of its tracks do (outcome,
    leaves, `missing`).
    """

    @given(any_worlds(), RANDOM)
    def test_copies(self, given: World, random: Random) -> None:
        copies = random.choices(given.documents, k=3) if given.documents else []
        documents = [*copies, *given.documents, *deepcopy(copies)]
        assert answer(given, documents).to_dict() == answer(given).to_dict()

    @given(any_worlds())
    def test_values_decide_as_mappings_do(self, given: World) -> None:
        documents = [
            one.document or one for each in given.documents for one in check(each).documents
        ]
        assert answer(given, documents).to_dict() == answer(given).to_dict()

    @given(any_worlds())
    def test_an_expanded_release(self, given: World) -> None:
        documents: list[Any] = []
        for one in given.documents:
            value = check(one).document
            documents += expand(value) if isinstance(value, Release) else [one]
        assert brief(answer(given, documents)) == brief(answer(given))
