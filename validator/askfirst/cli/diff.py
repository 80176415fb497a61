"""Compare two documents of one type: what a change widens, and what it narrows."""

from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS
from askfirst.cli.formats import Format, Output, Reports

if TYPE_CHECKING:
    from collections.abc import Iterator

    from askfirst.cli.formats import Target
    from askfirst.comparison import Difference
    from askfirst.reporting import FileReport
    from askfirst.reporting.style import Style

__all__ = ["diff"]

_NO_DOCUMENT = "AF014"


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="The document as it was; - is the standard input.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The document that takes its place.")],
    output_format: Annotated[
        Format, typer.Option("--format", help="How the changes are written.")
    ] = Format.FULL,
    output: Output = None,
    reports: Reports = None,
) -> None:
    """Compare two documents of one type: what a change widens and what it narrows, leaf by leaf.

    A document that does not conform cannot be judged: its findings are printed as `check` does.

    Exit codes: 0 nothing is widened, 1 something is, or a document does not conform, 2 could not
    look.
    """
    from askfirst.cli.check import write_results
    from askfirst.cli.formats import targets
    from askfirst.comparison import compare
    from askfirst.reporting import Results

    files = _read(old, new)
    wanted = targets(output_format, output, reports, (old, new))
    broken = [file for file in files if not _comparable(file)]
    if broken:
        write_results(Results(tuple(broken), 0), wanted)
        raise typer.Exit(ERRORS)
    documents = [one.document for file in files for one in file.report.documents]
    found = compare(*(document for document in documents if document))
    _write(found, files, wanted)
    raise typer.Exit(ERRORS if found.widened else CONFORMS)


def _read(old: str, new: str) -> "list[FileReport]":
    """Return what stands in both files; exits where one of them cannot be looked at."""
    from askfirst.cli.paths import STDIN
    from askfirst.cli.streams import complain

    files: list[FileReport] = []
    troubles = [f"{STDIN} can stand for one of the two only"] if old == new == STDIN else []
    for path in (old, new) if not troubles else ():
        try:
            file = _checked(path)
        except OSError as error:
            troubles.append(f"{path}: {error.strerror}")
            continue
        files.append(file)
        troubles += _not_one(file)
    for trouble in troubles:
        complain(trouble)
    if troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    return files


def _checked(path: str) -> "FileReport":
    from askfirst.checking import check
    from askfirst.cli.paths import read_bounded
    from askfirst.reading import syntax_of
    from askfirst.reporting import FileReport

    return FileReport(path, check(read_bounded(path), syntax=syntax_of(path)))


def _not_one(file: "FileReport") -> "Iterator[str]":
    """Yield why there is not one document to compare; a text that cannot be read may hold one."""
    from askfirst.vocabulary import Configuration

    count = len(file.report.documents)
    codes = {finding.code for finding in file.report.findings}
    if count > 1:
        yield f"{file.path}: there are {count} documents in it; give a file with one"
    elif not count and codes <= {_NO_DOCUMENT}:
        yield f"{file.path}: there is no document in it; `askfirst check` says more"
    elif any(one.kind is Configuration.TRUST for one in file.report.documents):
        yield f"{file.path}: this is a trust file, and no document to compare"


def _comparable(file: "FileReport") -> bool:
    """Tell whether a document conforms, or is a Policy that breaks nothing but the license."""
    return any(one.document for one in file.report.documents)


def _write(found: "Difference", files: "list[FileReport]", wanted: "list[Target]") -> None:
    from askfirst.cli.formats import write_all
    from askfirst.cli.repository import placer
    from askfirst.reporting import difference
    from askfirst.reporting.listing.changes import listed

    def own(output_format: Format, style: "Style") -> str:
        if output_format is Format.JSON:
            return difference.as_json(found, *files)
        if output_format is Format.JSONL:
            return difference.as_json_lines(found)
        show = difference.full if output_format is Format.FULL else difference.concise
        return show(found, style)

    old, new = files
    write_all(wanted, own, lambda: listed(found, old, new, placer()))
