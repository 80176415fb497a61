"""Turn a text in Turtle into the ODRL policies in it, as those in JSON-LD are."""

import logging

from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.term import Node as Term

from askfirst.errors import AskFirstError
from askfirst.signals.json_value import Json
from askfirst.signals.odrl_json_ld import spelled
from askfirst.signals.odrl_policy import CONTEXT, ODRL
from askfirst.signals.odrl_rules import RULES, Node

__all__ = ["NotTurtle", "of_turtle"]

_MOST_CHARACTERS = 2**17
#: Instead of the folder where the program runs, which the parser would take.
_BASE = "https://relative.invalid/"
#: From a policy to its rules, their duties, the actions of these, and what refines them.
_DEPTH = 4

# What the parser has to say of strange values is for no one: they are found by what they lack.
logging.getLogger("rdflib").addHandler(logging.NullHandler())


class NotTurtle(AskFirstError):
    """A text is no Turtle, or is longer than 128 KiB."""


def of_turtle(text: str) -> list[Node]:
    """Return the policies in a Turtle text. Raises `NotTurtle`."""
    nodes = _Nodes(_graph(text))
    subjects = {one for kind in RULES for one in nodes.graph.subjects(URIRef(ODRL + kind))}
    return [{"@context": [CONTEXT], **nodes.node(one)} for one in sorted(subjects, key=str)]


def _graph(text: str) -> Graph:
    if len(text) > _MOST_CHARACTERS:
        raise NotTurtle("it is longer than 128 KiB")
    try:
        return Graph().parse(data=text, format="turtle", publicID=_BASE)
    except Exception as error:  # a stranger's text, and the parser raises errors of many kinds
        raise NotTurtle("it is no Turtle") from error


class _Nodes:
    """The nodes of a graph; each is made once for each depth, however many lead to it."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._made: dict[tuple[Term, int], dict[str, list[Json]]] = {}

    def node(self, subject: Term, depth: int = 0) -> Node:
        """Return what the graph says of a node, and of those that it leads to."""
        if (subject, depth) not in self._made:
            self._made[subject, depth] = self._new(subject, depth)
        return self._made[subject, depth]

    def _new(self, subject: Term, depth: int) -> dict[str, list[Json]]:
        found: dict[str, list[Json]] = {}
        if not isinstance(subject, BNode):
            found["uid"] = [str(subject)]
        for predicate, value in sorted(self.graph.predicate_objects(subject), key=str):
            key = "@type" if predicate == RDF.type else spelled(str(predicate))
            found.setdefault(key, []).append(self._value(value, depth + 1))
        return found

    def _value(self, value: Term, depth: int) -> Json:
        if isinstance(value, Literal):
            return {"@value": [str(value)]}
        leads_on = depth <= _DEPTH and (value, None, None) in self.graph
        return self.node(value, depth) if leads_on else spelled(str(value))
