"""Make folders of real audio files, with the tags that programs write."""

from collections.abc import Mapping
from pathlib import Path

import mutagen
import numpy as np
import soundfile  # type: ignore[import-untyped] # it ships no types

__all__ = ["album", "audio"]

_RATE = 48_000  # Opus knows no other one that WAV has as well


def audio(path: Path, tone: int, tags: Mapping[str, str] | None = None) -> Path:
    """Write a fifth of a second of a tone to an audio file, in the format of its ending."""
    time = np.arange(_RATE // 5) / _RATE
    opus = {"format": "OGG", "subtype": "OPUS"} if path.suffix == ".opus" else {}
    soundfile.write(path, 0.2 * np.sin(2 * np.pi * (220 + 20 * tone) * time), _RATE, **opus)
    if tags:
        file = mutagen.File(path, easy=True)
        if file.tags is None:
            file.add_tags()
        file.update({name: [value] for name, value in tags.items()})
        file.save()
    return path


def album(folder: Path, several: int, ending: str = "flac", **tags: str) -> Path:
    """Make a folder of numbered tracks; a tag can have a gap for the number of the track."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(1, several + 1):
        said = {name: value.format(n) for name, value in tags.items()}
        audio(folder / f"{n:02} - Song {n}.{ending}", n, said)
    return folder
