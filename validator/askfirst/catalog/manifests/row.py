"""Say what a row of a manifest is, and a part of a manifest that one worker can read."""

import sys
from typing import Any, NamedTuple

from askfirst.catalog.inputs import Input
from askfirst.catalog.manifests.columns import Columns
from askfirst.catalog.manifests.hashing import Hashed
from askfirst.catalog.manifests.kinds import Kind
from askfirst.catalog.manifests.tracks import described

__all__ = ["ManifestPiece", "ManifestRow", "recorded"]


class ManifestRow(NamedTuple):
    """A row of a manifest, and the track that it names.

    `number` is the row's place in its file: the offset of a line in bytes, else a count from 0.
    `name` is what people call the row. `track` is a track as a Request names it, and empty where
    `trouble` says in a sentence why the row names none: such a row is never permitted.
    `data` is the row as JSON: a line as it stands; of a table, with null for bytes.
    """

    number: int
    name: str
    track: dict[str, Any]
    data: bytes
    trouble: str | None = None


class ManifestPiece(NamedTuple):
    """A part of a manifest: the rows of a file that lie from `start` to `stop`.

    Both count bytes of JSONL and row groups of Parquet; other files are one piece. `base` is the
    folder that paths in rows begin at. `samples` is how many rows an index promises.
    """

    kind: Kind
    file: Input
    base: str
    columns: Columns
    hash_audio: bool = False
    start: int = 0
    stop: int = sys.maxsize
    samples: int | None = None


def recorded(
    piece: ManifestPiece,
    number: int,
    row: dict[str, Any],
    *,
    trouble: str | None = None,
    audio: tuple[Hashed, ...] = (),
) -> ManifestRow:
    """Return the row of a table or a shard: its cells by their names.

    `trouble` is what is wrong with the row before anybody looks at its cells; `audio` is the audio
    that came with it, where it is not a path in the row.
    """
    base = piece.base if piece.hash_audio and piece.kind is not Kind.SHARD else None
    found = described(row, piece.columns, base, audio)
    trouble = trouble or found.trouble
    track = {} if trouble else found.track
    return ManifestRow(number, found.name or str(number), track, compact(row), trouble)


def compact(row: dict[str, Any]) -> bytes:
    """Return a row as compact JSON; what JSON has no form for is text, and bytes are null."""
    import orjson  # noqa: PLC0415 - in the extra [catalog]

    return orjson.dumps(row, default=_plain, option=orjson.OPT_NON_STR_KEYS)


def _plain(value: object) -> str | None:
    return None if isinstance(value, bytes) else str(value)
