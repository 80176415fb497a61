"""Write the evidence of an audit as a folder, whole or not at all, and read it again."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from askfirst.catalog.audits.evidence import is_evidence, unsigned
from askfirst.catalog.audits.working import ROWS
from askfirst.catalog.manifests.objects import value_of
from askfirst.catalog.merkle import leaf, root
from askfirst.catalog.runs import synced
from askfirst.errors import AskFirstError
from askfirst.reading.bulk import NotRead

__all__ = [
    "EVIDENCE",
    "FIGURES",
    "REQUEST",
    "SUMMARY",
    "Bundle",
    "NotABundle",
    "bundle",
    "lines",
    "put",
    "rows",
]

EVIDENCE, REQUEST, FIGURES, SUMMARY = "evidence.json", "request.json", "figures.json", "summary.md"
_NEEDED = ("row", "outcome")
_LONGEST = 2**24


class NotABundle(AskFirstError):
    """A folder is no evidence of an audit, or cannot be read or written; the message says why."""


class Bundle(NamedTuple):
    """A folder with the evidence of an audit, and what its evidence.json holds."""

    folder: Path
    evidence: dict[str, Any]

    @property
    def rows(self) -> Path:
        """The file with a line for each row."""
        return self.folder / ROWS

    def root(self) -> str:
        """Return the root of the tree over the lines that are there now. Raises `NotABundle`."""
        return root(map(leaf, lines(self.rows)))

    def read(self, name: str) -> bytes:
        """Return what another of its files holds. Raises `NotABundle`."""
        return _read(self.folder / name)


def bundle(folder: Path) -> Bundle:
    """Return the evidence in a folder. Raises `NotABundle` unless its evidence.json is one."""
    path = folder / EVIDENCE
    try:
        value = value_of(_read(path))
    except NotRead as error:
        raise NotABundle(f"{path}: {error}") from error
    if not isinstance(value, dict) or not is_evidence(value):
        raise NotABundle(f"{path}: this is no Evidence that conforms to its schema")
    return Bundle(folder, value)


def put(target: Path, draft: Path, drawn: Path, files: Mapping[str, bytes]) -> None:
    """Put files, and the lines of rows, into a new folder that is there whole or not at all.

    The same evidence that is there already stays. Raises `NotABundle` where something else is.
    """
    if target.is_dir() and any(target.iterdir()):
        if unsigned(bundle(target).evidence) != unsigned(json.loads(files[EVIDENCE])):
            raise NotABundle(f"{target} is there already; name a new folder")
        return
    draft.mkdir()
    for name, data in files.items():
        (draft / name).write_bytes(data)
    drawn.rename(draft / ROWS)
    for path in (*draft.iterdir(), draft):
        synced(path)
    if target.is_dir():
        target.rmdir()
    draft.rename(target)
    synced(target.absolute().parent)


def lines(path: Path) -> Iterator[bytes]:
    """Yield the line of each row. Raises `NotABundle`."""
    try:
        with path.open("rb") as file:
            while line := file.readline(_LONGEST):
                yield line.removesuffix(b"\n")
    except OSError as error:
        raise NotABundle(f"{path}: {error.strerror}") from error


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield what the line of each row says. Raises `NotABundle` where it says nothing of a row."""
    for number, line in enumerate(lines(path), 1):
        try:
            value = orjson.loads(line)
        except orjson.JSONDecodeError:
            value = None
        if not isinstance(value, dict) or not all(_is_text(value.get(one)) for one in _NEEDED):
            raise NotABundle(f"{path}, line {number}: this is no row of an audit")
        yield value


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST)
    except OSError as error:
        raise NotABundle(f"{path}: {error.strerror}") from error
