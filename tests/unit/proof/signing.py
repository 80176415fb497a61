"""Sign the documents of the stories, and look at what became of a proof."""

from copy import deepcopy

import askfirst
from askfirst import proof
from askfirst.canonical import digest, to_be_signed
from askfirst.identifiers import base58btc
from askfirst.proof import Key
from askfirst.rules.decisions import PREFIX
from tests.consistency.documents import EVERYTHING
from tests.consistency.shipped import Json

__all__ = ["AT", "CONTEXT", "KEY", "OTHER", "codes", "document", "holds", "resigned", "signed"]

AT = "2026-11-22T10:00:00Z"
CONTEXT = "https://w3id.org/askfirst/1.0/context.jsonld"
KEY, OTHER = Key.of_secret(bytes(range(32))), Key.of_secret(bytes(range(1, 33)))


def document(kind: str = "Declaration", *, context: bool = True) -> Json:
    """Return a document with every member but a proof."""
    found = deepcopy(next(one for one in EVERYTHING if one["type"] == kind))
    found = {name: found[name] for name in found if name not in ("proof", "@context")}
    found = {"@context": CONTEXT, **found} if context else found
    if kind == "Decision":
        del found["id"]
        found["id"] = PREFIX + digest(found)
    return found


def signed(value: Json, *keys: Key) -> Json:
    """Return a document with the proofs of some keys."""
    for key in keys or (KEY,):
        value = proof.with_proof(value, proof.sign(value, key, AT))
    return value


def resigned(value: Json, options: Json, key: Key = KEY) -> Json:
    """Return a document with a true signature over whatever a proof is made to say."""
    said = {name: options[name] for name in options if name != "proofValue"}
    signature = key.sign(to_be_signed(value, said))
    return {**value, "proof": {**said, "proofValue": f"z{base58btc.encode(signature)}"}}


def holds(value: Json) -> bool:
    """Tell whether a document conforms and each of its proofs, of which there is one, verifies."""
    found = askfirst.check(value).document
    return bool(found and found.proofs) and all(map(proof.verifies, found.proofs))  # type: ignore[union-attr]


def codes(value: Json) -> set[str]:
    return {finding.code for finding in askfirst.check(value).findings}
