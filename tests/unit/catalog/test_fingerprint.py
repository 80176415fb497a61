"""The digest of verdicts depends on nothing but the verdicts."""

from hashlib import sha256
from random import Random

import pytest

from askfirst.catalog import fingerprint as module
from askfirst.catalog.fingerprint import compact, fingerprint, shown, total

VERDICTS: list[tuple[str | None, tuple[str, ...]]] = [
    (f"urn:uuid:{n}", ("AF103",) * (n % 3)) for n in range(99)
]


def test_it_is_the_sum_of_digests_of_compact_json() -> None:
    expected = int.from_bytes(sha256('["ä",["AF103","AF301"]]'.encode()).digest())

    assert fingerprint("ä", ("AF103", "AF301")) == expected
    assert shown(total([expected, 2**256 - expected])) == "0" * 64


def test_neither_order_nor_division_changes_it() -> None:
    numbers = [fingerprint(*one) for one in [*VERDICTS, (None, ())]]
    mixed = Random(1).sample(numbers, len(numbers))  # noqa: S311 - some order

    assert total(mixed) == total([total(numbers[:40]), total(numbers[40:])])
    assert total(mixed) != total(mixed[1:])


@pytest.mark.parametrize("value", [None, 'a\x00\x1b\x7f"\\/é\u2028😀', [1, ["x"]], 2**62])
def test_json_is_the_same_with_and_without_orjson(value: object) -> None:
    assert module._slowly(value) == compact(value)  # noqa: SLF001 - the one that is rarely used
