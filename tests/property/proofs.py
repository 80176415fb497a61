"""Hold a proof that has the form of one; the key that it names did not make it."""

__all__ = ["PROOF"]

_KEY = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
PROOF = {
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-jcs-2022",
    "created": "2026-01-01T00:00:00Z",
    "verificationMethod": f"{_KEY}#{_KEY.removeprefix('did:key:')}",
    "proofPurpose": "assertionMethod",
    "proofValue": "z5",
}
