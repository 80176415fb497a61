"""Reading rule 11: what cannot be read removes permissions and never a restriction."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from askfirst import check
from askfirst.vocabulary import Status
from tests.consistency.shipped import Json
from tests.property.answers import answer, brief, is_as_strict
from tests.property.naive.statements import status
from tests.property.restricting import without
from tests.property.worlds import World, valid_world, worlds
from tests.property.worlds_alphabet import HOLDERS, SONGS, chance
from tests.property.worlds_broken import broken
from tests.property.worlds_by_hand import declaration
from tests.property.worlds_consents import consent, withdrawal
from tests.property.worlds_documents import statements

RANDOM = st.integers(0, 2**32).map(Random)
ELSEWHERE = {"title": "S", "artists": ["M"], "urls": ["https://e.example/elsewhere"]}


class TestConsent:
    """A given Consent that does not conform counts for nothing."""

    @given(worlds(), RANDOM)
    def test_it_can_be_left_out(self, given: World, random: Random) -> None:
        by = random.choice(HOLDERS)
        wrong = {**broken(random, consent(random, by, given.request, given.at)), "type": "Consent"}
        more = [] if check(wrong).conforms else [wrong]
        assert brief(answer(given, [*given.documents, *more])) == brief(answer(given))

    @given(RANDOM)
    def test_each_that_is_broken_can_be_left_out(self, random: Random) -> None:
        given = valid_world(random)
        agreed = [one for one in given.documents if one["type"] == "Consent"]
        others = [one for one in given.documents if one["type"] != "Consent"]
        wrong = [{**one, "exclusive": "yes"} for one in agreed]
        assert brief(answer(given, [*others, *wrong])) == brief(answer(given, others))


class TestDeclaration:
    """A given Declaration or Release that does not conform still restricts, at every instant, and
    for each of its tracks: unless that track can be read and is another one, no leaf is opened,
    and none is better than `consent-required`.
    """

    @given(worlds(), RANDOM)
    def test_about_the_track_it_closes_and_prohibits(self, given: World, random: Random) -> None:
        track = {"title": "S", "artists": ["M"], **given.request["track"]}
        wrong = declaration(track=track, exclusive="yes", **statements(random, [], 4))
        found = answer(given, [*given.documents, wrong]).outcomes
        for leaf, outcome in answer(given).outcomes.items():
            stated = Status.CONSENT_REQUIRED
            if status([wrong], str(leaf)) == "prohibited":
                stated = Status.PROHIBITED
            assert found[leaf] is Status.strictest([outcome, stated])

    @given(worlds(), RANDOM)
    def test_about_a_track_that_cannot_be_read_it_closes(
        self, given: World, random: Random
    ) -> None:
        wrong = declaration(track=ELSEWHERE, **statements(random, [], 4))
        spoil: list[Json] = [
            {"askfirst": "2.0.0"},
            {"track": {**ELSEWHERE, "exclusive": "yes"}},
            {"x": 1999},
        ]
        wrong.update(random.choice(spoil))
        found = answer(given, [*given.documents, wrong]).outcomes
        for leaf, outcome in answer(given).outcomes.items():
            assert found[leaf] is Status.strictest([outcome, Status.CONSENT_REQUIRED])

    @given(worlds(), RANDOM)
    def test_about_another_track_it_changes_nothing(self, given: World, random: Random) -> None:
        wrong = declaration(track=ELSEWHERE, exclusive="yes", **statements(random, [], 4))
        if chance(random, 30):
            wrong["type"] = random.choice(["Licence", "declaration", None])
        assert brief(answer(given, [*given.documents, wrong])) == brief(answer(given))

    @given(RANDOM)
    def test_it_opens_no_more_than_if_it_were_not_there(self, random: Random) -> None:
        given = valid_world(random)
        one = random.choice(given.documents or [declaration()])
        kept = [other for other in given.documents if other is not one]
        found = answer(given, [*kept, broken(random, one)])
        assert is_as_strict(found, answer(given, kept))


class TestNames:
    """Such a document names no holders, replaces nothing, and is not replaced; a track of it that
    can be read and shares a recording identifier with the Request's own lends its identifiers for
    what restricts, and never for what loosens.
    """

    @given(worlds(), RANDOM)
    def test_its_holders_and_what_it_supersedes_change_nothing(
        self, given: World, random: Random
    ) -> None:
        track = {"title": "S", "artists": ["M"], **given.request["track"]}
        wrong = declaration(random.choice(HOLDERS)[0], track=track, exclusive="yes")
        named = [one["id"] for one in given.documents if isinstance(one.get("id"), str)]
        more = {**wrong, "supersedes": named or ["urn:x:1"], "absentRights": ["performance"]}
        later = declaration(issued=given.at, track=ELSEWHERE, supersedes=[wrong["id"]])
        less = without(wrong, "rightsholders", "by")
        found = [
            brief(answer(given, [*given.documents, *one]))
            for one in ([less], [more], [more, later])
        ]
        assert found[0] == found[1] == found[2]

    @given(worlds(), RANDOM)
    def test_what_it_lends_restricts_and_opens_nothing(self, given: World, random: Random) -> None:
        given = given._replace(request={**given.request, "track": {"isrc": SONGS[0]["isrc"][0]}})
        shown = {"title": "S", "artists": ["M"], "isrc": SONGS[0]["isrc"][0]}
        wrong = declaration(track={**shown, "urls": ELSEWHERE["urls"]}, exclusive="yes")
        place = declaration(
            issued=given.at,
            track=ELSEWHERE,
            rightsholders=wrong["rightsholders"],
            prohibits=["input"],
        )
        agreed = {
            **consent(random, HOLDERS[0], given.request, given.at),
            "tracks": [{"urls": ELSEWHERE["urls"]}],
        }
        before = answer(given, [*given.documents, wrong])
        found = answer(given, [*given.documents, wrong, place, agreed])
        for leaf, outcome in before.outcomes.items():
            under_input = str(leaf).endswith("-input")
            assert found.outcomes[leaf] is (Status.PROHIBITED if under_input else outcome)


class TestWithdrawal:
    """A given Withdrawal that does not conform ends the Consent that it names, at every instant
    and whoever made it; where it cannot be read which Consent it names, no given Consent counts.
    """

    @given(RANDOM)
    def test_it_ends_what_it_names(self, random: Random) -> None:
        given = valid_world(random)
        ended = random.choice([one for one in given.documents if "consent" in _kind(one)] or [{}])
        if ended:
            wrong = {**withdrawal(random, ended, HOLDERS[0], given.at), "exclusive": "yes"}
            kept = [one for one in given.documents if one is not ended]
            kept = [one for one in kept if "consent" not in _kind(one) or one["id"] != ended["id"]]
            found = brief(answer(given, [*given.documents, wrong]))
            assert found == brief(answer(given, kept))

    @given(RANDOM)
    def test_where_it_cannot_be_read_what_it_names_it_ends_everything(self, random: Random) -> None:
        given = valid_world(random)
        wrong = withdrawal(random, {"id": "urn:x:1", "by": {"id": "urn:x:2"}}, HOLDERS[0], given.at)
        names: list[Json] = [
            {"consent": "?"},
            {"consent": ""},
            {"consent": ["urn:x:1"]},
            {"reason": 1999},
        ]
        wrong = without({**wrong, **random.choice(names)}, *random.choice([(), ("consent",)]))
        kept = [one for one in given.documents if "consent" not in _kind(one)]
        found = brief(answer(given, [*given.documents, wrong]))
        assert found == brief(answer(given, kept))


def _kind(document: Json) -> str:
    """Return the type of a document in lower case."""
    return str(document["type"]).lower()
