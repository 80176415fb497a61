"""Reading rule 10: which ids are one party, and what a name is not."""

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.property.answers import answer, brief
from tests.property.worlds import World, any_worlds, trusting_worlds
from tests.property.worlds_alphabet import HOLDERS, ISWCS, LABS, SONGS, STAND_INS
from tests.property.worlds_signed import PLATFORM, again
from tests.property.worlds_trust import renamed

RANDOM = st.integers(0, 2**32).map(Random)

#: Every way to write each identifier of the alphabet.
SPELLINGS = {
    text: forms
    for forms in (
        *(*HOLDERS, *STAND_INS, *LABS, PLATFORM, *ISWCS),
        *(forms for song in SONGS for forms in song.values()),
    )
    for text in forms
}
#: Texts that people call parties and songs by, some of which look alike.
CONFUSABLE = ("Mara Lindqvist", "M\u0430ra Lindqvist", "Somebody", "Somebody ", "\u202eydobemoS")


class TestParties:
    """Two ids are one party only if they are equal in their normal form (4.10), or if an entry of
    `holders` lists them together as `holder` and `sameAs`; several such entries that share an id
    are one party.
    """

    @given(any_worlds(), RANDOM)
    def test_another_spelling_changes_no_answer(self, given: World, random: Random) -> None:
        found = again(given, lambda one: _respelled(random, one))._replace(
            request=_respelled(random, given.request)
        )
        trust = None if found.trust is None else _respelled(random, found.trust)
        assert brief(answer(found._replace(trust=trust))) == brief(answer(given))

    @given(trusting_worlds(), RANDOM)
    def test_another_id_of_a_party_changes_no_answer(self, given: World, random: Random) -> None:
        trust = given.trust or {}
        forms, other = random.choice([*HOLDERS, LABS[0]]), "https://another.example.org/"
        both = {"holder": forms[0], "sameAs": [other]}
        joined = given._replace(trust={**trust, "holders": [*trust.get("holders", []), both]})
        found = again(
            joined, lambda one: renamed(one, forms, other) if random.random() < 0.5 else one
        )
        assert brief(answer(found)) == brief(answer(joined))


def _respelled(random: Random, value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a value with every identifier of the alphabet written in one of its ways."""
    if isinstance(value, dict):
        return {name: _respelled(random, inner) for name, inner in value.items()}
    if isinstance(value, list):
        # what is equal stays equal, or a repeated entry would be none
        shapes = [_respelled(random, entry) for entry in value]
        return [shapes[value.index(entry)] for entry in value]
    return random.choice(SPELLINGS[value]) if value in SPELLINGS else value


class TestNames:
    """Names and titles are for people and are never compared."""

    @given(any_worlds(), RANDOM)
    def test_other_names_change_no_answer(self, given: World, random: Random) -> None:
        found = again(given, lambda one: _called(random, one))
        assert brief(answer(found)) == brief(answer(given))


def _called(random: Random, value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a value with other names and titles; the names of models are no such ones."""
    if isinstance(value, list):
        shapes = [_called(random, entry) for entry in value]
        return [shapes[value.index(entry)] for entry in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for name, inner in value.items():
        if name in ("name", "title") and isinstance(inner, str):
            found[name] = random.choice(CONFUSABLE)
        elif name == "artists" and isinstance(inner, list):
            found[name] = random.sample(CONFUSABLE, len(inner)) if inner else inner
        else:
            found[name] = inner if name in ("model", "models") else _called(random, inner)
    return found
