"""Show what was found in catalogs: a table by code, samples of each, and the sums."""

from collections.abc import Iterator

from askfirst.catalog.fingerprint import shown
from askfirst.catalog.merging import Sample, Summary
from askfirst.catalog.totals import Disagreement
from askfirst.reporting.explanation import explain
from askfirst.reporting.style import PLAIN, Style
from askfirst.reporting.visible import visible
from askfirst.vocabulary import CODES, Severity

__all__ = ["disagreements", "text"]

#: How many characters of a message are shown.
_MESSAGE = 200


def text(summary: Summary, style: Style = PLAIN, *, quiet: bool = False) -> str:
    """Return how many rows have which code, with samples, then the sums in the last line.

    Where it is quiet, only the codes of errors.
    """
    codes = [one for one in sorted(summary.totals.codes) if not quiet or _is_error(one)]
    lines = [line for code in codes for line in _code(summary, code, style)]
    ends = [] if quiet else [*([""] if lines else []), *_sums(summary)]
    return "".join(f"{line}\n" for line in [*lines, *ends])


def disagreements(summary: Summary) -> Iterator[str]:
    """Yield where the reference found something else, and what follows from it."""
    totals = summary.totals
    for one in totals.disagreements:
        yield f"{_where(one)}: found {_all(one.codes)}, and the reference {_all(one.reference)}"
    if totals.disagreeing:
        told = f"the reference disagrees on {totals.disagreeing:,} of {totals.audited:,} rows"
        yield f"{told}; this result cannot be trusted, and no verdicts were written"


def _where(one: Disagreement) -> str:
    return f"{one.place.path}, row {one.place.number}"


def _all(codes: tuple[str, ...]) -> str:
    return ", ".join(codes) or "nothing"


def _is_error(code: str) -> bool:
    return CODES[code] is Severity.ERROR


def _code(summary: Summary, code: str, style: Style) -> Iterator[str]:
    """Yield the line of a code, and a line for each sample."""
    totals, severity = summary.totals, CODES[code]
    column = max(len(f"{count:,}") for count in totals.codes.values())
    kind = "" if severity is Severity.ERROR else f"({severity}) "
    count = f"{totals.codes[code]:>{column},}"
    yield f"{style.severity(severity)(code)} {count}  {kind}{explain(code).title}"
    yield from (f"  {_sample(one, style)}" for one in summary.samples.get(code, ()))


def _sample(one: Sample, style: Style) -> str:
    place = style.place(f"{visible(one.path)}:{one.row}:")
    message = one.message if len(one.message) <= _MESSAGE else f"{one.message[:_MESSAGE]}…"
    pointer = f"{visible(one.pointer)}: " if one.pointer else ""
    return f"{place} {pointer}{visible(message)}"


def _sums(summary: Summary) -> Iterator[str]:
    totals = summary.totals
    types = [f"{totals.types[kind]:,} {kind or 'without a type'}" for kind in sorted(totals.types)]
    yield f"Rows by type: {', '.join(types)}."
    yield f"Digest of the verdicts: {shown(totals.fingerprint)}"
    yield f"Checked again with the reference: {totals.audited:,}."
    broken = totals.rows - totals.conforming
    found = f"{broken:,} with errors" if broken else "all conform"
    files = f"{summary.files:,} file{'s' * (summary.files != 1)}"
    yield f"{totals.rows:,} rows in {files}, {totals.documents:,} documents: {found}."
