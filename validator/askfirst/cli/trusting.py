"""Read the trust file that flags or the environment name, and keep it apart from documents."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.paths import STDIN, read_bounded
from askfirst.cli.streams import complain
from askfirst.vocabulary import Configuration, Severity

if TYPE_CHECKING:
    from askfirst.checking import Checked, Report
    from askfirst.model.trust import Trust
    from askfirst.reporting import FileReport
    from askfirst.reporting.given import TrustGiven

__all__ = ["documents_of", "trust_file", "trust_given", "trust_in"]


def trust_in(path: str | None) -> "Trust | None":
    """Return the trust file at a path, None where there is no path; exits where it is none."""
    return None if path is None else trust_file(path)[1]


def trust_given(path: str | None) -> "TrustGiven | None":
    """Return the trust file at a path with the path; as `trust_in`."""
    from askfirst.reporting.given import TrustGiven

    return None if path is None else TrustGiven(path, trust_file(path)[1])


def trust_file(path: str) -> "tuple[Checked, Trust]":
    """Return a trust file as it was read and as a value; exits where it does not conform."""
    from askfirst.checking import check
    from askfirst.reading import syntax_of

    try:
        report = check(read_bounded(path), syntax=syntax_of(path))
    except OSError as error:
        _stop(f"{path}: {error.strerror}")
    if report.trust is None:
        _stop(_trouble(path, report))
    return report.documents[0], report.trust


def _trouble(path: str, report: "Report") -> str:
    """Return why a file is no trust file, or none that is used."""
    if [one.kind for one in report.documents] != [Configuration.TRUST] and report.conforms:
        return f"{path}: this is no trust file, which says `type: Trust`"
    first = next(f for f in report.findings if f.severity is Severity.ERROR)
    place = f"{path}:{first.position}: " if first.position else f"{path}: "
    return f"{place}{first.code} {first.message}; a trust file that does not conform is not used"


def documents_of(files: "list[FileReport]", trust: str | None) -> "list[FileReport]":
    """Return the files without the trust file that was given; exits where another is among them."""
    found = [one for one in files if _is_trust(one)]
    others = [one.path for one in found if trust is None or not _same(one.path, trust)]
    for path in others:
        complain(f"{path}: this is a trust file, and no document; give it with --trust")
    if others:
        raise typer.Exit(COULD_NOT_LOOK)
    return [one for one in files if one not in found]


def _is_trust(file: "FileReport") -> bool:
    return any(one.kind is Configuration.TRUST for one in file.report.documents)


def _same(path: str, other: str) -> bool:
    if STDIN in (path, other):
        return False
    return Path(other).exists() and Path(path).samefile(other)


def _stop(trouble: str) -> NoReturn:
    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
