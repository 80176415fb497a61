"""Hash the audio of a row: a file beside the manifest, or bytes in the row itself."""

import io
import stat
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from askfirst.audio import CodedAudio, UnreadableAudio, coded_audio
from askfirst.errors import InvalidIdentifier

__all__ = ["Hashed", "hashed", "hashed_file", "place_of"]

_PATH, _BYTES = "path", "bytes"


class Hashed(NamedTuple):
    """What became of the audio of a row: its hashes, or why it has none."""

    name: str
    file: dict[str, str]
    trouble: str | None = None


def place_of(value: Any) -> str | None:  # noqa: ANN401 - a cell
    """Return the path in a cell that names a file; None where it holds only the bytes."""
    if isinstance(value, dict):
        value = value.get(_PATH)
    return value if isinstance(value, str) and value.strip() else None


def hashed(value: Any, base: str) -> dict[str, str]:  # noqa: ANN401 - a cell
    """Return the hashes of the audio in a cell, or at its path below a folder.

    Raises `InvalidIdentifier` where there is none that can be read.
    """
    data = value.get(_BYTES) if isinstance(value, dict) else value
    if isinstance(data, bytes):
        return _hashes(io.BytesIO(data))
    place = place_of(value)
    if place is None:
        raise InvalidIdentifier("it has to be the path of a file")
    if "://" in place:
        raise InvalidIdentifier("it is an address, and none is fetched")
    try:
        path = Path(base, place)
        if not stat.S_ISREG(path.stat().st_mode):
            raise InvalidIdentifier("it is no file")
        with path.open("rb") as file:
            return _hashes(file)
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise InvalidIdentifier(f"the file cannot be read: {why}") from error


def hashed_file(name: str, file: BinaryIO) -> Hashed:
    """Return the hashes of a file that is read already, or why it has none."""
    try:
        return Hashed(name, _hashes(file))
    except InvalidIdentifier as error:
        return Hashed(name, {}, str(error))


def _hashes(file: BinaryIO) -> dict[str, str]:
    try:
        audio: CodedAudio = coded_audio(file)
    except UnreadableAudio as error:
        raise InvalidIdentifier(f"its audio cannot be hashed: {error}") from error
    lossless = {"pcmMd5": audio.pcm_md5} if audio.pcm_md5 else {}
    return {"packetsSha256": audio.packets_sha256, **lossless}
