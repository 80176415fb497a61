"""Compare two audits: which rows have another outcome, which came, and which went."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

__all__ = ["Change", "Changes"]

_TABLE = "CREATE TABLE outcomes(edition INTEGER, name TEXT, outcome TEXT)"
# rows of one name are compared in their order
_CHANGED = """
SELECT name, max(CASE edition WHEN 0 THEN outcome END) AS was,
  max(CASE edition WHEN 1 THEN outcome END) AS now FROM (
    SELECT name, edition, outcome, rowid AS place,
      row_number() OVER (PARTITION BY edition, name ORDER BY rowid) AS nth FROM outcomes)
GROUP BY name, nth HAVING was IS NOT now ORDER BY min(place)
"""


class Change(NamedTuple):
    """A row with another outcome; None where it was not there before, or is not any more."""

    row: str
    was: str | None
    now: str | None


class Changes:
    """The outcomes of two audits, compared in a file outside of memory."""

    def __init__(
        self, path: Path, before: Iterable[tuple[str, str]], after: Iterable[tuple[str, str]]
    ) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)
        self._file.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLE}")
        self._file.execute("BEGIN")
        for edition, found in enumerate((before, after)):
            rows = ((edition, name, outcome) for name, outcome in found)
            self._file.executemany("INSERT INTO outcomes VALUES(?, ?, ?)", rows)
        self._file.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[Change]:
        """Yield what changed, in the order of the earlier audit; what came is last."""
        return (Change(*row) for row in self._file.execute(_CHANGED))
