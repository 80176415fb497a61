"""Change a trust file in ways whose effect is known: poorer, or the same in other words."""

from random import Random

from tests.property.naive.tables import ALL_RIGHTS, PERSONAL, Object
from tests.property.worlds_alphabet import INSTANTS
from tests.property.worlds_signed import proofs

__all__ = ["listed", "poorer", "without_aside"]

_LISTS = ("holders", "mandates", "witnesses")


def listed(trust: Object, document: Object) -> bool:
    """Tell whether a trust file lists the key of any proof of a document."""
    keys = {key for name in _LISTS for one in trust.get(name, []) for key in one.get("keys", [])}
    return any(one["verificationMethod"].partition("#")[0] in keys for one in proofs(document))


def without_aside(trust: Object, sha256: str | None = None) -> Object:
    """Return a trust file that sets nothing aside, or not this one document."""
    kept = [one for one in trust.get("setAside", []) if sha256 not in (None, one["sha256"])]
    return {**trust, "setAside": kept}


def poorer(random: Random, trust: Object) -> Object:
    """Return a trust file in which the keys of one entry speak for less; parties stay the same."""
    name = random.choice(_LISTS)
    entries = list(trust.get(name, []))
    if entries:
        position = random.randrange(len(entries))
        entries[position] = _less(random, entries[position])
    return {**trust, name: entries}


def _less(random: Random, entry: Object) -> Object:
    name = random.choice(["keys", "rights", "identifiers", "from", "until", "ownUses"])
    if name == "rights" and entry.get("rights") == ["any"]:
        return {**entry, "rights": random.sample(sorted(ALL_RIGHTS - PERSONAL), 3)}
    if name in ("from", "until"):
        return _shorter(random, entry, name)
    less = {one: value for one, value in entry.items() if one != name}
    some = entry.get(name)
    if isinstance(some, list) and len(some) > 1:
        less[name] = random.sample(some, len(some) - 1)
    return less


def _shorter(random: Random, entry: Object, name: str) -> Object:
    """Return the entry with a shorter period, which has to have something in it."""
    moment = random.choice(INSTANTS)
    bound = max if name == "from" else min
    shorter = {**entry, name: bound(moment, entry.get(name, moment))}
    return shorter if shorter.get("from", "") < shorter.get("until", "~") else entry
