"""Write a document as canonical bytes and take its digest (RFC 8785)."""

__all__ = ["digest"]


def digest(value: object, raw: bytes | None = None) -> str:
    """Return the SHA-256 of a document's canonical bytes, as 64 hexadecimal digits.

    `raw` are the bytes of a text that was not read as it was written; they stand in for it.
    """
    from hashlib import sha256  # noqa: PLC0415 - as rfc8785

    import rfc8785  # noqa: PLC0415 - most checks ask for no digest

    canonical = rfc8785.dumps(value) if raw is None else raw  # type: ignore[arg-type]  # plain JSON
    return sha256(canonical).hexdigest()
