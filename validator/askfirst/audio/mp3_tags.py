"""Read and write the tags of an MP3 file: ID3v2 before the audio, APE after it (spec 4.13.3)."""

from collections.abc import Iterator

from askfirst.audio import ape, id3, id3v2
from askfirst.audio.problems import NotEmbedded
from askfirst.audio.source import Source
from askfirst.audio.splices import Splice
from askfirst.audio.statement import Piece, Statement

__all__ = ["pieces", "splices"]


def pieces(source: Source) -> Iterator[Piece]:
    """Yield what every tag says of us. Raises `UnreadableAudio`."""
    for start, _ in id3v2.places(source):
        yield from id3.pieces(source, start)
    yield from ape.pieces(source)


def splices(source: Source, statement: Statement) -> Iterator[Splice]:
    """Yield the ID3v2 tag; an APE tag keeps no document, for two would soon disagree.

    Raises `NotEmbedded` where there are several ID3v2 tags.
    """
    places = [*id3v2.places(source)]
    if len(places) > 1:
        raise NotEmbedded("it begins with several ID3v2 tags; remove all but one")
    start, end = places[0] if places else (None, 0)
    yield Splice(0, end, id3.written(source, start, statement))
    yield from ape.without(source)
