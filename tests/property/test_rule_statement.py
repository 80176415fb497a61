"""Reading rule 1, by all ways in which something can be stated on the way to the root."""

from collections.abc import Iterator
from itertools import product

from hypothesis import given

from askfirst import decide
from askfirst.decision.statement import stated
from askfirst.model.parts import Statements
from askfirst.vocabulary import Use
from tests.property.naive.tables import leaves, way
from tests.property.worlds import World, worlds
from tests.property.worlds_by_hand import ISRC, LAB, NOW, declaration, head

#: The lists of a document with the statuses that they state, the strictest first.
LISTS = {
    "prohibits": "prohibited",
    "requires_consent": "consent-required",
    "permits": "permitted",
}
#: The statuses from the strictest to the mildest.
ORDER = ("prohibited", "consent-required", "unspecified", "permitted")

#: For each term from a leaf to the root, the lists that it stands in.
Stating = tuple[tuple[str, ...], ...]


def written(leaf: str, stating: Stating) -> Statements:
    """Return the three lists in which the terms from a leaf to the root stand so."""
    terms = list(zip(way(leaf), stating, strict=True))
    found = {name: tuple(Use(term) for term, names in terms if name in names) for name in LISTS}
    return Statements(**found)


def nearest(stating: Stating) -> tuple[int, str] | None:
    """Return how far the nearest stated term is, and the strictest status stated for it."""
    told = (
        (distance, status)
        for distance, names in enumerate(stating)
        for name, status in LISTS.items()
        if name in names
    )
    return next(told, None)


def combined(track: Stating, release: Stating) -> str:
    """Return the status by the steps for a track of a Release."""
    own, general = nearest(track), nearest(release)
    if own is None or general is None:
        return (own or general or (0, "unspecified"))[1]
    strict = min(own[1], general[1], key=ORDER.index)
    return strict if general[0] < own[0] else own[1]


def pairs(choices: list[tuple[str, ...]], length: int) -> Iterator[tuple[Stating, Stating]]:
    """Yield all ways to state something for each of some terms, for a track and a release."""
    yield from product(product(choices, repeat=length), repeat=2)


class TestStatement:
    """Where both do and the release's term is strictly nearer to the leaf than the track's, the
    stricter of the two statuses holds (5.3).
    """

    def test_all_ways_to_state_something_for_each_term(self) -> None:
        leaf, count = "recommendation-training", 0
        for track, release in pairs([(), *((name,) for name in LISTS)], 4):
            found = stated(Use(leaf), written(leaf, track), written(leaf, release))
            assert found.status == combined(track, release)
            count += 1
        assert count == 65_536

    def test_all_ways_in_which_terms_stand_in_several_lists(self) -> None:
        """As they can in a document that does not conform."""
        leaf, count = "search-indexing", 0
        several = [
            tuple(name for name, stands in zip(LISTS, bits, strict=True) if stands)
            for bits in product((False, True), repeat=3)
        ]
        for track, release in pairs(several, 2):
            found = stated(Use(leaf), written(leaf, track), written(leaf, release))
            assert found.status == combined(track, release)
            count += 1
        assert count == 4_096


class TestSteps:
    """A term that stands in none of them gives nothing; go on with the group that the term is a
    part of, and do step 2 again.
    """

    def test_a_declaration_has_no_release_around_it(self) -> None:
        leaf, count = "tagging-training", 0
        for stating in product([(), *((name,) for name in LISTS)], repeat=4):
            told = nearest(stating)
            found = stated(Use(leaf), written(leaf, stating), None)
            assert found.status == (told[1] if told else "unspecified")
            assert found.term == (way(leaf)[told[0]] if told else None)
            count += 1
        assert count == 256

    @given(worlds())
    def test_stating_a_group_is_stating_its_leaves(self, given: World) -> None:
        asked = {**head("Request", LAB), "uses": ["any-ai-use"], "material": ["audio"]}
        asked["track"] = {"isrc": ISRC}
        for term in given.request["uses"]:
            for name in ("requiresConsent", "prohibits"):
                lists = ([term], sorted(leaves(term)))
                found = [
                    decide(asked, [{**declaration(), name: uses}], at=NOW).outcomes
                    for uses in lists
                ]
                assert found[0] == found[1]
