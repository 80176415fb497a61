"""Read what the tags of an audio file say of it; strangers wrote them."""

import re
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from askfirst.audio.container import recognized
from askfirst.audio.source import Source
from askfirst.audio.tag_fields import Fields, fields
from askfirst.identifiers import isrc

__all__ = ["Tags", "tags"]

#: What is kept of a text, in characters, and of a list.
_LONGEST, _MOST = 1000, 100
_NUMBERS = re.compile(r"\s*(\d{1,4})(?:\s*/\s*(\d{1,4}))?\s*")
_BETWEEN = re.compile(r"[/;,]")

#: The names that a field has in ID3, Vorbis comments, APE, MP4, RIFF and AIFF, the best first;
#: as MusicBrainz Picard maps them.
_TITLE = ("tit2", "title", "\xa9nam", "inam", "name")
_ARTISTS = (
    *("txxx:artists", "artists", "----:com.apple.itunes:artists"),
    *("tpe1", "artist", "\xa9art", "iart", "auth"),
)
_ALBUM = ("talb", "album", "\xa9alb", "iprd")
_ALBUM_ARTISTS = ("tpe2", "albumartist", "album artist", "aart")
_ISRC = ("tsrc", "isrc", "----:com.apple.itunes:isrc")
_ISWC = ("txxx:iswc", "iswc", "----:com.apple.itunes:iswc")
_MBID = (
    *("ufid:http://musicbrainz.org", "musicbrainz_trackid"),
    "----:com.apple.itunes:musicbrainz track id",
)
_UPC = (
    *("txxx:barcode", "barcode", "----:com.apple.itunes:barcode"),
    *("txxx:upc", "upc", "----:com.apple.itunes:upc"),
)
_COPYRIGHT = ("tcop", "copyright", "cprt", "icop", "(c) ")
_NUMBER = ("trck", "tracknumber", "track", "trkn", "itrk", "iprt")
_TOTAL = ("tracktotal", "totaltracks")


class Tags(NamedTuple):
    """What tags say, as it stands there but for blanks around it; None or empty if they do not."""

    title: str | None = None
    artists: tuple[str, ...] = ()
    album: str | None = None
    album_artists: tuple[str, ...] = ()
    isrc: str | None = None
    iswc: str | None = None
    mbid: str | None = None
    upc: str | None = None
    copyright: str | None = None
    track_number: int | None = None
    total: int | None = None


def tags(file: BinaryIO) -> Tags:
    """Return what the tags of a seekable file say.

    Raises `UnreadableAudio` where it is no audio file that is read or its tags are damaged, and
    `NoTagReader` where the library that reads tags is not installed.
    """
    container = recognized(Source(file))
    found = fields(file, container)
    number, total = _numbers(found)
    return Tags(
        title=_one(found, _TITLE),
        artists=_all(found, _ARTISTS),
        album=_one(found, _ALBUM),
        album_artists=_all(found, _ALBUM_ARTISTS),
        isrc=_isrc(_all(found, _ISRC)),
        iswc=_one(found, _ISWC),
        mbid=_one(found, _MBID),
        upc=_one(found, _UPC),
        copyright=_one(found, _COPYRIGHT),
        track_number=number,
        total=total,
    )


def _all(found: Fields, names: Iterable[str]) -> tuple[str, ...]:
    """Return the texts of the first of some names that has any, each of them once."""
    for name in names:
        texts = [_clean(text) for text in found.get(name, ())[:_MOST]]
        if any(texts):
            return tuple(dict.fromkeys(filter(None, texts)))
    return ()


def _clean(text: str) -> str:
    return text.replace("\0", "").strip()[:_LONGEST].strip()


def _one(found: Fields, names: Iterable[str]) -> str | None:
    return next(iter(_all(found, names)), None)


def _isrc(texts: Iterable[str]) -> str | None:
    """Return the first ISRC that is one, else whatever stands there first."""
    each = [part.strip() for text in texts for part in _BETWEEN.split(text) if part.strip()]
    return next(filter(isrc.is_valid, each), next(iter(each), None))


def _numbers(found: Fields) -> tuple[int | None, int | None]:
    """Return the number of the track and of how many, from `3`, `3/9`, or two fields."""
    match = _NUMBERS.fullmatch(_one(found, _NUMBER) or "")
    number, total = match.groups() if match else (None, None)
    return _number(number), _number(total or _one(found, _TOTAL))


def _number(text: str | None) -> int | None:
    """Return a number from 1 on: tags write 0 for none."""
    match = _NUMBERS.fullmatch(text or "")
    return int(match[1]) or None if match else None
