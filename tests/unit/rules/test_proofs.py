"""A proof names its context and its key in one way, in every type of document."""

import pytest

from askfirst.identifiers import did_key
from askfirst.vocabulary import DocumentType
from tests.consistency.shipped import Json
from tests.unit.rules.looking import example, places

CONTEXT = "https://w3id.org/askfirst/1.0/context.jsonld"
KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
OTHER = "did:key:z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7"
PROOF = {"verificationMethod": did_key.method(KEY)}
IN_CONTEXT = {"@context": CONTEXT, **PROOF}

each_kind = pytest.mark.parametrize("kind", DocumentType)


@each_kind
def test_a_proof_has_the_context_of_its_document(kind: str) -> None:
    without, within = example(kind), {"@context": CONTEXT, **example(kind)}
    for document in (without, within):
        document.pop("proof", None)
    assert places("AF702", {**without, "proof": PROOF}) == []
    assert places("AF702", {**within, "proof": IN_CONTEXT}) == []
    assert places("AF702", {**without, "proof": IN_CONTEXT}) == ["/proof/@context"]
    assert places("AF702", {**within, "proof": PROOF}) == ["/proof"]


def test_each_of_several_proofs_is_looked_at() -> None:
    several = [PROOF, IN_CONTEXT, PROOF]
    assert places("AF702", {"proof": several}) == ["/proof/1/@context"]
    assert places("AF702", {"@context": CONTEXT, "proof": several}) == ["/proof/0", "/proof/2"]
    unusable = {"verificationMethod": did_key.method(KEY[:-1])}
    assert places("AF703", {"proof": [PROOF, unusable]}) == ["/proof/1/verificationMethod"]
    misnamed = {"verificationMethod": f"{KEY}#{KEY}"}
    assert places("AF704", {"proof": [misnamed, PROOF]}) == ["/proof/0/verificationMethod"]


@pytest.mark.parametrize(
    "method",
    [f"{KEY}#{OTHER.removeprefix('did:key:')}", f"{KEY}#{KEY}", KEY, f"{KEY}#", f"{KEY}#key-1"],
)
def test_the_fragment_is_the_key(method: str) -> None:
    document = {"proof": {"verificationMethod": method}}
    assert places("AF704", document) == ["/proof/verificationMethod"]
    assert places("AF703", document) == []


@pytest.mark.parametrize("key", ["did:key:z6Mk", KEY[:-1], did_key.written(bytes(32))])
def test_a_key_is_one_that_can_be_used(key: str) -> None:
    document = {"proof": {"verificationMethod": did_key.method(key)}}
    assert places("AF703", document) == ["/proof/verificationMethod"]
    assert places("AF704", document) == []


@pytest.mark.parametrize(
    "proof", [None, "x", {}, [], [None, "x", [], {}], {"verificationMethod": 1}]
)
def test_what_is_no_proof_has_other_findings(proof: Json) -> None:
    for code in ("AF702", "AF703", "AF704"):
        assert places(code, {"proof": proof}) == []
