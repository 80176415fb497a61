"""Hash the frames of an MP3 file (spec 4.13.3)."""

from collections.abc import Iterator

from askfirst.audio import ape, id3v2
from askfirst.audio.digests import Digests, of_packets
from askfirst.audio.mp3_frames import Header, header
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["digests"]

_APE, _APE_HAS_HEADER = 32, 1 << 31


def digests(source: Source) -> Digests:
    """Return the hash of the frames between the tags. Raises `UnreadableAudio`."""
    end = _end(source)
    first = id3v2.end(source)
    start = first + _information(source, first)
    _check(_frames(source, start, end))
    return of_packets(source.pieces(start, end))


def _end(source: Source) -> int:
    """Return where the frames end: before an APEv2 tag, before an ID3v1 tag."""
    end = ape.before_id3v1(source)
    if source.has(end - 9, b"LYRICS200") or source.has(end - 9, b"LYRICSEND"):
        raise UnreadableAudio("it has a Lyrics3 tag; remove it with a tag editor")
    if not source.has(end - _APE, b"APETAGEX"):
        return end
    size, _, flags = source.unpack("<III", end - _APE + 12)
    start: int = end - size - _APE
    if not flags & _APE_HAS_HEADER or not source.has(start, b"APETAGEX"):
        raise UnreadableAudio(
            "its APE tag has no header or is damaged; write the tags anew with a tag editor"
        )
    return start


def _information(source: Source, start: int) -> int:
    """Return the size of a first frame that only says how long the file is, else 0."""
    found = header(source.at(start, 4))
    told = found and _length(source.at(start, found.size), found.side_information)
    if found is None or told is None:
        return 0
    if not any(told):
        raise UnreadableAudio(
            "its first frame is a Xing, Info or VBRI frame without a length; export the track again"
        )
    return found.size


def _length(frame: bytes, side_information: int) -> bytes | None:
    """Return the numbers of frames and bytes that a frame tells; None if it is no such frame."""
    start = 4 + side_information
    if frame[start : start + 4] in {b"Xing", b"Info"}:
        flags = int.from_bytes(frame[start + 4 : start + 8])
        return frame[start + 8 : start + 8 + 4 * (flags & 0b11).bit_count()]
    if frame[36:40] == b"VBRI":
        return frame[46:54] if frame[40:42] == b"\x00\x01" else b""
    return None


def _check(frames: Iterator[Header]) -> None:
    """Go through the frames. Raises `UnreadableAudio` unless all are of one kind."""
    first, second = next(frames, None), next(frames, None)
    if not first or not second or first.alike != second.alike:
        raise UnreadableAudio(
            "it does not begin with two MP3 frames of one kind; export the track again"
        )
    if any(frame.kind != first.kind for frame in frames):
        raise UnreadableAudio("its frames are of several kinds; export the track again")


def _frames(source: Source, start: int, end: int) -> Iterator[Header]:
    """Yield the headers of the frames. Raises `UnreadableAudio` unless they fill the place."""
    while start < end:
        found = header(source.at(start, 4))
        if found is None:
            raise UnreadableAudio(
                f"there is no MP3 frame at byte {start}; remove what is there, or export the "
                "track again"
            )
        start += found.size
        if start > end:
            raise UnreadableAudio("it is cut off inside its last frame; take the whole file")
        yield found
