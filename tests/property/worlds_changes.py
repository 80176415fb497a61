"""Change a coherent world a little: each change keeps all documents as valid as they were."""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from tests.property.naive.tables import Object
from tests.property.worlds_alphabet import (
    HOLDERS,
    INSTANTS,
    LABS,
    SONGS,
    STAND_INS,
    World,
    chance,
    distinct,
    fresh_id,
    head,
    party,
    some,
)
from tests.property.worlds_broken import broken
from tests.property.worlds_consents import asked_leaves, consent, withdrawal
from tests.property.worlds_documents import declaration, holding, release, statements
from tests.property.worlds_edits import EDITS, by_another, mandate, reshaped, retracked
from tests.property.worlds_variations import narrower_consent, wider_request

__all__ = ["bridged", "changed", "damaged", "superseded"]

_Edit = Callable[[Random, Object], Object]
_Change = Callable[[Random, World], World]

DECLARED = ("Declaration", "Release")
ANY_TYPE = (*DECLARED, "Consent", "Withdrawal")
PLACES = ("https://example.org/a", "https://example.org/b")


def changed(random: Random, world: World, count: int) -> World:
    """Return the world after some changes."""
    for change in random.choices(_CHANGES, k=count):
        world = change(random, world)
    return world


def damaged(random: Random, world: World) -> World:
    """Return the world with one or two of its documents broken."""
    found = _withdrawn(random, world) if chance(random, 15) else world
    new = [*range(len(world.documents), len(found.documents))]
    for position in new or some(random, _positions(world, *ANY_TYPE), 1, 2):
        document = found.documents[position]
        if document["type"] in DECLARED and chance(random, 40):
            document = {**document, "prohibits": some(random, world.request["uses"])}
        found = _with(found, position, broken(random, document))
    return found


def _positions(world: World, *kinds: str) -> list[int]:
    return [n for n, one in enumerate(world.documents) if one["type"] in kinds]


def _with(world: World, position: int, document: Object) -> World:
    documents = list(world.documents)
    documents[position] = document
    return world._replace(documents=documents)


def _and(world: World, document: Object) -> World:
    return world._replace(documents=[*world.documents, document])


def _picked(random: Random, world: World, *kinds: str) -> Object | None:
    """Return a copy of a document of some types, if there is one."""
    positions = _positions(world, *kinds)
    return deepcopy(world.documents[random.choice(positions)]) if positions else None


def _editing(edit: _Edit, *kinds: str) -> _Change:
    """Return the change that edits one document of some types."""

    def change(random: Random, world: World) -> World:
        positions = _positions(world, *kinds)
        if not positions:
            return world
        position = random.choice(positions)
        return _with(world, position, edit(random, deepcopy(world.documents[position])))

    return change


def _declared_more(random: Random, world: World) -> World:
    """Somebody declares something about one of the songs, at any time."""
    shares = holding(random, some(random, ["composition", "lyrics", "recording"], 0, 1))
    opened = asked_leaves(world.request) if chance(random, 30) else []
    issued, song = random.choice(INSTANTS), random.randrange(3)
    if chance(random, 30):
        songs = [song, *some(random, range(3), 0, 2)]
        return _and(world, release(random, shares, songs=songs, issued=issued, opened=opened))
    more = declaration(random, shares, song=song, issued=issued, opened=opened, maker=song)
    return _and(world, more)


def superseded(random: Random, world: World) -> World:
    """What was declared is declared again, in another way or at another time."""
    earlier = _picked(random, world, *DECLARED)
    return world if earlier is None else _and(world, _later(random, world, earlier))


def _superseded_twice(random: Random, world: World) -> World:
    """What was declared first is declared again and again, each time instead of the last."""
    positions = _positions(world, *DECLARED)
    if not positions:
        return world
    position = random.choice(positions)
    first = {**world.documents[position], "issued": INSTANTS[0]}
    second = _later(random, world, first)
    return _and(_and(_with(world, position, first), second), _later(random, world, second))


def _later(random: Random, world: World, earlier: Object) -> Object:
    """Return what supersedes a document, mostly as it should."""
    later = deepcopy(earlier)
    older = earlier.get("supersedes", []) if chance(random, 30) else []
    name = earlier["id"].upper() if chance(random, 15) else earlier["id"]
    later.update(id=fresh_id(random), supersedes=[name, *older])
    for name in ("permits", "requiresConsent", "prohibits"):
        later.pop(name, None)
    later.update(statements(random, asked_leaves(world.request) if chance(random, 50) else []))
    soon = [one for one in INSTANTS if later["issued"] < one <= world.at]
    later["issued"] = random.choice(soon[:2] if soon and chance(random, 80) else INSTANTS)
    for edit, percent in ((by_another, 15), (retracked, 15), (reshaped, 20)):
        later = edit(random, later) if chance(random, percent) else later
    return later


