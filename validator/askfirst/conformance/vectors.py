"""Load conformance vectors: those of the specification, or whatever else is laid out like them."""

import json
from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from askfirst.errors import AskFirstError

__all__ = ["MANIFEST", "BrokenVectors", "Kind", "Vector", "load"]

MANIFEST = "manifest.json"


class BrokenVectors(AskFirstError):
    """What should be vectors cannot be run."""


class Kind(StrEnum):
    """What a vector asks an implementation to do; the name of the folder it stands in."""

    CHECK = "check"
    DECISIONS = "decisions"
    EXPAND = "expand"
    DIFF = "diff"
    HOSTILE = "hostile"
    AUDIO = "audio"
    SIGNALS = "signals"


class Vector(NamedTuple):
    """A vector as it stands in its file; its id is the path of the file, `#` and its index."""

    id: str
    kind: Kind
    value: dict[str, Any]

    @property
    def line(self) -> str:
        """The line by which an implementation is asked."""
        question = {name: part for name, part in self.value.items() if name != "expect"}
        return json.dumps({"id": self.id, "kind": self.kind, **question}) + "\n"


def load(read: Callable[[str], bytes], kinds: Collection[Kind] = tuple(Kind)) -> tuple[Vector, ...]:
    """Return the vectors of some kinds in the files that the manifest lists.

    `read` returns the bytes of a file by its path below the folder of the vectors. Raises
    `BrokenVectors`, and whatever `read` raises.
    """
    manifest = _parsed(MANIFEST, read(MANIFEST))
    try:
        listed = [(Kind(f["kind"]), str(f["path"]), f["sha256"]) for f in manifest["files"]]
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenVectors(f"{MANIFEST} does not list files by path, kind and digest") from error
    return tuple(
        vector
        for kind, path, digest in listed
        if kind in kinds
        for vector in _vectors(path, kind, read(_inside(path)), digest)
    )


def _inside(path: str) -> str:
    """Return a path that leads nowhere but below the folder of the vectors."""
    if path.startswith(("/", "\\")) or ":" in path or ".." in path.replace("\\", "/").split("/"):
        raise BrokenVectors(f"{MANIFEST} lists {path}, which is not below its own folder")
    return path


def _vectors(path: str, kind: Kind, data: bytes, digest: str) -> Iterator[Vector]:
    if sha256(data).hexdigest() != digest:
        raise BrokenVectors(f"{path} is not the file that {MANIFEST} lists: its digest differs")
    values = _parsed(path, data)
    for n, value in enumerate(values if isinstance(values, list) else [None]):
        if not isinstance(value, dict) or not isinstance(value.get("expect"), dict):
            raise BrokenVectors(f"{path} is not a list of vectors, each with what it expects")
        yield Vector(f"{path}#{n}", kind, value)


def _parsed(path: str, data: bytes) -> Any:  # noqa: ANN401 - any JSON value
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BrokenVectors(f"{path} is not JSON") from error
