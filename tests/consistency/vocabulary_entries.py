"""Describe one term of the vocabulary in HTML: what it means and how it stands to others."""

from collections.abc import Iterable, Iterator
from html import escape

from rdflib import RDF, RDFS, SKOS, Literal, URIRef
from rdflib.term import Node

from tests.consistency.mappings import MATCHES, is_foreign
from tests.consistency.shipped import AF, vocabulary
from tests.consistency.vocabulary_terms import in_order, local, short

__all__ = ["anchor", "definitions", "entry", "label", "link"]

STATUS = URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
#: What stands above the table of a term, or is the same for all.
_ABOVE = {RDFS.label, RDFS.comment, SKOS.prefLabel, SKOS.definition, RDFS.isDefinedBy}
#: The rows of the table, in order; those of our own properties come after `skos:narrower`.
_ROWS: dict[Node, str] = {
    RDF.type: "Kind",
    RDFS.subClassOf: "Subclass of",
    RDFS.domain: "Domain",
    RDFS.range: "Range",
    SKOS.notation: "Notation",
    SKOS.inScheme: "Scheme",
    SKOS.topConceptOf: "Top of",
    SKOS.hasTopConcept: "Top concepts",
    SKOS.broader: "Broader",
    SKOS.narrower: "Narrower",
}
_LAST: dict[Node, str] = {
    **dict(
        zip(MATCHES, ("Exact match", "Broad match", "Narrow match", "Related match"), strict=True)
    ),
    STATUS: "Status",
}
#: What others say of a term.
_INVERSE: dict[Node, str] = {
    RDFS.subClassOf: "Subclasses",
    RDF.type: "Instances",
    RDFS.domain: "Domain of",
    RDFS.range: "Range of",
    AF.touches: "Touched by",
    AF.standsFor: "Stood for by",
    AF.floor: "Floor of",
    AF.gives: "Given by",
}


def anchor(term: Node) -> str:
    """Return where the page describes a term; ours are found by their names.

    A vocabulary of somebody else is found by its name and edition.
    """
    if not is_foreign(term):
        return local(term)
    scheme = vocabulary().value(term, SKOS.inScheme) or term
    return "-".join(str(scheme).strip("/").split("/")[-2:])


def label(term: Node) -> str:
    """Return what people call a term; a member may have several names."""
    return " · ".join(_texts(term, RDFS.label, SKOS.prefLabel))


def definitions(term: Node) -> list[str]:
    """Return what a term means, one sentence for each kind of object that holds it."""
    return _texts(term, RDFS.comment, SKOS.definition)


def _texts(term: Node, *predicates: Node) -> list[str]:
    found = (text for predicate in predicates for text in vocabulary().objects(term, predicate))
    return sorted(str(text) for text in found)


def link(term: Node) -> str:
    """Return the name of a term, as a link where the page or its owner describes it."""
    ours = str(term).startswith(AF)
    here = f"#{anchor(term)}" if ours or is_foreign(term) else escape(str(term))
    return f'<a href="{here}"><code>{escape(local(term) if ours else short(term))}</code></a>'


def entry(term: Node, level: int = 3) -> str:
    """Return the section of a term."""
    meaning = "\n".join(f"<p>{escape(text)}</p>" for text in definitions(term))
    rows = "\n".join(f"<div><dt>{head}</dt><dd>{said}</dd></div>" for head, said in _rows(term))
    name = anchor(term)
    return f"""\
<section id="{name}">
<h{level}>{escape(label(term))} <code>{escape(short(term))}</code></h{level}>
{meaning}
<dl>
{rows}
</dl>
</section>"""


def _rows(term: Node) -> Iterator[tuple[str, str]]:
    said = {predicate for predicate, _ in vocabulary().predicate_objects(term)} - _ABOVE
    own = {p: label(p) for p in in_order(said - _ROWS.keys() - _LAST.keys())}
    for predicate, head in {**_ROWS, **own, **_LAST}.items():
        if predicate in said:
            yield head, _values(vocabulary().objects(term, predicate))
    for predicate, head in _INVERSE.items():
        found = [one for one in vocabulary().subjects(predicate, term) if not is_foreign(one)]
        if found:
            yield head, _values(found)


def _values(values: Iterable[Node]) -> str:
    found = in_order(values)
    return ", ".join(escape(str(v)) if isinstance(v, Literal) else link(v) for v in found)
