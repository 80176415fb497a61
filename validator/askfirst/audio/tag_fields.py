"""Take the fields out of tags, whatever holds them: names in lower case, and their texts."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO, TypeAlias

from askfirst.audio import chunk_texts
from askfirst.audio.container import Container
from askfirst.audio.problems import NoTagReader, UnreadableAudio
from askfirst.audio.source import Source

__all__ = ["Fields", "fields"]

Fields: TypeAlias = dict[str, list[str]]
_Pairs: TypeAlias = Iterator[tuple[str, list[str]]]
_Tag: TypeAlias = Any  # mutagen's own mappings, or None

#: What is read of a value that is bytes.
_LONGEST = 4000
#: How the names of frames begin that hold texts, or an identifier.
_ID3_NAMES = ("T", "UFID:")


def fields(file: BinaryIO, container: Container) -> Fields:
    """Return the fields of a file's tags. Raises `UnreadableAudio` and `NoTagReader`."""
    try:
        import_module("mutagen")
    except ImportError as error:
        raise NoTagReader(
            "reading tags needs the library mutagen: pip install 'askfirst[audio]'"
        ) from error
    try:
        return _merged(_READERS[container](file))
    except UnreadableAudio:
        raise
    except Exception as error:
        # a damaged file makes it raise whatever its code runs into, besides its own exceptions
        raise UnreadableAudio("its tags are damaged; write them anew with a tag editor") from error


def _merged(pairs: _Pairs) -> Fields:
    """Return each name with the first texts that it has."""
    found: Fields = {}
    for name, texts in pairs:
        found.setdefault(name.lower(), texts)
    return found


def _read(file: BinaryIO, module: str, name: str) -> Any:  # noqa: ANN401 - see `_Tag`
    """Return what a type of mutagen reads; it is imported here, as not everybody has it."""
    file.seek(0)
    return getattr(import_module(f"mutagen.{module}"), name)(file)


def _mp3(file: BinaryIO) -> _Pairs:
    """Yield the fields of ID3, then those of an APEv2 tag, which can stand beside it."""
    with suppress(import_module("mutagen.id3").ID3NoHeaderError):
        yield from _id3(_read(file, "id3", "ID3"))
    yield from _ape(file)


def _flac(file: BinaryIO) -> _Pairs:
    return _named(_read(file, "flac", "FLAC").tags)


def _ogg_vorbis(file: BinaryIO) -> _Pairs:
    return _named(_read(file, "oggvorbis", "OggVorbis").tags)


def _opus(file: BinaryIO) -> _Pairs:
    return _named(_read(file, "oggopus", "OggOpus").tags)


def _m4a(file: BinaryIO) -> _Pairs:
    return _named(_read(file, "mp4", "MP4").tags)


def _wav(file: BinaryIO) -> _Pairs:
    """Yield the fields of the ID3 chunk, then those of the LIST chunk INFO."""
    yield from _id3(_read(file, "wave", "WAVE").tags)
    yield from chunk_texts.of_wav(Source(file))


def _aiff(file: BinaryIO) -> _Pairs:
    """Yield the fields of the ID3 chunk, then those of the text chunks."""
    yield from _id3(_read(file, "aiff", "AIFF").tags)
    yield from chunk_texts.of_aiff(Source(file))


def _ape(file: BinaryIO) -> _Pairs:
    with suppress(import_module("mutagen.apev2").APENoHeaderError):
        yield from _named(_read(file, "apev2", "APEv2"))


def _id3(tag: _Tag) -> _Pairs:
    """Yield the frames with texts; the name of some tells what they are about."""
    for name, frame in (tag or {}).items():
        values = getattr(frame, "text", None) or getattr(frame, "data", b"")
        if name.startswith(_ID3_NAMES):
            yield name, [_text(value) for value in _listed(values)]


def _named(tag: _Tag) -> _Pairs:
    """Yield the fields of Vorbis comments, of an APEv2 tag, or of the atoms of an MP4 file."""
    for name in dict.fromkeys(tag.keys() if tag else ()):
        yield name, [_text(value) for value in _listed(tag[name])]


def _listed(values: object) -> list[object]:
    """Return values as a list; an APE value is one, and gives its texts one by one."""
    if isinstance(values, bytes | str) or not isinstance(values, Iterable):
        return [values]
    return list(values)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return bytes(value[:_LONGEST]).decode("utf-8", "replace")
    if isinstance(value, tuple):  # a track and of how many, as an MP4 file has them
        return "/".join(str(part) for part in value)
    return str(value)


_READERS: dict[Container, Callable[[BinaryIO], _Pairs]] = {
    Container.MP3: _mp3,
    Container.FLAC: _flac,
    Container.OGG_VORBIS: _ogg_vorbis,
    Container.OPUS: _opus,
    Container.M4A: _m4a,
    Container.WAV: _wav,
    Container.AIFF: _aiff,
    Container.WAVPACK: _ape,
}
