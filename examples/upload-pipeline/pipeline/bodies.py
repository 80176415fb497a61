"""Take the bodies of requests: no larger, and for no longer, than we can bear."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import BinaryIO, NamedTuple, cast

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from pipeline.problems import Problem

__all__ = ["Upload", "json_body", "upload"]

#: In bytes: the metadata of one track, and a track with its metadata.
_MOST_METADATA = 2**20
_MOST_AUDIO = 2**29
#: In seconds: how long a body may take to arrive.
_LONGEST_METADATA = 20
_LONGEST_AUDIO = 600
_TOO_LARGE = "the body is too large: metadata has at most {} bytes, and audio at most {}"


class Upload(NamedTuple):
    """What was uploaded: the bytes of the metadata, and the audio where it came with them."""

    metadata: bytes
    audio: BinaryIO | None = None


async def json_body(request: Request) -> bytes:
    """Return the bytes of a body in JSON. Raises `Problem`."""
    kind = _kind(request)
    if kind != "application/json":
        raise Problem(415, f"`{kind}` is not taken here; send application/json")
    stream = _bounded(request.stream(), _MOST_METADATA)
    async with _in_time(_LONGEST_METADATA):
        return b"".join([chunk async for chunk in stream])


@asynccontextmanager
async def upload(request: Request) -> AsyncGenerator[Upload]:
    """Take JSON, or multipart with the files `metadata` and `audio`. Raises `Problem`."""
    if _kind(request) != "multipart/form-data":
        yield Upload(await json_body(request))
        return
    stream = _bounded(request.stream(), _MOST_AUDIO)
    parser = MultiPartParser(request.headers, stream, max_files=2, max_fields=0)
    async with _in_time(_LONGEST_AUDIO):
        try:
            form = await parser.parse()
        except MultiPartException as error:
            raise Problem(400, f"{error.message} Send two files: metadata and audio.") from error
    try:
        parts = cast("dict[str, UploadFile]", dict(form.multi_items()))
        yield await _parts(parts)
    finally:
        await form.close()


async def _parts(parts: dict[str, UploadFile]) -> Upload:
    if set(parts) != {"metadata", "audio"}:
        raise Problem(400, "send two files, one called metadata and one called audio")
    metadata = await parts["metadata"].read(_MOST_METADATA + 1)
    if len(metadata) > _MOST_METADATA:
        raise Problem(413, _TOO_LARGE.format(_MOST_METADATA, _MOST_AUDIO))
    return Upload(metadata, parts["audio"].file)


def _kind(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _bounded(stream: AsyncGenerator[bytes], most: int) -> AsyncGenerator[bytes]:
    """Yield what arrives, and stop where it is too much: a length can be false, or left out."""
    taken = 0
    async for chunk in stream:
        taken += len(chunk)
        if taken > most:
            raise Problem(413, _TOO_LARGE.format(_MOST_METADATA, _MOST_AUDIO))
        yield chunk


@asynccontextmanager
async def _in_time(seconds: int) -> AsyncGenerator[None]:
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError as error:
        raise Problem(408, f"the body has to arrive within {seconds} seconds") from error
