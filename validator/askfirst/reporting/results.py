"""Gather the reports of a run."""

from typing import NamedTuple

from askfirst.checking import Report
from askfirst.vocabulary import Severity

__all__ = ["FileReport", "Results"]


class FileReport(NamedTuple):
    """A file by the path it was named with, and what was found in it."""

    path: str
    report: Report


class Results(NamedTuple):
    """The files of a run in the order they were checked, and how many were passed over.

    `troubles` say what could not be looked at, `remarks` what is to be known about the run itself;
    `left_out` counts the notes and warnings that somebody does not want to see,
    `fixed` what was found before and is fixed.
    """

    files: tuple[FileReport, ...]
    passed_over: int
    troubles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    left_out: int = 0
    fixed: int = 0

    @property
    def conforms(self) -> bool:
        """Whether everything could be looked at and no file has an error."""
        return not self.troubles and all(file.report.conforms for file in self.files)

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity there are in all files."""
        found = [f for file in self.files for f in file.report.findings]
        return sum(finding.severity is severity for finding in found)
