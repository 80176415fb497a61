"""Find the audio files that were named, and read what identifies them."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from askfirst.authoring.naming import FOLDERS, SIDECARS
from askfirst.authoring.recordings import Recording, recorded
from askfirst.cli.progress import progress
from askfirst.cli.replacing import NotReplaced, opened
from askfirst.errors import AskFirstError

if TYPE_CHECKING:
    from typing import BinaryIO

    from askfirst.audio import CodedAudio, Tags

__all__ = [
    "NotAudio",
    "Target",
    "audio_in",
    "heard",
    "targets",
    "there",
]

_DIGITS = re.compile(r"(\d+)")


class NotAudio(AskFirstError):
    """A path leads to no audio file whose hash can be made."""


class Target(NamedTuple):
    """A license file that is to be there: its path, its tracks, and whether it is a folder's.

    `left_out` says why files have no track in it.
    """

    path: Path
    recordings: tuple[Recording, ...]
    folder: Path | None = None
    left_out: tuple[str, ...] = ()


def targets(paths: list[str]) -> list[Target]:
    """Return the license file for each path: beside an audio file, or in a folder of them.

    Raises `NotAudio`.
    """
    found = [Path(path) for path in paths]
    files = {path: audio_in(path) if path.is_dir() else [path] for path in found}
    wanted = [file for several in files.values() for file in several]
    read = dict(zip(wanted, map(heard, progress(wanted)), strict=True))
    return [_target(path, [read[file] for file in several]) for path, several in files.items()]


def _target(path: Path, recordings: list[Recording]) -> Target:
    if not path.is_dir():
        return Target(there(path.parent, [f"{path.name}{end}" for end in SIDECARS]), (*recordings,))
    lost = (doubt for one in recordings if not one.identified for doubt in one.doubts)
    known = _ordered([one for one in recordings if one.identified])
    return Target(
        there(path, FOLDERS), known, path, tuple(f"{one}; it is left out" for one in lost)
    )


def there(folder: Path, names: Sequence[str]) -> Path:
    """Return the license file that is there under one of its names; else the first of them."""
    return next((folder / name for name in names if (folder / name).exists()), folder / names[0])


def audio_in(folder: Path) -> list[Path]:
    """Return the audio files of a folder, as people order them. Raises `NotAudio`."""
    from askfirst.audio import SUFFIXES

    try:
        names = sorted((path.name for path in folder.iterdir()), key=_natural)
    except OSError as error:
        raise NotAudio(f"{folder}: {error.strerror}") from error
    ours = (folder / name for name in names if not name.startswith("."))
    return [path for path in ours if path.suffix.lower() in SUFFIXES and path.is_file()]


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Return a key by which `2.flac` comes before `10.flac`."""
    return tuple(
        (int(part) if part.isdecimal() else -1, part.lower()) for part in _DIGITS.split(name)
    )


def _ordered(recordings: list[Recording]) -> tuple[Recording, ...]:
    """Return recordings by the track numbers in their tags, where each has one of its own."""
    numbers = [one.number for one in recordings]
    if None in numbers or len(set(numbers)) < len(numbers):
        return tuple(recordings)
    return tuple(sorted(recordings, key=lambda one: one.number or 0))


def heard(path: Path) -> Recording:
    """Return what an audio file says of itself. Raises `NotAudio` where it cannot be opened."""
    try:
        with opened(path) as file:
            audio, unheard = _audio(file)
            tags, unread = _tags(file)
    except NotReplaced as error:
        raise NotAudio(f"{path}: {error}") from error
    found = recorded(path.name, audio, tags)
    doubts = (*(unheard or unread), *found.doubts)
    return found._replace(doubts=tuple(f"{path.name}: {one}" for one in doubts))


def _audio(file: "BinaryIO") -> "tuple[CodedAudio | None, tuple[str, ...]]":
    """Return the hashes, or why there are none."""
    from askfirst.audio import UnreadableAudio, coded_audio

    try:
        return coded_audio(file), ()
    except UnreadableAudio as error:
        return None, (f"no hash can be made of its sound, because {error}",)


def _tags(file: "BinaryIO") -> "tuple[Tags | None, tuple[str, ...]]":
    """Return the tags, or why there are none; the hash alone is enough for a license file."""
    from askfirst.audio import NoTagReader, UnreadableAudio, tags

    try:
        file.seek(0)
        return tags(file), ()
    except NoTagReader:
        return None, ()
    except UnreadableAudio as error:
        return None, (f"its tags cannot be read: {error}",)
