"""Tell what kind of audio file it is, by how it begins and never by its name (spec 4.13.1)."""

from enum import StrEnum

from askfirst.audio import id3v2
from askfirst.audio.problems import UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["SUFFIXES", "Container", "recognized"]


class Container(StrEnum):
    """The kinds of audio files of which the coded audio is hashed."""

    MP3 = "mp3"
    FLAC = "flac"
    OGG_VORBIS = "ogg-vorbis"
    OPUS = "opus"
    M4A = "m4a"
    WAV = "wav"
    AIFF = "aiff"
    WAVPACK = "wavpack"


#: How the names of such files end, in lower case; the content says what a file is.
SUFFIXES = frozenset(
    [
        *(".mp3", ".flac", ".ogg", ".oga", ".opus", ".m4a"),
        *(".wav", ".aif", ".aiff", ".aifc", ".wv"),
    ]
)

#: Bytes that stand at a place of the file, or of the first packet of an Ogg file.
_BEGINNINGS = [
    (0, b"fLaC", Container.FLAC),
    (8, b"WAVE", Container.WAV),
    (8, b"AIFF", Container.AIFF),
    (8, b"AIFC", Container.AIFF),
    (4, b"ftyp", Container.M4A),
    (0, b"wvpk", Container.WAVPACK),
]
_PACKETS = [(b"\x01vorbis", Container.OGG_VORBIS), (b"OpusHead", Container.OPUS)]
_FORMS = {Container.WAV: b"RIFF", Container.AIFF: b"FORM"}

#: What is told apart only to say what it is.
_OTHERS = [
    (0, b"RF64", "it is an RF64 file"),
    (0, b"BW64", "it is a BW64 file"),
    (0, b"RIFX", "it is a WAV file in big-endian order"),
    (0, b"riff.\x91\xcf\x11", "it is a Wave64 file"),
    (0, b"caff", "it is a CAF file"),
    (0, b"MAC ", "it is a Monkey's Audio file"),
    (0, b"DSD ", "it is a DSD file"),
    (0, b"\x30\x26\xb2\x75", "it is a Windows Media file"),
    (0, b"\x1a\x45\xdf\xa3", "it is a Matroska or WebM file"),
    (0, b"OggS", "it is an Ogg file with something else than Vorbis or Opus"),
]
_ADVICE = "use MP3, FLAC, Ogg Vorbis, Opus, M4A, WAV, AIFF or WavPack"


def recognized(source: Source) -> Container:
    """Return what a file is. Raises `UnreadableAudio` where it is nothing that is read."""
    begins = id3v2.end(source)
    if begins and source.has(begins, b"fLaC"):
        return Container.FLAC
    if begins or _frame_sync(source):
        return Container.MP3
    found = _beginning(source) or _in_ogg(source)
    if found is None:
        raise UnreadableAudio(f"{_named(source)}; {_ADVICE}")
    return found


def _frame_sync(source: Source) -> bool:
    return source.size > 1 and source.has(0, b"\xff") and source.at(1, 1)[0] & 0xE0 == 0xE0


def _beginning(source: Source) -> Container | None:
    for place, magic, container in _BEGINNINGS:
        if source.has(place, magic) and source.has(0, _FORMS.get(container, b"")):
            return container
    return None


def _in_ogg(source: Source) -> Container | None:
    """Return what the first packet of an Ogg file begins, after its lacing values."""
    if not source.has(0, b"OggS") or source.size < 27:
        return None
    packet = 27 + source.at(26, 1)[0]
    return next((kind for magic, kind in _PACKETS if source.has(packet, magic)), None)


def _named(source: Source) -> str:
    if not source.size:
        return "it is empty"
    said = (words for place, magic, words in _OTHERS if source.has(place, magic))
    return next(said, "it is no audio file that is known here")
