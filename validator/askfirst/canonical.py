"""Write a document as canonical bytes and take its digest (RFC 8785)."""

__all__ = ["digest"]


def digest(value: object, raw: bytes) -> str:
    """Return the SHA-256 of a document's canonical bytes, as 64 hexadecimal digits.

    `raw` are the bytes it was read from; they stand in where the value has no canonical form.
    """
    from hashlib import sha256  # noqa: PLC0415 - as rfc8785

    import rfc8785  # noqa: PLC0415 - most checks ask for no digest

    try:
        return sha256(rfc8785.dumps(value)).hexdigest()  # type: ignore[arg-type]  # checked by it
    except (rfc8785.CanonicalizationError, RecursionError, UnicodeEncodeError):
        return sha256(raw).hexdigest()
