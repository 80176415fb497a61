"""Put the notes about documents together into a store: one file, the same for the same input."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import askfirst
from askfirst.catalog.fingerprint import compact
from askfirst.catalog.inputs import Input, opened
from askfirst.catalog.noting import NOTES, Noting
from askfirst.catalog.runs import synced

__all__ = ["APPLICATION", "VERSION", "Stored", "content_digest", "store"]

#: What tells a store from another database ("aske"), and its form; another form is not read.
APPLICATION, VERSION = 0x61736B65, 1

_TABLES = f"""
PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
PRAGMA application_id={APPLICATION}; PRAGMA user_version={VERSION};
CREATE TABLE documents(
  number INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, kind TEXT,
  text BLOB, origin INTEGER, place INTEGER, CHECK ((text IS NULL) <> (origin IS NULL)));
CREATE TABLE texts(
  number INTEGER PRIMARY KEY, sha256 BLOB NOT NULL, syntax TEXT NOT NULL, data BLOB NOT NULL,
  UNIQUE (sha256, syntax));
CREATE TABLE identifiers(
  identifier TEXT, document INTEGER, part INTEGER, lends INTEGER NOT NULL,
  PRIMARY KEY (identifier, document, part)) WITHOUT ROWID;
CREATE TABLE endings(
  consent TEXT, document INTEGER, PRIMARY KEY (consent, document)) WITHOUT ROWID;
CREATE TABLE everywhere(document INTEGER PRIMARY KEY);
CREATE TABLE inputs(path TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
_BLOCK = 2**20
_NOTED = ("documents", "texts", "identifiers", "endings", "everywhere")

# Sorted, the rows are the same whoever noted them first; of two with one digest, that which does
# not conform stays, because it restricts.
_SORTED = """
INSERT OR IGNORE INTO texts(sha256, syntax, data)
  SELECT origin, syntax, data FROM noted.texts ORDER BY origin, syntax;
INSERT OR IGNORE INTO documents(sha256, kind, text, origin, place)
  SELECT d.sha256, d.kind, d.text, t.number, d.place FROM noted.documents d
  LEFT JOIN texts t ON t.sha256 = d.origin AND t.syntax = d.syntax
  ORDER BY d.sha256, t.number IS NULL, t.number, d.place;
INSERT OR IGNORE INTO identifiers
  SELECT n.identifier, d.number, n.part, max(n.lends) FROM noted.identifiers n
  JOIN documents d USING (sha256) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;
INSERT OR IGNORE INTO endings
  SELECT n.consent, d.number FROM noted.endings n JOIN documents d USING (sha256) ORDER BY 1, 2;
INSERT OR IGNORE INTO everywhere
  SELECT d.number FROM noted.everywhere n JOIN documents d USING (sha256) ORDER BY 1;
"""

#: All that a store says, in an order that its content alone decides.
_CONTENT = (
    "SELECT number, hex(sha256), kind, text, origin, place FROM documents ORDER BY number",
    "SELECT number, hex(sha256), syntax, data FROM texts ORDER BY number",
    "SELECT identifier, document, part, lends FROM identifiers ORDER BY 1, 2, 3",
    "SELECT consent, document FROM endings ORDER BY 1, 2",
    "SELECT document FROM everywhere ORDER BY 1",
    "SELECT value FROM meta WHERE name = 'pointer'",
)


class Stored(NamedTuple):
    """What is in a store.

    `types` counts the documents that are read as what they say; `broken` those that do not
    conform, by what they say they are, and None where that cannot be read. `everywhere` of them
    bear on every track, because nobody can read on which. `duplicates` stood there again.
    """

    types: dict[str, int]
    broken: dict[str | None, int]
    everywhere: int
    duplicates: int
    content_digest: str


def store(noting: Noting, inputs: Iterable[Input], folders: Iterable[Path], target: Path) -> Stored:
    """Write a store of what was noted in some folders, and return what is in it.

    `target` is a new file; it is on the disk when this returns. Raises `Unreadable` where an
    input is no longer what it was when the run began.
    """
    with closing(sqlite3.connect(target, isolation_level=None)) as made:
        made.executescript(_TABLES)
        with _noted(made, target.with_name(f"{target.name}.notes"), folders):
            made.executescript(f"BEGIN; {_SORTED} COMMIT")
            (noted,) = made.execute("SELECT count(*) FROM noted.documents").fetchone()
        hashed = ((one.path, _hash(one)) for one in inputs)
        made.executemany("INSERT INTO inputs VALUES(?, ?)", hashed)
        made.execute("INSERT INTO meta VALUES('pointer', ?)", (noting.pointer,))
        made.execute("INSERT INTO meta VALUES('tool', ?)", (askfirst.__version__,))
        digest = content_digest(made)
        made.execute("INSERT INTO meta VALUES('content', ?)", (digest,))
        found = _stored(made, noted, digest)
    synced(target)
    return found


def content_digest(store: sqlite3.Connection) -> str:
    """Return the SHA-256 of all that a store says but its inputs, as 64 hexadecimal digits."""
    found = sha256()
    for query in _CONTENT:
        found.update(query.encode())
        for row in store.execute(query):
            texts = [sha256(one).hexdigest() if isinstance(one, bytes) else one for one in row]
            found.update(compact(texts))
    return found.hexdigest()


@contextmanager
def _noted(made: sqlite3.Connection, path: Path, folders: Iterable[Path]) -> Iterator[None]:
    """Attach the notes of all folders as one database, for as long as it is needed."""
    made.execute("ATTACH ? AS noted", (str(path),))
    made.executescript("PRAGMA noted.journal_mode=OFF; PRAGMA noted.synchronous=OFF")
    try:
        for n, folder in enumerate(folders):
            made.execute("ATTACH ? AS part", (str(folder / NOTES),))
            for name in _NOTED:
                verb = f"INSERT INTO noted.{name}" if n else f"CREATE TABLE noted.{name} AS"
                made.execute(f"{verb} SELECT * FROM part.{name}")  # noqa: S608 - our own names
            made.execute("DETACH part")
        yield
    finally:
        made.execute("DETACH noted")
        path.unlink(missing_ok=True)


def _hash(one: Input) -> str:
    found = sha256()
    with opened(one) as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def _stored(made: sqlite3.Connection, noted: int, digest: str) -> Stored:
    by_kind = "SELECT kind, count(*) FROM documents WHERE origin IS {} NULL GROUP BY kind"
    types: dict[str, int] = dict(made.execute(by_kind.format("")))
    broken: dict[str | None, int] = dict(made.execute(by_kind.format("NOT")))
    (everywhere,) = made.execute("SELECT count(*) FROM everywhere").fetchone()
    duplicates = noted - sum(types.values()) - sum(broken.values())
    return Stored(types, broken, everywhere, duplicates, digest)
