"""Check some rows again with the reference: a sample that the seed and the rows alone decide."""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from zlib import crc32

from askfirst.catalog.verdicts import Verdict
from askfirst.checking import Report, check
from askfirst.errors import NoSuchPart
from askfirst.reading import Syntax
from askfirst.schema import acceptor

__all__ = ["Sampling", "disagreement"]

_HASHES = 2**32


class Sampling(NamedTuple):
    """Which share of the rows is checked again, from 0 to 1, and the seed that chooses them."""

    share: float
    seed: int

    def chooser(self) -> Callable[[bytes], bool]:
        """Return what tells whether a row is in the sample; its bytes alone decide."""
        limit, start = self.share * _HASHES, crc32(str(self.seed).encode())
        return lambda data: crc32(data, start) < limit


def disagreement(
    data: bytes, pointer: str | None, syntax: Syntax | None, verdict: Verdict
) -> tuple[str, ...] | None:
    """Return what the reference finds in a row, if it is not what the verdict says; else None.

    Where the engines do not agree whether a document has its shape, `shape` stands among the
    codes.
    """
    try:
        report = check(data, pointer=pointer, syntax=syntax)
    except NoSuchPart:  # no code of a finding: there is nothing that one could be about
        return None if not verdict.conforms and not verdict.documents else ()
    codes = tuple(sorted({finding.code for finding in report.findings}))
    if any(_shapes(report)):
        return (*codes, "shape")
    same = (codes, report.conforms, len(report.documents)) == verdict[:3]
    return None if same else codes


def _shapes(report: Report) -> Iterator[bool]:
    """Tell of each document whether the engines disagree about its shape."""
    from askfirst.schema.reference import violations  # noqa: PLC0415 - slow to load, rarely needed

    accepts = acceptor()
    for one in report.documents:
        if one.kind is not None:
            name = one.kind.lower()
            yield accepts(name, one.value) == any(True for _ in violations(name, one.value))
