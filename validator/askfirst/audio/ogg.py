"""Hash the packets of an Ogg file with Vorbis or Opus in it (spec 4.13.5)."""

from collections.abc import Iterator

from askfirst.audio.digests import Digests, of_packets
from askfirst.audio.ogg_pages import pages
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["opus_digests", "vorbis_digests"]

_VORBIS = (b"\x01vorbis", b"\x03vorbis", b"\x05vorbis")
_OPUS = (b"OpusHead", b"OpusTags")


def vorbis_digests(source: Source) -> Digests:
    """Return the hash of the packets after the three headers. Raises `UnreadableAudio`."""
    return of_packets(_audio(source, _VORBIS))


def opus_digests(source: Source) -> Digests:
    """Return the hash of the packets after the two headers. Raises `UnreadableAudio`."""
    return of_packets(_audio(source, _OPUS))


def _audio(source: Source, headers: tuple[bytes, ...]) -> Iterator[bytes]:
    """Yield the parts of the packets that are no headers."""
    number, inside = 0, False
    for page in pages(source):
        if page.continues != inside:
            raise UnreadableAudio("a packet in it is cut off; export the track again")
        for part, ends in page.parts():
            if number >= len(headers):
                yield part
            elif not inside:
                _check(part, headers[number])
            inside = not ends
            number += ends
    if inside:
        raise UnreadableAudio("its last packet is cut off; export the track again")


def _check(part: bytes, magic: bytes) -> None:
    if not part.startswith(magic):
        raise UnreadableAudio("its header packets are damaged; export the track again")
