"""The profile of ODRL has the uses of the vocabulary as its actions, in their tree."""

import pytest
from rdflib import DCTERMS, PROF, RDF, RDFS, SKOS, Graph, Namespace, URIRef

from askfirst import resources
from askfirst.signals.odrl_policy import PROFILE
from askfirst.vocabulary import Use, parent
from tests.consistency.shipped import AF, vocabulary

ODRL = Namespace("http://www.w3.org/ns/odrl/2/")
ME = URIRef(PROFILE)
GRAPH = Graph().parse(data=resources.read("spec/1.0/odrl-profile.ttl"), format="turtle")


def test_the_profile_describes_itself() -> None:
    assert (ME, RDF.type, PROF.Profile) in GRAPH
    assert GRAPH.value(ME, PROF.isProfileOf) == URIRef("http://www.w3.org/ns/odrl/2/core")
    parts = list(GRAPH.objects(ME, PROF.hasResource))
    roles = {str(GRAPH.value(part, PROF.hasRole)).rpartition("/")[2] for part in parts}
    assert roles == {"specification", "vocabulary"}
    assert all(GRAPH.value(part, PROF.hasArtifact) for part in parts)
    assert GRAPH.value(ME, DCTERMS.title)


def test_the_actions_are_the_uses() -> None:
    actions = set(GRAPH.subjects(RDF.type, ODRL.Action))
    assert actions == {AF[use] for use in Use}
    adopted = {ODRL.obtainConsent, ODRL.consentingParty}
    assert set(GRAPH.objects(None, SKOS.member)) == actions | adopted


@pytest.mark.parametrize("use", Use)
def test_an_action_is_included_in_that_of_its_group(use: Use) -> None:
    group = parent(use)
    expected = AF[group] if group else ODRL.use
    assert list(GRAPH.objects(AF[use], ODRL.includedIn)) == [expected]


@pytest.mark.parametrize("use", Use)
def test_an_action_is_described_as_the_use_is(use: Use) -> None:
    action = AF[use]
    assert (action, RDF.type, SKOS.Concept) in GRAPH
    assert GRAPH.value(action, RDFS.label) == vocabulary().value(action, SKOS.prefLabel)
    assert GRAPH.value(action, SKOS.definition) == vocabulary().value(action, SKOS.definition)
    assert GRAPH.value(action, SKOS.note)
    assert GRAPH.value(action, RDFS.isDefinedBy) == ME
