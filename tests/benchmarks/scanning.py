"""Measure `askfirst scan` of 10,000 small files against as many bare `mutagen.File`.

Run: `python -m tests.benchmarks.scanning`. The ratio is that of throughputs: 1 is as quick as the
loop, 0.5 takes twice its time. Both read the same files in turn; the scan counts with its start.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from subprocess import PIPE
from time import perf_counter
from typing import Any

from askfirst.audio import Statement, embed
from askfirst.catalog.processes import processors
from askfirst.checking import check
from tests.acceptance.recordings import audio

FILES, ALBUM, ROUNDS = 10_000, 10, 5
KINDS = (".mp3", ".flac", ".ogg", ".opus", ".wav")
WHO = ["--yes", "--name", "Mara Lindqvist", "--contact", "mara@example.org"]
_LOOP = """
import pathlib, sys, time, mutagen
files = [path for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.*")) if path.suffix != ".yaml"]
began = time.perf_counter()
for path in files:
    mutagen.File(path)
print(time.perf_counter() - began)
"""


def library(folder: Path, albums: int) -> None:
    """Make albums of small files, of one kind each, all of them tagged."""
    for n in range(albums):
        album = folder / f"album {n:04}"
        if n >= len(KINDS):
            shutil.copytree(folder / f"album {n % len(KINDS):04}", album)
            continue
        album.mkdir()
        for track in range(ALBUM):
            tags = {"title": f"Song {track}", "artist": "Mara", "isrc": f"SEXYZ26000{track:02}"}
            plain = KINDS[n] == ".wav"
            audio(album / f"{track:02}{KINDS[n]}", track, None if plain else tags)


def with_folders(folder: Path) -> None:
    """Give every album a license file."""
    albums = sorted(folder.iterdir())
    for kind in albums[: len(KINDS)]:  # albums of one kind hold the same audio
        command = [sys.executable, "-m", "askfirst", "init", str(kind), *WHO]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    for n, album in enumerate(albums[len(KINDS) :]):
        shutil.copyfile(albums[n % len(KINDS)] / "askfirst.yaml", album / "askfirst.yaml")


def with_both(folder: Path) -> None:
    """Give every album a license file, and write it into its files."""
    with_folders(folder)
    for album in folder.iterdir():
        document = check((album / "askfirst.yaml").read_bytes()).documents[0].value
        for path in album.glob("0*"):
            _embed(path, document)


def with_embedded(folder: Path) -> None:
    """Write a declaration of its own into every file."""
    text = (Path(__file__).parents[2] / "examples/pass/solo-artist/declaration.json").read_text()
    document = json.loads(text)
    del document["track"]["files"]
    for n, path in enumerate(sorted(folder.rglob("*.*"))):
        document["track"] |= {"isrc": f"SEXYZ26000{path.stem}", "title": f"Song {n % ALBUM}"}
        document["id"] = f"urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-{n:012}"
        _embed(path, document)


def _embed(path: Path, document: Any) -> None:  # noqa: ANN401 - JSON
    text = json.dumps(document, separators=(",", ":"))
    written = BytesIO()
    statement = Statement(text, f"AskFirst 1.0 declaration {document['id']}")
    embed(BytesIO(path.read_bytes()), written, statement)
    path.write_bytes(written.getvalue())


def scanned(folder: Path, jobs: int) -> float:
    """Return the seconds that a scan takes, as somebody who calls it sees it."""
    command = [sys.executable, "-m", "askfirst", "scan", str(folder), "--jobs", str(jobs)]
    began = perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    assert done.returncode < 2
    return perf_counter() - began


def looped(folder: Path) -> float:
    """Return the seconds that a bare loop takes, without its start."""
    done = subprocess.run([sys.executable, "-c", _LOOP, folder], check=True, stdout=PIPE)
    return float(done.stdout)


def measured(prepare: Callable[[Path], None], files: int, rounds: int) -> str:
    """Return a row: seconds and ratio with one process, and with as many as there are."""
    folder = Path(tempfile.mkdtemp())
    library(folder, files // ALBUM)
    prepare(folder)
    times: dict[str, list[float]] = {"loop": [], "one": [], "all": []}
    for _ in range(rounds):
        times["loop"].append(looped(folder))
        times["one"].append(scanned(folder, 1))
        times["all"].append(scanned(folder, processors()))
    shutil.rmtree(folder)
    loop, one, every = (statistics.median(each) for each in times.values())
    return f"{loop:.1f} | {one:.1f} | **{loop / one:.2f}** | {every:.1f} | **{loop / every:.2f}** |"


def main() -> None:
    files, rounds = int(os.environ.get("FILES", FILES)), int(os.environ.get("ROUNDS", ROUNDS))
    print(f"| {files:,} files | loop, s | 1 job, s | ratio | {processors()} jobs, s | ratio |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    print(f"| without declarations | {measured(lambda _: None, files, rounds)}")
    print(f"| a license file in each folder | {measured(with_folders, files, rounds)}")
    print(f"| the same in each of its files | {measured(with_both, files, rounds)}")
    print(f"| a declaration of its own in each file | {measured(with_embedded, files, rounds)}")


if __name__ == "__main__":
    main()
