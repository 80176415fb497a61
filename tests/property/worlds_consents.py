"""Generate Requests, the Consents that answer them, and Withdrawals; all of them conform."""

from random import Random

from tests.property.naive.tables import (
    ALL_RIGHTS,
    MATERIAL_RIGHTS,
    NAMED_ONLY,
    USES,
    Object,
    leaves,
    way,
)
from tests.property.worlds_alphabet import (
    INSTANTS,
    LABS,
    Forms,
    chance,
    distinct,
    head,
    party,
    some,
    spelled,
    track,
    until,
)

__all__ = [
    "AGREEMENT",
    "CONDITIONS",
    "COUNTRIES",
    "MATERIALS",
    "asked_leaves",
    "consent",
    "request",
    "withdrawal",
]

CONDITIONS = ("attribution", "compensation", "non-commercial")
COUNTRIES = ("SE", "DK", "NO")
MATERIALS = tuple(sorted(MATERIAL_RIGHTS))
METHODS = ("signature", "written-agreement", "opt-in")
AGREEMENT = {"url": "https://lab.example.com/agreements/17", "sha256": "0a" * 32}

LEAVES = sorted(use for use in USES if leaves(use) == {use})
GROUPS = sorted(USES - set(LEAVES))


def request(random: Random) -> Object:
    """Return a Request, mostly for one or two leaves; every optional member is there or not."""
    uses = some(random, LEAVES, 1, 2) if chance(random, 75) else some(random, GROUPS, 1, 2)
    if chance(random, 15):
        uses.append(random.choice(sorted(USES - set(uses))))
    optional: Object = {
        "model": {"name": "tonewave", **random.choice([{}, {"version": "2"}, {"version": "any"}])},
        "territories": random.choice([[], ["worldwide"], some(random, COUNTRIES, 1, 2)]),
        "accepts": some(random, CONDITIONS, 0),
        "purpose": random.choice(["any", "a demo", "a product"]),
        "contact": "mailto:lab@example.com",
    }
    return {
        **head(random, "Request"),
        "issued": random.choice(INSTANTS),
        "by": party(random, LABS[0]),
        "uses": uses,
        "track": track(random, 0, titled=False),
        "material": some(random, MATERIALS, 1, 1 if chance(random, 70) else 3),
        **{name: optional[name] for name in some(random, sorted(optional), 0)},
    }


def asked_leaves(asked: Object) -> list[str]:
    """Return the leaves a Request asks for."""
    return sorted({leaf for term in asked["uses"] for leaf in leaves(term)})


def consent(random: Random, by: Forms, asked: Object, at: str) -> Object:
    """Return a Consent that covers a Request, each dimension in one of the ways to do so."""
    conditions = some(random, asked.get("accepts", []), 0)
    compensated = "compensation" in conditions or chance(random, 5)
    return {
        **head(random, "Consent"),
        "by": party(random, by),
        "to": "anyone" if chance(random, 40) else party(random, _asking(random), named=True),
        "rights": sorted(ALL_RIGHTS) if chance(random, 85) else some(random, sorted(ALL_RIGHTS)),
        "tracks": _tracks(random, asked),
        "material": sorted({*asked["material"], *some(random, MATERIALS, 0)}),
        "uses": _uses(random, asked),
        "models": _models(random, asked),
        "territories": _territories(random, asked),
        "purpose": "any" if chance(random, 50) else asked.get("purpose", "any"),
        "conditions": conditions,
        **_times(random, at),
        "atEnd": random.choice(["stop-new-training", "retire-models"]),
        **({"agreement": AGREEMENT} if compensated else {}),
        **({"inReplyTo": asked["id"]} if chance(random, 30) else {}),
    }


def _asking(random: Random) -> Forms:
    """Return who asks, or now and then somebody else."""
    return LABS[chance(random, 4)]


def _tracks(random: Random, asked: Object) -> list[Object]:
    """Return mostly the Request's own track or a part of it, and others besides."""
    others = [track(random, random.randrange(3), titled=False)] if chance(random, 25) else []
    same = {name: value for name, value in asked["track"].items() if name != "iscc"}
    if chance(random, 70):
        return distinct([same, *others])
    return distinct([track(random, 0, titled=False), *others])


def _uses(random: Random, asked: Object) -> list[str]:
    """Return the asked terms or wider ones, with what goes by name only beside them."""
    terms = [random.choice(way(use)) if chance(random, 30) else use for use in asked["uses"]]
    named = NAMED_ONLY & set(asked_leaves(asked)) if chance(random, 90) else set()
    return sorted({*terms, *named})


def _models(random: Random, asked: Object) -> object:
    model = asked.get("model")
    if model is None or chance(random, 50):
        return "any"
    version = model.get("version", "any") if chance(random, 60) else "any"
    more = [{"name": "other", "version": "1"}] if chance(random, 30) else []
    return [{"name": model["name"], "version": version}, *more]


def _territories(random: Random, asked: Object) -> list[str]:
    wanted = asked.get("territories", [])
    if not wanted or wanted == ["worldwide"] or chance(random, 50):
        return ["worldwide"]
    return sorted({*wanted, *some(random, COUNTRIES, 0)})


def _times(random: Random, at: str) -> Object:
    """Return a period with `at` in it, often only just."""
    ends = [one for one in INSTANTS if one > at]
    endless = not ends or chance(random, 50)
    method, said = random.choice(METHODS), until(random, at)
    words = {"statement": "I agree.", "language": "en"}
    return {
        "issued": until(random, at),
        "validFrom": until(random, at),
        "validUntil": "until-withdrawn" if endless else random.choice(ends),
        "expression": {"method": method, **words, "at": said},
    }


def withdrawal(random: Random, ended: Object, by: Forms, at: str) -> Object:
    """Return a Withdrawal of a Consent, mostly by its maker and in time."""
    own = chance(random, 80)
    name = ended["id"].upper() if chance(random, 15) else ended["id"]
    moments = [until(random, at) if chance(random, 75) else random.choice(INSTANTS) for _ in "ab"]
    return {
        **head(random, "Withdrawal"),
        "by": dict(ended["by"]) if own else {"id": spelled(random, by)},
        "issued": moments[0],
        "consent": name,
        "effective": moments[1],
        **({"reason": "It was not kept."} if chance(random, 20) else {}),
    }
