"""A file is hashed by its coded audio, read piece by piece, or refused with a reason."""

import tracemalloc
from io import BytesIO, RawIOBase
from time import monotonic

import pytest

from askfirst import AskFirstError
from askfirst.audio import SUFFIXES, Container, UnreadableAudio, coded_audio
from tests.unit.audio.files import audio, hashed, refused, wav


class Zeros(RawIOBase):
    """A file that begins with some bytes, is very long, and takes no room."""

    def __init__(self, beginning: bytes, size: int) -> None:
        self.beginning, self.size, self.position = beginning, size, 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0, /) -> int:
        self.position = offset + (0, self.position, self.size)[whence]
        return self.position

    def read(self, size: int = -1, /) -> bytes:
        size = min(size, self.size - self.position)
        start, self.position = self.position, self.position + size
        return self.beginning[start : start + size].ljust(size, b"\0")


class Dripping(BytesIO):
    """A file that gives a byte at a time, as one that is not buffered may."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 1))


@pytest.mark.parametrize("container", Container)
def test_a_file_is_of_the_container_that_it_begins_as(container: Container) -> None:
    assert hashed(audio(container)).container is container


@pytest.mark.parametrize("data", refused())
def test_a_file_that_is_refused_is_refused_with_what_would_be_right(data: bytes) -> None:
    with pytest.raises(UnreadableAudio) as trouble:
        hashed(data)

    assert isinstance(trouble.value, AskFirstError)
    wrong, _, right = str(trouble.value).partition("; ")
    assert len(wrong) > 10
    assert len(right) > 10


@pytest.mark.parametrize("data", [b"", b"I", b"ID3", b"\xff", b"\xff\xfb", b"OggS", b"RIFF", b"a"])
def test_the_beginning_of_a_file_is_none(data: bytes) -> None:
    with pytest.raises(UnreadableAudio):
        hashed(data)


def test_where_a_file_stands_open_has_no_part_in_its_hash() -> None:
    file = BytesIO(audio(Container.FLAC))
    first = coded_audio(file)

    assert coded_audio(file) == first


@pytest.mark.parametrize("container", Container)
def test_a_file_that_gives_little_at_a_time_is_read_to_its_end(container: Container) -> None:
    data = audio(container)

    assert coded_audio(Dripping(data)) == hashed(data)


def test_a_file_that_becomes_shorter_is_refused() -> None:
    file = Zeros(wav(bytes(2000)), len(wav(bytes(2000))))
    file.read = lambda size=-1: b"" if size > 1000 else Zeros.read(file, size)  # type: ignore[method-assign]

    with pytest.raises(UnreadableAudio):
        coded_audio(file)  # type: ignore[arg-type] # what it needs of a file is there


def _long_wav(size: int) -> Zeros:
    head = bytearray(wav(b""))
    head[40:44] = size.to_bytes(4, "little")
    return Zeros(bytes(head), 44 + size)


def test_a_long_file_takes_little_memory() -> None:
    tracemalloc.start()
    coded_audio(_long_wav(100_000_000))  # type: ignore[arg-type] # as above
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 8_000_000


@pytest.mark.parametrize(
    "beginning",
    [
        b"ID3\4\0\0\0\0\0\0" * 100,
        wav(b"", *[(b"JUNK", b"")] * 20_000),
        b"\0\0\0\x08ftyp" + b"\0\0\0\x08free" * 20_000,
        b"fLaC\0\0\0\x22" + bytes(34) + b"\1\0\0\0" * 20_000,
        b"\xff\xfb\x10\xc4",
        b"OggS" + bytes(22) + b"\1\x07" + b"\1vorbis",
    ],
)
def test_a_long_file_of_nothing_takes_little_time(beginning: bytes) -> None:
    started = monotonic()

    with pytest.raises(UnreadableAudio):
        coded_audio(Zeros(beginning, 4_000_000_000))  # type: ignore[arg-type] # as above
    assert monotonic() - started < 3


def test_suffixes_are_in_lower_case_and_have_their_full_stop() -> None:
    assert all(one == one.lower() and one.startswith(".") for one in SUFFIXES)
