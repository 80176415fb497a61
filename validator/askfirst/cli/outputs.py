"""Write new files, and never over what somebody else has there."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.paths import STDIN
from askfirst.cli.streams import complain, write

__all__ = ["content", "write_new"]


def content(path: str) -> bytes | None:
    """Return the bytes of a file; None where there is none that can be read."""
    try:
        return Path(path).read_bytes() if Path(path).is_file() else None
    except OSError:
        return None


def _taken(path: str, text: str) -> bool:
    """Tell whether something else than a text stands at a path."""
    there = os.path.lexists(path)
    return there and content(path) != text.encode(errors="backslashreplace")


def write_new(texts: Mapping[str, str], inputs: Iterable[str], *, force: bool) -> None:
    """Write texts to their paths, each whole or not at all.

    Exits before any is written where one would replace another file without `force`, or one of
    the inputs at all.
    """
    given = [path for path in inputs if path != STDIN and Path(path).exists()]
    read = [path for path in texts if any(_same(path, one) for one in given)]
    there = [path for path, text in texts.items() if not force and _taken(path, text)]
    for path in read:
        complain(f"{path} is one of the files that were read and is not overwritten")
    for path in (path for path in there if path not in read):
        complain(f"{path} is there already with other content")
    if there:
        complain("nothing was written; move it away, write elsewhere with -o, or add --force")
    if read or there:
        raise typer.Exit(COULD_NOT_LOOK)
    for path, text in texts.items():
        write(text, path)


def _same(path: str, other: str) -> bool:
    return Path(path).exists() and Path(path).samefile(other)
