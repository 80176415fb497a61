"""List what a change of a document widens and narrows."""

from collections.abc import Callable

from askfirst.comparison import Change, Difference, Kind
from askfirst.reading import locate, read_bytes, syntax_of
from askfirst.reporting.difference import Line, lines, said, verdict
from askfirst.reporting.effects import effect
from askfirst.reporting.listing.diagnostics import Diagnostic, Listing, Subject
from askfirst.reporting.results import FileReport
from askfirst.vocabulary import Severity

__all__ = ["listed"]


def listed(
    difference: Difference, old: FileReport, new: FileReport, place: Callable[[str], str] = str
) -> Listing:
    """Return the changes as a listing; what widens is an error.

    Each points into the new document, or into the old one where it was dropped from there.
    """
    told = tuple(_diagnostic(line, difference, old, new, place) for line in lines(difference))
    name = place(new.path)
    return Listing("diff", verdict(difference), [Subject(name, name, told)])


def _diagnostic(
    line: Line,
    difference: Difference,
    old: FileReport,
    new: FileReport,
    place: Callable[[str], str],
) -> Diagnostic:
    change = line.first
    file, pointer = _pointed(change, old, new)
    found = Diagnostic(
        path=place(file.path),
        code=change.kind,
        severity=Severity.ERROR if change.kind is Kind.WIDENED else Severity.NOTE,
        message=said(line, difference),
        help=effect(change),
        pointer=pointer,
        text=file.report.text,
    )
    return _placed(found, file)


def _pointed(change: Change, old: FileReport, new: FileReport) -> tuple[FileReport, str]:
    """Return the file that a change is shown in, and the pointer in it."""
    file, pointer = (old, change.old) if change.new is None and change.old else (new, change.new)
    return file, file.report.documents[0].pointer + (pointer or "")


def _placed(found: Diagnostic, file: FileReport) -> Diagnostic:
    """Return a diagnostic with the position of what its pointer names."""
    text = found.text
    root = read_bytes(text.content.encode(), syntax_of(file.path)).root if text else None
    at = locate(root, found.pointer or "") if root else None
    if at is None or text is None:
        return found
    return found._replace(position=text.position(at[1].start, at[1].end))
