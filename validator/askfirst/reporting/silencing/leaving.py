"""Leave findings out of results, and count them."""

from collections.abc import Callable

from askfirst.model.findings import Finding
from askfirst.reporting.results import FileReport, Results
from askfirst.vocabulary import Severity

__all__ = ["without"]


def without(results: Results, silenced: Callable[[FileReport, Finding], bool]) -> Results:
    """Return results without the notes and warnings that are silenced; errors always stay."""
    files, before = [], _count(results)
    for file in results.files:
        kept = tuple(
            one
            for one in file.report.findings
            if one.severity is Severity.ERROR or not silenced(file, one)
        )
        files.append(file._replace(report=file.report._replace(findings=kept)))
    after = results._replace(files=tuple(files))
    return after._replace(left_out=results.left_out + before - _count(after))


def _count(results: Results) -> int:
    return sum(len(file.report.findings) for file in results.files)
