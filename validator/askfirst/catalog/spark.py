"""The same answers on Spark: verdicts, and the audit as joins of DataFrames."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as sql
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from askfirst.catalog.batches import VERDICTS, Batches, Step, apart, check_batches, decide_batches
from askfirst.catalog.deciding import DECISIONS, Decider, named_track
from askfirst.catalog.fingerprint import fingerprint, shown, total, writable
from askfirst.catalog.noting import Bearing, bearing, documents
from askfirst.decision import gather
from askfirst.errors import InvalidIdentifier
from askfirst.model.documents import Request
from askfirst.model.trust import Trust
from askfirst.reading import Syntax
from askfirst.vocabulary import Assurance

__all__ = ["audit", "fingerprint_of", "verdicts"]

_NAMES: pa.DataType = pa.list_(pa.string())
_LENT: pa.DataType = pa.struct([("by", _NAMES), ("names", _NAMES)])


def _columns(**kinds: pa.DataType) -> pa.Schema:
    return pa.schema(kinds)


#: What is noted of a text with documents: by what each of them will be found.
_NOTES = _columns(
    origin=pa.binary(),
    text=pa.binary(),
    names=_NAMES,
    lent=pa.list_(_LENT),
    consents=_NAMES,
    ends=_NAMES,
    everywhere=pa.bool_(),
)
_NAMED = _columns(track=pa.binary(), identifier=pa.string())
_DIGEST = 32
#: Columns beside those of others, under names that nobody else gives.
_ASKED, _SAME = "askfirst asked", "askfirst same"


def verdicts(
    frame: DataFrame, column: str, *, keep: Iterable[str] = (), pointer: str | None = None
) -> DataFrame:
    """Return the verdicts on a column of JSON documents, beside the columns to `keep`."""
    kept = list(keep)
    step = check_batches(column, keep=kept, pointer=pointer)
    chosen = frame.select(*dict.fromkeys([*kept, column]))
    return chosen.mapInArrow(step, _schema(frame, kept, VERDICTS))


def fingerprint_of(verdicts: DataFrame, name: str = "id") -> str:
    """Return the digest of verdicts that `catalog check` shows; a column names the rows."""
    named = verdicts.select(sql.col(name).cast("string"), "codes")
    sums = named.mapInArrow(_sums, "sum binary").collect()
    return shown(total(int.from_bytes(one[0]) for one in sums))


def audit(  # noqa: PLR0913 - all that an answer depends on
    rows: DataFrame,
    documents: DataFrame,
    request: Mapping[str, object] | Request,
    *,
    at: str,
    assurance: str = Assurance.TRUSTED,
    trust: Mapping[str, object] | Trust | None = None,
    keep: Iterable[str] = (),
    track: str = "track",
    document: str = "document",
    pointer: str | None = None,
) -> DataFrame:
    """Return the answer for each row (`DECISIONS`), beside the columns to `keep`.

    The columns `track` and `document` hold JSON, as for `decide_batch`. What is noted of the
    documents is kept by Spark until its cache is cleared, and read once at once: for those that
    bear on every track, because nobody can read on which. Raises as `Decider.of` does; a text
    that is no document stops the job.
    """
    kept = apart(keep, DECISIONS)
    decider = Decider.of(request, at=at, assurance=assurance, trust=trust, pointer=pointer)
    notes = documents.select(document).mapInArrow(_noting(pointer), _spark(_NOTES)).persist()
    everywhere = notes.where("everywhere").select("text").distinct().collect()
    asked = rows.select(*kept, sql.col(track).cast("binary").alias(_ASKED))
    question = decider.beside(bytes(text) for (text,) in everywhere)
    tracks = asked.select(sql.col(_ASKED).alias("track")).distinct()
    answered = _joined(asked, _ASKED, _answers(tracks, notes, question))
    return answered.select(*kept, *DECISIONS.names)


def _answers(tracks: DataFrame, notes: DataFrame, decider: Decider) -> DataFrame:
    """Return each track with its answer; one that nobody speaks about has one too."""
    given = _joined(tracks, "track", _about(tracks, notes))
    step = decide_batches(decider, "track", "documents", keep=["track"])
    return given.mapInArrow(step, _schema(tracks, ["track"], DECISIONS))


def _about(tracks: DataFrame, notes: DataFrame) -> DataFrame:
    """Return for tracks the texts with all documents that can bear on them (reading rule 6).

    That is what shares an identifier with the track or with what could lend it identifiers, and
    what ends the Consents among it.
    """
    own = tracks.mapInArrow(_named, _spark(_NAMED))
    one = notes.select(sql.explode("lent").alias("one"))
    lent = one.select(sql.explode("one.by").alias("identifier"), "one.names")
    further = own.join(lent, "identifier").select("track", sql.explode("names"))
    naming = notes.select("origin", sql.explode("names").alias("identifier"))
    found = own.union(further).distinct().join(naming, "identifier").select("track", "origin")
    ending = found.join(_ended(notes), "origin").select("track", "ending")
    texts = notes.select("origin", "text").dropDuplicates(["origin"])
    every = found.union(ending).distinct().join(texts, "origin")
    return every.groupBy("track").agg(sql.collect_list("text").alias("documents"))


def _ended(notes: DataFrame) -> DataFrame:
    """Return the origins of Consents, and of what ends them."""
    consents = notes.select("origin", sql.explode("consents").alias("consent"))
    ends = notes.select(sql.col("origin").alias("ending"), sql.explode("ends").alias("consent"))
    return consents.join(ends, "consent").select("origin", "ending").distinct()


def _joined(left: DataFrame, column: str, right: DataFrame) -> DataFrame:
    """Return every row of the left, with that of the right for its track; null is one too."""
    renamed = right.withColumnRenamed("track", _SAME)
    same = left[column].eqNullSafe(renamed[_SAME])
    return left.join(renamed, same, "left").drop(_SAME)


def _noting(pointer: str | None) -> Step:
    def noted(batches: Batches) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            texts = batch.column(0).cast(pa.large_binary()).to_pylist()
            notes = [_note(text or b"", pointer) for text in texts]
            yield pa.RecordBatch.from_pylist(notes, schema=_NOTES)

    return noted


def _note(text: bytes, pointer: str | None) -> dict[str, Any]:
    ones = [gather([one.document]) for one in documents(text, pointer, Syntax.JSON)]
    found = [bearing(one) for one in ones]
    return {
        "origin": sha256(text).digest(),
        "text": text,
        "names": sorted({writable(name) for one in found for name, _, _ in one.names}),
        "lent": [lent for one in found for lent in _lent(one)],
        "consents": [consent.id for one in ones for consent in one.consents],
        "ends": [writable(consent) for one in found for consent in one.ends],
        "everywhere": any(one.everywhere for one in found),
    }


def _lent(found: Bearing) -> Iterator[dict[str, list[str]]]:
    """Yield for each part of a document by which identifiers it lends which others."""
    parts: dict[int, dict[str, bool]] = {}
    for name, part, lends in found.names:
        parts.setdefault(part, {})[writable(name)] = lends
    for names in parts.values():
        by = [name for name, lends in names.items() if lends]
        if by and len(names) > 1:
            yield {"by": by, "names": list(names)}


def _named(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield each track with each of its identifiers; one that names nothing has none."""
    for batch in batches:
        texts = [text or b"" for text in batch.column(0).to_pylist()]
        named = [(text, name) for text in texts for name in _identifiers(text)]
        columns: dict[str, list[Any]] = {
            "track": [text for text, _ in named],
            "identifier": [name for _, name in named],
        }
        yield pa.RecordBatch.from_pydict(columns, schema=_NAMED)


def _identifiers(text: bytes) -> frozenset[str]:
    try:
        return named_track(text).identifiers
    except InvalidIdentifier:
        return frozenset()


def _sums(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield the sum of the verdicts of a partition."""
    rows = (row for batch in batches for row in zip(*batch.to_pydict().values(), strict=True))
    found = total(fingerprint(name, codes) for name, codes in rows)
    yield pa.RecordBatch.from_pydict({"sum": [found.to_bytes(_DIGEST)]})


def _schema(frame: DataFrame, kept: list[str], found: pa.Schema) -> StructType:
    return StructType([*(frame.schema[name] for name in kept), *_spark(found).fields])


def _spark(schema: pa.Schema) -> StructType:
    found: StructType = from_arrow_schema(schema)
    return found
