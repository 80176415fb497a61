"""Every closed list holds the same words wherever it is written down."""

from itertools import combinations

import pytest
from rdflib import RDF, SKOS
from rdflib.term import Node

from askfirst.vocabulary import DocumentType
from tests.consistency.mappings import is_foreign
from tests.consistency.shipped import (
    AF,
    Json,
    common,
    context,
    document_schemas,
    members,
    reached,
    vocabulary,
)
from tests.consistency.words import IN_SCHEMAS, LISTS, ClosedList, definition, label, words_of

each_list = pytest.mark.parametrize("words", LISTS, ids=lambda words: words.scheme)
each_list_in_schemas = pytest.mark.parametrize("words", IN_SCHEMAS, ids=lambda words: words.scheme)

#: Words that are concepts of the vocabulary and stay literals in a graph, or never enter one.
LITERALS = {"worldwide", "until-withdrawn"}
#: Definitions of the common schema that take a part of a list.
PARTS = {"permittableUse": "Uses", "absentRight": "Rights"}
#: The definition whose words are classes of the vocabulary.
TYPES = "documentType"


def choices(name: str) -> list[Json]:
    found: list[Json] = common(name).content["oneOf"]
    return found


def all_words() -> list[str]:
    return [word for words in LISTS for word in words.python]


@each_list
def test_the_vocabulary_has_the_words_of_python(words: ClosedList) -> None:
    assert sorted(words_of(words.scheme)) == sorted(words.python)


@each_list_in_schemas
def test_the_schemas_have_the_words_of_python_in_their_order(words: ClosedList) -> None:
    assert words.schema is not None
    assert tuple(choice["const"] for choice in choices(words.schema)) == words.python


@pytest.mark.parametrize("name", [words.schema for words in IN_SCHEMAS] + list(PARTS))
def test_the_schemas_say_of_a_word_what_the_vocabulary_says(name: str) -> None:
    said = [(word["title"], word["description"]) for word in choices(name)]
    assert said == [(label(w["const"]), definition(w["const"])) for w in choices(name)]


@pytest.mark.parametrize(("part", "scheme"), PARTS.items())
def test_a_part_of_a_list_holds_words_of_the_list(part: str, scheme: str) -> None:
    assert {word["const"] for word in choices(part)} < set(words_of(scheme))


def test_the_types_that_a_decision_names_are_those_of_documents() -> None:
    said = {word["const"]: (word["title"], word["description"]) for word in choices(TYPES)}
    assert list(said) == list(DocumentType)
    assert said == {
        name: (root.content["title"], root.content["description"])
        for name, root in document_schemas().items()
    }


def test_no_schema_offers_words_of_an_unknown_list() -> None:
    offering = {place.path[-1] for place in reached() if _offers_words(place.content)}
    assert offering == {words.schema for words in IN_SCHEMAS} | {*PARTS, TYPES}


def _offers_words(schema: Json) -> bool:
    return any("const" in choice for choice in schema.get("oneOf", ()))


def test_the_vocabulary_has_no_scheme_and_no_concept_beside_the_lists() -> None:
    schemes = _ours(SKOS.ConceptScheme)
    concepts = _ours(SKOS.Concept)
    assert schemes == {AF[words.scheme] for words in LISTS}
    assert concepts == {AF[word] for word in all_words()}


def _ours(kind: Node) -> set[Node]:
    """Return what is of a kind, without the terms of other signals."""
    found = vocabulary().subjects(RDF.type, kind)
    return {term for term in found if not is_foreign(term)}


def test_the_context_names_the_concept_of_every_word_that_a_document_holds() -> None:
    words = {key: value for key, value in context().items() if key in all_words()}
    assert words == {w: f"af:{w}" for w in all_words() if w not in LITERALS}


def test_no_word_stands_in_two_schemes() -> None:
    pairs = combinations((words_of(words.scheme) for words in LISTS), 2)
    assert [set(one) & set(other) for one, other in pairs if set(one) & set(other)] == []


def test_no_text_is_both_a_member_and_a_word() -> None:
    assert set(members()) & set(all_words()) == set()
