"""Show what an audit found: how many rows may be used, what is missing, and whom to ask."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from askfirst.catalog.audits.changes import Change
from askfirst.catalog.audits.merging import Merged
from askfirst.catalog.audits.owing import Asked
from askfirst.reporting.style import PLAIN, Style
from askfirst.reporting.visible import visible
from askfirst.vocabulary import Assurance, Because

__all__ = ["Audit", "text"]

_RIGHTS = {
    "agreed": "agreed",
    "toAsk": "to ask",
    "holderUnknown": "holder unknown",
    "prohibited": "prohibited",
}
#: How many changed rows are shown, and how many characters of somebody's text.
_SHOWN, _LONGEST = 10, 100


class Audit(NamedTuple):
    """An audit: its evidence and figures as JSON, what was merged, and the files written.

    `changed` are the rows with another outcome than in the earlier audit, None where there is
    none; `earlier` is the evidence of that one.
    """

    evidence: dict[str, Any]
    figures: dict[str, Any]
    merged: Merged
    written: tuple[str, ...] = ()
    changed: Sequence[Change] | None = None
    earlier: dict[str, Any] | None = None

    @property
    def permitted(self) -> bool:
        """Whether every row is permitted."""
        return self.merged.figures.permitted


def text(audit: Audit, style: Style = PLAIN, *, quiet: bool = False) -> str:
    """Return the totals, what stands in the way, and the answer in the last line."""
    lines = [] if quiet else [*_body(audit), ""]
    return "".join(f"{line}\n" for line in [*lines, _answer(audit, style)])


def _body(audit: Audit) -> Iterator[str]:
    yield from _outcomes(audit)
    yield from _rights(audit)
    yield from _reservations(audit)
    yield from _troubles(audit)
    yield from _asked(audit.merged, audit.evidence)
    yield from _changed(audit)
    if audit.written:
        yield ""
        yield f"Written: {', '.join(map(visible, audit.written))}"


def _outcomes(audit: Audit) -> Iterator[str]:
    told, column = audit.evidence, len(_number(audit.evidence["rows"]))
    trust = "" if "trust" in told or told["assurance"] == "unsigned" else ", without a trust file"
    yield f"As of {told['at']}, assurance {told['assurance']}{trust}:"
    for outcome, rows in told["outcomes"].items():
        yield f"  {_number(rows):>{column}} {outcome}"


def _rights(audit: Audit) -> Iterator[str]:
    per_right = audit.evidence["perRight"]
    if not per_right:
        return
    widths = {
        name: max(len(title), *(len(_number(one[name])) for one in per_right.values()))
        for name, title in _RIGHTS.items()
    }
    first = max(map(len, per_right))
    yield ""
    yield f"{'rows by right':<{first}}  " + "  ".join(
        f"{title:>{widths[name]}}" for name, title in _RIGHTS.items()
    )
    for right, one in per_right.items():
        cells = (f"{_number(one[name]):>{width}}" for name, width in widths.items())
        yield f"{right:<{max(first, len('rows by right'))}}  " + "  ".join(cells)


def _reservations(audit: Audit) -> Iterator[str]:
    found = audit.figures["reservations"]
    yield ""
    if found["rows"] == "0":
        yield "The use is reserved in no row by a Declaration or a signal."
        return
    sources = {"Declarations": found["declarations"], **found["signals"]}
    told = ", ".join(f"{name} {_number(rows)}" for name, rows in sources.items() if rows != "0")
    rows, kept = int(found["rows"]), int(found["outcomes"]["permitted"])
    yield f"The use is reserved in {_rows(rows)} ({told})."
    yield f"Permitted all the same, because every holder consented: {_rows(kept)}."


def _troubles(audit: Audit) -> Iterator[str]:
    total = int(audit.evidence["outcomes"]["unidentified"])
    if total:
        yield ""
        yield f"Name no track, so nothing permits them: {_rows(total)}."
        for name, trouble in audit.merged.troubles:
            yield f"  {_short(name)}: {_short(trouble)}"
        yield from _more(total - len(audit.merged.troubles))
    broken = audit.figures["reasons"].get(Because.INVALID)
    if broken:
        yield ""
        yield f"Documents that do not conform stand in the way: {_rows(int(broken))}."


def _asked(merged: Merged, evidence: dict[str, Any]) -> Iterator[str]:
    if merged.holders:
        yield ""
        yield f"To ask: {merged.holders:,} holder{'s' * (merged.holders != 1)}, most rows first."
        yield from map(_holder, merged.most)
        yield from _more(merged.holders - len(merged.most))
    if merged.unknown:
        yield ""
        yield f"Nobody counts as holder of some right: {_rows(merged.unknown)}."
        yield from _advice(evidence)


def _advice(evidence: dict[str, Any]) -> Iterator[str]:
    if evidence["assurance"] == Assurance.TRUSTED and "trust" not in evidence:
        yield "  Without a trust file no claim counts: say with --trust whose keys do."


def _holder(one: Asked) -> str:
    name = f"{_short(one.name)} <{_short(one.holder)}>" if one.name else _short(one.holder)
    return f"  {name}: {_rows(one.rows)}"


def _changed(audit: Audit) -> Iterator[str]:
    if audit.changed is None or audit.earlier is None:
        return
    yield ""
    if audit.earlier["request"]["sha256"] != audit.evidence["request"]["sha256"]:
        yield "The earlier audit asked another question."
    yield f"Changed since {audit.earlier['at']}: {_rows(len(audit.changed))}."
    for one in audit.changed[:_SHOWN]:
        yield f"  {_short(one.row)}: {one.was or 'not there'} → {one.now or 'not there'}"
    yield from _more(len(audit.changed) - _SHOWN)


def _answer(audit: Audit, style: Style) -> str:
    rows = int(audit.evidence["rows"])
    if audit.permitted:
        return f"{style.advice('Yes')}: {_rows(rows)}, and every one is permitted (exit code 0)."
    permitted = int(audit.evidence["outcomes"]["permitted"])
    verb = "is" if permitted == 1 else "are"
    return f"{style.error('No')}: {permitted:,} of {_rows(rows)} {verb} permitted (exit code 1)."


def _more(number: int) -> Iterator[str]:
    if number > 0:
        yield f"  and {number:,} more"


def _rows(number: int) -> str:
    return f"{number:,} row{'s' * (number != 1)}"


def _number(text: str) -> str:
    return f"{int(text):,}"


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
