"""Generate trust files for worlds: mostly they list who signed, and are wrong now and then."""

from random import Random
from typing import Any

from tests.property.naive.tables import ALL_RIGHTS, PERSONAL, Object
from tests.property.worlds_alphabet import (
    HOLDERS,
    INSTANTS,
    ISWCS,
    LABS,
    SONGS,
    STAND_INS,
    Forms,
    World,
    chance,
    some,
    spelled,
)
from tests.property.worlds_signed import KEYS, PLATFORM, digests

__all__ = ["ALIASES", "aliased", "renamed", "trust_file", "with_aside"]

#: Another id of a party, which no normal form joins to the first.
ALIASES: dict[Forms, str] = {
    HOLDERS[0]: KEYS[HOLDERS[0]],
    HOLDERS[1]: "https://isni.org/isni/0000000403683660",
    HOLDERS[2]: "https://third.example.org/",
    HOLDERS[3]: "a:fourth",
    LABS[0]: "https://third-lab.example.com/",
}
SINGLE = sorted(ALL_RIGHTS - PERSONAL)
ASKED, OTHER = SONGS[0], SONGS[2]
#: Identifiers of the song that is asked about, and of others.
FITTING = (
    *(f"isrc:{text}" for text in ASKED["isrc"]),
    *("isrc:SEXYZ*", "isrc:se-xyz*", "isrc:SE-XYZ-26*", "isrc:SEXYZ26000*"),
    *(f"mbid:{text}" for text in ASKED["mbid"]),
    *(f"iswc:{text}" for text in ISWCS[0]),
    *(f"packetsSha256:{text}" for text in ASKED["packetsSha256"]),
    *(f"pcmMd5:{text}" for text in ASKED["pcmMd5"]),
    *(f"url:{text}" for text in ASKED["urls"]),
    *("url:https://example.org/*", "url:HTTPS://Example.org/song*"),
)
FOREIGN = (
    *("isrc:SEXYA*", "isrc:SEXYZ27*", "url:https://example.org/a*", "url:https://example.com/*"),
    *(f"isrc:{OTHER['isrc'][0]}", f"iswc:{ISWCS[1][0]}", f"url:{SONGS[1]['urls'][0]}"),
    f"pcmMd5:{OTHER['pcmMd5'][0]}",
)


def aliased(random: Random, world: World) -> World:
    """Let some documents, or the Request, name a party by another id."""
    forms, alias = random.choice(list(ALIASES.items()))
    request, *documents = [
        renamed(one, forms, alias) if chance(random, 50) else one
        for one in (world.request, *world.documents)
    ]
    return world._replace(request=request, documents=documents)


def renamed(value: Any, forms: Forms, alias: str) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {name: renamed(inner, forms, alias) for name, inner in value.items()}
    if isinstance(value, list):
        return [renamed(entry, forms, alias) for entry in value]
    return alias if value in forms else value


def trust_file(random: Random, at: str) -> Object:
    """Return a trust file that conforms."""
    parties = [*HOLDERS, *STAND_INS, LABS[0], *([PLATFORM] if chance(random, 10) else [])]
    lists = {
        "holders": [*(_holder(random, one, at) for one in parties), *_joining(random)],
        "mandates": [_mandate(random, at) for _ in range(random.choice([0, 1, 2]))],
        "witnesses": _witnesses(random, at),
    }
    for _ in range(random.choices(range(4), [30, 35, 20, 15])[0]):
        entries = lists[random.choices(list(lists), [70, 10, 20])[0]]
        if entries:
            random.choice(FAULTS)(random, random.choice(entries), at)
    found = {name: _sorted_out(random, entries) for name, entries in lists.items() if entries}
    return {"askfirst": "1.0.0", "type": "Trust", **found}


def _sorted_out(random: Random, entries: list[Object]) -> list[Object]:
    """Return entries that conform, in any order."""
    for one in entries:
        if one.get("capacity") in ("society", "agent") and "rights" in one:
            one["rights"] = [right for right in one["rights"] if right not in PERSONAL]
    lists = [{name: _sorted(value) for name, value in one.items()} for one in entries]
    found = [one for n, one in enumerate(entries) if lists[n] not in lists[:n]]
    return random.sample(found, len(found))


def _sorted(value: Any) -> Any:  # noqa: ANN401 - JSON
    return sorted(value) if isinstance(value, list) else value


