"""Say a document in expanded JSON-LD, every object named by its JSON Pointer (spec 8)."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from askfirst.identifiers import iri
from askfirst.rdf.problems import NoGraph
from askfirst.rdf.terms import (
    CONTEXT,
    CONTEXT_OF,
    DATE_TIME,
    NIL,
    Term,
    is_list,
    predicate,
    term,
    word_iri,
)
from askfirst.reading.limits import DOCUMENT

__all__ = ["Tree", "expand"]

_LONGEST = 2048
#: A node object of expanded JSON-LD, or a value object in it.
Tree: TypeAlias = dict[str, Any]


def expand(document: Mapping[str, Any]) -> Tree:
    """Return a document as one tree of expanded JSON-LD.

    Raises `NoGraph` where the graph could not give back what stands in the document: a value that
    is no text, one text twice in a set, a list where one value stands or the reverse.
    """
    name = document.get("id")
    if not isinstance(name, str) or "#" in name or not iri.is_valid(name):
        raise NoGraph("/id: a graph is named by the id of its document, an IRI without `#`")
    if len(name) > _LONGEST:
        raise NoGraph(f"/id: every part has this name in its own; {_LONGEST} characters at most")
    return _Expansion(name).node(document, "")


class _Expansion:
    """The objects of one document as nodes."""

    def __init__(self, base: str) -> None:
        self.base = base

    def node(self, members: Mapping[str, Any], pointer: str) -> Tree:
        if pointer.count("/") > DOCUMENT.depth:
            raise NoGraph(f"{pointer}: this is more than {DOCUMENT.depth} deep")
        said: Tree = {"@id": f"{self.base}#{pointer}" if pointer else self.base}
        for name, value in members.items():
            if name == "@context":
                said[CONTEXT_OF] = [{"@id": _context(value, pointer)}]
            elif name == "type":
                said["@type"] = [word_iri(_text(value, f"{pointer}/type"), f"{pointer}/type")]
            else:
                said[predicate(name, pointer)] = self._values(name, value, pointer)
        return said

    def _values(self, name: str, value: object, around: str) -> list[Tree]:
        pointer, meant = f"{around}/{name}", term(name)
        if meant.kind == "@json":
            return [{"@type": "@json", "@value": value}]
        if not isinstance(value, list):
            must = meant.is_ours and (name, value) != ("models", "any")
            if must and is_list(name, around):
                raise NoGraph(f"{pointer}: a list must stand here")
            return [self._value(meant, value, pointer)]
        if not is_list(name, around) or (name == "models" and "any" in value):
            raise NoGraph(f"{pointer}: no list can stand here, or none with this in it")
        if not value or meant.container == "@list":
            return [{"@list": [{"@value": _text(one, pointer)} for one in value]}]
        return list(_once(self._entries(meant, value, pointer), pointer))

    def _entries(self, meant: Term, values: list[object], pointer: str) -> Iterator[Tree]:
        for index, value in enumerate(values):
            if (meant.kind, value) == ("@id", NIL):
                raise NoGraph(f"{pointer}/{index}: this IRI means the empty list")
            yield self._value(meant, value, f"{pointer}/{index}")

    def _value(self, meant: Term, value: object, pointer: str) -> Tree:
        if isinstance(value, Mapping):
            return self.node(value, pointer)
        text = _text(value, pointer)
        if meant.kind == "@vocab":
            return {"@id": word_iri(text, pointer)}
        if meant.kind == "@id":
            return {"@id": _iri(text, pointer)}
        return {"@type": DATE_TIME, "@value": text} if meant.kind else {"@value": text}


def _once(values: Iterator[Tree], pointer: str) -> Iterator[Tree]:
    seen = set()
    for value in values:
        key = value.get("@id") or value["@value"]
        if key in seen:
            raise NoGraph(f"{pointer}: `{key}` stands here twice")
        seen.add(key)
        yield value


def _context(value: object, pointer: str) -> str:
    if pointer or value != CONTEXT:
        raise NoGraph(f"{pointer}/@context: at the top stands {CONTEXT}, and no other context")
    return CONTEXT


def _text(value: object, pointer: str) -> str:
    if not isinstance(value, str):
        raise NoGraph(f"{pointer}: a text must stand here")
    return value


def _iri(text: str, pointer: str) -> str:
    if not iri.is_valid(text):
        raise NoGraph(f"{pointer}: an absolute IRI must stand here")
    return text
