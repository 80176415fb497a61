"""Make real audio files, and ask FFmpeg what is in them."""

import math
import random
import shutil
import struct
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.needs import needs

__all__ = ["MADE", "copied", "needs_ffmpeg", "sound", "stream_hash", "whole_samples", "written"]

_RATE = 44_100
#: How FFmpeg makes a file of each container, by its suffix.
MADE = {
    ".mp3": "-b:a 96k",
    ".flac": "-sample_fmt s16",
    ".ogg": "-c:a libvorbis",
    ".opus": "-c:a libopus",
    ".m4a": "-c:a aac",
    ".alac.m4a": "-c:a alac -sample_fmt s16p -movflags +faststart",
    ".wav": "-c:a pcm_s16le -write_bext 1 -metadata title=Bus",
    ".aiff": "-c:a pcm_s16be -write_id3v2 1",
    ".wv": "-c:a wavpack",
}


def needs_ffmpeg() -> None:
    needs("ffmpeg", shutil.which("ffmpeg") is not None)


def _samples(moments: int, channels: int) -> list[list[float]]:
    """Return a chord with some noise, the same in every run, between -1 and 1."""
    chance = random.Random(7)  # noqa: S311 - a sound, not a secret
    return [
        [
            0.5 * math.sin(n / (9 + channel)) + 0.3 * chance.uniform(-1, 1)
            for channel in range(channels)
        ]
        for n in range(moments)
    ]


def whole_samples(moments: int, channels: int) -> npt.NDArray[np.int32]:
    """Return the same as whole numbers, which every lossless file keeps as they are."""
    return (np.array(_samples(moments, channels)) * 2**31).astype(np.int32)


def sound(folder: Path, channels: int, rate: int = _RATE) -> Path:
    """Return a WAV file of floating point, a third of a second and one odd moment long."""
    path = folder / f"sound-{channels}-{rate}.wav"
    if not path.exists():
        flat = [value for moment in _samples(rate // 3 | 1, channels) for value in moment]
        data = struct.pack(f"<{len(flat)}f", *flat)
        block = 4 * channels
        form = struct.pack("<HHIIHH", 3, channels, rate, rate * block, block, 32)
        body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data"
        body += struct.pack("<I", len(data)) + data
        path.write_bytes(b"RIFF" + struct.pack("<I", len(body)) + body)
    return path


def written(source: Path, target: Path, *options: str) -> Path:
    """Write a file with FFmpeg and return its path."""
    _ffmpeg("-i", str(source), "-map", "0", *options, str(target))
    return target


def copied(source: Path, target: Path, *options: str) -> Path:
    """Copy the audio of a file into a new one of the same kind, and return its path."""
    _ffmpeg("-i", str(source), "-map", "0:a", "-c", "copy", *options, str(target))
    return target


def stream_hash(path: Path, algorithm: str = "sha256", *options: str) -> str:
    """Return the hash of the first audio stream, copied unless options say otherwise."""
    how = options or ("-c", "copy")
    told = _ffmpeg(
        *("-i", str(path), "-map", "0:a:0", *how, "-f", "streamhash", "-hash", algorithm, "-")
    )
    return told.strip().rpartition("=")[2]


def _ffmpeg(*options: str) -> str:
    return subprocess.run(
        ["ffmpeg", "-v", "error", "-nostdin", "-y", *options],  # noqa: S607 - the one installed
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
