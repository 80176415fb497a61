"""Write a document as canonical bytes and take its digest (RFC 8785)."""

from collections.abc import Mapping

__all__ = ["digest", "to_be_signed"]


def digest(value: object, raw: bytes | None = None) -> str:
    """Return the SHA-256 of a document's canonical bytes, as 64 hexadecimal digits.

    `raw` are the bytes of a text that was not read as it was written; they stand in for it.
    """
    from hashlib import sha256  # noqa: PLC0415 - as rfc8785

    import rfc8785  # noqa: PLC0415 - most checks ask for no digest

    canonical = rfc8785.dumps(value) if raw is None else raw  # type: ignore[arg-type]  # plain JSON
    return sha256(canonical).hexdigest()


def to_be_signed(document: Mapping[str, object], proof: Mapping[str, object]) -> bytes:
    """Return the 64 bytes that a proof signs: the hash of the proof, then that of the document.

    Members `proofValue` of the proof and `proof` of the document are left out (eddsa-jcs-2022,
    section 3.3). Raises `ValueError` for what has no canonical form.
    """
    from hashlib import sha256  # noqa: PLC0415 - as rfc8785

    import rfc8785  # noqa: PLC0415 - only where there are proofs

    options = {name: value for name, value in proof.items() if name != "proofValue"}
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    parts = (rfc8785.dumps(options), rfc8785.dumps(unsigned))  # type: ignore[arg-type]  # plain JSON
    return b"".join(sha256(part).digest() for part in parts)
