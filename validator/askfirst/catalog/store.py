"""Read a store: documents by what they name, and nothing in it on faith."""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import askfirst
from askfirst.catalog.storing import APPLICATION, VERSION, content_digest
from askfirst.catalog.verdicts import verdict
from askfirst.checking import Checked, check
from askfirst.checking.making import AnyDocument, make
from askfirst.decision import Documents, gather
from askfirst.errors import AskFirstError
from askfirst.reading import Syntax
from askfirst.vocabulary import DocumentType

__all__ = ["NotAStore", "Store", "is_store"]

#: How many documents a process keeps; each takes about ten kilobytes.
_KEPT = 1 << 12
#: Where the application stands in the head of a SQLite file, which ends there for us.
_HEAD = 72

_NAMING = """
SELECT document, part, lends FROM identifiers
WHERE identifier IN (SELECT value FROM json_each(?))
"""
_ENDING = "SELECT document FROM endings WHERE consent IN (SELECT value FROM json_each(?))"
_DOCUMENT = "SELECT hex(sha256), kind, text, origin, place FROM documents WHERE number = ?"
_PERIOD = """
SELECT min(issued), max(issued) FROM (
  SELECT json_extract(CAST(text AS TEXT), '$.issued') AS issued FROM documents
  WHERE text IS NOT NULL)
"""
_TEXTS = "SELECT kind, text FROM documents WHERE text IS NOT NULL"
_TEXT = "SELECT sha256, syntax, data FROM texts WHERE number = ?"


class NotAStore(AskFirstError):
    """A file is no store, or one that holds something else than it says."""


def is_store(path: Path) -> bool:
    """Tell whether a file says that it is a store, of whatever form. Raises `OSError`."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return head.startswith(b"SQLite format 3\0") and head[-4:] == APPLICATION.to_bytes(4)


class Store:
    """A store of documents, open for reading; a process that works with one opens it itself."""

    def __init__(self, path: str, *, verified: bool = False) -> None:
        """Open a store, which somebody may have verified before. Raises `NotAStore`."""
        import orjson  # noqa: PLC0415 - in the extra [catalog]

        self.path = path
        self._verified = verified
        self._load, self._list = orjson.loads, orjson.dumps
        self.document = lru_cache(_KEPT)(self._document)
        uri = f"{Path(path).absolute().as_uri()}?mode=ro&immutable=1"
        try:
            self._file = sqlite3.connect(uri, uri=True)
        except sqlite3.Error as error:
            raise self._no_store(str(error)) from error
        self._require()
        meta: dict[str, Any] = dict(self._all("SELECT name, value FROM meta"))
        if meta.get("tool") != askfirst.__version__ or "content" not in meta:
            raise self._no_store("another version wrote it, or nobody finished it; index again")
        self.content_digest: str = meta["content"]
        self._pointer: str | None = meta.get("pointer")
        self.inputs: dict[str, str] = dict(self._all("SELECT path, sha256 FROM inputs"))
        self.everywhere = tuple(n for (n,) in self._all("SELECT document FROM everywhere"))

    def _require(self) -> None:
        """Raise `NotAStore` for another database, or a store of another form."""
        for name, wanted in (("application_id", APPLICATION), ("user_version", VERSION)):
            if self._all(f"PRAGMA {name}") != [(wanted,)]:
                raise self._no_store("`askfirst catalog index` wrote none of this form")

    def verify(self) -> None:
        """Read all of it, and raise `NotAStore` where its content is not what it says.

        Then documents that are loaded are not looked at again.
        """
        try:
            found = content_digest(self._file)
            texts = self._file.execute(_TEXTS)
            conform = all(_conforms(kind, text) for kind, text in texts)
        except (sqlite3.Error, ValueError) as error:
            raise self._no_store(str(error)) from error
        if found != self.content_digest or not conform:
            raise self._no_store("its content is not what was written")
        self._verified = True

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def naming(self, identifiers: Iterable[str]) -> list[tuple[int, int, int]]:
        """Return (document, part of it, whether it lends) for what has one of the identifiers."""
        return self._all(_NAMING, self._list(list(identifiers)))

    def ending(self, consents: Iterable[str]) -> list[int]:
        """Return the documents that end one of the Consents with some ids."""
        return [number for (number,) in self._all(_ENDING, self._list(list(consents)))]

    def period(self) -> tuple[str, str] | None:
        """Return when the first and the last document was issued; None where none conforms."""
        first, last = self._all(_PERIOD)[0]
        return None if first is None else (str(first), str(last))

    def _document(self, number: int) -> Documents:
        """Return one document, taken apart. Raises `NotAStore`."""
        found = self._all(_DOCUMENT, number)
        if not found:
            raise self._no_store(f"document {number} is missing")
        digest, kind, text, origin, place = found[0]
        one = self._broken(origin, place) if text is None else self._made(kind, text)
        if one is None or one.sha256 != digest.lower():
            raise self._no_store(f"document {number} is not what was written")
        return gather([one])

    def _made(self, kind: str, text: bytes) -> AnyDocument | None:
        """Return a document from its canonical bytes; None where it does not conform.

        Anybody can write a store, and whoever did may have left out to look.
        """
        if not self._verified and not _conforms(kind, text):
            return None
        try:
            return make(DocumentType(kind), self._load(text), sha256(text).hexdigest())
        except (LookupError, TypeError, ValueError):
            return None

    def _broken(self, origin: int, place: int) -> Checked | None:
        """Return a document that does not conform, read again as it was read."""
        found = self._all(_TEXT, origin)
        if not found or sha256(found[0][2]).digest() != found[0][0]:
            return None
        _, syntax, data = found[0]
        try:
            read = check(
                data, syntax=Syntax(syntax) if syntax else None, pointer=self._pointer
            ).documents
        except (AskFirstError, ValueError):
            return None
        return read[place] if place < len(read) else None

    def _all(self, query: str, *values: Any) -> list[Any]:  # noqa: ANN401 - of a database
        try:
            return self._file.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise self._no_store(str(error)) from error

    def _no_store(self, why: str) -> NotAStore:
        return NotAStore(f"{self.path} is no store of documents: {why}")


def _conforms(kind: str, text: bytes) -> bool:
    found = verdict(text)
    return found.conforms and found.kind == kind
