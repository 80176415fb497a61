"""Revise one document of a world: a little, in any direction, so that it still conforms mostly."""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from tests.property.naive.tables import USES, Object
from tests.property.worlds import World
from tests.property.worlds_alphabet import (
    HOLDERS,
    INSTANTS,
    chance,
    distinct,
    fresh_id,
    some,
    track,
)
from tests.property.worlds_consents import consent, request
from tests.property.worlds_edits import EDITS
from tests.property.worlds_variations import narrower_consent, wider_request

__all__ = ["Revision", "revisions"]

LISTS = ("permits", "requiresConsent", "prohibits")
KNOWN = ("isrc", "mbid", "iswc", "iscc", "urls", "files")

#: The document of a world that is revised: its place, itself, and what takes its place.
Revision = tuple[int, Object, Object]
_Revise = Callable[[Random, Object, World], Object]


def revisions(random: Random, world: World, *kinds: str) -> Revision | None:
    """Return a revision of one of the documents of some types, in one of the two directions."""
    places = [n for n, one in enumerate(world.documents) if one.get("type") in kinds]
    if not places:
        return None
    place = random.choice(places)
    old = world.documents[place]
    new = deepcopy(old)
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        new = random.choice(_REVISING[str(old["type"])])(random, new, world)
    return (place, old, new) if chance(random, 50) else (place, new, old)


def _part(random: Random, document: Object) -> Object:
    """Return the document, or one of its tracks."""
    found: Object = random.choice([document, *document.get("tracks", [])])
    return found


def _unsaid(random: Random, document: Object, _world: World) -> Object:
    stated = _part(random, document).get(random.choice(LISTS))
    if stated:
        stated.pop(random.randrange(len(stated)))
    return document


def _said(random: Random, document: Object, _world: World) -> Object:
    part, use = _part(random, document), random.choice(sorted(USES))
    for name in LISTS:
        part[name] = [one for one in part.get(name, []) if one != use]
    part[random.choice([*LISTS, "prohibits"])].append(use)
    return document


def _fewer_holders(random: Random, document: Object, _world: World) -> Object:
    entries = _part(random, document).get("rightsholders", [])
    if len(entries) > 1:
        entries.pop(random.randrange(len(entries)))
    return document


def _fewer_rights(random: Random, document: Object, _world: World) -> Object:
    for one in some(random, _part(random, document).get("rightsholders", []), 0, 1):
        if len(one["rights"]) > 1:
            one["rights"].pop(random.randrange(len(one["rights"])))
    return document


def _fewer_mandates(random: Random, document: Object, _world: World) -> Object:
    for one in _part(random, document).get("rightsholders", []):
        one.pop("mandate", None)
    return document


def _fewer_identifiers(random: Random, document: Object, _world: World) -> Object:
    part = _part(random, document)
    known = part.get("track", part)
    names = [name for name in KNOWN if name in known]
    if len(names) > 1:
        del known[random.choice(names)]
    return document


def _more_identifiers(random: Random, document: Object, _world: World) -> Object:
    part = random.choice(
        [document, *document["tracks"]][1:] if "tracks" in document else [document]
    )
    known = part.get("track", part)
    other = track(random, random.choice([0, 0, 0, 1, 2]))
    name = random.choice([name for name in KNOWN if name in other])
    known[name] = other[name]
    return document


def _another_track(random: Random, document: Object, _world: World) -> Object:
    """Take a track of a Release away, add one, or put them in another order."""
    tracks = document.get("tracks", [])
    if tracks and chance(random, 50):
        random.shuffle(tracks)
    elif len(tracks) > 1 and chance(random, 50):
        tracks.pop(random.randrange(len(tracks)))
    elif tracks:
        tracks.append(track(random, random.randrange(3)))
    return document


def _superseding(random: Random, document: Object, world: World) -> Object:
    earlier = random.choice(world.documents)["id"]
    return {**document, "supersedes": distinct([*document.get("supersedes", []), earlier])}


def _issued_again(random: Random, document: Object, _world: World) -> Object:
    """Let it be a new document, in the place of the old one."""
    issued = random.choice([one for one in INSTANTS if one >= document["issued"]])
    return {**document, "id": fresh_id(random), "issued": issued, "supersedes": [document["id"]]}


def _narrower(random: Random, document: Object, _world: World) -> Object:
    return narrower_consent(random, document)


def _other_terms(random: Random, document: Object, world: World) -> Object:
    """Take one member from another Consent; an agreement comes with the conditions."""
    other = consent(random, random.choice(HOLDERS), world.request, world.at)
    name = random.choice(sorted(set(other) - {"askfirst", "type", "agreement", "inReplyTo"}))
    agreement = {"agreement": other["agreement"]} if "agreement" in other else {}
    return {**document, name: other[name], **(agreement if name == "conditions" else {})}


def _other_end(random: Random, document: Object, world: World) -> Object:
    name = random.choice(["issued", "effective", "consent", "by"])
    others = {
        "issued": random.choice(INSTANTS),
        "effective": random.choice(INSTANTS),
        "consent": random.choice(world.documents)["id"],
        "by": {"id": random.choice(HOLDERS)[0]},
    }
    return {**document, name: others[name]}


def _wider(random: Random, document: Object, _world: World) -> Object:
    return wider_request(random, document)


def _other_question(random: Random, document: Object, _world: World) -> Object:
    other = request(random)
    name = random.choice(sorted(set(other) - {"askfirst", "type"}))
    return {**document, name: other[name]}


def _edited(edit: Callable[[Random, Object], Object]) -> _Revise:
    return lambda random, document, _world: edit(random, document)


_STATING: tuple[_Revise, ...] = (
    *(_unsaid, _unsaid, _said, _said, _fewer_holders, _fewer_rights, _fewer_mandates),
    *(_fewer_identifiers, _more_identifiers, _another_track, _superseding, _issued_again),
    *(_edited(edit) for edit in EDITS),
)
_REVISING: dict[str, tuple[_Revise, ...]] = {
    "Declaration": _STATING,
    "Release": _STATING,
    "Consent": (_narrower, _narrower, _other_terms),
    "Withdrawal": (_other_end,),
    "Request": (_wider, _wider, _other_question),
}
