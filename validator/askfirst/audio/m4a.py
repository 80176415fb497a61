"""Hash the samples of an M4A file with AAC or Apple Lossless in it (spec 4.13.6)."""

from askfirst.audio.digests import Digests, of_packets
from askfirst.audio.mp4_boxes import Box, boxes, child, children, content
from askfirst.audio.mp4_edits import check_edits
from askfirst.audio.mp4_samples import extents
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["digests", "movie"]

_CODINGS = (b"mp4a", b"alac")
_PROTECTED = (b"enca", b"drms")
#: Where the type of an entry stands: after the version, the count, and the entry's size.
_ENTRY = 12
_SAME_FILE = 1


def digests(source: Source) -> Digests:
    """Return the hash of the samples of the one audio track. Raises `UnreadableAudio`."""
    box = movie(source)
    track = _audio_track(source, box)
    media = child(source, track, b"mdia", b"minf")
    table = child(source, media, b"stbl")
    _check_coding(source, table)
    _check_place(source, child(source, media, b"dinf", b"dref"))
    check_edits(source, box, track)
    return of_packets(
        piece
        for start, size in extents(source, table)
        for piece in source.pieces(start, start + size)
    )


def movie(source: Source) -> Box:
    """Return the one table of contents. Raises `UnreadableAudio`, also for fragments."""
    top: list[Box] = []
    for box in boxes(source, 0, source.size):
        if box.kind == b"moof":
            raise _fragmented()
        top += [box] if box.kind == b"moov" else []
    if len(top) != 1:
        raise UnreadableAudio(
            f"it has {len(top)} tables of contents (moov) instead of one; take the whole file, or "
            "export the track again"
        )
    if children(source, top[0], b"mvex"):
        raise _fragmented()
    return top[0]


def _fragmented() -> UnreadableAudio:
    return UnreadableAudio("it is a fragmented MP4, as for streaming; save it as a plain M4A")


def _audio_track(source: Source, movie: Box) -> Box:
    tracks = [
        track
        for track in children(source, movie, b"trak")
        if source.has(child(source, track, b"mdia", b"hdlr").start + 8, b"soun")
    ]
    if len(tracks) != 1:
        raise UnreadableAudio(
            f"it has {len(tracks)} audio tracks instead of one; save the one that is meant"
        )
    return tracks[0]


def _check_coding(source: Source, table: Box) -> None:
    entries = content(source, child(source, table, b"stsd"))
    kind = entries[_ENTRY : _ENTRY + 4]
    if kind in _PROTECTED:
        raise UnreadableAudio("it is protected against copying; use the file as it was made")
    if int.from_bytes(entries[4:8]) != 1 or kind not in _CODINGS:
        raise UnreadableAudio("its audio is neither AAC nor Apple Lossless; save it as M4A or FLAC")


def _check_place(source: Source, references: Box) -> None:
    """Raise `UnreadableAudio` where the samples could stand in another file."""
    for one in boxes(source, references.start + 8, references.end):
        if not source.at(one.start, 4)[3] & _SAME_FILE:
            raise UnreadableAudio("its audio stands in another file; save it as one M4A file")
