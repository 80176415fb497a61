"""Section 4.12 and rule 10: who signed a document, and for whom a proof counts."""

from hashlib import sha256
from typing import Any, NamedTuple

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.property.naive.tables import Object
from tests.property.naive.tracks import Names
from tests.property.naive.trust import Trust, lists

__all__ = ["Demand", "Signed", "counts", "is_proven", "signed"]

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


class Demand(NamedTuple):
    """What is demanded of what loosens, and by whom."""

    asking: str
    at: str
    assurance: str
    trust: Trust


class Signed(NamedTuple):
    """A document as far as rule 10 looks at it; `proofs` are keys with their `created`."""

    maker: str
    witness: str | None
    imported: bool
    proofs: list[tuple[str, str]]
    verified: bool


def signed(document: Object, maker: str, trust: Trust) -> Signed:
    """Return who signed a document that conforms."""
    proof = document.get("proof", [])
    proofs = proof if isinstance(proof, list) else [proof]
    return Signed(
        maker,
        trust.party(document["witness"]["id"]) if "witness" in document else None,
        "source" in document,
        [(one["verificationMethod"].partition("#")[0], one["created"]) for one in proofs],
        all(verifies(document, one) for one in proofs),
    )


def counts(one: Signed, who: str, right: str, through: Names, demand: Demand) -> bool:
    """Rule 10: tell whether a document counts for a party and a right."""
    if not one.verified:
        return False
    if demand.assurance == "unsigned" and not one.imported:
        return True
    return is_proven(one, who, right, through, demand)


def is_proven(one: Signed, who: str, right: str, through: Names, demand: Demand) -> bool:
    """Rule 10: tell whether it carries a proof that counts for a party and a right."""
    return one.verified and any(
        key in entry.get("keys", [])
        and lists(entry, right, through)
        and in_time(entry, created, demand.at)
        for key, created in one.proofs
        for entry in speaking(one, who, demand)
    )


def speaking(one: Signed, who: str, demand: Demand) -> list[Object]:
    """Rule 10, steps 2 and 6: the entries whose keys speak for a party in a document."""
    own = [entry for entry in demand.trust.holders if entry["holder"] == who]
    mandated = [entry for entry in demand.trust.mandates if who in entry["for"]]
    witnessing = [
        entry
        for entry in demand.trust.witnesses
        if one.maker == who
        and entry["id"] == one.witness
        and (one.witness != demand.asking or entry.get("ownUses") is True)
    ]
    return [*own, *mandated, *witnessing]


def in_time(entry: Object, created: str, at: str) -> bool:
    """Rule 10, step 5: tell whether a key counts that signed at a moment."""
    return created <= at and all(_in_period(entry, moment) for moment in (created, at))


def _in_period(entry: Object, moment: str) -> bool:
    started = "from" not in entry or entry["from"] <= moment
    return started and ("until" not in entry or moment < entry["until"])


def verifies(document: Object, proof: Object) -> bool:
    """4.12: tell whether a proof of a document that conforms verifies."""
    method, value = proof["verificationMethod"], proof["proofValue"]
    key = decoded(method.partition("#")[0].removeprefix("did:key:z"))[2:]
    hashes = [_hash(_without(proof, "proofValue")), _hash(_without(document, "proof"))]
    try:
        signature = decoded(value.removeprefix("z"))
        Ed25519PublicKey.from_public_bytes(key).verify(signature, b"".join(hashes))
    except (ValueError, InvalidSignature):
        return False
    return len(signature) == 64


def decoded(text: str) -> bytes:
    """Return the bytes of a number in base58btc, one zero byte for each `1` before it."""
    number = 0
    for letter in text:
        number = 58 * number + BASE58.index(letter)
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)


def _hash(value: Any) -> bytes:  # noqa: ANN401 - JSON
    return sha256(rfc8785.dumps(value)).digest()


def _without(value: Object, name: str) -> Object:
    return {one: inner for one, inner in value.items() if one != name}
