"""The page of the vocabulary and its JSON-LD say what the Turtle says, all of it."""

import json
import re
from collections import Counter
from functools import cache
from html import escape
from pathlib import Path

import pytest
from rdflib import RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from askfirst import resources
from tests.consistency.digests import FOLDERS, status
from tests.consistency.graphs import PROCESSORS
from tests.consistency.mappings import is_foreign
from tests.consistency.shipped import AF, vocabulary
from tests.consistency.vocabulary_entries import anchor, entry, link
from tests.consistency.vocabulary_json_ld import json_ld
from tests.consistency.vocabulary_page import FILES, page, write

FOLDER = resources.root() / "spec/1.0"
TERMS = sorted(
    {term for term in vocabulary().subjects() if not is_foreign(term)} - {URIRef(AF)},
    key=str,
)
PAGE = page()


@cache
def ids() -> Counter[str]:
    return Counter(re.findall(r'\bid="([^"]+)"', PAGE))


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_as_it_would_be_written(name: str) -> None:
    if status(FOLDERS[0]) == "draft":
        written = (FOLDER / name).read_text(encoding="utf-8")
        assert written == FILES[name](), "run python -m tests.consistency.vocabulary_page"


def test_both_are_written(tmp_path: Path) -> None:
    write(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == set(FILES)


def test_every_term_has_its_name_for_an_anchor_and_no_anchor_stands_twice() -> None:
    assert {str(term).removeprefix(AF) for term in TERMS} <= set(ids())
    assert [name for name, times in ids().items() if times > 1] == []


def test_every_link_inside_the_page_arrives() -> None:
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= set(ids())


def test_a_vocabulary_of_others_has_an_anchor() -> None:
    schemes = {one for one in vocabulary().objects(None, SKOS.inScheme) if is_foreign(one)}
    assert len(schemes) > 1
    assert {anchor(scheme) for scheme in schemes} <= set(ids())


@pytest.mark.parametrize("term", TERMS, ids=lambda term: str(term).removeprefix(AF))
def test_the_entry_of_a_term_says_all_that_the_vocabulary_says(term: Node) -> None:
    text = entry(term)
    said = vocabulary().predicate_objects(term)
    values = [value for predicate, value in said if predicate != RDFS.isDefinedBy]
    shown = [escape(str(v)) if isinstance(v, Literal) else link(v) for v in values]
    assert [one for one in shown if one not in text] == []


def test_the_page_holds_every_entry() -> None:
    schemes = {term for term in TERMS if (None, SKOS.inScheme, term) in vocabulary()}
    missing = [t for t in TERMS if entry(t, level=2 if t in schemes else 3) not in PAGE]
    assert missing == []


def test_the_page_loads_and_runs_nothing() -> None:
    assert re.findall(r"<script|\bsrc=|@import|url\(|\bon\w+=|http-equiv=.refresh", PAGE) == []


@pytest.mark.parametrize("processor", PROCESSORS)
def test_the_json_ld_is_the_same_graph(processor: str) -> None:
    found = PROCESSORS[processor](json.loads(json_ld()))
    assert _triples(found) == _triples(vocabulary())


def _triples(graph: Graph) -> set[tuple[str, ...]]:
    return {tuple(node.n3() for node in triple) for triple in graph}
