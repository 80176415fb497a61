"""The text of a graph is read strictly, within limits, and without the network."""

import json
import socket
import time
from collections.abc import Callable

import pytest

from askfirst.rdf import NoGraph, NotADocument
from askfirst.rdf.syntaxes import MOST_TRIPLES, Form, documents, text
from askfirst.rdf.terms import AF, CONTEXT
from tests.consistency.documents import EVERYTHING, conforming
from tests.consistency.shipped import Json
from tests.unit.rdf.graphs import ordered

DECLARATION = conforming()["Declaration 0"]
NAME = DECLARATION["id"]
TURTLE, QUADS, COMPACT, EXPANDED = (text([DECLARATION], form) for form in
    (Form.TURTLE, Form.N_QUADS, Form.JSON_LD, Form.EXPANDED))  # fmt: skip


@pytest.fixture(autouse=True)
def _without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object, **_options: object) -> None:
        raise AssertionError("something is to be fetched")

    monkeypatch.setattr(socket, "socket", refused)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("document", EVERYTHING, ids=lambda one: one["type"])
def test_every_form_gives_the_document_back(document: Json, form: Form) -> None:
    (found,) = documents(text([document], form).encode(), form)

    assert ordered(found) == ordered(document)
    assert form is not Form.JSON_LD or found == document


def test_only_quads_hold_several_documents() -> None:
    found = documents(text(EVERYTHING, Form.N_QUADS).encode(), Form.N_QUADS)

    assert [ordered(one) for one in found] == [ordered(one) for one in EVERYTHING]
    for form in Form:
        with pytest.raises(NoGraph):
            text([DECLARATION, DECLARATION], form)


def test_a_document_with_the_context_is_json_ld_as_it_stands() -> None:
    plain = {"@context": CONTEXT, **DECLARATION}

    assert documents(json.dumps(plain).encode(), Form.JSON_LD) == [plain]


def _compact(change: Callable[[Json], object]) -> str:
    tree = json.loads(COMPACT)
    change(tree)
    return json.dumps(tree)


def _expanded(change: Callable[[Json], object]) -> str:
    (tree,) = json.loads(EXPANDED)
    change(tree)
    return json.dumps([tree])


OTHER_CONTEXTS: list[Json] = [
    "https://evil.example/context.jsonld",
    "file:///etc/passwd",
    "context.jsonld",
    CONTEXT + "#",
    [CONTEXT],
    [CONTEXT, {"permits": AF + "prohibits"}],
    {"@vocab": AF},
    {},
    None,
]
COMPACT_TRICKS = {
    "graph": lambda t: t.update({"@graph": [dict(t)]}),
    "included": lambda t: t.update({"@included": [{"@id": "urn:example:a", "title": "more"}]}),
    "reverse": lambda t: t.update({"@reverse": {"by": {"@id": "urn:example:a"}}}),
    "nest": lambda t: t.update({"@nest": {"permits": ["tagging-training"]}}),
    "context inside": lambda t: t["track"].update({"@context": {"title": AF + "isrc"}}),
    "another name": lambda t: t["track"].update({"@id": "urn:example:a"}),
    "no name": lambda t: t["track"].pop("@id"),
    "name of another": lambda t: t.update({"@id": "urn:example:a"}),
    "value": lambda t: t["track"].update({"title": {"@value": "Night Bus"}}),
    "list": lambda t: t.update({"requiresConsent": {"@list": t["requiresConsent"]}}),
    "set": lambda t: t.update({"requiresConsent": {"@set": t["requiresConsent"]}}),
    "type": lambda t: t.update({"@type": "Consent"}),
    "IRI": lambda t: t.update({AF + "permits": [{"@id": AF + "training"}]}),
    "prefix": lambda t: t.update({"af:permits": [{"@id": AF + "training"}]}),
    "marked wrongly": lambda t: t.update({"af:context": {"@id": "urn:example:a"}}),
    "language": lambda t: t["track"].update({"title": {"@value": "a", "@language": "en"}}),
}
EXPANDED_TRICKS = {
    "context": lambda t: t.update({"@context": {}}),
    "graph": lambda t: t.update({"@graph": [dict(t)]}),
    "included": lambda t: t.update({"@included": [{"@id": "urn:example:a"}]}),
    "reverse": lambda t: t.update({"@reverse": {AF + "by": [{"@id": "urn:example:a"}]}}),
    "index": lambda t: t.update({"@index": "a"}),
    "no list": lambda t: t.update({AF + "askAt": {"@id": "urn:example:a"}}),
    "text": lambda t: t.update({AF + "askAt": ["urn:example:a"]}),
    "number": lambda t: t.update({AF + "language": [{"@value": 1}]}),
    "language": lambda t: t.update({AF + "language": [{"@value": "en", "@language": "en"}]}),
    "set": lambda t: t.update({AF + "permits": [{"@set": []}]}),
    "list in a list": lambda t: t.update({AF + "permits": [{"@list": [{"@list": []}]}]}),
    "list of nodes": lambda t: t.update({AF + "permits": [{"@list": [{"@id": AF + "training"}]}]}),
    "relative": lambda t: t.update({AF + "askAt": [{"@id": "ask.html"}]}),
    "blank": lambda t: t.update({AF + "askAt": [{"@id": "_:b"}]}),
    "no name": lambda t: t[AF + "track"][0].pop("@id"),
    "term": lambda t: t.update({"permits": [{"@id": AF + "tagging-training"}]}),
    "two types": lambda t: t["@type"].append(AF + "Release"),
    "json": lambda t: t.update({AF + "language": [{"@type": "@json", "@value": "en"}]}),
}  # fmt: skip


