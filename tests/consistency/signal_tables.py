"""Write the tables of signals in the documentation, from the modules.

`python -m tests.consistency.signal_tables` brings the page up to date.
"""

import tomllib
from collections.abc import Iterator

from askfirst.signals import Signal, Term, editions
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import groups
from tests.acceptance.fences import ROOT

__all__ = ["PAGE", "page"]

PAGE = ROOT / "validator/docs/signals.md"
_CASES = ROOT / "tests/acceptance/datadiligence.toml"


def page(text: str) -> str:
    """Return a page with its tables as the modules, and the comparison, have them."""
    return _filled(_filled(text, "terms", _terms()), "differences", _differences())


def _filled(text: str, name: str, table: str) -> str:
    begin, end = (
        f"<!-- begin of the table of {name} -->\n",
        f"<!-- end of the table of {name} -->\n",
    )
    before, _, rest = text.partition(begin)
    return f"{before}{begin}{table}{end}{rest.partition(end)[2]}"


def _differences() -> str:
    head = f"| in the signal | a use | datadiligence | AskFirst | why |\n{'| --- ' * 5}|\n"
    cases = tomllib.loads(_CASES.read_text(encoding="utf-8"))["case"]
    rows = (
        f"| {one['name']} | `{one['use']}` | {one['theirs']} | {one['ours']} | {one['why']} |\n"
        for one in cases
        if "why" in one
    )
    return head + "".join(rows)


def _terms() -> str:
    head = "| signal | term | contains | touches beside that |\n| --- | --- | --- | --- |\n"
    return head + "".join(f"{row}\n" for name in Name for row in _rows(_newest(name)))


def _newest(name: Name) -> Signal:
    return [one for one in editions(name) if not one.experimental][-1]


def _rows(signal: Signal) -> Iterator[str]:
    called = f"`{signal.name}` {signal.version}"
    if not signal.terms:
        yield f"| {called} | none | | |"
    for term in signal.terms:
        yield f"| {called} | `{term.name}` | {_contained(term)} | {_touched(term)} |"


def _contained(term: Term) -> str:
    return ", ".join(groups(term.contains)) or "nothing for certain"


def _touched(term: Term) -> str:
    return ", ".join(groups(term.touches - term.contains))


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
