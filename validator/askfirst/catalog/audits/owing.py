"""Say for a row whom to ask: a line for each holder, and one for those whom nobody knows."""

import csv
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple, Self, TextIO

import orjson

from askfirst.catalog.answers import Answered
from askfirst.model.decisions import Missing
from askfirst.vocabulary import Right, Status, Use

__all__ = ["COLUMNS", "Asked", "Owed", "ToAsk", "lines", "owed"]

COLUMNS = ("holder", "name", "askAt", "rights", "uses", "claimedBy", "row", "track")
#: What a spreadsheet would calculate; an apostrophe before it keeps it a text.
_FORMULA = ("=", "+", "-", "@")
_STRONGEST = ("isrc", "mbid", "files", "urls", "iswc")

# without an order of its own, what is read first stays first
_TABLE = "CREATE TABLE asked(holder TEXT, name TEXT, line BLOB)"
_GROUPED = "SELECT line FROM asked ORDER BY holder IS NULL, holder, rowid"
_MOST = """
SELECT holder, min(name), count(*) FROM asked WHERE holder IS NOT NULL
GROUP BY holder ORDER BY count(*) DESC, holder LIMIT ?
"""


class Owed(NamedTuple):
    """What agreement of one holder a row lacks; without a holder, nobody counts as one."""

    holder: str | None
    name: str
    cells: tuple[str, str, str, str]


class Asked(NamedTuple):
    """A holder, its name as far as it is known, and in how many rows it is to be asked."""

    holder: str
    name: str
    rows: int


def owed(found: Answered) -> tuple[Owed, ...]:
    """Return whom to ask; nobody where the track is prohibited, because asking does not help."""
    if found.outcome is Status.PROHIBITED:
        return ()
    names = dict(found.names)
    holders = dict.fromkeys(one.holder for one in found.missing)
    return tuple(
        Owed(holder, names.get(holder or "", ""), _cells(holder, found.missing))
        for holder in holders
    )


def lines(head: dict[str, Any], several: Iterable[Owed]) -> Iterator[bytes]:
    """Yield for each agreement that a row lacks what stands in its line, as JSON."""
    for holder, name, cells in several:
        row = [holder, name, *cells, head["row"], _identifier(head["track"])]
        yield orjson.dumps(row) + b"\n"


class ToAsk:
    """The agreements that all rows lack, in a file that is sorted outside of memory."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLE}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, path: Path) -> None:
        """Add the lines of a piece, in the order of the manifest."""
        with path.open("rb") as file:
            rows = ((*orjson.loads(line)[:2], line) for line in file)
            self._file.execute("BEGIN")
            self._file.executemany("INSERT INTO asked VALUES(?, ?, ?)", rows)
            self._file.execute("COMMIT")

    def most(self, number: int) -> list[Asked]:
        """Return the holders with the most rows."""
        return [Asked(*row) for row in self._file.execute(_MOST, (number,))]

    def numbers(self) -> tuple[int, int]:
        """Return how many holders are to be asked, and of how many rows one is not known."""
        query = "SELECT count(DISTINCT holder), count(*) - count(holder) FROM asked"
        holders, unknown = self._file.execute(query).fetchone()
        return int(holders), int(unknown)

    def write(self, file: TextIO, shown: Callable[[str], str]) -> None:
        """Write the sheet: holder by holder, those whom nobody knows last.

        `shown` makes the texts of strangers visible.
        """
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        with closing(self._file.cursor()) as found:
            for (line,) in found.execute(_GROUPED):
                writer.writerow(_shielded(shown(cell or "")) for cell in orjson.loads(line))


def _cells(holder: str | None, missing: Iterable[Missing]) -> tuple[str, str, str, str]:
    own = [one for one in missing if one.holder == holder]
    rights, uses = {one.right for one in own}, {one.use for one in own}
    claimed = {f"{who.name} <{who.holder}>" for one in own for who in one.claimed_by}
    return (
        " ".join(sorted({at for one in own for at in one.ask_at})),
        " ".join(right for right in Right if right in rights),
        " ".join(use for use in Use if use in uses),
        "; ".join(sorted(claimed)),
    )


def _identifier(track: dict[str, Any]) -> str:
    """Return what identifies a track best."""
    name = next(name for name in _STRONGEST if name in track)
    value = track[name]
    if name == "files":
        return str(value[0].get("packetsSha256") or value[0]["pcmMd5"])
    return str(value[0] if name == "urls" else value)


def _shielded(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
