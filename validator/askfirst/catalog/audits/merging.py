"""Merge what was found in the pieces of a manifest, in their order."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from askfirst.catalog.audits.figures import Figures
from askfirst.catalog.audits.owing import Asked, ToAsk
from askfirst.catalog.audits.working import FIGURES, KEPT, LEAVES, OWED, ROWS, TROUBLES
from askfirst.catalog.merkle import root

__all__ = ["Drafts", "Merged", "merged"]

#: How many holders are told.
_HOLDERS = 10
_HASH = 32


class Drafts(NamedTuple):
    """The merged files, before they are put in place."""

    rows: Path
    kept: Path
    sheet: Path
    table: Path

    @classmethod
    def in_(cls, folder: Path) -> "Drafts":
        """Return drafts in the folder of a run, which takes away what is hidden there."""
        return cls(*(folder / f".{name}" for name in (ROWS, KEPT, "to-ask.csv", "to-ask.sqlite")))


class Merged(NamedTuple):
    """What was found: counts, the root over the lines, and samples of what is in the way.

    `troubles` are rows that name no track, `most` those of the `holders` who are to be asked with
    the most rows. In `unknown` rows nobody counts as holder of some right.
    """

    figures: Figures
    root: str
    troubles: list[tuple[str, str]]
    holders: int
    unknown: int
    most: list[Asked]


def merged(folders: Iterable[Path], drafts: Drafts, shown: Callable[[str], str]) -> Merged:
    """Write the files of all pieces as one of each kind, and return what was counted.

    `shown` makes the texts of strangers visible.
    """
    merge, found = _Merge(), iter(folders)
    first = list(islice(found, 1))  # now the run has its folder, where the drafts stand
    drafts.table.unlink(missing_ok=True)
    with ExitStack() as stack:
        rows, kept = (stack.enter_context(one.open("wb")) for one in (drafts.rows, drafts.kept))
        asked = stack.enter_context(ToAsk(drafts.table))
        tree = root(merge.leaves(chain(first, found), _Open(rows, kept, asked)))
        sheet = stack.enter_context(drafts.sheet.open("w", encoding="utf-8", newline=""))
        asked.write(sheet, shown)
        return Merged(merge.figures, tree, merge.troubles, *asked.numbers(), asked.most(_HOLDERS))


class _Open(NamedTuple):
    """The merged files while they are written."""

    rows: BinaryIO
    kept: BinaryIO
    asked: ToAsk


@dataclass
class _Merge:
    """What was found so far."""

    figures: Figures = field(default_factory=Figures)
    troubles: list[tuple[str, str]] = field(default_factory=list)

    def leaves(self, folders: Iterable[Path], files: _Open) -> Iterator[bytes]:
        """Add what is in folders, and yield the hashes of the lines."""
        for folder in folders:
            _append(folder / ROWS, files.rows)
            _append(folder / KEPT, files.kept)
            files.asked.add(folder / OWED)
            told = json.loads((folder / FIGURES).read_text(encoding="utf-8"))
            self.figures.join(Figures.of(told["figures"]))
            more = [(name, trouble) for name, trouble in told["troubles"]]
            self.troubles = [*self.troubles, *more][:TROUBLES]
            yield from _hashes(folder / LEAVES)


def _append(path: Path, file: BinaryIO) -> None:
    with path.open("rb") as part:
        shutil.copyfileobj(part, file)


def _hashes(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while one := file.read(_HASH):
            yield one
