"""What is written as JSON-LD says to a JSON-LD processor what the Turtle says, and what we mean.

The processor has ODRL's own context, as the pinned package holds it.
"""

import json
from hashlib import sha256
from pathlib import Path

import pytest
import rdflib
from pyld import jsonld  # type: ignore[import-untyped] # PyLD ships no types
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from askfirst.signals import Wanted, answers, signal
from askfirst.vocabulary import Status, Use
from tests.consistency.shipped import Json
from tests.needs import needs
from tests.unit.signals.objects import track

FILE = (
    Path(__file__).parents[2] / "node/node_modules/@digitalbazaar/odrl-context/contexts/odrl.jsonld"
)
DIGEST = "a83cb98005bce546531131d4042318d8267aff71b1451f53cc926587fcef42c6"
ODRL = Namespace("http://www.w3.org/ns/odrl/2/")
AF = Namespace("https://w3id.org/askfirst/ns#")
STATED = {
    Use.GENERATIVE_TRAINING: Status.CONSENT_REQUIRED,
    Use.ANALYTIC_TRAINING: Status.PERMITTED,
    Use.INPUT: Status.PROHIBITED,
}


@pytest.fixture
def contexts() -> dict[str, Json]:
    needs("@digitalbazaar/odrl-context", FILE.is_file())
    assert sha256(FILE.read_bytes()).hexdigest() == DIGEST
    mining = {"@context": {"tdm": "http://www.w3.org/ns/tdmrep#"}}
    return {
        "http://www.w3.org/ns/odrl.jsonld": json.loads(FILE.read_bytes()),
        "http://www.w3.org/ns/tdmrep.jsonld": mining,
    }


def graph(text: str, contexts: dict[str, Json]) -> Graph:
    def load(address: str, _options: Json) -> Json:
        return {"contextUrl": None, "documentUrl": address, "document": contexts[address]}

    lines = jsonld.to_rdf(
        json.loads(text), {"format": "application/n-quads", "documentLoader": load}
    )
    return Graph().parse(data=lines, format="nt")


def written(name: str, wanted: Wanted) -> list[str]:
    one = signal(name)
    said = answers(wanted.standing, one.terms, can_ask=True)
    return [carrier.text for carrier in one.write(wanted, said) if carrier.channel == "file"]


@pytest.mark.parametrize("place", ["https://a.example/1.flac", None])
@pytest.mark.parametrize("ask", ["mailto:a@b.example", "tel:+4612345", "https://b.example/", None])
@pytest.mark.parametrize("text", ['A "<b>" \\ \n', "ü 𝄞"])
def test_both_files_say_the_same(
    place: str | None,
    ask: str | None,
    text: str,
    contexts: dict[str, Json],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    known = {"issued": "2026-11-22T10:00:00Z", "document": "https://b.example/a.json"}
    wanted = track(STATED, isrc="SEXYZ2600012", holder=text, **known)
    wanted = wanted._replace(place=place, ask=ask, title=text)
    as_json, as_turtle = written("odrl", wanted)
    assert isomorphic(graph(as_json, contexts), Graph().parse(data=as_turtle, format="turtle"))


def test_each_status_is_the_rule_that_it_means(contexts: dict[str, Json]) -> None:
    made = graph(written("odrl", track(STATED, place="https://a.example/1.flac"))[0], contexts)
    policy = made.value(None, RDF.type, ODRL.Set)
    assert made.value(policy, ODRL.conflict) == ODRL.prohibit
    actions = {
        kind: {made.value(rule, ODRL.action) for rule in made.objects(policy, ODRL[kind])}
        for kind in ("permission", "prohibition")
    }
    refused = {action for action in actions["prohibition"] if action}
    assert {str(action).removeprefix(AF) for action in refused} == {
        "voice-replication-input",
        "likeness-replication-input",
        "other-generative-input",
        "analytic-input",
    }
    asked = {made.value(rule, ODRL.action) for rule in made.subjects(ODRL.duty)}
    assert AF["music-generation-training"] in asked
    assert AF["tagging-training"] in actions["permission"] - asked
    duties = list(made.objects(None, ODRL.duty))
    assert {made.value(duty, ODRL.action) for duty in duties} == {ODRL.obtainConsent}
    assert all(made.value(duty, ODRL.consentingParty) for duty in duties)


def test_no_node_of_a_policy_is_blank(contexts: dict[str, Json]) -> None:
    made = graph(written("odrl", track(STATED))[0], contexts)
    assert all(isinstance(subject, URIRef) for subject in made.subjects())


def test_a_policy_of_tdmrep_is_an_offer_to_be_asked(contexts: dict[str, Json]) -> None:
    asked = track({Use.TRAINING: Status.CONSENT_REQUIRED}, place="https://a.example/1.flac")
    made = graph(written("tdmrep", asked)[0], contexts)
    policy = made.value(None, RDF.type, ODRL.Offer)
    assert made.value(policy, ODRL.profile) == URIRef("http://www.w3.org/ns/tdmrep")
    rule = made.value(policy, ODRL.permission)
    assert made.value(rule, ODRL.action) == URIRef("http://www.w3.org/ns/tdmrep#mine")
    assert made.value(made.value(rule, ODRL.duty), ODRL.action) == ODRL.obtainConsent
