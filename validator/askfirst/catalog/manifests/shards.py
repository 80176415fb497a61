"""Read the samples of a WebDataset shard: the members of a tar that share a key."""

import gzip
import io
import re
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO, NamedTuple, cast

from askfirst.audio import SUFFIXES
from askfirst.catalog.inputs import opened
from askfirst.catalog.manifests.columns import checked, names_in
from askfirst.catalog.manifests.hashing import Hashed, hashed_file
from askfirst.catalog.manifests.kinds import NotAManifest
from askfirst.catalog.manifests.objects import value_of
from askfirst.catalog.manifests.row import ManifestPiece, ManifestRow, recorded
from askfirst.reading.bulk import NotRead
from askfirst.reading.limits import AROUND

__all__ = ["check", "parts", "rows"]

#: The key of a sample is the name of a member up to the first dot of its last part.
_NAME = re.compile(r"((?:.*/|)[^./]+)\.([^/]*)", re.DOTALL)
#: A member that describes the shard and no sample.
_ABOUT = re.compile("__[^/]*__", re.DOTALL)
_FIRST = 100
_BLOCK = 2**20


class _Member(NamedTuple):
    """A member of a tar: the key of its sample, what it is of it, and the value of its JSON."""

    key: str
    extension: str
    value: object = None
    audio: Hashed | None = None
    trouble: str | None = None


def parts(whole: ManifestPiece) -> Iterator[ManifestPiece]:
    """Yield a shard as one piece."""
    yield whole


def check(first: ManifestPiece) -> None:
    """Raise `NotAManifest` where the first samples of a shard do not name tracks."""
    found = islice(_samples(first._replace(hash_audio=False)), _FIRST)
    names = {path: None for _, sample in found for path in names_in(_row(first, sample))}
    checked(first.columns, names, first.file.path)


def rows(piece: ManifestPiece) -> Iterator[ManifestRow]:
    """Yield the samples of a shard. Raises `NotAManifest`, or `Unreadable`."""
    number = 0
    for number, (_, sample) in enumerate(_samples(piece), 1):
        trouble = next((one.trouble for one in sample if one.trouble), None) or _twice(sample)
        audio = tuple(one.audio for one in sample if one.audio)
        row = _row(piece, sample)
        yield recorded(piece, number - 1, row, trouble=trouble, audio=audio)
    if piece.samples not in (None, number):
        path = piece.file.path
        raise NotAManifest(f"{path}: it has {number} samples, and its index says {piece.samples}")


def _row(piece: ManifestPiece, sample: list[_Member]) -> dict[str, object]:
    known = {"__key__": sample[0].key, "__url__": PurePath(piece.file.path).name}
    return known | {one.extension: one.value for one in sample if one.value is not None}


def _twice(sample: list[_Member]) -> str | None:
    extensions = [one.extension for one in sample]
    if len(set(extensions)) == len(extensions):
        return None
    return "two of its members have the same name"


def _samples(piece: ManifestPiece) -> Iterator[tuple[str, list[_Member]]]:
    """Yield the members of a key that stand one after another."""
    sample: list[_Member] = []
    for member in _members(piece):
        if sample and member.key != sample[0].key:
            yield sample[0].key, sample
            sample = []
        sample.append(member)
    if sample:
        yield sample[0].key, sample


def _members(piece: ManifestPiece) -> Iterator[_Member]:
    with _tar(piece) as tar:
        while info := tar.next():
            tar.members = []  # type: ignore[attr-defined]  # it would keep them all
            if not info.isdir() and not _ABOUT.fullmatch(info.name):
                yield _member(tar, info, hash_audio=piece.hash_audio)


def _member(tar: tarfile.TarFile, info: tarfile.TarInfo, *, hash_audio: bool) -> _Member:
    name = info.name.encode(errors="backslashreplace").decode()
    named = _NAME.fullmatch(name)
    key, extension = named.groups() if named else (name, "")
    extension = extension.lower()
    if not named:
        return _Member(key, extension, trouble="its name has no key and no extension")
    is_json = extension.rpartition(".")[2] == "json"
    is_audio = hash_audio and PurePath(name).suffix.lower() in SUFFIXES
    file = tar.extractfile(info) if info.isreg() and (is_json or is_audio) else None
    if not info.isreg():
        return _Member(key, extension, trouble=f"its member {extension} is no file")
    if file is None:
        return _Member(key, extension)
    if is_json:
        return _described(key, extension, file.read(AROUND.bytes + 1))
    return _Member(key, extension, audio=hashed_file(extension, io.BytesIO(file.read())))


def _described(key: str, extension: str, data: bytes) -> _Member:
    """Return a member that holds JSON."""
    try:
        return _Member(key, extension, value_of(data))
    except NotRead as error:
        return _Member(key, extension, trouble=f"its {extension} cannot be read: {error}")


@contextmanager
def _tar(piece: ManifestPiece) -> Iterator[tarfile.TarFile]:
    """Open a shard. Raises `NotAManifest` unless it is read to its end."""
    path = piece.file.path
    with opened(piece.file) as packed:
        gzipped = path.lower().endswith("gz")
        file = cast("BinaryIO", gzip.GzipFile(fileobj=packed)) if gzipped else packed
        try:
            with tarfile.open(fileobj=file, mode="r:") as tar:
                yield tar
                _end(file, tar.offset, path)  # where no header was
        except tarfile.TarError as error:
            raise NotAManifest(f"{path}: it is no tar, or a damaged one ({error})") from error


def _end(file: BinaryIO, offset: int, path: str) -> None:
    """Raise `NotAManifest` unless nothing but zeros is left, as at the end of a tar.

    The library stops without a word at a header that it cannot read.
    """
    file.seek(offset)
    rest = file.read(tarfile.BLOCKSIZE)
    whole = len(rest) == tarfile.BLOCKSIZE
    while whole and rest:
        whole = not any(rest) if len(rest) < _BLOCK else rest.count(0) == len(rest)
        rest = file.read(_BLOCK)
    if not whole:
        raise NotAManifest(f"{path}: it is cut off, damaged, or goes on after its end")
