"""Turn a text in JSON-LD into the ODRL policies in it, with one spelling of each name."""

from collections.abc import Iterator

from askfirst.signals.json_value import Json, json_value
from askfirst.signals.odrl_policy import ODRL
from askfirst.signals.odrl_rules import RULES, Node

__all__ = ["of_json_ld", "spelled"]

#: How deep a policy reaches at the most: through lists, to the value of a refined action.
_DEPTH = 12
_KEYS = {"@id": "uid", "id": "uid", "type": "@type"}
#: The prefixes of ODRL's own context that matter here.
_PREFIXES = {
    "odrl:": "",
    ODRL: "",
    "dct:": "http://purl.org/dc/terms/",
    "rdf:": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


def of_json_ld(text: str) -> list[Node]:
    """Return the policies in a JSON text: at its top, in a list or in a graph.

    Their words are read as those of ODRL's own context; whether they are is for others to ask.
    Raises `NotJson`.
    """
    return [one for one in _objects(_node(json_value(text))) if set(RULES) & set(one)]


def _objects(value: Json) -> Iterator[Node]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            context = {"@context": one["@context"]} if "@context" in one else {}
            yield from ({**context, **inner} for inner in _objects(one.get("@graph", [])))


def _node(value: Json, depth: int = 0) -> Json:
    """Return a value with a list for each member; members with two spellings are one."""
    if depth > _DEPTH:
        return None
    if isinstance(value, list):
        return [_node(one, depth + 1) for one in value]
    if not isinstance(value, dict):
        return spelled(value) if isinstance(value, str) else value
    found: dict[str, list[Json]] = {}
    for key, inner in value.items():
        listed = inner if isinstance(inner, list) else [inner]
        found.setdefault(_KEYS.get(key) or spelled(key), []).extend(_node(listed, depth) or [])
    return found


def spelled(name: str) -> str:
    """Return a name in its one spelling: one of ODRL by itself, every other one in full."""
    for prefix, instead in _PREFIXES.items():
        if name.startswith(prefix):
            return instead + name.removeprefix(prefix)
    return name
