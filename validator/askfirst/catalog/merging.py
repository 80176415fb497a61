"""Merge what was found in pieces, in their order, into one summary and one file of verdicts."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from askfirst.catalog.inputs import Kind
from askfirst.catalog.judging import SAMPLES, TOTALS, Asked, syntax_in
from askfirst.catalog.pieces import Piece, Row
from askfirst.catalog.recording import Join, joiner
from askfirst.catalog.runs import synced
from askfirst.catalog.totals import Place, Totals
from askfirst.checking import check
from askfirst.errors import NoSuchPart

__all__ = ["Sample", "Summary", "merged"]


class Sample(NamedTuple):
    """A row that has a code: its number in its file, from 1, and what is said where in it."""

    path: str
    row: int
    offset: int
    pointer: str
    message: str


class Summary(NamedTuple):
    """All that was found: sums, and samples by code."""

    asked: Asked
    files: int
    totals: Totals
    samples: dict[str, list[Sample]]

    @property
    def conforms(self) -> bool:
        """Whether every row conforms, was read, and is found the same by the reference."""
        return self.is_sound and self.totals.conforming == self.totals.rows

    @property
    def is_sound(self) -> bool:
        """Whether everything could be read, there was something, and the reference agrees."""
        totals = self.totals
        return bool(totals.rows) and not totals.troubles and not totals.disagreeing


def merged(
    asked: Asked, pieces: Iterable[Piece], folders: Iterable[Path], target: Path | None = None
) -> Summary:
    """Return the summary of pieces that were judged; their verdicts go to `target` as one file."""
    merge, found = _Merge(asked), iter(zip(pieces, folders, strict=True))
    begun = list(islice(found, 1))  # now the run has its folder, where the target may stand
    with _joined(asked, target) as join:
        for piece, folder in chain(begun, found):
            join(folder)
            merge.add(piece, folder)
    return Summary(asked, merge.files, merge.totals, dict(sorted(merge.samples.items())))


@contextmanager
def _joined(asked: Asked, target: Path | None) -> Iterator[Join]:
    """Give what adds verdicts to the file, which is put on the disk whole."""
    if asked.form is None or target is None:
        yield lambda _: None
        return
    with joiner(asked.form, target) as join:
        yield join
    synced(target)


@dataclass
class _Merge:
    """What was found so far; `before` rows of the file at `path` stand before the next piece."""

    asked: Asked
    totals: Totals = field(default_factory=Totals)
    samples: dict[str, list[Sample]] = field(default_factory=dict)
    files: int = 0
    path: str | None = None
    before: int = 0

    def add(self, piece: Piece, folder: Path) -> None:
        found = Totals.of(json.loads((folder / TOTALS).read_text(encoding="utf-8")))
        path = piece.files[0].path
        if path != self.path or piece.kind is Kind.DOCUMENT:
            self.files += len(piece.files)
            self.before = 0
        self.totals.join(found, lambda place: self._number(piece, place))
        self._sample(piece, found, folder)
        self.path = path
        self.before += found.rows

    def _number(self, piece: Piece, place: Place) -> int:
        """Return the number of a row in its file, from 1."""
        return 1 if piece.kind is Kind.DOCUMENT else self.before + place.number

    def _sample(self, piece: Piece, found: Totals, folder: Path) -> None:
        """Keep the samples of a piece for the codes that still have too few."""
        wanted = {
            place.number: place
            for code, places in found.samples.items()
            for place in places[: self._lacking(code)]
        }
        for number, data in _kept(folder) if wanted else ():
            if number in wanted:
                for code, one in self._explained(piece, wanted[number], data):
                    if self._lacking(code):
                        self.samples.setdefault(code, []).append(one)

    def _lacking(self, code: str) -> int:
        return self.asked.samples - len(self.samples.get(code, ()))

    def _explained(self, piece: Piece, place: Place, data: bytes) -> Iterator[tuple[str, Sample]]:
        """Yield a sample for each code that the checker finds in a row."""
        row, pointer = Row(place.path, place.offset, data), self.asked.pointer
        at = (place.path, self._number(piece, place), place.offset)
        try:
            report = check(data, pointer=pointer, syntax=syntax_in(piece.kind, row))
        except NoSuchPart as error:
            yield "AF015", Sample(*at, pointer or "", str(error))
            return
        for one in {one.code: one for one in reversed(report.findings)}.values():
            yield one.code, Sample(*at, one.pointer, one.message)


def _kept(folder: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of each row that was kept."""
    with (folder / SAMPLES).open("rb") as file:
        while head := file.readline():
            number, length = map(int, head.split())
            yield number, file.read(length)
