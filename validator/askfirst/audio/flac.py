"""Hash the frames of a FLAC file (spec 4.13.4)."""

from typing import NamedTuple

from askfirst.audio import id3v2
from askfirst.audio.crc16 import beginnings
from askfirst.audio.digests import Digests, of_packets
from askfirst.audio.flac_frames import LONGEST, Header, header
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["digests"]

_MAGIC = 4
_STREAMINFO, _STREAMINFO_SIZE = 0, 34
#: More blocks than anybody writes.
_MOST = 10_000
#: No last frame is longer: 65,535 samples of eight channels, each of 32 bits, as they are.
_LONGEST_FRAME = 65_535 * 8 * 4 + 4096
#: Zeros after a frame leave its CRC right; no frame ends with as many.
_ZEROS = bytes(8)


class _StreamInfo(NamedTuple):
    samples_a_frame: int
    samples: int
    md5: bytes


def digests(source: Source) -> Digests:
    """Return the hash of all frames, and the MD5 that the file itself tells.

    Raises `UnreadableAudio` where it does not end with the last frame of its audio.
    """
    info, start = _metadata(source, id3v2.end(source) + _MAGIC)
    first = header(source.at(start, min(LONGEST, source.size - start)))
    if first is None:
        raise UnreadableAudio("no FLAC frame follows its metadata; export the track again")
    if not _ends_with_a_frame(source, start, info):
        raise UnreadableAudio(
            "it is cut off, or something stands after its audio, such as an ID3v1 tag; "
            "remove that with a tag editor, or export the track again"
        )
    packets = of_packets(source.pieces(start, source.size))
    # what was cut out of a longer file often keeps the MD5 of that
    told = any(info.md5) and not first.number
    return packets._replace(pcm_md5=info.md5.hex() if told else None)


def _metadata(source: Source, start: int) -> tuple[_StreamInfo, int]:
    """Return what the first block says, and where the blocks end."""
    info = None
    for n in range(_MOST):
        word = int.from_bytes(source.at(start, 4))
        kind, size = word >> 24 & 0x7F, word & 0xFFFFFF
        if (n == 0) != (kind == _STREAMINFO) or (n == 0 and size != _STREAMINFO_SIZE):
            raise UnreadableAudio("its metadata is damaged; export the track again")
        info = info or _stream_info(source.at(start + 4, _STREAMINFO_SIZE))
        start += 4 + size
        if word >> 31:
            return info, start
    raise UnreadableAudio(f"it has more than {_MOST} metadata blocks; export the track again")


def _stream_info(block: bytes) -> _StreamInfo:
    packed = int.from_bytes(block[10:18])
    return _StreamInfo(int.from_bytes(block[:2]), packed & 0xFFFFFFFFF, block[18:])


def _ends_with_a_frame(source: Source, start: int, info: _StreamInfo) -> bool:
    """Tell whether the last bytes are a frame, and the one with the last of the samples."""
    if source.has(source.size - len(_ZEROS), _ZEROS):
        return False
    begins = max(start, source.size - _LONGEST_FRAME)
    tail = source.at(begins, source.size - begins)
    frames = (header(tail[place : place + LONGEST]) for place in beginnings(tail))
    return any(_is_last(frame, info) for frame in frames if frame)


def _is_last(frame: Header, info: _StreamInfo) -> bool:
    """Tell whether a frame ends where the audio does; a length of 0 is unknown."""
    first = frame.number if frame.counts_samples else frame.number * info.samples_a_frame
    return info.samples in (0, first + frame.samples)
