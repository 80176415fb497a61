"""See that an edit list leaves no sample out, ISO/IEC 14496-12, 8.6 (spec 4.13.6)."""

import struct
from itertools import dropwhile
from typing import NamedTuple

from askfirst.audio.mp4_boxes import Box, child, children, content, numbers
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["check_edits"]

_EMPTY = -1
_NORMAL_RATE = 1 << 16


class _Edit(NamedTuple):
    """A part that is played: its duration in the movie's time, its start in the media's."""

    duration: int
    start: int
    rate: int


def check_edits(source: Source, movie: Box, track: Box) -> None:
    """Raise `UnreadableAudio` where an edit list leaves samples out or plays them otherwise.

    Programs differ in whether they copy what it leaves out.
    """
    edits = list(dropwhile(lambda edit: edit.start == _EMPTY, _edits(source, track)))
    if not edits:
        return
    media = child(source, track, b"mdia")
    scale = _time_scale(source, child(source, media, b"mdhd"))
    movie_scale = _time_scale(source, child(source, movie, b"mvhd"))
    duration, start, rate = edits[0]
    # rounded to the nearest, as in floor(x + 1/2)
    end = start + (2 * duration * scale + movie_scale) // (2 * movie_scale)
    last = _start_of_last_sample(source, child(source, media, b"minf", b"stbl", b"stts"))
    if len(edits) > 1 or rate != _NORMAL_RATE or not 0 <= start <= scale or end <= last:
        raise UnreadableAudio("its edit list leaves coded audio out; export the track again")


def _edits(source: Source, track: Box) -> list[_Edit]:
    if not children(source, track, b"edts"):
        return []
    data = content(source, child(source, track, b"edts", b"elst"))
    version, count = numbers(data, 0, 2)
    form = struct.Struct(">Qqi" if version >> 24 else ">Iii")
    if len(data) < 8 + count * form.size:
        raise UnreadableAudio("it is damaged: its edit list is cut off; export the track again")
    return [_Edit(*form.unpack_from(data, 8 + n * form.size)) for n in range(count)]


def _time_scale(source: Source, header: Box) -> int:
    """Return how many units a second has; the version says where that stands."""
    (version,) = source.unpack(">B", header.start)
    (scale,) = source.unpack(">I", header.start + (20 if version else 12))
    if not scale:
        raise UnreadableAudio("it is damaged: its time has no scale; export the track again")
    return int(scale)


def _start_of_last_sample(source: Source, times: Box) -> int:
    """Return when the last sample begins, in the media's time."""
    data = content(source, times)
    _, count = numbers(data, 0, 2)
    entries = numbers(data, 8, 2 * count)
    ends = sum(n * delta for n, delta in zip(entries[0::2], entries[1::2], strict=True))
    return ends - (entries[-1] if entries else 0)