@pytest.mark.parametrize("context", OTHER_CONTEXTS, ids=str)
def test_no_other_context_is_read(context: Json) -> None:
    for tree in (json.loads(COMPACT), DECLARATION):
        with pytest.raises(NotADocument):
            documents(json.dumps({**tree, "@context": context}).encode(), Form.JSON_LD)


@pytest.mark.parametrize("trick", COMPACT_TRICKS.values(), ids=COMPACT_TRICKS.keys())
def test_compact_json_ld_is_what_is_written(trick: Callable[[Json], object]) -> None:
    with pytest.raises(NotADocument):
        documents(_compact(trick).encode(), Form.JSON_LD)


@pytest.mark.parametrize("trick", EXPANDED_TRICKS.values(), ids=EXPANDED_TRICKS.keys())
def test_expanded_json_ld_is_what_is_written(trick: Callable[[Json], object]) -> None:
    with pytest.raises(NotADocument):
        documents(_expanded(trick).encode(), Form.EXPANDED)


def test_a_name_that_stands_twice_is_refused() -> None:
    twice = COMPACT.replace('"title"', '"title": "Other", "title"', 1)

    with pytest.raises(NotADocument):
        documents(twice.encode(), Form.JSON_LD)


CLIQUE = "\n".join(f"_:b{i} <{AF}by> _:b{j} ." for i in range(60) for j in range(60))
HOSTILE_TURTLE = {
    "nothing": "",
    "no Turtle": "<",
    "no UTF-8": "\udcff",
    "blank nodes": TURTLE + CLIQUE,
    "blank document": TURTLE.replace(f"<{NAME}>", "_:b"),
    "blank part": TURTLE.replace(f"<{NAME}#/track>", "_:b"),
    "relative": TURTLE + "<a> <b> <c> .",
    "file": TURTLE + f"<file:///etc/passwd> <{AF}by> <file:///etc/passwd> .",
    "import": TURTLE + f"<{NAME}> <http://www.w3.org/2002/07/owl#imports> <urn:example:a> .",
    "endless list": TURTLE + f"_:a rdf:first 'x' ; rdf:rest _:a . <{NAME}> x:x-a _:a .",
    "shared list": TURTLE + f"<{NAME}> x:x-a _:a ; x:x-b _:a . _:a rdf:first 'x' ; rdf:rest () .",
    "deep list": TURTLE + f"<{NAME}> x:x-a " + "(" * 50_000 + ")" * 50_000 + " .",
    "deep nodes": TURTLE + f"<{NAME}> af:by " + "[af:by " * 50_000 + "'x'" + "]" * 50_000 + " .",
    "deeper nodes": TURTLE + f"<{NAME}> af:by " + "[af:by " * 2_000_000,
    "deep names": TURTLE
    + "".join(f"<{NAME}#{'/by' * n}> af:by <{NAME}#{'/by' * (n + 1)}> . " for n in range(99)),
    "long literal": TURTLE + f"<{NAME}> af:name '{'x' * 2**24}' .",
    "triples": TURTLE + "".join(f"<urn:a:{i}> a af:A ." for i in range(MOST_TRIPLES + 1)),
    "quoted triple": TURTLE + f"<{NAME}> af:by <<( <{NAME}> af:by <{NAME}> )>> .",
    "many texts": TURTLE + f"<{NAME}> af:language '" + "','".join(map(str, range(20_000))) + "' .",
}  # fmt: skip


@pytest.mark.parametrize("turtle", HOSTILE_TURTLE.values(), ids=HOSTILE_TURTLE.keys())
def test_hostile_turtle_is_refused_soon(turtle: str) -> None:
    begun = time.perf_counter()

    with pytest.raises(NotADocument):
        documents(turtle.encode(errors="surrogateescape"), Form.TURTLE)
    assert time.perf_counter() - begun < 5


HOSTILE_QUADS = {
    "nothing": "",
    "default graph": QUADS + "<urn:a:a> <urn:a:a> <urn:a:a> .",
    "blank graph": QUADS + "<urn:a:a> <urn:a:a> <urn:a:a> _:g .",
    "graphs": QUADS + "".join(f"<a:> <a:> <a:> <a:{i}> .\n" for i in range(20_001)),
    "another graph": QUADS.replace(f"<{NAME}> .\n", "<urn:a:a> .\n"),
    "one triple elsewhere": QUADS.replace(f"<{NAME}> .\n", "<urn:a:a> .\n", 1),
}


@pytest.mark.parametrize("quads", HOSTILE_QUADS.values(), ids=HOSTILE_QUADS.keys())
def test_hostile_quads_are_refused_soon(quads: str) -> None:
    begun = time.perf_counter()

    with pytest.raises(NotADocument):
        documents(quads.encode(), Form.N_QUADS)
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize("form", [Form.JSON_LD, Form.EXPANDED])
@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"1", b"[{}]", b"{}", b"[" * 10**6, b"\xff"])
def test_what_is_no_json_ld_is_refused(data: bytes, form: Form) -> None:
    with pytest.raises(NotADocument):
        documents(data, form)
