"""Keep documents in SQLite: each whole or not at all, and none is ever changed or lost."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import local
from typing import Any, NamedTuple

import rfc8785

import askfirst
from pipeline.problems import Problem

__all__ = ["Kept", "Store", "kept", "read"]

_TABLES = """
CREATE TABLE IF NOT EXISTS document (
    sha256 TEXT PRIMARY KEY, uploaded TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL, track TEXT NOT NULL, owner TEXT NOT NULL, text BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS document_track ON document (track, type);
CREATE TABLE IF NOT EXISTS track (id TEXT PRIMARY KEY, owner TEXT NOT NULL, current TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS identifier (
    name TEXT, track TEXT, PRIMARY KEY (name, track)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS identifier_track ON identifier (track);
CREATE TRIGGER IF NOT EXISTS no_change BEFORE UPDATE ON document
    BEGIN SELECT RAISE(ABORT, 'documents are kept as they are'); END;
CREATE TRIGGER IF NOT EXISTS no_loss BEFORE DELETE ON document
    BEGIN SELECT RAISE(ABORT, 'documents are kept'); END;
"""
_KEEP = "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?)"
#: One step further than what is named, as declarations lend identifiers (spec 5.6).
_ABOUT = """
SELECT sha256, uploaded, id, type, track, owner, text FROM document WHERE track IN (
    SELECT track FROM identifier WHERE name IN (
        SELECT name FROM identifier WHERE track IN (
            SELECT track FROM identifier WHERE name IN ({}))))
"""


#: The value of a document; it never changes, so it is read once.
read = lru_cache(maxsize=10_000)(askfirst.read)


class Kept(NamedTuple):
    """A document as it is kept: its canonical bytes (RFC 8785), of which `sha256` is the digest.

    `uploaded` is the digest of what its owner sent, before we signed it.
    """

    sha256: str
    uploaded: str
    id: str
    type: str
    track: str
    owner: str
    text: bytes


def kept(value: Mapping[str, Any], uploaded: str, track: str, owner: str) -> Kept:
    """Return a document as it is to be kept."""
    text = rfc8785.dumps(dict(value))
    digest = sha256(text).hexdigest()
    return Kept(digest, uploaded, value["id"], value["type"], track, owner, text)


class Store:
    """The documents of all tracks, and which Declaration of each is the current one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._own = local()
        self._database.execute("PRAGMA journal_mode = WAL")
        self._database.executescript(_TABLES)

    def create(self, one: Kept, names: Iterable[str]) -> str:
        """Keep the first Declaration of a new track; return the old one where it was sent again."""
        with self._writing() as database:
            told = database.execute(
                "SELECT track FROM document WHERE uploaded = ? AND owner = ?",
                (one.uploaded, one.owner),
            ).fetchone()
            if told:
                return str(told[0])
            _keep(database, one, names)
            database.execute(
                "INSERT INTO track VALUES (?, ?, ?)", (one.track, one.owner, one.sha256)
            )
        return one.track

    def replace(self, one: Kept, before: Kept, names: Iterable[str]) -> None:
        """Keep a Declaration that replaces the current one; all those before it stay."""
        with self._writing() as database:
            _keep(database, one, names)
            changed = database.execute(
                "UPDATE track SET current = ? WHERE id = ? AND current = ?",
                (one.sha256, one.track, before.sha256),
            )
            if changed.rowcount == 0:
                raise Problem(409, "somebody replaced the declaration in the meantime; look again")

    def add(self, one: Kept) -> None:
        """Keep a Consent or a Withdrawal."""
        with self._writing() as database:
            _keep(database, one, ())

    def current(self, track: str) -> Kept:
        """Return the current Declaration of a track. Raises `Problem`."""
        found = self._found("sha256 = (SELECT current FROM track WHERE id = ?)", track)
        if not found:
            raise Problem(404, "there is no such track")
        return found[0]

    def document(self, digest: str) -> Kept | None:
        """Return a document by its digest."""
        return next(iter(self._found("sha256 = ?", digest)), None)

    def consent(self, id_: str, owner: str) -> Kept | None:
        """Return the Consent of an owner by its id."""
        found = self._found("type = 'Consent' AND id = ? AND owner = ?", id_, owner)
        return next(iter(found), None)

    def history(self, track: str) -> list[Kept]:
        """Return every Declaration that a track ever had, the oldest first."""
        return self._found("type = 'Declaration' AND track = ? ORDER BY rowid", track)

    def currents(self) -> list[Kept]:
        """Return the current Declaration of every track, the oldest first."""
        return self._found("sha256 IN (SELECT current FROM track) ORDER BY rowid")

    def about(self, names: Iterable[str]) -> list[Kept]:
        """Return every document about what has one of some identifiers."""
        several = sorted(names)
        query = _ABOUT.format(", ".join("?" * len(several)))
        return [_whole(row) for row in self._database.execute(query, several)]

    def _found(self, condition: str, *values: str) -> list[Kept]:
        query = (
            f"SELECT sha256, uploaded, id, type, track, owner, text FROM document WHERE {condition}"  # noqa: S608 - our own words
        )
        return [_whole(row) for row in self._database.execute(query, values)]

    @property
    def _database(self) -> sqlite3.Connection:
        """The connection of this thread; what is committed in it survives a crash."""
        if not hasattr(self._own, "database"):
            database = sqlite3.connect(self._path, timeout=30, isolation_level=None)
            database.execute("PRAGMA synchronous = FULL")
            self._own.database = database
        found: sqlite3.Connection = self._own.database
        return found

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing, one after the other."""
        database = self._database
        database.execute("BEGIN IMMEDIATE")
        try:
            yield database
            database.execute("COMMIT")
        except sqlite3.IntegrityError as error:
            raise Problem(409, "another document has this id, or this one is here") from error
        finally:
            if database.in_transaction:
                database.execute("ROLLBACK")


def _keep(database: sqlite3.Connection, one: Kept, names: Iterable[str]) -> None:
    database.execute(_KEEP, one)
    rows = [(name, one.track) for name in names]
    database.executemany("INSERT OR IGNORE INTO identifier VALUES (?, ?)", rows)


def _whole(row: tuple[Any, ...]) -> Kept:
    """Return a row as it was kept; what is not, because somebody changed it, answers nothing."""
    found = Kept(*row)
    if sha256(found.text).hexdigest() != found.sha256:
        raise Problem(500, "a document is not as it was kept")
    return found
