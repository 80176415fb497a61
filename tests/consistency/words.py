"""Name every closed list of words once, with the places where it is written down."""

from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import RDF, SKOS
from rdflib.term import Node

from askfirst.vocabulary import (
    ANY,
    ANYONE,
    UNTIL_WITHDRAWN,
    WORLDWIDE,
    Assurance,
    AtEnd,
    Capacity,
    Condition,
    Material,
    Method,
    Right,
    Signal,
    Status,
    Use,
)
from tests.consistency.shipped import AF, vocabulary

__all__ = ["IN_SCHEMAS", "LISTS", "ClosedList", "definition", "label", "words_of"]


@dataclass(frozen=True, slots=True)
class ClosedList:
    """A list of words: its scheme in the vocabulary, its name in the schemas, its Python words."""

    scheme: str
    schema: str | None
    python: tuple[str, ...]


def _list(scheme: str, schema: str | None, python: Iterable[str]) -> ClosedList:
    return ClosedList(scheme, schema, tuple(str(word) for word in python))


IN_SCHEMAS = (
    _list("Uses", "use", Use),
    _list("Rights", "right", Right),
    _list("Materials", "material", Material),
    _list("Statuses", "status", Status),
    _list("Conditions", "condition", Condition),
    _list("Methods", "method", Method),
    _list("Capacities", "capacity", Capacity),
    _list("AtEnds", "atEnd", AtEnd),
    _list("Signals", "signal", Signal),
    _list("Assurances", "assurance", Assurance),
)
LISTS = (
    *IN_SCHEMAS,
    _list("SingleWords", None, [ANYONE, ANY, WORLDWIDE, UNTIL_WITHDRAWN]),
)


def words_of(scheme: str) -> list[str]:
    """Return the words of a scheme of the vocabulary."""
    concepts = vocabulary().subjects(SKOS.inScheme, AF[scheme])
    return [str(vocabulary().value(concept, SKOS.notation)) for concept in concepts]


def label(word: str) -> str:
    """Return the label of a word in the vocabulary."""
    return _text(AF[word], SKOS.prefLabel)


def definition(word: str) -> str:
    """Return the definition of a word in the vocabulary."""
    return _text(AF[word], SKOS.definition)


def _text(concept: Node, predicate: Node) -> str:
    assert (concept, RDF.type, SKOS.Concept) in vocabulary(), f"{concept} is no word"
    (found,) = vocabulary().objects(concept, predicate)
    return str(found)