def bridged(random: Random, world: World) -> World:
    """A Declaration lends a place to the track, and another document knows only that place."""
    positions = _positions(world, "Declaration", "Consent")
    if not positions:
        return world
    position, shown = random.choice(positions), {"title": "Song", "artists": ["Mara Lindqvist"]}
    asked, (first, second) = world.request["track"], random.sample(PLACES, 2)
    lent = {**shown, **asked, "urls": [*asked.get("urls", []), first]}
    if chance(random, 40):  # it contradicts what the Request names
        kind = random.choice(["isrc", "iswc"])
        lent[kind] = SONGS[2][kind][0]
    shares = holding(random, [])
    made = [{**declaration(random, shares, song=0, issued=INSTANTS[0], opened=[]), "track": lent}]
    if chance(random, 25):  # two steps are one too many
        more = declaration(random, shares, song=0, issued=INSTANTS[0], opened=[])
        made.append({**more, "track": {**shown, "urls": [first, second]}})
    place = {**shown, "urls": [second if len(made) > 1 else first]}
    tied = {**world.documents[position]}
    tied.update({"track": place} if "track" in tied else {"tracks": [place]})
    world = _with(world, position, tied)
    return world._replace(documents=[*world.documents, *made])


def _agreed_more(random: Random, world: World) -> World:
    """Somebody agrees, to the whole of what is asked or to less, and at any time."""
    by = random.choice([*HOLDERS, *STAND_INS])
    at = world.at if chance(random, 70) else random.choice(INSTANTS)
    more = consent(random, by, world.request, at)
    return _and(world, narrower_consent(random, more) if chance(random, 40) else more)


def _mandated(random: Random, world: World) -> World:
    """A party comes to stand beside a holder, and mostly agrees to the same as the holder."""
    positions = _positions(world, *DECLARED)
    if not positions:
        return world
    position, forms = random.choice(positions), random.choice(STAND_INS)
    document = deepcopy(world.documents[position])
    mandate(random, document, forms)
    world = _with(world, position, document)
    agreed = _picked(random, world, "Consent")
    if agreed is None or chance(random, 25):
        return world
    return _and(world, {**agreed, "id": fresh_id(random), "by": party(random, forms)})


def _mandated_twice(random: Random, world: World) -> World:
    """A mandated party is a holder with a mandate too, and the last in the row agrees for all."""
    positions = _positions(world, *DECLARED)
    if not positions:
        return world
    position, (first, last) = random.choice(positions), random.sample(STAND_INS, 2)
    document = deepcopy(world.documents[position])
    one, *others = document["rightsholders"]
    another = {**one, "holder": first[0]}
    for entry, forms in ((one, first), (another, last)):
        entry["mandate"] = {**party(random, forms, named=True), "capacity": "estate"}
    document["rightsholders"] = distinct([one, *others, another])
    document["by"] = {"id": one["holder"]}
    for other in _positions(world, "Consent"):
        if world.documents[other]["by"]["id"] == one["holder"]:
            world = _with(world, other, {**world.documents[other], "by": {"id": last[0]}})
    return _with(world, position, document)


def _withdrawn(random: Random, world: World) -> World:
    agreed = _picked(random, world, "Consent")
    if agreed is None:
        return world
    return _and(world, withdrawal(random, agreed, random.choice(HOLDERS), world.at))


def _dropped(random: Random, world: World) -> World:
    gone = random.randrange(len(world.documents) + 1)
    return world._replace(documents=[*world.documents[:gone], *world.documents[gone + 1 :]])


def _repeated(random: Random, world: World) -> World:
    """A document is given twice, or another one comes under its id."""
    again = _picked(random, world, *ANY_TYPE)
    if again is not None and again["type"] == "Consent" and chance(random, 60):
        again["by"] = party(random, random.choice(HOLDERS))
    return world if again is None else _and(world, again)


def _besides(random: Random, world: World) -> World:
    """Something is given that answers nothing."""
    by = {"issued": world.at, "by": party(random, LABS[0])}
    promise = {"asksFirst": ["generative-training"], "effective": world.at}
    policy = {**head(random, "Policy"), **by, **promise}
    return _and(world, random.choice([policy, {**world.request, "id": fresh_id(random)}]))


def _asked_otherwise(random: Random, world: World) -> World:
    """More is asked for, or at another time."""
    if chance(random, 50):
        return world._replace(at=random.choice(INSTANTS))
    return world._replace(request=wider_request(random, world.request))


_CHANGES: tuple[_Change, ...] = (
    *(_declared_more, _declared_more, _declared_more, superseded, superseded, _superseded_twice),
    *(
        _agreed_more,
        bridged,
        _mandated,
        _mandated_twice,
        _withdrawn,
        _dropped,
        _repeated,
        _besides,
    ),
    *(_asked_otherwise, _asked_otherwise),
    *(_editing(edit, *DECLARED) for edit in EDITS),
    _editing(narrower_consent, "Consent"),
)
