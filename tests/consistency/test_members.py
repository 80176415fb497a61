"""Every member of a document is a term of the context and a property of the vocabulary."""

from rdflib import RDF, RDFS, XSD, URIRef

from tests.consistency.shipped import (
    AF,
    NO_TRIPLE,
    Json,
    Place,
    common,
    context,
    document_schemas,
    members,
    vocabulary,
)
from tests.consistency.words import LISTS, words_of

#: Properties that describe terms; no document holds them.
DESCRIBING = {"leaf", "byNameOnly", "floor", "touches", "gives", "rank", "explicit", "standsFor"}
PROPERTY_OF = {"askfirst": AF.specVersion, "$schema": AF.schema}


def property_of(member: str) -> URIRef:
    return PROPERTY_OF.get(member, AF[member])


def in_the_graph() -> set[str]:
    return set(members()) - NO_TRIPLE


def terms() -> dict[str, Json]:
    """Return the terms of the context that are neither words nor document types."""
    words = {word for words in LISTS for word in words_of(words.scheme)}
    others = words | set(document_schemas()) | NO_TRIPLE | {"af"}
    return {k: v for k, v in context().items() if k not in others and not k.startswith("@")}


def test_the_context_has_a_term_for_every_member_and_no_other_term() -> None:
    assert set(terms()) == in_the_graph()


def test_the_context_gives_every_member_its_property() -> None:
    given = {k: v["@id"] if isinstance(v, dict) else v for k, v in terms().items()}
    expected = {m: f"af:{property_of(m).removeprefix(AF)}" for m in in_the_graph()}
    assert given == expected


def test_the_vocabulary_has_a_property_for_every_member_and_those_that_describe_terms() -> None:
    properties = set(vocabulary().subjects(RDF.type, RDF.Property))
    ours = {property_of(m) for m in in_the_graph()} | {AF.context}
    assert properties == ours | {AF[p] for p in DESCRIBING}


def test_the_vocabulary_says_of_a_member_what_the_schemas_say_wherever_it_stands() -> None:
    assert _in_vocabulary(RDFS.label) == _in_schemas("title")
    assert _in_vocabulary(RDFS.comment) == _in_schemas("description")


def _in_vocabulary(predicate: URIRef) -> dict[str, set[str]]:
    said = vocabulary().objects
    return {m: {str(o) for o in said(property_of(m), predicate)} for m in in_the_graph()}


def _in_schemas(keyword: str) -> dict[str, set[str]]:
    return {m: {place.says(keyword) for place in members()[m]} for m in in_the_graph()}


def test_the_vocabulary_says_of_a_document_type_what_its_schema_says() -> None:
    types = set(vocabulary().subjects(RDFS.subClassOf, AF.Document))
    said = {str(t).removeprefix(AF): _label_and_comment(t) for t in types if isinstance(t, URIRef)}
    assert said == {name: _title_and_text(root) for name, root in document_schemas().items()}


def _label_and_comment(term: URIRef) -> tuple[str, str]:
    label, comment = (vocabulary().value(term, p) for p in (RDFS.label, RDFS.comment))
    return str(label), str(comment)


def _title_and_text(root: Place) -> tuple[str, str]:
    return root.content["title"], root.content["description"]


def test_the_context_names_the_class_of_every_document_type() -> None:
    assert {t: context().get(t) for t in document_schemas()} == {
        t: f"af:{t}" for t in document_schemas()
    }


def test_that_a_document_names_the_context_is_a_property_of_its_own() -> None:
    (place,) = {place.target for place in members()["@context"]}
    said = [str(vocabulary().value(AF.context, p)) for p in (RDFS.label, RDFS.comment)]
    assert said == [place.says("title"), place.says("description")]


def test_lists_are_sets_but_for_one_in_order_and_nothing_else_is() -> None:
    sets = {k for k, v in terms().items() if isinstance(v, dict) and "@container" in v}
    assert sets == {m for m in in_the_graph() if any(_may_be_a_list(p) for p in members()[m])}
    assert {m for m in sets if terms()[m]["@container"] != "@set"} == {"artists"}
    assert terms()["artists"]["@container"] == "@list"


def _may_be_a_list(place: Place) -> bool:
    """Tell whether the member is a list; a proof is one literal, be it one proof or several."""
    if place.path[-1] == "proof":
        return False
    return "array" in (place.says("type"), (place.says("else") or {}).get("type"))


def test_words_are_read_as_words_and_nothing_else_is() -> None:
    assert read_as("@vocab") == {m for m in in_the_graph() if any(map(_word, members()[m]))}


def _word(place: Place) -> bool:
    chains = [link.content for value in _values(place) for link in value.chain()]
    alone = {content.get("then", {}).get("const") for content in chains}
    return any("oneOf" in content for content in chains) or bool(alone & {"anyone", "any"})


def test_addresses_are_read_as_iris_and_nothing_else_is() -> None:
    assert read_as("@id") == {m for m in in_the_graph() if any(map(_iri, members()[m]))}


def _iri(place: Place) -> bool:
    links = [link for value in _values(place) for link in value.chain()]
    return bool({common("iri"), common("documentId")} & set(links))


def test_instants_are_read_as_such_except_one_that_may_be_a_word() -> None:
    instants = {m for m in in_the_graph() if any(_instant(place) for place in members()[m])}
    assert read_as(str(XSD.dateTime)) == instants
    assert "validUntil" not in instants


def _instant(place: Place) -> bool:
    return common("instant") in place.chain()


def test_a_proof_is_one_literal() -> None:
    assert read_as("@json") == {"proof"}


def read_as(kind: str) -> set[str]:
    """Return the terms whose values the context reads in a certain way."""
    return {k for k, v in terms().items() if isinstance(v, dict) and v.get("@type") == kind}


def _values(place: Place) -> list[Place]:
    """Return the schema of a member and, if it is a list, that of its entries."""
    lists = [link for link in place.chain() if "items" in link.content]
    return [place, *(link / "items" for link in lists)]
