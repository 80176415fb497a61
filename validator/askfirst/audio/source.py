"""Read a seekable file: exactly what is asked for, and never much of it at once."""

import os
import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

from askfirst.audio.problems import UnreadableAudio

__all__ = ["Source"]

#: A multiple of every width of a sample, so that no piece ends inside one.
_PIECE = 12 * 2**16


class Source:
    """A file of known size; every place in it is counted in bytes from its start."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size = file.seek(0, os.SEEK_END)

    def at(self, start: int, size: int) -> bytes:
        """Return so many bytes from there. Raises `UnreadableAudio` where there are fewer."""
        self._check(start + size)
        self._file.seek(start)
        return self._read(size)

    def unpack(self, form: str, start: int) -> tuple[Any, ...]:
        """Return the numbers that `struct` reads there. Raises `UnreadableAudio` as `at` does."""
        return struct.unpack(form, self.at(start, struct.calcsize(form)))

    def has(self, start: int, magic: bytes) -> bool:
        """Tell whether these bytes stand there, also where nothing stands there."""
        inside = start >= 0 and start + len(magic) <= self.size
        return inside and self.at(start, len(magic)) == magic

    def pieces(self, start: int, end: int) -> Iterator[bytes]:
        """Yield everything between two places. Raises `UnreadableAudio` before the first piece."""
        self._check(end)
        self._file.seek(start)
        for position in range(start, end, _PIECE):
            yield self._read(min(_PIECE, end - position))

    def _check(self, end: int) -> None:
        if end > self.size:
            raise UnreadableAudio(
                f"it is cut off: it has {self.size} bytes and goes on to {end}; "
                "take the whole file, or export it again"
            )

    def _read(self, size: int) -> bytes:
        """Read on; a file that is not buffered can give less than it has."""
        parts = []
        while size:
            part = self._file.read(size)
            if not part:
                raise UnreadableAudio("it became shorter while it was read; try again")
            parts.append(part)
            size -= len(part)
        return b"".join(parts)
