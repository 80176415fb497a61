"""Write a document as canonical bytes and take its digest (RFC 8785)."""

from hashlib import sha256

import rfc8785

__all__ = ["digest"]


def digest(value: object, raw: bytes) -> str:
    """Return the SHA-256 of a document's canonical bytes, as 64 hexadecimal digits.

    `raw` are the bytes it was read from; they stand in where the value has no canonical form.
    """
    try:
        return sha256(rfc8785.dumps(value)).hexdigest()  # type: ignore[arg-type]  # checked by it
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeEncodeError):
        return sha256(raw).hexdigest()
