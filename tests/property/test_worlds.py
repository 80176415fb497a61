"""The generated worlds conform but for what was broken, and reach what the rules tell apart."""

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given

from askfirst import check
from tests.property.answers import naively
from tests.property.naive.case import Case, case, kind_restricting, replaced
from tests.property.naive.deciding import decided
from tests.property.naive.holders import absent, holders, standing_in
from tests.property.naive.invalid import closes, ended, prohibits
from tests.property.naive.tables import ALL_RIGHTS, FLOOR, STRICTNESS, Object
from tests.property.naive.times import effective
from tests.property.naive.tracks import contradicts
from tests.property.worlds import World, valid_world, world, worlds
from tests.property.worlds_changes import damaged
from tests.property.worlds_consents import asked_leaves
from tests.property.worlds_variations import as_yaml, narrower_consent, shuffled, wider_request

COUNT = 2000

#: What happens in so many of a thousand worlds, at the least.
SHARES = {
    **{f"outcome {one}": 80 for one in STRICTNESS},
    **dict.fromkeys(("documents Declaration", "documents Release", "documents Consent"), 300),
    **dict.fromkeys(("the floor permitted", "documents Withdrawal", "trusted"), 40),
    **dict.fromkeys(("through recording", "through nothing", "through work"), 100),
    **dict.fromkeys(("through likeness", "contradicts", "lent", "not yet issued"), 50),
    **dict.fromkeys(("several holders", "no holder", "a mandate", "absent", "absent in vain"), 80),
    **dict.fromkeys(("replaced", "an end of a period is now", "a document twice"), 30),
    **dict.fromkeys(("withdrawn", "withdrawn in vain", "expired", "not yet valid"), 8),
    **dict.fromkeys(("broken", "a track cannot be read", "a broken one is another"), 15),
    **dict.fromkeys(("a replaced one that replaces", "lent for what restricts only"), 5),
    **dict.fromkeys(("a broken one prohibits", "a withdrawal cannot be read"), 2),
    "ended by force": 1,
}


def features(one: World) -> set[str]:
    question = case(one.request, one.documents, one.at, one.assurance, one.trust)
    found = {*_of_declarations(question), *_of_holders(question), *_of_consents(question)}
    found |= {*_of_broken(question), *(f"documents {d.get('type')}" for d in one.documents)}
    answered = decided(question)
    found.add(f"outcome {answered['outcome']}")
    if any(use in FLOOR and got == "permitted" for use, got in answered["leaves"].items()):
        found.add("the floor permitted")
    if any(document in one.documents[:n] for n, document in enumerate(one.documents)):
        found.add("a document twice")
    return found | {one.assurance}


def _of_declarations(question: Case) -> Iterator[str]:
    replaced_ids = {one.id for one in question.all_declared if replaced(one, question)}
    demand, own = question.demand, question.own
    for one in question.all_declared:
        if one.id in replaced_ids:
            yield "replaced"
            if one.supersedes & replaced_ids:
                yield "a replaced one that replaces"
        if one.issued > demand.at:
            yield "not yet issued"
        if demand.assurance == "unsigned" and contradicts(one.names, own):
            yield "contradicts"
    yield from (f"through {kind_restricting(one, question)}" for one in question.in_force)
    if question.known_restricting != own:
        yield "lent"
    loosening = own.union(*question.known_loosening.values())
    if demand.assurance == "unsigned" and question.known_restricting > loosening:
        yield "lent for what restricts only"


def _of_holders(question: Case) -> Iterator[str]:
    if absent(question):
        yield "absent"
    said = {right for one in question.in_force for right in one.absent}
    if said - absent(question):
        yield "absent in vain"
    for right in ALL_RIGHTS:
        parties = holders(question, right)
        yield "several holders" if len(parties) > 1 else "no holder" if not parties else ""
        if any(standing_in(question, right, party) for party in parties):
            yield "a mandate"


def _of_consents(question: Case) -> Iterator[str]:
    found, at, trust = question.given, question.demand.at, question.demand.trust
    for agreed in found.consents:
        if not effective(agreed, [], at, trust):
            yield "expired" if agreed["validUntil"] <= at else "not yet valid"
        elif not effective(agreed, found.withdrawals, at, trust):
            yield "withdrawn"
        elif any(ends["consent"] == agreed["id"] for ends in found.withdrawals):
            yield "withdrawn in vain"
        if at in (agreed["validFrom"], agreed["validUntil"]):
            yield "an end of a period is now"
    for withdrawal in found.broken_withdrawals:
        named = ended(withdrawal)
        if named is None:
            yield "a withdrawal cannot be read"
        if named in {agreed["id"] for agreed in found.consents}:
            yield "ended by force"


def _of_broken(question: Case) -> Iterator[str]:
    known, asked = question.known_restricting, asked_leaves(question.request)
    for track in question.broken:
        yield "broken"
        if track.names is None:
            yield "a track cannot be read"
        if not closes(track, known):
            yield "a broken one is another"
        if any(prohibits(track, known, leaf) for leaf in asked):
            yield "a broken one prohibits"


def test_the_worlds_reach_what_the_rules_tell_apart() -> None:
    samples = (world(Random(number)) for number in range(COUNT))  # noqa: S311 - it guards nothing
    counted = Counter(feature for one in samples for feature in features(one))
    rare = [name for name, share in SHARES.items() if 1000 * counted[name] < share * COUNT]
    assert rare == []


def test_documents_are_broken_in_many_ways() -> None:
    codes = set()
    for number in range(400):
        random = Random(number)  # noqa: S311 - it guards nothing
        sound = valid_world(random)
        broken = [one for one in damaged(random, sound).documents if one not in sound.documents]
        findings = [finding for one in broken for finding in check(one).findings]
        codes |= {finding.code for finding in findings if finding.severity == "error"}
    assert codes >= {"AF005", "AF101", "AF102", "AF103", "AF104", "AF105", "AF106", "AF108"}
    assert codes >= {"AF109", "AF112", "AF201", "AF210", "AF301", "AF302", "AF308", "AF501"}
    assert "AF014" not in codes  # no document at all, which stops the question


@pytest.mark.parametrize("number", range(100))
def test_what_was_not_broken_conforms_and_so_do_its_variations(number: int) -> None:
    random = Random(number)  # noqa: S311 - it guards nothing
    found = valid_world(random)
    consents = [one for one in found.documents if one["type"] == "Consent"]
    documents: list[Object] = [found.request, wider_request(random, found.request)]
    documents += [*found.documents, *(narrower_consent(random, one) for one in consents)]
    for document in documents:
        assert check(document).conforms
        assert check(shuffled(random, document)).conforms
        assert check(as_yaml(document)).documents[0].value == document


@given(worlds())
def test_a_world_of_hypothesis_can_be_answered(one: World) -> None:
    assert naively(one)["outcome"] in STRICTNESS
