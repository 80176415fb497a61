"""Find the audio files that were named, and those in folders."""

import os
from collections.abc import Iterator
from pathlib import Path

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.listening import NotAudio, audio_in
from askfirst.cli.paths import expanded
from askfirst.cli.streams import complain

__all__ = ["audio_under"]


def audio_under(paths: list[str], *, recursive: bool = False) -> list[str]:
    """Return the audio files that were named, and those in each folder, no file twice.

    Exits where a path leads nowhere, or where there is no audio file at all.
    """
    paths = expanded(paths)
    troubles = [f"{path}: there is no such file" for path in paths if not os.path.lexists(path)]
    found: dict[str, str] = {}
    try:
        for path in (one for named in paths for one in _under(Path(named), recursive=recursive)):
            found.setdefault(os.path.realpath(path), str(path))
    except NotAudio as error:
        troubles.append(str(error))
    if not found and not troubles:
        below = "" if recursive else "; --recursive looks into the folders in it, too"
        troubles.append(f"there is no audio file here{below}")
    for trouble in troubles:
        complain(trouble)
    if troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    return list(found.values())


def _under(path: Path, *, recursive: bool) -> Iterator[Path]:
    """Yield a file as it is, whatever its name, and the audio files of a folder in order."""
    if not path.is_dir():
        yield path
        return
    yield from audio_in(path)
    if recursive:
        for folder in sorted(path.iterdir()):
            hidden = folder.name.startswith(".")
            if folder.is_dir() and not hidden and not folder.is_symlink():
                yield from _under(folder, recursive=True)
