"""Sum up verdicts so that neither their order nor how they were divided changes the sum."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import sha256

__all__ = ["compact", "fingerprint", "shown", "total", "writable"]

_MODULUS = 2**256


def fingerprint(row: str | None, codes: Sequence[str]) -> int:
    """Return the number of a row's verdict: the SHA-256 of `[row, [codes]]` as compact JSON."""
    return int.from_bytes(sha256(compact((row, codes))).digest())


def total(numbers: Iterable[int]) -> int:
    """Return the sum of numbers of rows, or of sums of them, modulo 2**256."""
    return sum(numbers) % _MODULUS


def shown(number: int) -> str:
    """Return a sum as 64 hexadecimal digits."""
    return f"{number:064x}"


def writable(text: str) -> str:
    """Return a text without the surrogates that UTF-8 cannot hold."""
    return text if text.isascii() else text.encode(errors="backslashreplace").decode()


def compact(value: object) -> bytes:
    """Return JSON without white space, in UTF-8; texts must be free of surrogates."""
    return _writer()(value)


@cache
def _writer() -> Callable[[object], bytes]:
    try:
        from orjson import dumps  # noqa: PLC0415 - in the extra [catalog]
    except ImportError:
        return _slowly
    return dumps


def _slowly(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
