"""Measure signing and verifying a Declaration against the bare libraries and the same bytes.

Run: `python -m tests.benchmarks.signing`.
"""

import json
from collections.abc import Callable
from hashlib import sha256
from statistics import median

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

import askfirst
from askfirst import proof
from askfirst.canonical import to_be_signed
from askfirst.model.parts import Proof
from askfirst.proof import Key
from tests.benchmarks.deciding import declaration, seconds
from tests.consistency.shipped import Json

AT = "2026-11-24T10:00:00Z"
ROUNDS, TIMES = 301, 20
SECRET = bytes(range(32))
KEY, BARE = Key.of_secret(SECRET), Ed25519PrivateKey.from_private_bytes(SECRET)
DOCUMENT = declaration(0)
(CHECKED,) = askfirst.check(json.dumps(DOCUMENT)).documents
MADE = proof.sign(CHECKED, KEY, AT)
OPTIONS = {name: MADE[name] for name in MADE if name != "proofValue"}


def hashed(document: Json, options: Json) -> bytes:
    return b"".join(sha256(rfc8785.dumps(one)).digest() for one in (options, document))


SIGNATURE, PUBLIC = BARE.sign(hashed(DOCUMENT, OPTIONS)), BARE.public_key()


def verify(signed: Json) -> bool:
    """Do what reading a document and asking whether its proof verifies does for the proof."""
    made = signed["proof"]
    method, value = made["verificationMethod"], made["proofValue"]
    return proof.verifies(
        Proof(
            pointer="/proof",
            created=made["created"],
            verification_method=method,
            value=value,
            signed=to_be_signed(signed, made),
        )
    )


def measured(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[float, float, float]:
    """Return the medians in microseconds, and that of the ratios, of interleaved rounds."""
    rounds = [(seconds(ours, TIMES), seconds(bare, TIMES)) for _ in range(ROUNDS)]
    mine, theirs = (median(column) * 1e6 for column in zip(*rounds, strict=True))
    return mine, theirs, median(one / other for one, other in rounds)


def main() -> None:
    signed = proof.with_proof(DOCUMENT, MADE)
    assert verify(signed)
    works: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "sign": (
            lambda: proof.sign(CHECKED, KEY, AT),
            lambda: BARE.sign(hashed(DOCUMENT, OPTIONS)),
        ),
        "verify": (
            lambda: verify(signed),
            lambda: PUBLIC.verify(SIGNATURE, hashed(DOCUMENT, OPTIONS)),
        ),
        "check and sign": (
            lambda: proof.sign(DOCUMENT, KEY, AT),
            lambda: BARE.sign(hashed(DOCUMENT, OPTIONS)),
        ),
    }
    size = len(rfc8785.dumps(DOCUMENT))
    print("| what | microseconds | against | microseconds | ratio |")
    print("| --- | ---: | --- | ---: | ---: |")
    for name, (ours, bare) in works.items():
        mine, theirs, ratio = measured(ours, bare)
        what = f"rfc8785 and cryptography, {size} bytes"
        print(f"| {name} | {mine:.0f} | {what} | {theirs:.0f} | **{ratio:.2f}** |")


if __name__ == "__main__":
    main()
