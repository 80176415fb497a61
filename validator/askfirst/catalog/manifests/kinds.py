"""Recognize what a manifest is written in, by its name and by how it begins."""

from enum import StrEnum
from pathlib import Path

from askfirst.catalog.inputs import Unreadable

__all__ = ["FORMS", "Kind", "NotAManifest", "kind_of", "promised"]

FORMS = (
    "JSONL (.jsonl, .ndjson, also .gz and .zst), Parquet, CSV or TSV (also .gz), WebDataset shards "
    "(.tar) or their index, a folder written by Hugging Face datasets, Croissant metadata"
)


class NotAManifest(Unreadable):
    """What was given is no manifest, or none that can be read whole; the message says why."""


class Kind(StrEnum):
    """How the rows of one file are written."""

    LINES = "lines"
    PARQUET = "parquet"
    ARROW = "arrow"
    SHEET = "sheet"
    SHARD = "shard"
    JSON = "json"


_SUFFIXES = {
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".jsonl.gz": Kind.LINES,
    ".ndjson.gz": Kind.LINES,
    ".jsonl.zst": Kind.LINES,
    ".ndjson.zst": Kind.LINES,
    ".parquet": Kind.PARQUET,
    ".arrow": Kind.ARROW,
    ".csv": Kind.SHEET,
    ".tsv": Kind.SHEET,
    ".csv.gz": Kind.SHEET,
    ".tsv.gz": Kind.SHEET,
    ".tar": Kind.SHARD,
    ".tar.gz": Kind.SHARD,
    ".tgz": Kind.SHARD,
    ".json": Kind.JSON,
    ".jsonld": Kind.JSON,
}
_TAR_MAGIC = 257, b"ustar"


def kind_of(path: Path) -> Kind | None:
    """Return the kind of a file by its name, else by its first bytes; None for another file.

    Raises `OSError`.
    """
    return promised(path) or _by_content(path)


def promised(path: Path) -> Kind | None:
    """Return the kind that the name of a file promises."""
    name = path.name.lower()
    return next((kind for suffix, kind in _SUFFIXES.items() if name.endswith(suffix)), None)


def _by_content(path: Path) -> Kind | None:
    with path.open("rb") as file:
        start = file.read(512)
    place, magic = _TAR_MAGIC
    if start.startswith(b"PAR1"):
        return Kind.PARQUET
    if start.startswith(b"ARROW1"):
        return Kind.ARROW
    if start[place:].startswith(magic):
        return Kind.SHARD
    return Kind.LINES if start.lstrip().startswith(b"{") else None
