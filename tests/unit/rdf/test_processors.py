"""What other JSON-LD processors make of our JSON-LD is our graph."""

import json
from pathlib import Path

import pytest
import rdflib
from rdflib import Graph

from askfirst.rdf.syntaxes import Form, text
from tests.consistency.documents import conforming
from tests.consistency.graphs import PROCESSORS, listed
from tests.consistency.shipped import Json, context

#: Of each story one of its two syntaxes is enough here.
DOCUMENTS = {
    name: one for name, one in conforming().items() if Path(name.split()[0]).suffix != ".yaml"
}


@pytest.fixture(autouse=True)
def literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
@pytest.mark.parametrize("processor", PROCESSORS)
def test_every_processor_makes_the_same_graph(processor: str, document: Json) -> None:
    ours = Graph().parse(data=text([document], Form.TURTLE), format="turtle")
    compact = json.loads(text([document], Form.JSON_LD))
    expanded = json.loads(text([document], Form.EXPANDED))[0]
    for tree in ({**compact, "@context": context()}, expanded):
        assert listed(PROCESSORS[processor](tree)) == set(ours)
