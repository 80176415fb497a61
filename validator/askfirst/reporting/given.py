"""Hold what was given to answer from: files, the paths that named them, and a trust file."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.checking import Checked
from askfirst.decision.broken import kind_of
from askfirst.model.findings import Finding
from askfirst.model.trust import SetAside, Trust
from askfirst.reporting.results import FileReport
from askfirst.vocabulary import DocumentType

__all__ = ["Given", "TrustGiven"]

_ASKING = (DocumentType.REQUEST, DocumentType.POLICY, DocumentType.DECISION)


class TrustGiven(NamedTuple):
    """A trust file, and the path by which it was named."""

    path: str
    trust: Trust


class Given(NamedTuple):
    """The files to answer from, the paths by which a person named them, and the trust file."""

    files: tuple[FileReport, ...]
    paths: tuple[str, ...]
    trusted: TrustGiven | None = None

    @property
    def trust(self) -> Trust | None:
        """What the trust file says; None where there is none."""
        return self.trusted and self.trusted.trust

    @property
    def aside(self) -> dict[str, SetAside]:
        """The files with a document that the trust file sets aside, and why the first one is."""
        false = self.trust.false if self.trust else {}
        named = [
            (file.path, false.get(one.sha256)) for file in self.files for one in _stating(file)
        ]
        return {path: one for path, one in reversed(named) if one} if false else {}

    @property
    def documents(self) -> tuple[Checked, ...]:
        """The documents that bear on answers; what asks or answers itself is passed over."""
        return tuple(one for file in self.files for one in _stating(file))

    @property
    def broken(self) -> dict[str, Finding]:
        """The files with a document that does not conform, each with its first error."""
        found = {file.path: list(_errors(file)) for file in self.files}
        return {path: min(errors, key=_order) for path, errors in found.items() if errors}


def _stating(file: FileReport) -> Iterator[Checked]:
    return (one for one in file.report.documents if kind_of(one) not in _ASKING)


def _errors(file: FileReport) -> Iterator[Finding]:
    return (error for one in _stating(file) for error in one.errors)


def _order(finding: Finding) -> tuple[int, int]:
    at = finding.position
    return (at.line, at.column) if at else (0, 0)
