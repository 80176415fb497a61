"""Reading rule 7: who holds what, whose agreement a leaf needs, and which rights are absent."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from askfirst import Answer, decide
from tests.consistency.shipped import Json
from tests.property.naive.tables import MATERIAL_RIGHTS
from tests.property.worlds_by_hand import (
    ISRC,
    LAB,
    LABEL,
    MARA,
    NOW,
    SOCIETY,
    consent,
    declaration,
    head,
    held,
)

MUSIC, SEARCH, VOICE = "music-generation-training", "search-indexing", "voice-replication-input"
ESTATE = "https://estate.example.org/"
MATERIALS = sorted(MATERIAL_RIGHTS)
RIGHTS = ("composition", "lyrics", "recording", "performance", "voice")
PARTIES = (MARA, LABEL, SOCIETY, ESTATE)

#: A holder, a right, and who is mandated beside the holder.
Share = tuple[str, str, str | None]
SHARES = st.tuples(
    st.sampled_from([MARA, LABEL]),
    st.sampled_from(RIGHTS),
    st.sampled_from([None, None, SOCIETY, ESTATE]),
)
CLAIMS = st.sets(st.tuples(st.sampled_from(PARTIES), st.sampled_from(RIGHTS)))


def entry(share: Share) -> Json:
    holder, right, beside = share
    stands = {"mandate": {"id": beside, "name": "Beside", "capacity": "estate"}} if beside else {}
    return held(holder, right, **stands)


def ask(use: str, materials: list[str], *documents: Json) -> Answer:
    track = {"isrc": ISRC}
    request = {**head("Request", LAB), "uses": [use], "track": track, "material": materials}
    return decide(request, documents, at=NOW, assurance="unsigned")


def lacked(answer: Answer) -> set[tuple[str | None, str]]:
    return {(one.holder, str(one.right)) for one in answer.missing}


class TestAgreement:
    """The Consent of a holder that has a mandated party never suffices alone, because the mandated
    party is a holder too.
    """

    @given(st.sets(SHARES, min_size=1), CLAIMS, st.sets(st.sampled_from(MATERIALS), min_size=1))
    def test_everybody_that_is_named_agrees(
        self, shares: set[Share], agreed: set[tuple[str, str]], materials: set[str]
    ) -> None:
        document = declaration(MARA, rightsholders=[entry(one) for one in sorted(shares, key=str)])
        document["rightsholders"].append(held(MARA, "likeness"))  # who makes the document
        covering: Json = {"uses": [VOICE, MUSIC], "material": MATERIALS}
        consents = [consent(who, rights=[right], **covering) for who, right in sorted(agreed)]
        for use in (MUSIC, VOICE):
            touched = {right for one in materials for right in MATERIAL_RIGHTS[one]}
            touched |= {"voice"} if use == VOICE else set()
            found = ask(use, sorted(materials), document, *consents)
            expected = expected_to_lack(shares, agreed, touched)
            assert lacked(found) == expected
            assert (found.outcome == "permitted") is (not expected)

    @given(st.sets(SHARES, min_size=1), st.sampled_from([MARA, LABEL]))
    def test_what_a_holder_permits_is_its_own_agreement(
        self, shares: set[Share], maker: str
    ) -> None:
        entries = [entry(one) for one in sorted(shares, key=str)]
        document = declaration(
            maker, rightsholders=[*entries, held(maker, "likeness")], permits=[SEARCH]
        )
        claims = {(who, right) for who, right, _ in shares}
        claims |= {(beside, right) for _, right, beside in shares if beside}
        touched = MATERIAL_RIGHTS["audio"]
        named = {right for _, right in claims}
        assert lacked(ask(SEARCH, ["audio"], document)) == {
            *((None, right) for right in touched - named),
            *((who, right) for who, right in claims if right in touched and who != maker),
        }


def expected_to_lack(
    shares: set[Share], agreed: set[tuple[str, str]], touched: set[str]
) -> set[tuple[str | None, str]]:
    """Return who has to agree still: each named party by itself, or whoever stands beside it."""
    found: set[tuple[str | None, str]] = {
        (None, right) for right in touched if right not in {held_ for _, held_, _ in shares}
    }
    for holder, right, beside in shares:
        spoken = {holder} | {who for h, r, who in shares if who and (h, r) == (holder, right)}
        if right in touched:
            found |= {(holder, right)} if not spoken & speakers(agreed, right) else set()
            found |= {(beside, right)} if beside and (beside, right) not in agreed else set()
    return found


def speakers(agreed: set[tuple[str, str]], right: str) -> set[str]:
    return {who for who, for_ in agreed if for_ == right}


class TestHolders:
    """Where one does, every holder that any applying Declaration names for the right is a holder
    of it, and so is every mandated party that stands beside such a holder in an entry with that
    right.
    """

    @given(st.lists(st.sets(SHARES, min_size=1), min_size=1, max_size=4))
    def test_declarations_add_up_as_their_entries_do(self, several: list[set[Share]]) -> None:
        """One Declaration with all the entries names the same holders as one for each."""
        own = held(MARA, "likeness")
        lists = [[*map(entry, sorted(shares, key=str)), own] for shares in several]
        apart = [declaration(rightsholders=one) for one in lists]
        every = [one for entries in lists for one in entries]
        joined = declaration(
            rightsholders=[one for n, one in enumerate(every) if one not in every[:n]]
        )
        for use in (MUSIC, VOICE):
            assert lacked(ask(use, MATERIALS, *apart)) == lacked(ask(use, MATERIALS, joined))


class TestAbsent:
    """No applying Declaration names a holder for it, as far as rule 6 lets that holder through."""

    def test_all_ways_in_which_two_declarations_name_holders_and_absences(self) -> None:
        """Both makers permit what is asked, so only rights without a holder are in the way."""
        count = 0
        for mine, theirs in product(WAYS, repeat=2):
            held_ = {right for hows in (mine, theirs) for right in stating(hows, "held")}
            absent = {right for hows in (mine, theirs) for right in stating(hows, "absent")} - held_
            for material in MATERIALS:
                touched = MATERIAL_RIGHTS[material] - absent
                unheld = touched - held_ if touched else MATERIAL_RIGHTS[material]
                found = ask(SEARCH, [material], opened(MARA, mine), opened(LABEL, theirs))
                assert lacked(found) == {(None, right) for right in unheld}
                assert found.outcome == ("unspecified" if unheld else "permitted")
                count += 1
        assert count == 1_444


#: How a Declaration can speak of three rights; it names a holder for one of them at least.
HOWS = ("held", "absent", "")
WAYS = [hows for hows in product(HOWS, repeat=3) if "held" in hows]


def stating(hows: tuple[str, ...], wanted: str) -> list[str]:
    return [right for right, how in zip(RIGHTS[:3], hows, strict=True) if how == wanted]


def opened(by: str, hows: tuple[str, ...]) -> Json:
    entries = [held(by, *stating(hows, "held"))]
    absent = stating(hows, "absent")
    return declaration(by, permits=[SEARCH], rightsholders=entries, absentRights=absent)
