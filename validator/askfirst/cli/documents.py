"""Read the documents in files, folders and patterns, beside audio files, or from the input."""

from collections.abc import Iterator
from pathlib import Path

import typer

from askfirst.authoring.naming import SIDECARS
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.paths import STDIN, read_bounded, select
from askfirst.cli.progress import progress
from askfirst.cli.streams import complain
from askfirst.reading import syntax_of
from askfirst.reporting import FileReport

__all__ = ["is_file", "protect", "read"]


def read(paths: list[str]) -> list[FileReport]:
    """Return what the files under the paths hold, in order.

    Exits where one cannot be opened or holds no document: an answer would rest on the others
    alone, and what was not read may prohibit (reading rule 11).
    """
    selection = select(paths)
    names = dict.fromkeys(name for path in selection.files for name in _meant(path))
    files = [file for path in progress(list(names)) for file in _read(path, selection.troubles)]
    if not names and not selection.troubles:
        selection.troubles.append("nothing found: no file here is an AskFirst document")
    for trouble in selection.troubles:
        complain(trouble)
    if selection.troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    return files


def is_file(path: str) -> bool:
    """Tell whether a path names one file, or the standard input, rather than several."""
    return path == STDIN or Path(path).is_file()


def protect(files: list[FileReport], output: str | None) -> None:
    """Exit where the output would overwrite one of the files that were read."""
    if output is None or not Path(output).exists():
        return
    if any(file.path != STDIN and Path(output).samefile(file.path) for file in files):
        complain(f"{output} is one of the files that were read and is not overwritten")
        raise typer.Exit(COULD_NOT_LOOK)


def _meant(path: str) -> list[str]:
    """Return the license files beside what is no text of ours, such as audio; else the path."""
    if path == STDIN or syntax_of(path):
        return [path]
    return [path + end for end in SIDECARS if Path(path + end).is_file()] or [path]


def _read(path: str, troubles: list[str]) -> Iterator[FileReport]:
    from askfirst.checking import check

    try:
        report = check(read_bounded(path), syntax=syntax_of(path))
    except OSError as error:
        troubles.append(f"{path}: {error.strerror}")
        return
    if not report.documents:
        troubles.append(_no_document(path, [f"{f.position}: {f.code}" for f in report.findings]))
        return
    yield FileReport(path, report)


def _no_document(path: str, found: list[str]) -> str:
    beside = "" if path == STDIN or syntax_of(path) else f", and no {path}{SIDECARS[0]} beside it"
    first = f":{found[0]}" if found else ":"
    return f"{path}{first} there is no document in it{beside}; `askfirst check` says more"