def _holder(random: Random, forms: Forms, at: str) -> Object:
    """Return the entry of a party with its key."""
    same = forms in ALIASES and chance(random, 70)
    return {
        "holder": spelled(random, forms),
        **({"sameAs": [ALIASES[forms]]} if same else {}),
        **_speaking(random, forms, at),
    }


def _joining(random: Random) -> list[Object]:
    """Return entries without keys by which ids are one party, now and then all of a row."""
    if not chance(random, 15):
        return []
    one, other, third = random.sample(HOLDERS, 3)
    pairs = [(ALIASES[one], one[0]), (ALIASES[one], ALIASES[other]), (third[0], other[-1])]
    return [{"holder": a, "sameAs": [b]} for a, b in some(random, pairs, 1, 2)]


def _mandate(random: Random, at: str) -> Object:
    forms = random.choice(STAND_INS)
    return {
        "id": spelled(random, forms),
        "for": [_called(random, one) for one in some(random, HOLDERS, 1, 3)],
        "capacity": random.choice(["guardian", "estate", "society", "agent"]),
        **_speaking(random, forms, at),
    }


def _called(random: Random, forms: Forms) -> str:
    """Return an id of a party, now and then its other one."""
    return ALIASES[forms] if forms in ALIASES and chance(random, 10) else spelled(random, forms)


def _witnesses(random: Random, at: str) -> list[Object]:
    found = []
    parties = [PLATFORM, LABS[0], *([random.choice(HOLDERS)] if chance(random, 20) else [])]
    for forms in [one for one in parties if chance(random, 85)]:
        own = {"ownUses": True} if chance(random, 40) else {}
        found.append({"id": _called(random, forms), **own, **_speaking(random, forms, at)})
    return found


def _speaking(random: Random, forms: Forms, at: str) -> Object:
    """Return what a key speaks for, and when: enough for most that is asked."""
    rights = random.choice([sorted(ALL_RIGHTS), sorted(ALL_RIGHTS), SINGLE, ["any"]])
    fitting = [*some(random, FITTING, 4, 9), *some(random, FOREIGN, 0, 2)]
    earlier = [one for one in INSTANTS if one <= at]
    later = [one for one in INSTANTS if one > at]
    start = random.choice([INSTANTS[0], *earlier])
    return {
        "keys": [KEYS[forms]],
        "rights": list(rights),
        "identifiers": ["any"] if chance(random, 50) else fitting,
        **({"from": start} if chance(random, 20) else {}),
        **({"until": random.choice(later)} if later and chance(random, 25) else {}),
    }


def _another_key(random: Random, entry: Object, _at: str) -> None:
    """List the key of somebody else, beside the own one or in its place."""
    other = random.choice(list(KEYS.values()))
    own = entry.get("keys", []) if chance(random, 40) else []
    entry["keys"] = list(dict.fromkeys([*own, other]))


def _fewer_rights(random: Random, entry: Object, _at: str) -> None:
    entry["rights"] = some(random, sorted(ALL_RIGHTS), 0, 5)


def _fewer_identifiers(random: Random, entry: Object, _at: str) -> None:
    fitting = some(random, FITTING, 0, 1)
    entry["identifiers"] = [*fitting, *some(random, FOREIGN, 0, 3)]


def _over(random: Random, entry: Object, at: str) -> None:
    """Let it be over now, perhaps since a moment."""
    earlier = [one for one in INSTANTS if INSTANTS[0] < one <= at]
    if earlier:
        entry["until"] = random.choice(earlier)
        entry.pop("from", None)


def _not_yet(random: Random, entry: Object, at: str) -> None:
    """Let it begin only now, or later."""
    entry["from"] = random.choice([one for one in INSTANTS if one >= at])
    if entry.get("until", "~") <= entry["from"]:
        del entry["until"]


def _silent(random: Random, entry: Object, _at: str) -> None:
    entry.pop(random.choice(["keys", "rights", "identifiers", "sameAs"]), None)


FAULTS = (
    *(_another_key, _fewer_rights, _fewer_rights, _fewer_identifiers, _fewer_identifiers),
    *(_over, _not_yet, _silent),
)


def with_aside(random: Random, world: World) -> World:
    """Return the world with some of its documents set aside, whatever they say."""
    found = some(random, [*digests(world.documents), "0" * 64], 1, 2)
    said = {"reason": "It is false.", "name": "Somebody", "at": random.choice(INSTANTS)}
    entries = [{"sha256": one, **said} for one in dict.fromkeys(found)]
    trust = {"askfirst": "1.0.0", "type": "Trust", **(world.trust or {}), "setAside": entries}
    return world._replace(trust=trust)
