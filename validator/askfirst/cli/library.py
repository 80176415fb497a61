"""Walk through a music library: its audio files, and the license files beside and around them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from askfirst.audio import SUFFIXES
from askfirst.authoring.coverage import orphans
from askfirst.authoring.naming import FOLDERS, SIDECARS

__all__ = ["Batch", "Library", "library"]

#: Audio that nobody here can read, so that a library is not called whole without it.
_OTHERS = frozenset(
    [".aac", ".ac3", ".ape", ".caf", ".dff", ".dsf", ".mka", ".mp2", ".mp4", ".mpc", ".ra"],
) | {".tta", ".w64", ".wma"}
#: How many files are looked at in one go.
_SEVERAL = 50


class Batch(NamedTuple):
    """Audio files of one folder: their names, each with those of the license files beside it.

    The paths of folders are relative to the library; `around` are the license files for the
    folder. Only the first batch of a folder tells what is wrong with those.
    """

    folder: str
    audio: tuple[tuple[str, tuple[str, ...]], ...]
    around: tuple[str, ...]
    first: bool


@dataclass
class Library:
    """The audio files under a folder, what was passed over, and what could not be opened."""

    root: str
    batches: list[Batch] = field(default_factory=list)
    orphans: list[str] = field(default_factory=list)
    hidden: int = 0
    linked: int = 0
    troubles: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many audio files there are."""
        return sum(len(batch.audio) for batch in self.batches)


def library(root: str) -> Library:
    """Return the audio files under a folder, in the order of their paths.

    Hidden folders and links to folders are passed over, so that no file is met twice.
    """
    found = Library(root)

    def trouble(error: OSError) -> None:
        found.troubles.append(f"{error.filename}: {error.strerror}")

    for path, folders, names in os.walk(root, onerror=trouble):
        hidden = [name for name in folders if name.startswith(".")]
        linked = [n for n in folders if n not in hidden and Path(path, n).is_symlink()]
        found.hidden += len(hidden)
        found.linked += len(linked)
        folders[:] = sorted(set(folders) - {*hidden, *linked})
        folder = Path(path).relative_to(root).as_posix()
        found.batches += _batches(folder, sorted(_files(Path(path), names)))
        found.orphans += [(Path(folder) / name).as_posix() for name in orphans(names)]
    return found


def _files(path: Path, names: list[str]) -> Iterator[str]:
    """Yield what may be a file; a link that leads nowhere is one that cannot be opened."""
    for name in names:
        if not name.startswith(".") and ((path / name).is_file() or (path / name).is_symlink()):
            yield name


def _batches(folder: str, names: list[str]) -> Iterator[Batch]:
    there = frozenset(names)
    around = tuple(name for name in names if name.lower() in FOLDERS)
    audio = [
        (name, tuple(name + end for end in SIDECARS if name + end in there))
        for name in names
        if Path(name).suffix.lower() in SUFFIXES | _OTHERS
    ]
    for start in range(0, len(audio), _SEVERAL):
        yield Batch(folder, tuple(audio[start : start + _SEVERAL]), around, start == 0)
