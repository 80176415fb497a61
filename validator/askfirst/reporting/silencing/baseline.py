"""Keep a list of the notes and warnings that were there already, and leave them out."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from askfirst.errors import AskFirstError
from askfirst.model.findings import Finding
from askfirst.reporting.listing.diagnostics import fingerprint
from askfirst.reporting.results import FileReport, Results
from askfirst.reporting.silencing.leaving import without
from askfirst.reporting.silencing.selection import NotSelectable, checked_code
from askfirst.vocabulary import Severity

__all__ = ["Baseline", "NoBaseline"]

_VERSION = "1"


class NoBaseline(AskFirstError):
    """A text is no baseline, or one that would leave out an error."""


class _Entry(NamedTuple):
    """A finding as it is known again: lines that move do not change it."""

    path: str
    code: str
    pointer: str
    sha256: str


class Baseline:
    """The notes and warnings that are known; an entry stands for one finding."""

    def __init__(self, entries: "Counter[_Entry]") -> None:
        self._entries = entries

    @classmethod
    def of(cls, results: Results, place: Callable[[str], str] = str) -> "Baseline":
        """Return a baseline of what was found; it has no errors, because it could not hold them."""
        return cls(Counter(entry for file in results.files for entry in _entries(file, place)))

    @classmethod
    def read(cls, text: str) -> "Baseline":
        """Return the baseline in a text. Raises `NoBaseline`."""
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise NoBaseline(f"this is no baseline: it is not JSON ({error})") from error
        if not isinstance(value, dict) or value.get("baseline") != _VERSION:
            raise NoBaseline(f'this is no baseline: it has no `"baseline": "{_VERSION}"`')
        findings = value.get("findings")
        if not isinstance(findings, list):
            raise NoBaseline("this is no baseline: its `findings` are no list")
        return cls(Counter(_read(n, entry) for n, entry in enumerate(findings)))

    def __len__(self) -> int:
        return self._entries.total()

    def written(self) -> str:
        """Return the baseline as JSON text that ends with a newline, sorted."""
        found = [entry._asdict() for entry in sorted(self._entries.elements())]
        return json.dumps({"baseline": _VERSION, "findings": found}, indent=2) + "\n"

    def applied(self, results: Results, place: Callable[[str], str] = str) -> Results:
        """Return results without what is known; a remark counts what is not found any more."""
        left = self._entries.copy()

        def known(file: FileReport, finding: Finding) -> bool:
            entry = _entry(file, finding, place)
            left[entry] -= 1
            return left[entry] >= 0

        after = without(results, known)
        looked = {place(file.path) for file in results.files}
        gone = sum(count for entry, count in left.items() if count > 0 and entry.path in looked)
        told = f"baseline: {gone} of its entries are not found any more; write it again"
        return after._replace(remarks=(*after.remarks, told)) if gone else after


def _entries(file: FileReport, place: Callable[[str], str]) -> Iterator[_Entry]:
    for one in file.report.findings:
        if one.severity is not Severity.ERROR:
            yield _entry(file, one, place)


def _entry(file: FileReport, finding: Finding, place: Callable[[str], str]) -> _Entry:
    digest = fingerprint(finding.code, finding.pointer, finding.position, file.report.text)
    return _Entry(place(file.path), finding.code, finding.pointer, digest)


def _read(number: int, value: object) -> _Entry:
    here = f"/findings/{number}"
    if not isinstance(value, dict) or set(value) != set(_Entry._fields):
        raise NoBaseline(f"{here}: an entry has {', '.join(f'`{f}`' for f in _Entry._fields)}")
    if not all(isinstance(one, str) for one in value.values()):
        raise NoBaseline(f"{here}: the members of an entry are texts")
    try:
        checked_code(value["code"])
    except NotSelectable as error:
        raise NoBaseline(f"{here}: {error}") from error
    return _Entry(**value)
