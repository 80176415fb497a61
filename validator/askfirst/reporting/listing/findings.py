"""List the findings of a check, document by document."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from askfirst.checking import Checked
from askfirst.model.findings import Finding, Position
from askfirst.reporting.listing.diagnostics import Diagnostic, Listing, Subject
from askfirst.reporting.results import FileReport, Results
from askfirst.reporting.text import summary

__all__ = ["listed"]

_Key: TypeAlias = tuple[str, str, Position | None, str]


def listed(results: Results, place: Callable[[str], str] = str) -> Listing:
    """Return the findings as a listing; `place` makes the paths those of the repository."""
    return Listing(
        "check",
        summary(results),
        [subject for file in results.files for subject in _subjects(file, place(file.path))],
        troubles=results.troubles,
        remarks=results.remarks,
    )


def _diagnostic(file: FileReport, finding: Finding, path: str) -> Diagnostic:
    """Return a finding in a file as a diagnostic."""
    return Diagnostic(
        path=path,
        code=finding.code,
        severity=finding.severity,
        message=finding.message,
        help=finding.help,
        pointer=finding.pointer,
        position=finding.position,
        text=file.report.text,
        fix=finding.fix,
    )


def _subjects(file: FileReport, path: str) -> Iterator[Subject]:
    """Yield the documents of a file; where there is none, the file.

    An error in the text around them is one of every document, as in `Checked.errors`; what else
    is told of the text is told of the first.
    """
    told = {_key(one): _diagnostic(file, one, path) for one in file.report.findings}
    documents = file.report.documents
    if not documents:
        yield Subject(path, path, tuple(told.values()))
    pointers = {one.pointer for one in documents}
    owners = {key: _owner(key[1], pointers) for key in told}
    owned: dict[str | None, list[_Key]] = {}
    for key, owner in owners.items():
        owned.setdefault(owner, []).append(key)
    rest = owned.get(None, [])
    for document in documents:
        errors = [key for key in map(_key, document.errors) if owners.get(key) != document.pointer]
        around = dict.fromkeys((*rest, *errors))
        own = owned.get(document.pointer, ())
        found = tuple(told[key] for key in (*around, *own) if key in told)
        yield Subject(path, f"{path}{_fragment(document)}", found)
        rest = []


def _fragment(document: Checked) -> str:
    return f"#{document.pointer}" if document.pointer else ""


def _owner(pointer: str, documents: set[str]) -> str | None:
    """Return the pointer of the document that a pointer leads into."""
    while pointer not in documents and pointer:
        pointer = pointer.rpartition("/")[0]
    return pointer if pointer in documents else None


def _key(finding: Finding) -> _Key:
    """Return what a finding is known by, with a fix or without."""
    return finding.code, finding.pointer, finding.position, finding.message
