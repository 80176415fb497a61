"""Time embedding into a large FLAC file beside what it cannot do without.

`python -m tests.benchmarks.embedding` prints the row of validator/docs/benchmarks.md: all that
`askfirst embed` does with one file, against copying it, hashing it twice, and saving its tags with
mutagen. Ratios count; times move with the machine.
"""

import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import numpy as np
import soundfile  # type: ignore[import-untyped] # it ships no types
from mutagen.flac import FLAC

from askfirst.audio import coded_audio
from askfirst.cli.embedding import Job, Outcome, embedded_in
from tests.acceptance.fences import ROOT

ROUNDS, SIZE, BAR = 11, 50_000_000, 1.5
DECLARATION = json.loads((ROOT / "examples/pass/solo-artist/declaration.json").read_bytes())


def _large(path: Path) -> Path:
    """Write a FLAC file of noise, about as large as it should be, and its license file."""
    noise = np.random.default_rng(7).integers(-(2**15), 2**15, (SIZE // 4, 2), dtype=np.int16)
    soundfile.write(path, noise, 44_100, subtype="PCM_16")
    with path.open("rb") as file:
        files = [{"packetsSha256": coded_audio(file).packets_sha256}]
    track = {"title": "Noise", "artists": ["Nobody"], "files": files}
    Path(f"{path}.askfirst.json").write_text(
        json.dumps({**DECLARATION, "track": track}), encoding="utf-8"
    )
    return path


def _ours(path: Path) -> None:
    result = embedded_in(Job(str(path)))
    assert result.outcome is Outcome.WRITTEN, result


def _theirs(path: Path) -> None:
    copy = path.with_suffix(".copy")
    shutil.copy2(path, copy)
    _hash(copy)
    file = FLAC(copy)
    file["ASKFIRST"] = json.dumps(DECLARATION)
    file["COPYRIGHT"] = "2026"
    file.save()
    _hash(copy)
    with copy.open("rb") as done:
        os.fsync(done.fileno())
    copy.replace(path)


def _hash(path: Path) -> None:
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(2**20):
            digest.update(piece)


def _timed(work: Callable[[Path], None], original: Path, path: Path) -> float:
    shutil.copy2(original, path)
    began = time.perf_counter()
    work(path)
    return time.perf_counter() - began


def main() -> None:
    """Print the medians, taken in turn."""
    with tempfile.TemporaryDirectory() as folder:
        original, path = _large(Path(folder, "noise.flac")), Path(folder, "a.flac")
        shutil.copy(f"{original}.askfirst.json", f"{path}.askfirst.json")
        times = [
            (_timed(_ours, original, path), _timed(_theirs, original, path)) for _ in range(ROUNDS)
        ]
        ours, theirs = (1000 * statistics.median(column) for column in zip(*times, strict=True))
        size = original.stat().st_size / 1e6
        what = f"embed into FLAC of {size:.0f} MB"
        peer = "copy, SHA-256 twice, save with mutagen"
        print("| what | ms | beside | ms | ratio | at most |")
        print("| --- | --- | --- | --- | --- | --- |")
        print(f"| {what} | {ours:.0f} | {peer} | {theirs:.0f} | **{ours / theirs:.2f}** | {BAR} |")


if __name__ == "__main__":
    main()
