"""Find the audio files of the conformance vectors, and lay out small ones by hand."""

import json
import struct
from base64 import b64decode
from io import BytesIO

from askfirst.audio import CodedAudio, Container, coded_audio
from tests.consistency.shipped import Json
from tests.consistency.vectors import FOLDER

__all__ = ["aiff", "audio", "hashed", "refused", "vectors", "wav"]


def vectors() -> list[Json]:
    """Return all vectors of the kind `audio`."""
    return [one for file in sorted(FOLDER.glob("audio/*.json")) for one in _loaded(file.name)]


def audio(container: Container) -> bytes:
    """Return the first file of a container: plain, without tags of its own."""
    return b64decode(_loaded(f"{container}.json")[0]["audio"])


def refused() -> list[bytes]:
    """Return the files that are refused."""
    return [b64decode(one["audio"]) for one in vectors() if not one["expect"]["container"]]


def hashed(data: bytes) -> CodedAudio:
    """Return the hashes of a file in memory."""
    return coded_audio(BytesIO(data))


def wav(data: bytes, *around: tuple[bytes, bytes], width: int = 2) -> bytes:
    """Return a WAV file of one channel, with more chunks after its audio."""
    form = struct.pack("<HHIIHH", 1, 1, 8000, 8000 * width, width, 8 * width)
    return _form(b"RIFF", b"WAVE", "<", (b"fmt ", form), (b"data", data), *around)


def aiff(data: bytes, *around: tuple[bytes, bytes], width: int = 2) -> bytes:
    """Return an AIFF file of one channel, with more chunks after its audio."""
    rate = bytes.fromhex("400bfa00000000000000")
    common = struct.pack(">HIH", 1, len(data) // width, 8 * width) + rate
    sound = bytes(8) + data
    return _form(b"FORM", b"AIFF", ">", (b"COMM", common), (b"SSND", sound), *around)


def _form(magic: bytes, kind: bytes, order: str, *chunks: tuple[bytes, bytes]) -> bytes:
    body = kind + b"".join(
        name + struct.pack(f"{order}I", len(content)) + content + bytes(len(content) % 2)
        for name, content in chunks
    )
    return magic + struct.pack(f"{order}I", len(body)) + body


def _loaded(name: str) -> list[Json]:
    return list(json.loads((FOLDER / "audio" / name).read_bytes()))
