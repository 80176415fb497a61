"""List what a scan found in a music library, audio file by audio file."""

from collections.abc import Callable, Iterator

from askfirst.authoring.coverage import Site
from askfirst.authoring.drift import Drift
from askfirst.authoring.scanning import Faulty, Scanned
from askfirst.reporting.listing.diagnostics import Diagnostic, Listing, Subject
from askfirst.reporting.scan import Scan, counted
from askfirst.vocabulary import DriftCode

__all__ = ["listed"]


def listed(scan: Scan, place: Callable[[str], str] = str) -> Listing:
    """Return a scan as a listing; `place` makes the paths those of the repository.

    A license file without its audio is a subject of its own, and so is one of a folder that does
    not conform.
    """
    return Listing("scan", counted(scan), _subjects(scan, place), troubles=scan.troubles)


def _subjects(scan: Scan, place: Callable[[str], str]) -> Iterator[Subject]:
    for faulty in scan.faulty:
        path = place(faulty.place)
        yield Subject(path, path, tuple(_faults(path, faulty)))
    for path, one in scan.files:
        yield _file(place(path), one, place)
    for orphan in map(place, scan.orphans):
        lost = Drift(DriftCode.NO_AUDIO, "the audio file that it is named after is not here")
        yield Subject(orphan, orphan, (_drift(orphan, lost),))


def _file(path: str, one: Scanned, place: Callable[[str], str]) -> Subject:
    found = [_drift(path, drift) for drift in one.drifts]
    for faulty in one.faulty:
        at = path if faulty.site is Site.EMBEDDED else place(faulty.place)
        found += _faults(at, faulty)
    return Subject(path, path, tuple(found))


def _drift(path: str, drift: Drift) -> Diagnostic:
    where = f" [{drift.place}]" if drift.place else ""
    return Diagnostic(
        path=path,
        code=str(drift.code),
        severity=drift.code.severity,
        message=f"{drift.message}{where}",
        help=drift.help,
        pointer=drift.pointer or None,
    )


def _faults(path: str, faulty: Faulty) -> Iterator[Diagnostic]:
    """Yield what was found in a text; a text in an audio file has no lines to point at."""
    inside = faulty.site is Site.EMBEDDED
    for one in faulty.findings:
        yield Diagnostic(
            path=path,
            code=one.code,
            severity=one.severity,
            message=f"{one.message} ({faulty.place} in the file)" if inside else one.message,
            help=one.help,
            pointer=one.pointer,
            position=None if inside else one.position,
        )
