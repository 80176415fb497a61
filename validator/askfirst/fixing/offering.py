"""Offer a fix for each finding that has one."""

from collections import Counter, defaultdict
from typing import NamedTuple

from askfirst.checking import Checked, Report
from askfirst.editing import Manuscript
from askfirst.fixing.fixable import MISNAMED, may_be_fixed
from askfirst.fixing.judging import Judge
from askfirst.fixing.writing import Pen
from askfirst.model.findings import Finding, Fix
from askfirst.reading import Syntax, guessed_syntax, read_bytes
from askfirst.vocabulary import DocumentType

__all__ = ["Offer", "offered"]

_PROOF = "proof"


class Offer(NamedTuple):
    """A report whose findings have their fixes, and how many have none because of a digest.

    A change would break the proof of a document that is signed, and the id of a Decision.
    """

    report: Report
    sealed: int


def offered(report: Report, syntax: Syntax | None = None) -> Offer:
    """Return a report about a text with a fix for each finding that has one right form."""
    if report.text is None or not any(map(may_be_fixed, report.findings)):
        return Offer(report, 0)
    content = report.text.content
    known = syntax or guessed_syntax(content)
    root = read_bytes(content.encode(errors="surrogatepass"), known).root
    if root is None:
        return Offer(report, 0)
    fixes = _Fixes(report, Manuscript(content, root, known))
    findings = tuple(finding._replace(fix=fixes.of(finding)) for finding in report.findings)
    return Offer(report._replace(findings=findings), fixes.sealed)


class _Fixes:
    """The fixes of one text; `sealed` counts those that a digest does not allow."""

    def __init__(self, report: Report, page: Manuscript) -> None:
        self.sealed = 0
        self._pen = Pen(page)
        self._documents = {one.pointer for one in report.documents}
        about = defaultdict(list)
        for finding in filter(may_be_fixed, report.findings):
            about[self._document(finding)].append(finding)
        self._judges = {one.pointer: Judge(one, about[one.pointer]) for one in report.documents}
        self._sealed = {one.pointer for one in report.documents if _is_sealed(one)}
        self._named = Counter(map(_name, report.findings))

    def of(self, finding: Finding) -> Fix | None:
        """Return the fix of a finding; None where it has none, or more than one."""
        document = self._document(finding) if may_be_fixed(finding) else None
        if document is None or (finding.code == MISNAMED and self._named[_name(finding)] > 1):
            return None
        edit = self._pen.edit(finding)
        # what is judged counts for what is judged after it, so what cannot be made is not
        safe = self._judges[document].is_safe(finding) if edit else None
        if edit is None or safe is None:
            return None
        if document in self._sealed or finding.meant == _PROOF:
            self.sealed += 1
            return None
        return Fix(safe, (edit,))

    def _document(self, finding: Finding) -> str | None:
        """Return the pointer of the document that a finding is about."""
        at = finding.pointer
        while at not in self._documents:
            if not at:
                return None
            at = at.rpartition("/")[0]
        return at


def _is_sealed(document: Checked) -> bool:
    """Tell whether a change of a document breaks what was made from its digest."""
    value = document.value if isinstance(document.value, dict) else {}
    misspelt = any(error.meant == _PROOF for error in document.errors)
    return _PROOF in value or misspelt or document.kind is DocumentType.DECISION


def _name(finding: Finding) -> tuple[str, str | None]:
    """Return in which object which name was meant."""
    return finding.pointer.rpartition("/")[0], finding.meant
