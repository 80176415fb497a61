"""Reading rule 6: by what a track is known, what applies to it, and what contradicts it."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from askfirst import check, decide, read
from askfirst.decision import gather
from askfirst.decision.narrowing import Index
from askfirst.model.documents import Request
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief
from tests.property.naive.tables import ALL_RIGHTS, MATERIAL_RIGHTS, WORK_RIGHTS
from tests.property.restricting import restricting, without
from tests.property.worlds import World, worlds
from tests.property.worlds_alphabet import HOLDERS, NOW, SONGS
from tests.property.worlds_by_hand import ISCC, LAB, MARA, consent, declaration, head

RANDOM = st.integers(0, 2**32).map(Random)
SEARCH, MUSIC = "search-indexing", "music-generation-training"
RECORDING = ("isrc", "mbid", "urls")
REACH = {"recording": ALL_RIGHTS, "work": WORK_RIGHTS}

#: The identifiers of a track, one of a kind.
Known = dict[str, str]
Names = set[tuple[str, str]]


@st.composite
def known(draw: st.DrawFn) -> Known:
    """Return a few identifiers out of a small alphabet; one of them at least is no likeness."""
    kinds = draw(st.sets(st.sampled_from((*RECORDING, "iswc")), min_size=1, max_size=3))
    kinds |= draw(st.sets(st.just("iscc")))
    return {kind: SONGS[draw(st.sampled_from([0, 0, 0, 1, 2]))][kind][0] for kind in sorted(kinds)}


def track(identifiers: Known) -> Json:
    return {kind: [text] if kind == "urls" else text for kind, text in identifiers.items()}


def declared(identifiers: Known, **members: Json) -> Json:
    """Return a Declaration by the holder of everything."""
    return declaration(track={"title": "Song", "artists": ["M"], **track(identifiers)}, **members)


def asked(own: Known, use: str) -> Json:
    return {**head("Request", LAB), "uses": [use], "track": track(own), "material": ["audio"]}


def through(one: Known, names: Names) -> str:
    """Return the strongest kind of identifier that is shared with what is known."""
    kinds = {kind for kind, _ in names.intersection(one.items())}
    if kinds & set(RECORDING):
        return "recording"
    return "work" if "iswc" in kinds else "likeness" if kinds else ""


def lent(own: Known, lenders: list[Known]) -> Names:
    """Return the identifiers of the track and those that are lent to it, in one step."""
    near = [one for one in lenders if through(one, set(own.items())) == "recording"]
    return set(own.items()).union(*(one.items() for one in near))


def contradicts(one: Known, own: Known) -> bool:
    return any(one[kind] != own[kind] for kind in {"isrc", "iswc"} & one.keys() & own.keys())


class TestOneStep:
    """This is one step: an identifier that was lent lends no further ones."""

    @given(known(), st.lists(known(), min_size=1, max_size=5))
    def test_what_restricts_applies_by_all_that_is_lent(
        self, own: Known, several: list[Known]
    ) -> None:
        for n, one in enumerate(several):
            given = [declared(other) for other in several]
            given[n]["prohibits"] = [SEARCH]
            applies = through(one, lent(own, several))
            found = decide(asked(own, SEARCH), given, at=NOW).outcome
            assert found == ("prohibited" if applies else "unspecified")

    @given(known(), st.lists(known(), min_size=1, max_size=5), known())
    def test_what_loosens_counts_by_what_is_lent_without_contradiction(
        self, own: Known, several: list[Known], named: Known
    ) -> None:
        """All name one holder for everything, who consents for one track."""
        loose = [one for one in several if not contradicts(one, own)]
        names = lent(own, loose)
        held = set().union(*(REACH.get(through(one, names), set()) for one in loose))
        agreed = set() if contradicts(named, own) else REACH.get(through(named, names), set())
        given = [*map(declared, several), consent(tracks=[track(named)])]
        found = decide(asked(own, MUSIC), given, at=NOW, assurance="unsigned")
        assert {(str(one.right), one.holder) for one in found.missing} == {
            (right, MARA if right in held else None) for right in TOUCHED - (held & agreed)
        }
        assert (found.outcome == "permitted") is (held & agreed >= TOUCHED)

    @given(st.integers(1, 5), st.integers(0, 5))
    def test_a_chain_of_places_reaches_one_step(self, length: int, stating: int) -> None:
        """Each Declaration shares a place with the one before it, the first with the Request."""
        places = [f"https://e.example/{n}" for n in range(length + 2)]
        shown = {"title": "Song", "artists": ["Mara"]}
        chain = [
            declaration(track={**shown, "urls": [places[n], places[n + 1]]})
            for n in range(length + 1)
        ]
        n = min(stating, length)
        chain[n]["prohibits"] = [SEARCH]
        found = decide(asked({"urls": places[0]}, SEARCH), chain, at=NOW, assurance="unsigned")
        assert found.outcome == ("prohibited" if n <= 1 else "unspecified")


TOUCHED = MATERIAL_RIGHTS["audio"]


def pinned(world: World, kind: str) -> World:
    """Return the world with a Request that names the code of the first song."""
    own = {**world.request["track"], kind: SONGS[0][kind][0]}
    return world._replace(request={**world.request, "track": own})


class TestContradiction:
    """What contradicts the Request's own track loosens nothing, and lends no identifier for what
    loosens.
    """

    @given(worlds(), st.sampled_from(["isrc", "iswc"]))
    def test_it_can_say_nothing_that_loosens(self, given: World, kind: str) -> None:
        given = pinned(given, kind)
        turned = [_other_song(one, kind) for one in given.documents]
        changed = zip(turned, given.documents, strict=True)
        less = [_restricting(one) if one is not old else one for one, old in changed]
        assert brief(answer(given, less)) == brief(answer(given, turned))

    @given(worlds(), st.sampled_from(["isrc", "iswc"]))
    def test_a_consent_for_such_a_track_is_none(self, given: World, kind: str) -> None:
        given = pinned(given, kind)
        entry = {**given.request["track"], kind: SONGS[2][kind][0]}
        added = [consent(forms[0], tracks=[entry], uses=["any-ai-use"]) for forms in HOLDERS]
        assert brief(answer(given, [*given.documents, *added])) == brief(answer(given))


def _other_song(document: Json, kind: str) -> Json:
    """Return a Declaration whose track has the code of another song."""
    if document.get("type") != "Declaration" or not isinstance(document.get("track"), dict):
        return document
    return {**document, "track": {**document["track"], kind: SONGS[2][kind][0]}}


def _restricting(document: Json) -> Json:
    if not check(document).conforms:
        return document
    return without(restricting(document), "absentRights", "supersedes")


class TestKinds:
    """A Consent counts through a recording identifier for any of its rights, through a work
    identifier for `composition` and `lyrics`, and through a likeness for nothing.
    """

    @given(worlds())
    def test_a_likeness_opens_nothing(self, given: World) -> None:
        """Whatever it says, a Declaration that shares a likeness only is as good as its lists."""
        own = {**without(given.request["track"], "iscc"), "iscc": ISCC}
        given = given._replace(request={**given.request, "track": own})
        shown = {"title": "Song", "artists": ["M"], "urls": ["https://e.example/alike"]}
        one = {**declaration(permits=[SEARCH]), "track": {**shown, "iscc": ISCC}}
        entry = {"urls": ["https://e.example/alike"], "iscc": ISCC}
        added = [one, *(consent(forms[0], tracks=[entry]) for forms in HOLDERS)]
        assert brief(answer(given, [*given.documents, *added])) == brief(answer(given))


class TestEachEntry:
    """Each entry of the `tracks` of a Consent is compared by itself, by step 5."""

    @given(worlds(), st.lists(known(), max_size=3), RANDOM)
    def test_a_consent_is_as_good_as_one_for_each_entry(
        self, given: World, more: list[Known], random: Random
    ) -> None:
        others = [one for one in given.documents if one.get("type") != "Consent"]
        whole, apart = [], []
        for one in given.documents:
            if one.get("type") == "Consent" and check(one).conforms:
                entries = [*one["tracks"], *map(track, more)]
                entries = [entry for n, entry in enumerate(entries) if entry not in entries[:n]]
                whole.append({**one, "tracks": random.sample(entries, len(entries))})
                apart += [{**one, "tracks": [entry]} for entry in entries]
        assert brief(answer(given, [*others, *whole])) == brief(answer(given, [*others, *apart]))


class TestNarrowing:
    """Two tracks share an identifier when both have the same value of one kind."""

    @given(worlds())
    def test_the_documents_about_a_track_give_the_same_answer(self, given: World) -> None:
        request = read(given.request)
        assert isinstance(request, Request)
        about = Index(gather(given.documents)).about(request.track)
        found = decide(request, about, at=given.at, assurance=given.assurance)
        assert found.leaves == answer(given).leaves
        assert found.missing == answer(given).missing
