"""Make and verify proofs with the cryptosuite eddsa-jcs-2022 (spec 4.12; Data Integrity EdDSA)."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from askfirst.canonical import to_be_signed
from askfirst.checking import Checked, InvalidDocument, Report, check
from askfirst.errors import AskFirstError, InvalidIdentifier
from askfirst.identifiers import base58btc, did_key, instant
from askfirst.model.parts import Proof
from askfirst.proof.keys import Key
from askfirst.vocabulary import DocumentType

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

__all__ = ["AlreadySigned", "prove", "sign", "verifies", "with_proof"]

_LENGTH = 64
_BASE58 = "z"
_METHOD = "verificationMethod"


class AlreadySigned(AskFirstError):
    """A document carries a proof by the same key; a second one would say nothing more."""


def sign(document: Mapping[str, Any] | Checked, key: Key, created: str) -> dict[str, Any]:
    """Return a proof of a document by a key, made at the instant `created`.

    A document that was checked before is not checked again. Raises `InvalidDocument` for one that
    does not conform, `AlreadySigned` for one that carries a proof by the key, and `ValueError`
    where `created` is no instant.
    """
    value = _conforming(document)
    if any(one[_METHOD].partition("#")[0] == key.did for one in _proofs(value)):
        raise AlreadySigned(f"it carries a proof by {key.did} already")
    return prove(value, key, created)


def prove(value: Mapping[str, Any], key: Key, created: str) -> dict[str, Any]:
    """Return a proof of an object, whatever it is, by a key; nobody looks whether it conforms.

    Raises `ValueError` where `created` is no instant, and for what has no canonical form.
    """
    if not instant.is_valid(created):
        raise ValueError(f"`{created}` is no instant; write one as 2026-11-22T10:00:00Z")
    proof = {
        **({"@context": value["@context"]} if "@context" in value else {}),
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": created,
        _METHOD: did_key.method(key.did),
        "proofPurpose": "assertionMethod",
    }
    signature = key.sign(to_be_signed(value, proof))
    return {**proof, "proofValue": _BASE58 + base58btc.encode(signature)}


def with_proof(document: Mapping[str, Any], proof: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document that carries a further proof; several stand in a list, the last at its end.

    >>> with_proof({"type": "Consent"}, {"proofValue": "z5"})
    {'type': 'Consent', 'proof': {'proofValue': 'z5'}}
    """
    several = [*_proofs(document), dict(proof)]
    alone = "proof" not in document
    return {**document, "proof": several[0] if alone else several}


def verifies(proof: Proof) -> bool:
    """Tell whether a proof of a document that conforms verifies; whatever it holds, none raises.

    The signature is checked as RFC 8032 has it for one signature, with S below the order of the
    group. An R of small order is not refused: without the key nobody can make one that verifies.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - heavy

    try:
        _public_key(proof.verification_method).verify(_signature(proof.value), proof.signed)
    except (InvalidIdentifier, InvalidSignature):
        return False
    return True


@lru_cache(maxsize=4096)
def _public_key(verification_method: str) -> "Ed25519PublicKey":
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415 - heavy
        Ed25519PublicKey,
    )

    did = verification_method.partition("#")[0]
    public = did_key.public_key(did)
    if verification_method != did_key.method(did):
        raise InvalidIdentifier(f"the key is written as {did_key.method(did)}")
    return Ed25519PublicKey.from_public_bytes(public)


def _signature(value: str) -> bytes:
    signature = base58btc.decode(value.removeprefix(_BASE58)) if value[:1] == _BASE58 else b""
    if len(signature) != _LENGTH:
        raise InvalidIdentifier(f"a signature is z and the base58 of {_LENGTH} bytes")
    return signature


def _conforming(document: Mapping[str, Any] | Checked) -> Mapping[str, Any]:
    """Return the value of a document, or raise `InvalidDocument`; a configuration is none."""
    if isinstance(document, Checked):
        report = Report(document.errors, (document,), None)
    else:
        report = check(document, pointer="")
    checked, *_ = report.documents
    if not report.conforms or not isinstance(checked.kind, DocumentType):
        raise InvalidDocument(report)
    value: Mapping[str, Any] = checked.value  # type: ignore[assignment]  # what conforms is an object
    return value


def _proofs(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    proof = document.get("proof", [])
    return [proof] if isinstance(proof, Mapping) else list(proof)
