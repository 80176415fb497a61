"""Look again at the evidence of an audit: whether it is whole, and whether its answers hold."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from heapq import nsmallest
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from askfirst.catalog.audits.bundles import FIGURES, REQUEST, Bundle, NotABundle, lines, rows
from askfirst.catalog.audits.evidence import signed_by
from askfirst.catalog.audits.figures import Figures
from askfirst.catalog.audits.lines import head_of
from askfirst.catalog.audits.working import ROWS, Chosen
from askfirst.catalog.canonical import canonical
from askfirst.catalog.manifests.objects import value_of
from askfirst.reading.bulk import NotRead

__all__ = ["Compared", "chosen", "compared", "counted", "faults", "foreign"]

#: How many rows that differ are named.
_NAMED = 10


class Compared(NamedTuple):
    """How many rows were decided again, how many lines differ, and the names of some of them."""

    rows: int
    differing: int
    named: tuple[str, ...]


def counted(found: Bundle) -> Figures:
    """Count the lines of a bundle again. Raises `NotABundle` where one is no row."""
    figures = Figures()
    for number, row in enumerate(rows(found.rows), 1):
        try:
            figures.add(row.get("track", {}), row)
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            where = f"{found.rows}, line {number}"
            raise NotABundle(f"{where}: this is no row of an audit") from error
    return figures


def faults(found: Bundle, figures: Figures, period: tuple[str, str] | None) -> Iterator[str]:
    """Yield what in a bundle contradicts itself or its signatures. Raises `NotABundle`."""
    told = found.evidence
    for one in signed_by(told):
        if not one.verifies:
            yield f"the proof by {one.key} does not verify: evidence.json was changed"
    root = found.root()
    if told["merkleRoot"] != root:
        yield f"{ROWS} was changed: the root of its lines is {root}"
    for name, value in figures.counts().items():
        if told[name] != value:
            yield f"evidence.json says other `{name}` than there are in {ROWS}"
    if _digest(found.read(REQUEST)) != told["request"]["sha256"]:
        yield f"{REQUEST} is not the Request that evidence.json names"
    if _value(found.read(FIGURES)) != figures.to_dict(root, period):
        yield f"{FIGURES} says other figures than {ROWS} and the documents"


def foreign(found: Bundle, inputs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield which inputs of an audit are not there now, and which were not there then."""
    now = {digest: path for path, digest in inputs}
    then = {one["sha256"]: one["path"] for one in found.evidence["inputs"]}
    for digest, path in then.items():
        if digest not in now:
            yield f"{path}, as it was audited ({digest}), is not among the inputs now"
    for digest, path in now.items():
        if digest not in then:
            yield f"{path} ({digest}) was not among the inputs of the audit"


def chosen(found: Bundle, number: int | None, seed: int) -> Chosen:
    """Choose so many rows by a seed, or all of them. Raises `NotABundle`."""
    everything = Chosen(seed, 2**32)
    if number is None:
        return everything
    lowest = nsmallest(number, (everything.number(head_of(row)) for row in rows(found.rows)))
    return Chosen(seed, lowest[-1] if lowest else -1)


def compared(found: Bundle, again: Iterable[Path], choice: Chosen) -> Compared:
    """Compare the lines of a bundle with those that pieces were given again, one by one."""
    again_decided, differing, named = 0, 0, list[str]()
    pairs = zip_longest(zip(lines(found.rows), rows(found.rows), strict=True), _lines(again))
    for number, (then, now) in enumerate(pairs, 1):
        line, row = then or (b"", {})
        head = head_of(row)
        wanted = bool(row) and choice.has(head)
        again_decided += wanted
        if now is not None and now == (line if wanted else head):
            continue
        differing += 1
        if len(named) < _NAMED:
            named.append(f"line {number} ({row['row']})" if row else f"line {number}")
    return Compared(again_decided, differing, tuple(named))


def _lines(folders: Iterable[Path]) -> Iterator[bytes]:
    for folder in folders:
        with (folder / ROWS).open("rb") as file:
            yield from (line.removesuffix(b"\n") for line in file)


def _value(data: bytes) -> Any:  # noqa: ANN401 - of a stranger
    try:
        return value_of(data)
    except NotRead:
        return None


def _digest(data: bytes) -> str | None:
    value = _value(data)
    return sha256(canonical(value)).hexdigest() if value is not None else None
