"""Note what stands in rows of documents, and by what each of them will be found."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from askfirst.catalog.canonical import canonical
from askfirst.catalog.inputs import Kind
from askfirst.catalog.judging import syntax_in
from askfirst.catalog.pieces import Piece, Row, rows
from askfirst.catalog.verdicts import verdict
from askfirst.checking import Checked, check
from askfirst.checking.making import AnyDocument, make
from askfirst.decision import Documents, NoDocument, gather
from askfirst.decision.broken import Piece as Said
from askfirst.errors import AskFirstError, NoSuchPart
from askfirst.model.parts import Track
from askfirst.reading import Syntax
from askfirst.vocabulary import DocumentType

__all__ = ["NOTES", "Bearing", "NotIndexed", "Noting", "bearing", "documents", "note"]

#: The file that a piece leaves: a database with everything that stands in its rows.
NOTES = "notes.sqlite"

_TABLES = """
CREATE TABLE documents(
  sha256 BLOB, kind TEXT, text BLOB, origin BLOB, syntax TEXT, place INTEGER);
CREATE TABLE texts(origin BLOB, syntax TEXT, data BLOB);
CREATE TABLE identifiers(identifier TEXT, sha256 BLOB, part INTEGER, lends INTEGER);
CREATE TABLE endings(consent TEXT, sha256 BLOB);
CREATE TABLE everywhere(sha256 BLOB);
"""
_KINDS = {str(kind): kind for kind in DocumentType}


class NotIndexed(AskFirstError):
    """A row holds no document, or one that bears on nothing; the message says where and why."""


class Noting(NamedTuple):
    """Where the documents are: at a pointer in each row, in a column of a table."""

    pointer: str | None = None
    column: str | None = None


class Bearing(NamedTuple):
    """By what a document will be found.

    `names` are (identifier, part of the document, whether it lends the part's others), `ends` the
    Consents that it ends; `everywhere` tells that it bears on every question.
    """

    names: list[tuple[str, int, bool]]
    ends: list[str]
    everywhere: bool


class Read(NamedTuple):
    """A document as it is kept: what conforms as canonical bytes, else as its place in a text."""

    document: AnyDocument | Checked
    kind: str | None
    text: bytes | None
    place: int | None


def note(noting: Noting, piece: Piece, into: Path) -> None:
    """Write the documents in a piece into a folder.

    Raises `NotIndexed` at the first row that stops a question as well (reading rule 11).
    """
    with closing(sqlite3.connect(into / NOTES, isolation_level=None)) as notes:
        notes.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN; {_TABLES}")
        for row in rows(piece, column=noting.column):
            _note(notes, row, noting.pointer, syntax_in(piece.kind, row), piece.kind)
        notes.execute("COMMIT")


def _note(
    notes: sqlite3.Connection, row: Row, pointer: str | None, syntax: Syntax | None, kind: Kind
) -> None:
    try:
        found = list(documents(row.data, pointer, syntax))
    except (NoDocument, NotIndexed, NoSuchPart) as error:
        raise NotIndexed(f"{_where(row, kind)}: {error}") from error
    origin = sha256(row.data).digest()
    if any(one.text is None for one in found):
        notes.execute("INSERT INTO texts VALUES(?, ?, ?)", (origin, syntax or "", row.data))
    for one in found:
        digest = bytes.fromhex(one.document.sha256)
        place = (None, None, None) if one.text is not None else (origin, syntax or "", one.place)
        kept = (digest, one.kind, one.text, *place)
        notes.execute("INSERT INTO documents VALUES(?, ?, ?, ?, ?, ?)", kept)
        _write(notes, digest, bearing(gather([one.document])))


def _where(row: Row, kind: Kind) -> str:
    if kind is Kind.DOCUMENT:
        return row.path
    return f"{row.path}, {'row' if kind is Kind.PARQUET else 'byte'} {row.offset}"


def documents(data: bytes, pointer: str | None, syntax: Syntax | None) -> Iterator[Read]:
    """Yield each document in a row. Raises `NotIndexed`, `NoDocument`, `NoSuchPart`."""
    if syntax is Syntax.JSON:
        one = verdict(data, pointer)
        kind = _KINDS.get(one.kind or "") if one.conforms and one.documents == 1 else None
        value = _value(data, pointer) if kind else None
        if kind and value:
            yield _conforming(kind, value)
            return
    report = check(data, pointer=pointer, syntax=syntax)
    if not report.documents:
        first = f" ({report.findings[0].code})" if report.findings else ""
        raise NotIndexed(f"there is no document in it{first}; `askfirst catalog check` says more")
    for place, checked in enumerate(report.documents):
        (read,) = gather([checked]).all.values()
        if isinstance(read, Checked):
            yield Read(read, str(read.kind) if read.kind else None, None, place)
        else:
            yield _conforming(DocumentType(type(read).__name__), checked.value)


def _conforming(kind: DocumentType, value: Any) -> Read:  # noqa: ANN401 - a document
    text = canonical(value)
    return Read(make(kind, value, sha256(text).hexdigest()), str(kind), text, None)


def _value(data: bytes, pointer: str | None) -> dict[str, Any] | None:
    """Return the object at the top of a row, or at a pointer, where it names its own version."""
    import orjson  # noqa: PLC0415 - in the extra [catalog]

    value = orjson.loads(data)
    for token in (pointer or "").split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        value = value.get(name) if isinstance(value, dict) else None
    own = isinstance(value, dict) and isinstance(value.get("askfirst"), str)
    return value if own else None


def bearing(one: Documents) -> Bearing:
    """Return by what a document will be found: what it names, what it ends, or every question."""
    declared = [(n, said.track) for n, said in enumerate(one.declared)]
    agreed = [(0, track) for consent in one.consents for track in consent.tracks]
    names = [*_names([*declared, *_readable(one.broken)], lends=True)]
    names += _names([*agreed, *_readable(one.spoiled)], lends=False)
    ended = [*one.withdrawals, *(named for _, named in one.ends if named is not None)]
    unread = any(said.track is None for said in (*one.broken, *one.spoiled))
    return Bearing(names, ended, unread or any(named is None for _, named in one.ends))


def _write(notes: sqlite3.Connection, digest: bytes, found: Bearing) -> None:
    notes.executemany(
        "INSERT INTO identifiers VALUES(?, ?, ?, ?)",
        [(identifier, digest, part, lends) for identifier, part, lends in found.names],
    )
    ended = [(named, digest) for named in found.ends]
    notes.executemany("INSERT INTO endings VALUES(?, ?)", ended)
    if found.everywhere:
        notes.execute("INSERT INTO everywhere VALUES(?)", (digest,))


def _readable(pieces: tuple[Said, ...]) -> list[tuple[int, Track]]:
    return [(n, one.track) for n, one in enumerate(pieces) if one.track]


def _names(parts: list[tuple[int, Track]], *, lends: bool) -> Iterator[tuple[str, int, bool]]:
    """Yield the identifiers of parts of a document, and whether it lends others through them."""
    for part, track in parts:
        for identifier in track.identifiers:
            yield identifier, part, lends and identifier in track.recording
