"""Vary what is given in ways whose effect is known: wider, narrower, or the same."""

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

import yaml

from tests.property.naive.tables import NAMED_ONLY, USES, Object, way
from tests.property.worlds_alphabet import INSTANTS, LABS, chance, distinct, party, some
from tests.property.worlds_consents import AGREEMENT, CONDITIONS, COUNTRIES, MATERIALS

__all__ = ["as_yaml", "narrower_consent", "shuffled", "wider_request"]

_Vary = Callable[[Random, Object], Object]


def wider_request(random: Random, request: Object) -> Object:
    """Return the Request with one dimension wider; it still conforms."""
    for vary in random.sample(_WIDER, len(_WIDER)):
        changed = {**request, **vary(random, deepcopy(request))}
        # `None` stands for a member that is left out
        wider = {name: value for name, value in changed.items() if value is not None}
        if wider != request:
            return wider
    return request


def _more_uses(random: Random, request: Object) -> Object:
    return {"uses": _one_more(random, request["uses"], sorted(USES))}


def _more_material(random: Random, request: Object) -> Object:
    return {"material": _one_more(random, request["material"], MATERIALS)}


def _more_models(random: Random, request: Object) -> Object:
    """Leave out the version, or the model as a whole."""
    name = request.get("model", {}).get("name")
    return {"model": {"name": name} if name and chance(random, 50) else None}


def _more_territories(random: Random, request: Object) -> Object:
    wanted = request.get("territories", [])
    everywhere: list[list[str] | None] = [["worldwide"], [], None]
    if not wanted or wanted == ["worldwide"] or chance(random, 40):
        return {"territories": random.choice(everywhere)}
    return {"territories": _one_more(random, wanted, COUNTRIES)}


def _more_purposes(random: Random, _request: Object) -> Object:
    return {"purpose": random.choice(["any", None])}


def _fewer_accepted(random: Random, request: Object) -> Object:
    accepted = request.get("accepts", [])
    return {"accepts": some(random, accepted, 0, max(len(accepted) - 1, 0))}


_WIDER: tuple[_Vary, ...] = (
    _more_uses,
    _more_material,
    _more_models,
    _more_territories,
    _more_purposes,
    _fewer_accepted,
)


def _one_more(random: Random, held: list[str], options: Any) -> list[str]:  # noqa: ANN401 - texts
    others = [one for one in options if one not in held]
    return [*held, *random.sample(others, min(1, len(others)))]


def narrower_consent(random: Random, consent: Object) -> Object:
    """Return the Consent with one dimension narrower; it still conforms."""
    for vary in random.sample(_NARROWER, len(_NARROWER)):
        narrower = {**consent, **vary(random, deepcopy(consent))}
        if narrower != consent and _lasts(narrower):
            return narrower
    return consent


def _lasts(consent: Object) -> bool:
    start = max(consent["issued"], consent["validFrom"], consent["expression"]["at"])
    return bool(start < consent["validUntil"])  # which is later where it is a word


def _fewer_entries(random: Random, consent: Object) -> Object:
    """Take away one entry; where it is the only one, nothing narrower can be said."""
    name = random.choice(["rights", "tracks", "material", "uses", "territories", "models"])
    entries = consent[name]
    if not isinstance(entries, list) or len(entries) < 2:
        return {}
    return {name: random.sample(entries, len(entries) - 1)}


def _narrower_use(random: Random, consent: Object) -> Object:
    """Name a part of a group in its place, but none that the group does not cover."""
    use = random.choice(consent["uses"])
    parts = [part for part in sorted(USES - NAMED_ONLY) if use in way(part)[1:]]
    others = {one for one in consent["uses"] if one != use}
    return {"uses": sorted({*others, random.choice(parts)})} if parts else {}


def _one_model(random: Random, consent: Object) -> Object:
    if consent["models"] == "any":
        return {"models": [{"name": "tonewave", "version": random.choice(["any", "2"])}]}
    versions = {"any": "2"}
    fixed = [
        {**one, "version": versions.get(one["version"], one["version"])}
        for one in consent["models"]
    ]
    return {"models": distinct(fixed)}


def _one_party(random: Random, consent: Object) -> Object:
    named = party(random, random.choice(LABS), named=True)
    return {"to": named} if consent["to"] == "anyone" else {}


def _one_purpose(random: Random, consent: Object) -> Object:
    return (
        {"purpose": random.choice(["a demo", "a product"])} if consent["purpose"] == "any" else {}
    )


def _some_territories(random: Random, consent: Object) -> Object:
    return {"territories": some(random, COUNTRIES)} if "worldwide" in consent["territories"] else {}


def _shorter(random: Random, consent: Object) -> Object:
    name = random.choice(["issued", "validFrom", "validUntil", "expression"])
    moment = random.choice(INSTANTS)
    if name == "validUntil":
        return {name: min(moment, consent[name])}
    if name == "expression":
        return {name: {**consent[name], "at": max(moment, consent[name]["at"])}}
    return {name: max(moment, consent[name])}


def _another_condition(random: Random, consent: Object) -> Object:
    return {
        "conditions": _one_more(random, consent["conditions"], CONDITIONS),
        "agreement": consent.get("agreement", AGREEMENT),
    }


_NARROWER: tuple[_Vary, ...] = (
    _fewer_entries,
    _narrower_use,
    _one_model,
    _one_party,
    _one_purpose,
    _some_territories,
    _shorter,
    _another_condition,
)


def shuffled(random: Random, document: Object) -> Object:
    """Return the document with its members, and its lists that are sets, in another order."""
    fixed = {"artists"} | ({"tracks"} if document.get("type") != "Consent" else set())
    return dict(_shuffled(random, document, fixed))


def _shuffled(random: Random, value: Any, fixed: set[str], *, free: bool = True) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        members = {
            name: _shuffled(random, inner, fixed, free=name not in fixed)
            for name, inner in value.items()
        }
        return {name: members[name] for name in random.sample(list(members), len(members))}
    if isinstance(value, list):
        shapes = [_shuffled(random, entry, fixed) for entry in value]
        entries = [shapes[value.index(entry)] for entry in value]  # what is equal stays equal
        return random.sample(entries, len(entries)) if free else entries
    return value


def as_yaml(document: Object) -> str:
    """Return the document as YAML in block style, every text of it in quotes."""
    return yaml.dump(document, Dumper=_Quoting, width=10_000, sort_keys=False)


class _Quoting(yaml.SafeDumper):
    """Write every text in double quotes, and equal values without anchors."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _quoted(dumper: _Quoting, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_Quoting.add_representer(str, _quoted)
