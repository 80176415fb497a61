"""Read from the context which IRI each member and word has, and how its values are read."""

import json
import re
from functools import cache
from typing import NamedTuple

from askfirst import resources
from askfirst.rdf.problems import NoGraph, NotADocument

__all__ = [
    "AF",
    "CONTEXT",
    "CONTEXT_OF",
    "DATE_TIME",
    "FIRST",
    "JSON",
    "NIL",
    "REST",
    "SPEC_VERSION",
    "TYPE",
    "Term",
    "is_list",
    "member",
    "predicate",
    "rank",
    "term",
    "word",
    "word_iri",
]

CONTEXT = "https://w3id.org/askfirst/1.0/context.jsonld"
AF = "https://w3id.org/askfirst/ns#"
#: What is not ours; the `@vocab` of the context.
_X = "https://w3id.org/askfirst/x#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE, FIRST, REST, NIL, JSON = (_RDF + name for name in ("type", "first", "rest", "nil", "JSON"))
DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
SPEC_VERSION = AF + "specVersion"
#: The property of the member `@context`, which JSON-LD itself says nothing of.
CONTEXT_OF = AF + "context"

_NAME = re.compile(r"[0-9A-Za-z._-]+")


class Term(NamedTuple):
    """A member or word: its IRI, how a value is read (`@id` and so on), and how several are."""

    iri: str
    kind: str | None = None
    container: str | None = None

    @property
    def is_ours(self) -> bool:
        """Whether it is a term of the context; what is not holds one text or a list of them."""
        return not self.iri.startswith(_X)


@cache
def _terms() -> dict[str, Term]:
    context = json.loads(resources.read("spec/1.0/context.jsonld"))["@context"]
    found = {name: said for name, said in context.items() if name != "af" and name[0] != "@"}
    marked = {"@context": Term(CONTEXT_OF, "@id")}
    return {**marked, **{name: _term(said) for name, said in found.items()}}


def _term(said: str | dict[str, str]) -> Term:
    if said == "@type":
        return Term(TYPE, "@vocab")
    one = {"@id": said} if isinstance(said, str) else said
    iri = one["@id"].replace("af:", AF, 1)
    return Term(iri, one.get("@type"), one.get("@container"))


@cache
def _names() -> dict[str, str]:
    return {one.iri: name for name, one in _terms().items()}


@cache
def _ranks() -> dict[str, int]:
    order = [*(name for name in _terms() if name != "proof"), "", "proof"]
    return {name: place for place, name in enumerate(order)}


def rank(name: str) -> tuple[int, str]:
    """Return what sorts members as documents have them, those of others before the proof."""
    return _ranks().get(name, _ranks()[""]), name


def term(name: str) -> Term:
    """Return what the context says of a member; of one that is not ours, its IRI."""
    return _terms().get(name) or Term(_X + name, None, "@list")


def predicate(name: str, pointer: str) -> str:
    """Return the IRI of a member. Raises `NoGraph` where its name is none."""
    if name not in _terms() and not _NAME.fullmatch(name):
        raise NoGraph(f"{pointer}: `{name}` is no name of a member")
    return term(name).iri


def member(iri: str) -> str:
    """Return the member that has an IRI. Raises `NotADocument` where none has."""
    return _named(iri, "property")


def word_iri(text: str, pointer: str) -> str:
    """Return the IRI of a word. Raises `NoGraph` where it is none."""
    known = _terms().get(text)
    if text in ("type", "@context") or not (known or _NAME.fullmatch(text)):
        raise NoGraph(f"{pointer}: `{text}` is no word")
    return known.iri if known else _X + text


def word(iri: str) -> str:
    """Return the word that has an IRI. Raises `NotADocument` where none has."""
    return _named(iri, "word")


def _named(iri: str, what: str) -> str:
    name = _names().get(iri) or iri.removeprefix(_X)
    if name == iri or not (iri in _names() or _NAME.fullmatch(name)):
        raise NotADocument(f"<{iri}> is no {what} of a document")
    return name


def is_list(name: str, pointer: str) -> bool:
    """Tell whether a member of the object at a pointer holds a list wherever it stands there."""
    if name == "askAt":  # one address of a document, several of what is missing
        return pointer.startswith("/missing/")
    return term(name).container is not None
