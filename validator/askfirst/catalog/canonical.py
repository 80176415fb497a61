"""Write canonical bytes at the speed of orjson."""

__all__ = ["canonical"]


def canonical(value: object) -> bytes:
    """Return the RFC 8785 bytes of what conforms.

    There every name is ASCII and no number stands, and then sorting names by their bytes is all
    that RFC 8785 asks for beyond compact JSON.
    """
    import orjson  # noqa: PLC0415 - in the extra [catalog]

    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
