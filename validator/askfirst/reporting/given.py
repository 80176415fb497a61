"""Hold what was given to answer from: files, and the paths by which they were named."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.checking import Checked
from askfirst.decision.broken import kind_of
from askfirst.model.findings import Finding
from askfirst.reporting.results import FileReport
from askfirst.vocabulary import DocumentType

__all__ = ["Given"]

_ASKING = (DocumentType.REQUEST, DocumentType.POLICY, DocumentType.DECISION)


class Given(NamedTuple):
    """The files to answer from, and the paths by which a person named them."""

    files: tuple[FileReport, ...]
    paths: tuple[str, ...]

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
