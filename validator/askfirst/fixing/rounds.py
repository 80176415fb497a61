"""Fix a text again and again, until nothing is left that can be fixed."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from askfirst.checking import Report, check
from askfirst.editing import apply
from askfirst.editing.edits import Edit
from askfirst.fixing.offering import Offer, offered
from askfirst.model.findings import Fix
from askfirst.reading import Syntax, guessed_syntax

__all__ = ["Fixed", "fixed"]

#: What one fix uncovers the next round fixes; nothing uncovers more than a few others.
_MOST_ROUNDS = 10


class Fixed(NamedTuple):
    """A text after `made` fixes, the report about it, and how many fixes its digests rule out."""

    text: str
    report: Report
    made: int
    sealed: int


def fixed(
    text: str,
    *,
    syntax: Syntax | None = None,
    pointer: str | None = None,
    unsafe: bool = False,
    left: Callable[[Report], Report] = lambda report: report,
) -> Fixed:
    """Return a text with the safe fixes made or, with `unsafe`, all of them.

    What `left` leaves out of a report is not fixed. Where two fixes overlap, the first in the text
    is made and the other one looked for again. No document that conforms stops conforming. Raises
    `NoSuchPart` as `check` does.
    """
    syntax = syntax or guessed_syntax(text)
    now, made = _looked(text, syntax, pointer), 0
    for _ in range(_MOST_ROUNDS):
        known = left(now.report).findings
        fixes = _apart(f.fix for f in known if f.fix and (f.fix.safe or unsafe))
        after = apply(text, (Edit(*edit) for fix in fixes for edit in fix.edits))
        found = _looked(after, syntax, pointer) if fixes else now
        if after == text or not _as_good(now.report, found.report):
            break
        text, now, made = after, found, made + len(fixes)
    return Fixed(text, now.report, made, now.sealed)


def _looked(text: str, syntax: Syntax, pointer: str | None) -> Offer:
    data = text.encode(errors="surrogatepass")
    return offered(check(data, syntax=syntax, pointer=pointer), syntax)


def _apart(fixes: Iterable[Fix]) -> list[Fix]:
    """Return the fixes that do not overlap, the first in the text before others."""
    apart: list[Fix] = []
    at = -1
    for fix in sorted(fixes, key=lambda fix: fix.edits):
        if fix.edits[0].start >= at:
            apart.append(fix)
            at = fix.edits[-1].end
    return apart


def _as_good(before: Report, after: Report) -> bool:
    """Tell whether each document that conformed still does."""
    now = {one.pointer: one.conforms for one in after.documents}
    return all(now.get(one.pointer, False) for one in before.documents if one.conforms)
