"""What formats compute by hand here is what their standards say."""

import random
from hashlib import md5

import pytest

from askfirst.audio import crc16, flac_frames, mp3_frames
from askfirst.audio.ogg_pages import _crc
from tests.unit.audio.files import aiff, hashed, wav

CHANCE = random.Random(4)  # noqa: S311 - bytes, no secret


def naive_crc(data: bytes, polynomial: int, width: int) -> int:
    """Compute a checksum bit by bit, most significant first, from zero."""
    state, top = 0, 1 << width - 1
    for byte in data:
        state ^= byte << width - 8
        for _ in range(8):
            state = (state << 1) ^ (polynomial if state & top else 0)
            state &= (1 << width) - 1
    return state


@pytest.mark.parametrize("size", [1, 2, 3, 50, 500])
def test_the_checksum_of_a_page_is_that_of_ogg(size: int) -> None:
    data = CHANCE.randbytes(size)

    assert _crc(data) == naive_crc(data, 0x04C11DB7, 32)


@pytest.mark.parametrize("size", [1, 2, 3, 50, 500])
def test_a_place_is_found_from_which_the_checksum_holds(size: int) -> None:
    data = CHANCE.randbytes(size)
    ended = data + naive_crc(data, 0x8005, 16).to_bytes(2)
    before = CHANCE.randbytes(40)

    found = list(crc16.beginnings(before + ended))

    every = [
        n for n in range(len(before + ended)) if not naive_crc((before + ended)[n:], 0x8005, 16)
    ]
    assert found == every[::-1]
    assert len(before) in found


@pytest.mark.parametrize(
    ("header", "size", "side_information", "hertz", "mono"),
    [
        ("fffb90c4", 417, 17, 44_100, True),
        ("fffb9200", 418, 32, 44_100, False),
        ("fffbe440", 960, 32, 48_000, False),
        ("fffb18c0", 144, 17, 32_000, True),
        ("fff34000", 104, 17, 22_050, False),
        ("fff3c4c0", 384, 9, 24_000, True),
        ("ffe318c0", 72, 9, 8_000, True),
    ],
)
def test_a_header_says_how_long_its_frame_is(
    header: str, size: int, side_information: int, hertz: int, mono: bool
) -> None:
    found = mp3_frames.header(bytes.fromhex(header))

    assert found is not None
    assert found[:3] == (size, side_information, (hertz, mono))


@pytest.mark.parametrize(
    "header", ["fffb00c4", "fffbf0c4", "fffb9cc4", "fffd90c4", "ffff90c4", "ffeb90c4", "fe7b90c4"]
)
def test_what_is_no_header_begins_no_frame(header: str) -> None:
    """A free or forbidden bit rate, no sample rate, Layer II or I, no version, no sync."""
    assert mp3_frames.header(bytes.fromhex(header)) is None


def _flac_header(size: int, number: bytes, more: bytes = b"", variable: int = 0) -> bytes:
    begins = bytes([0xFF, 0xF8 | variable, size << 4 | 9, 0x18]) + number + more
    return begins + bytes([naive_crc(begins, 0x07, 8)]) + b"the rest"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (_flac_header(1, b"\x00"), (False, 0, 192)),
        (_flac_header(5, b"\x7f"), (False, 127, 4608)),
        (_flac_header(12, b"\xc2\x80"), (False, 128, 4096)),
        (_flac_header(6, b"\x01", b"\x0f"), (False, 1, 16)),
        (_flac_header(7, b"\x01", b"\x01\x00"), (False, 1, 257)),
        (_flac_header(8, b"\xfe" + b"\xbf" * 6, variable=1), (True, 2**36 - 1, 256)),
    ],
)
def test_a_flac_frame_says_its_number_and_its_samples(
    header: bytes, expected: tuple[bool, int, int]
) -> None:
    assert flac_frames.header(header) == expected


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"\xff\xf8",
        _flac_header(0, b"\x00"),
        _flac_header(1, b"\x80"),
        _flac_header(1, b"\xff"),
        _flac_header(1, b"\xc2\x00"),
        _flac_header(1, b"\x00").replace(b"\xff\xf8", b"\xff\xf0"),
        _flac_header(1, b"\x00")[:5],
        _flac_header(1, b"\x00")[:5] + b"\x00more",
    ],
)
def test_what_is_no_flac_header_begins_no_frame(header: bytes) -> None:
    assert flac_frames.header(header) is None


def _big(data: bytes, width: int) -> bytes:
    return b"".join(data[n : n + width][::-1] for n in range(0, len(data), width))


@pytest.mark.parametrize("width", [1, 2, 3, 4])
@pytest.mark.parametrize("moments", [1, 7, 400_001])
def test_samples_are_hashed_in_little_endian_order_and_signed(width: int, moments: int) -> None:
    """The longest are read in several pieces."""
    data = CHANCE.randbytes(width * moments)
    as_wav = bytes(byte ^ 0x80 for byte in data) if width == 1 else data

    expected = md5(data, usedforsecurity=False).hexdigest()
    assert hashed(wav(as_wav, width=width)).pcm_md5 == expected
    assert hashed(aiff(_big(data, width), width=width)).pcm_md5 == expected
