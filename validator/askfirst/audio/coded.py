"""Hash the coded audio of a file, whatever its tags are (spec 4.13)."""

from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from askfirst.audio import aiff, flac, m4a, mp3, ogg, wav, wavpack
from askfirst.audio.container import Container, recognized
from askfirst.audio.digests import Digests
from askfirst.audio.source import Source

__all__ = ["CodedAudio", "coded_audio"]


class CodedAudio(NamedTuple):
    """What a recording is known by: its container and the hashes of its audio, in hexadecimal.

    `pcm_md5` is None where a file is lossy, or where its samples have no hash (spec 4.13.10).
    """

    container: Container
    packets_sha256: str
    pcm_md5: str | None


_READERS: dict[Container, Callable[[Source], Digests]] = {
    Container.MP3: mp3.digests,
    Container.FLAC: flac.digests,
    Container.OGG_VORBIS: ogg.vorbis_digests,
    Container.OPUS: ogg.opus_digests,
    Container.M4A: m4a.digests,
    Container.WAV: wav.digests,
    Container.AIFF: aiff.digests,
    Container.WAVPACK: wavpack.digests,
}


def coded_audio(file: BinaryIO) -> CodedAudio:
    """Return the hashes of a seekable file's audio, reading it piece by piece.

    Raises `UnreadableAudio` where the file is of no kind that is read, damaged, cut off, or
    of a form of which another program could give another hash.
    """
    source = Source(file)
    container = recognized(source)
    return CodedAudio(container, *_READERS[container](source))
