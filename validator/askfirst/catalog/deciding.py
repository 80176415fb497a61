"""Decide about columns of Arrow: tracks, and beside each of them the documents about it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

import pyarrow as pa

from askfirst.catalog.answers import Answered, Silence, answered
from askfirst.catalog.manifests.columns import Columns
from askfirst.catalog.manifests.objects import value_of
from askfirst.catalog.manifests.tracks import described
from askfirst.catalog.noting import documents as read_documents
from askfirst.checking import Checked, read, read_trust
from askfirst.checking.making import AnyDocument
from askfirst.checking.pieces import track as read_track
from askfirst.decision import Documents, NoDocument, NoQuestion, decide, gather
from askfirst.decision.narrowing import Index
from askfirst.errors import InvalidIdentifier
from askfirst.model.decisions import Missing
from askfirst.model.documents import Request
from askfirst.model.parts import Track
from askfirst.model.trust import Trust
from askfirst.reading import Syntax
from askfirst.reading.bulk import NotRead
from askfirst.vocabulary import Assurance

__all__ = ["DECISIONS", "Decider", "decide_batch", "named_track"]

_CLAIMANT = pa.struct([("holder", pa.string()), ("name", pa.string()), ("contact", pa.string())])
_MISSING = pa.struct(
    [
        pa.field("right", pa.string(), nullable=False),
        pa.field("holder", pa.string()),
        pa.field("use", pa.string(), nullable=False),
        pa.field("askAt", pa.list_(pa.string()), nullable=False),
        pa.field("claimedBy", pa.list_(_CLAIMANT), nullable=False),
    ]
)
#: The columns of answers, one row for each track. Where there is none, `trouble` says why, and
#: what has no outcome is not permitted.
DECISIONS = pa.schema(
    [
        pa.field("outcome", pa.string()),
        pa.field("decision", pa.string()),
        pa.field("rights", pa.map_(pa.string(), pa.string()), nullable=False),
        pa.field("why", pa.list_(pa.string()), nullable=False),
        pa.field("missing", pa.list_(_MISSING), nullable=False),
        pa.field("trouble", pa.string()),
    ]
)
#: How many documents are kept while a column is answered; each takes about ten kilobytes.
_KEPT = 1 << 12
_TEXTS, _LISTS = pa.large_binary(), pa.large_list(pa.large_binary())

#: A column of Arrow, in one part or in several.
Column: TypeAlias = "pa.Array[Any] | pa.ChunkedArray[Any]"


def decide_batch(  # noqa: PLR0913 - all that an answer depends on
    tracks: Column,
    documents: Column,
    request: Mapping[str, object] | Request,
    *,
    at: str,
    assurance: str = Assurance.TRUSTED,
    trust: Mapping[str, object] | Trust | None = None,
    pointer: str | None = None,
) -> pa.RecordBatch:
    """Return the answers (`DECISIONS`) for a column of tracks, each as the JSON a Request has.

    `documents` holds for each track a list of JSON documents, text or binary. There may be more
    than bear on it, but none of those that do may be missing; a pointer leads to the document in
    each. Raises `NoQuestion`, `NoDocument`, `NotIndexed` or `NoSuchPart` as `catalog index` and
    `decide` do, `TypeError` for columns of other types.
    """
    decider = Decider.of(request, at=at, assurance=assurance, trust=trust, pointer=pointer)
    return decider.answer(tracks, documents)


class _Parts(NamedTuple):
    """All that an answer depends on but the track and the documents about it."""

    request: Request
    how: dict[str, Any]
    pointer: str | None
    everywhere: tuple[bytes, ...] = ()


class Decider:
    """A question about very many tracks; what it read is kept for the next column."""

    def __init__(self, parts: _Parts) -> None:
        self._parts = parts
        self._read = lru_cache(_KEPT)(self._documents)
        self._silences: dict[tuple[str, ...], Silence] = {}

    @classmethod
    def of(
        cls,
        request: Mapping[str, object] | Request,
        *,
        pointer: str | None = None,
        trust: Mapping[str, object] | Trust | None = None,
        **how: str,
    ) -> "Decider":
        """Return a question. Raises `NoQuestion` or `InvalidDocument` where it has no answer."""
        asked = read(request) if isinstance(request, Mapping) else request
        if not isinstance(asked, Request):
            raise NoQuestion("only a Request can be asked of many tracks")
        known = read_trust(trust) if isinstance(trust, Mapping) else trust
        parts = _Parts(asked, {**how, "trust": known}, pointer)
        decide(asked, (), **parts.how)
        return cls(parts)

    def __reduce__(self) -> tuple[type["Decider"], tuple[_Parts]]:
        """Send the question to another process, and leave here what was read."""
        return Decider, (self._parts,)

    def beside(self, everywhere: Iterable[bytes]) -> "Decider":
        """Return the same question, with documents that are given beside those of each track."""
        return Decider(self._parts._replace(everywhere=tuple(everywhere)))

    def answer(self, tracks: Column, documents: Column) -> pa.RecordBatch:
        """Return the answers for a column of tracks, as `decide_batch` does."""
        given = zip(_cast(tracks, _TEXTS), _cast(documents, _LISTS), strict=True)
        return _columns([self._answer(track or b"", about or ()) for track, about in given])

    def _answer(self, text: bytes, given: Iterable[bytes]) -> Answered | str:
        """Return the answer for a track, or why there is none."""
        try:
            track = named_track(text)
        except InvalidIdentifier as error:
            return str(error)
        about = Index(self._gathered((*given, *self._parts.everywhere))).about(track)
        if _names_no_track(about):
            return self._silence(track, about).about(track)
        return answered(self._decide(track, about))

    def _silence(self, track: Track, about: Documents) -> Silence:
        key = tuple(about.all)
        if key not in self._silences:
            self._silences = {key: Silence.of(self._decide(track, about))}
        return self._silences[key]

    def _decide(self, track: Track, about: Documents) -> Any:  # noqa: ANN401 - an Answer
        return decide(replace(self._parts.request, track=track), about, **self._parts.how)

    def _gathered(self, given: Iterable[bytes]) -> Documents:
        """Return the documents in the order that they have in a store, each once.

        Of two with one digest, that which does not conform counts.
        """
        ones = [one for text in given for one in self._read(text)]
        ones.sort(key=lambda one: (one.sha256, isinstance(one, Checked)))
        return gather(ones)

    def _documents(self, data: bytes | None) -> tuple[AnyDocument | Checked, ...]:
        if data is None:
            raise NoDocument("null stands among the documents")
        found = read_documents(data, self._parts.pointer, Syntax.JSON)
        return tuple(one.document for one in found)


def named_track(text: bytes) -> Track:
    """Return the track that a JSON object names, as a row of a manifest that has it.

    Raises `InvalidIdentifier` where it names none, or none for sure.
    """
    try:
        found = described({"track": value_of(text)}, Columns())
    except NotRead as error:
        raise InvalidIdentifier(f"it has to be a track as JSON ({error})") from error
    if found.trouble:
        raise InvalidIdentifier(found.trouble)
    return read_track(found.track)


def _names_no_track(about: Documents) -> bool:
    said = (*about.broken, *about.spoiled)
    return not about.declared and not about.consents and all(one.track is None for one in said)


def _cast(column: Any, kind: pa.DataType) -> Any:  # noqa: ANN401 - of no type that stubs know
    try:
        return column.cast(kind).to_pylist()
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        wanted = "lists of texts" if kind is _LISTS else "texts"
        raise TypeError(f"a column of {wanted} is needed, not {column.type}") from error


def _columns(found: list[Answered | str]) -> pa.RecordBatch:
    ones = [_written(one) for one in found]
    return pa.RecordBatch.from_pylist(ones, schema=DECISIONS)


def _written(one: Answered | str) -> dict[str, Any]:
    if isinstance(one, str):
        return {"rights": [], "why": [], "missing": [], "trouble": one}
    return {
        "outcome": str(one.outcome),
        "decision": one.decision,
        "rights": [(str(right), str(agreed)) for right, agreed in one.rights.items()],
        "why": list(one.codes),
        "missing": list(map(_missing, one.missing)),
    }


def _missing(one: Missing) -> dict[str, Any]:
    return {
        "right": str(one.right),
        "holder": one.holder,
        "use": str(one.use),
        "askAt": one.ask_at,
        "claimedBy": [claimant._asdict() for claimant in one.claimed_by],
    }
