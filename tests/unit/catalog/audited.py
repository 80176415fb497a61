"""A small sample of documents and tracks, and what the local audit answers for each track."""

import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import askfirst
from askfirst.catalog.answers import Answered, Auditor
from askfirst.catalog.noting import Noting, bearing
from askfirst.catalog.sampling import consents, declarations, request, rows, withdrawals
from askfirst.catalog.store import Store
from askfirst.catalog.verdicts import verdict
from askfirst.cli.indexing import indexed
from askfirst.decision import gather
from tests.unit.catalog.manifest_writing import jsonl, read

if TYPE_CHECKING:
    from askfirst.model.documents import Request

__all__ = ["AT", "REQUEST", "UNREADABLE", "World", "audited", "world"]

AT = "2026-11-22T10:00:00Z"
REQUEST = cast("Request", askfirst.read(request(1)))
_FEW = 200
#: A Declaration whose track nobody can read: it bears on every track.
UNREADABLE = {"askfirst": "1.0.0", "type": "Declaration", "prohibits": ["generative-input"]}


class World(NamedTuple):
    """Documents, and tracks as JSON; of what names no track the text is an empty object."""

    documents: tuple[bytes, ...]
    tracks: tuple[bytes, ...]


def world(folder: Path, invalid: float, *, unreadable: bool = False) -> World:
    """Return a sample, with texts that stand twice, a list of documents, and ends of Consents.

    Documents that bear on every track are left out unless what is `unreadable` is wanted.
    """
    known = {"declared": _FEW}
    said = list(declarations(1, 0, _FEW, invalid))
    agreed = list(consents(1, 0, _FEW // 2, invalid, **known))
    ended = list(withdrawals(1, 0, _FEW // 4, invalid, **known, consented=_FEW // 2))
    listed = b"[%b,%b]" % tuple(declarations(2, 0, 2, 0))
    manifest = jsonl(folder, [json.loads(row) for row in rows(1, 0, _FEW, _FEW)])
    tracks = tuple(json.dumps(row.track).encode() for row in read(manifest))
    found = (one for one in (*said, *agreed, *ended, *said[:9]) if _is_wanted(one, unreadable))
    return World((*found, listed), tracks)


def _is_wanted(text: bytes, unreadable: bool) -> bool:
    if not verdict(text).documents:  # it would stop the question
        return False
    return unreadable or not bearing(gather(askfirst.check(text).documents)).everywhere


def audited(documents: Iterable[bytes], tracks: Iterable[bytes], folder: Path) -> list[Answered]:
    """Return what the local audit answers for tracks, from a store of the documents."""
    path, target = folder / "documents.jsonl", folder / "store.sqlite"
    path.write_bytes(b"".join(one + b"\n" for one in documents))
    indexed(Noting(), [str(path)], target, 1)
    with closing(Store(str(target))) as store:
        auditor = Auditor(store, REQUEST, at=AT, assurance="unsigned")
        return [auditor.answer(json.loads(track)) for track in tracks]
