"""Read the shipped files that have to agree: schemas, vocabulary, context, tables, prose."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias
from urllib.parse import urljoin

from rdflib import Graph, Namespace

from askfirst import resources
from askfirst.vocabulary import DocumentType

__all__ = [
    "AF",
    "NO_TRIPLE",
    "Json",
    "Place",
    "common",
    "context",
    "document_schemas",
    "members",
    "reached",
    "schemas",
    "specification",
    "tables",
    "vocabulary",
]

Json: TypeAlias = Any  # what json.loads returns

AF = Namespace("https://w3id.org/askfirst/ns#")

#: Members that the context gives no property: a JSON-LD keyword, and the alias of another.
NO_TRIPLE = frozenset({"@context", "type"})

_MAPS = ("properties", "patternProperties", "$defs")
_LISTS = ("oneOf", "anyOf", "allOf", "prefixItems")
_SINGLE = ("items", "contains", "if", "then", "else", "not", "additionalProperties")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a schema: the address of the file and the path inside it."""

    file: str
    path: tuple[str | int, ...] = ()

    def __truediv__(self, step: str | int) -> "Place":
        return Place(self.file, (*self.path, step))

    @property
    def address(self) -> str:
        """The address by which a `$ref` reaches the place."""
        return "".join([self.file, "#", *(f"/{step}" for step in self.path)])

    @property
    def content(self) -> Json:
        """What stands at the place."""
        content: Json = schemas()[self.file]
        for step in self.path:
            content = content[step]
        return content

    @property
    def target(self) -> "Place":
        """The place that the `$ref` here leads to."""
        file, _, pointer = urljoin(self.file, self.content["$ref"]).partition("#")
        return Place(file, tuple(pointer.split("/")[1:]))

    def chain(self) -> Iterator["Place"]:
        """Yield the place here and those to which references lead from it, the nearest first."""
        yield self
        if "$ref" in self.content:
            yield from self.target.chain()

    def says(self, keyword: str) -> Json:
        """Return what a keyword says here or, if nothing, where the references lead."""
        said = (place.content[keyword] for place in self.chain() if keyword in place.content)
        return next(said, None)

    def parts(self) -> Iterator["Place"]:
        """Yield the schemas that stand directly inside the one here."""
        for keyword in (*_MAPS, *_LISTS):
            inside = self.content.get(keyword, ())
            steps = inside if isinstance(inside, dict) else range(len(inside))
            yield from (self / keyword / step for step in steps)
        for keyword in _SINGLE:
            if isinstance(self.content.get(keyword), dict):
                yield self / keyword

    def within(self) -> Iterator["Place"]:
        """Yield the schema here and all schemas inside it, in the same file."""
        yield self
        for part in self.parts():
            yield from part.within()


@cache
def schemas() -> dict[str, Json]:
    """Return the schemas by their addresses."""
    files = sorted((resources.root() / "schemas/1.0").glob("*.schema.json"))
    loaded = [json.loads(file.read_bytes()) for file in files]
    return {schema["$id"]: schema for schema in loaded}


def document_schemas() -> dict[str, Place]:
    """Return the schemas of documents by their types; that of the trust file is none."""
    roots = [Place(address) for address in schemas()]
    # a difference says which type was compared, and is no document itself
    typed = [r for r in roots if "const" in r.content.get("properties", {}).get("type", {})]
    named = {root.content["properties"]["type"]["const"]: root for root in typed}
    # a trust file has a type, and is a configuration
    return {name: root for name, root in named.items() if name in list(DocumentType)}


def common(name: str) -> Place:
    """Return a definition of the common schema."""
    return Place("https://w3id.org/askfirst/1.0/common.schema.json") / "$defs" / name


@cache
def members() -> dict[str, tuple[Place, ...]]:
    """Return every member of the documents with the places that define it, outside of proofs."""
    found: dict[str, list[Place]] = {}
    for place in reached():
        if place.path[-2:-1] == ("properties",):
            found.setdefault(str(place.path[-1]), []).append(place)
    return {name: tuple(places) for name, places in found.items()}


def reached() -> list[Place]:
    """Return the schemas that the document schemas consist of, whatever file they stand in."""
    waiting = list(document_schemas().values())
    seen: dict[Place, None] = {}
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen[place] = None
            waiting += [] if place.path[-1:] == ("proof",) else _next(place)
    return list(seen)


def _next(place: Place) -> list[Place]:
    return [*place.parts(), *([place.target] if "$ref" in place.content else [])]


@cache
def vocabulary() -> Graph:
    """Return the vocabulary as a graph."""
    return Graph().parse(data=resources.read("spec/1.0/vocabulary.ttl"), format="turtle")


@cache
def context() -> dict[str, Json]:
    """Return the term definitions of the context."""
    found: dict[str, Json] = json.loads(resources.read("spec/1.0/context.jsonld"))["@context"]
    return found


@cache
def tables() -> dict[str, Json]:
    """Return the tables for implementations in other languages."""
    found: dict[str, Json] = json.loads(resources.read("spec/1.0/tables.json"))
    return found


def specification() -> str:
    """Return the normative text."""
    return resources.read("spec/1.0/specification.md").decode()
