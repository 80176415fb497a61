"""Find and write what AskFirst has in an audio file, whatever its tags are (spec 7)."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from askfirst.audio import aiff_tags, ape, flac_tags, mp3_tags, mp4_tags, ogg_tags, wav_tags
from askfirst.audio.container import Container, recognized
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice, joined, splice
from askfirst.audio.statement import Carried, Embedded, Piece, Place, Statement

__all__ = ["embed", "embedded", "holds"]


class _Kind(NamedTuple):
    """How the tags of a container are read, and what changes to write a statement."""

    pieces: Callable[[Source], Iterator[Piece]]
    splices: Callable[[Source, Statement], Iterator[Splice]]


_KINDS: dict[Container, _Kind] = {
    Container.MP3: _Kind(mp3_tags.pieces, mp3_tags.splices),
    Container.FLAC: _Kind(flac_tags.pieces, flac_tags.splices),
    Container.OGG_VORBIS: _Kind(ogg_tags.vorbis_pieces, ogg_tags.vorbis_splices),
    Container.OPUS: _Kind(ogg_tags.opus_pieces, ogg_tags.opus_splices),
    Container.WAV: _Kind(wav_tags.pieces, wav_tags.splices),
    Container.AIFF: _Kind(aiff_tags.pieces, aiff_tags.splices),
    Container.WAVPACK: _Kind(ape.pieces, ape.splices),
    Container.M4A: _Kind(mp4_tags.pieces, mp4_tags.splices),
}


#: How much is kept of all tags together, in bytes.
_LONGEST = 2**25


def embedded(file: BinaryIO) -> Embedded:
    """Return everything of ours in a seekable file, in every tag; nothing else of it is read.

    Raises `UnreadableAudio` where it is no audio file that is read, or its tags are damaged.
    """
    source = Source(file)
    found = list(_bounded(_KINDS[recognized(source)].pieces(source)))
    first = {one.place: one for one in reversed(found)}
    texts = {place: one.text.replace("\0", "; ") for place, one in first.items()}
    return Embedded(
        tuple(Carried(one.carrier, one.text) for one in found if one.place is Place.DECLARATION),
        texts.get(Place.COPYRIGHT),
        texts.get(Place.LICENSE),
        first[Place.XMP].data if Place.XMP in first else None,
    )


def _bounded(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Yield pieces. Raises `UnreadableAudio` where they are more than anybody writes."""
    left = _LONGEST
    for piece in pieces:
        left -= len(piece.data)
        if left < 0:
            raise UnreadableAudio("its tags are too large; write them anew with a tag editor")
        yield piece


def embed(file: BinaryIO, target: BinaryIO, statement: Statement) -> None:
    """Write a seekable file anew, to another that is empty, with a statement in its tags.

    The coded audio and all other tags stay as they are. Raises `UnreadableAudio` and, where the
    tags have no room, `NotEmbedded`.
    """
    source = Source(file)
    splice(source, target, _splices(source, statement))


def holds(file: BinaryIO, statement: Statement) -> bool:
    """Tell whether a file would stay as it is if a statement were written into it.

    Raises as `embed` does.
    """
    source = Source(file)
    return all(source.has(one.start, one.data) for one in _splices(source, statement))


def _splices(source: Source, statement: Statement) -> list[Splice]:
    return joined(_KINDS[recognized(source)].splices(source, statement))
