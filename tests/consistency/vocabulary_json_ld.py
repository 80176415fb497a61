"""Write the vocabulary as JSON-LD, the same triples in the same order every time."""

import json
from collections.abc import Iterable

from rdflib import RDF, Literal
from rdflib.term import Node

from tests.consistency.shipped import Json, vocabulary
from tests.consistency.vocabulary_terms import in_order, prefixes, short

__all__ = ["json_ld"]


def json_ld() -> str:
    """Return the vocabulary as a JSON-LD file whose context is inside it."""
    nodes = [_node(term) for term in in_order(set(vocabulary().subjects()))]
    whole = {"@context": prefixes(), "@graph": nodes}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _node(term: Node) -> Json:
    said = vocabulary().predicate_objects
    predicates = sorted({predicate for predicate, _ in said(term)} - {RDF.type}, key=str)
    kinds = [short(kind) for kind in sorted(vocabulary().objects(term, RDF.type), key=str)]
    return {
        "@id": short(term),
        **({"@type": _alone(kinds)} if kinds else {}),
        **{short(p): _values(vocabulary().objects(term, p)) for p in predicates},
    }


def _values(values: Iterable[Node]) -> Json:
    return _alone([_value(value) for value in in_order(values)])


def _alone(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


def _value(value: Node) -> Json:
    if not isinstance(value, Literal):
        return {"@id": short(value)}
    kind = {"@language": value.language} if value.language else {}
    if value.datatype:
        kind = {"@type": short(value.datatype)}
    return {"@value": str(value), **kind}
