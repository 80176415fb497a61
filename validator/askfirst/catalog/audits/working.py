"""Work on a piece of a manifest: write the lines of its rows, and count them."""

import gc
import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

import orjson

from askfirst.catalog.audits import owing
from askfirst.catalog.audits.asking import Asking
from askfirst.catalog.audits.figures import Figures
from askfirst.catalog.audits.lines import UNIDENTIFIED, joined, judged, named
from askfirst.catalog.inputs import Kind, kind_of
from askfirst.catalog.manifests import ManifestPiece, ManifestRow, rows
from askfirst.catalog.merkle import leaf
from askfirst.vocabulary import Status

__all__ = [
    "FIGURES",
    "KEPT",
    "LEAVES",
    "OWED",
    "ROWS",
    "TROUBLES",
    "Chosen",
    "Job",
    "finer",
    "work",
]

#: What a piece leaves: lines, their hashes, rows that are permitted, whom to ask, and counts.
ROWS, LEAVES, KEPT, OWED, FIGURES = "rows.jsonl", "leaves", "kept", "owed", "figures.json"
#: How many rows that name no track are told.
TROUBLES = 5
#: How many bytes of lines a piece has at least, and how many pieces a file has, about.
_BYTES, _PIECES = 2**20, 2**12


class Chosen(NamedTuple):
    """The rows that are decided again: those whose number by a seed is not above a limit."""

    seed: int
    limit: int

    def number(self, head: bytes) -> int:
        """Return the number of a row, by how its line begins."""
        return crc32(head, crc32(str(self.seed).encode()))

    def has(self, head: bytes) -> bool:
        """Tell whether a row is chosen."""
        return self.number(head) <= self.limit


class Job(NamedTuple):
    """What to find out about each row; of those that are not chosen, only what they name."""

    asking: Asking
    chosen: Chosen | None = None


class _Files(NamedTuple):
    rows: BinaryIO
    leaves: BinaryIO
    kept: BinaryIO
    owed: BinaryIO


def finer(pieces: Iterable[ManifestPiece]) -> Iterator[ManifestPiece]:
    """Yield smaller ranges of lines: to answer for a row takes longer than to read it."""
    for piece in pieces:
        size = piece.file.size
        if kind_of(piece.file.path) is not Kind.LINES or piece.stop > size:
            yield piece
            continue
        step = max(_BYTES, size // _PIECES)
        for start in range(piece.start, piece.stop, step):
            yield piece._replace(start=start, stop=min(start + step, piece.stop))


def work(job: Job, piece: ManifestPiece, into: Path) -> None:
    """Write into a folder what there is to say about a piece.

    Raises `NotAManifest`, `NotAStore`, or `Unreadable`.
    """
    figures, troubles = Figures(), list[tuple[str, str]]()
    with _without_collections(), ExitStack() as stack:
        names = (ROWS, LEAVES, KEPT, OWED)
        files = _Files(*(stack.enter_context((into / name).open("wb")) for name in names))
        for row in rows(piece):
            trouble = _row(job, row, files, figures)
            if trouble and len(troubles) < TROUBLES:
                troubles.append(trouble)
    found = {"figures": vars(figures), "troubles": troubles}
    (into / FIGURES).write_text(json.dumps(found), encoding="utf-8")


def _row(job: Job, row: ManifestRow, files: _Files, figures: Figures) -> tuple[str, str] | None:
    """Write the line of a row and count it; return its name and trouble where it has one."""
    head, track, trouble = named(row)
    if job.chosen and not job.chosen.has(head):
        files.rows.write(head + b"\n")
        return None
    found = judged(job.asking, track, trouble)
    line = joined(head, found)
    files.rows.write(line + b"\n")
    files.leaves.write(leaf(line))
    known = orjson.loads(track) if track else {}
    figures.add(known, found.rest)
    if found.rest["outcome"] == Status.PERMITTED:
        files.kept.write(row.data + b"\n")
    if found.owed:
        about = {"row": orjson.loads(head + b"}")["row"], "track": known}
        files.owed.writelines(owing.lines(about, found.owed))
    if found.rest["outcome"] == UNIDENTIFIED:
        return str(orjson.loads(head + b"}")["row"]), trouble
    return None


@contextmanager
def _without_collections() -> Iterator[None]:
    """Look for garbage at the end: while rows are read, all that is kept would be looked at."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
        gc.collect()
