"""Measure a spreadsheet of 10,000 tracks against as many bare PyYAML dumps.

Run: `python -m tests.benchmarks.sheets`.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from subprocess import PIPE
from time import perf_counter

ROWS, ROUNDS = 10_000, 3
_DUMPING = """
import pathlib, sys, time, yaml
files = pathlib.Path(sys.argv[1]).glob("*.yaml")
values = [yaml.load(one.read_bytes(), yaml.CSafeLoader) for one in files]
began = time.perf_counter()
for value in values:
    yaml.safe_dump(value)
print(time.perf_counter() - began)
"""
WHO = ["--yes", "--name", "Mara Lindqvist", "--contact", "mara@example.org"]


def sheet(rows: int) -> str:
    """Return a sheet in which every third track has a second writer, every fifth a guest."""
    lines = ["title,isrc,writers,singers"]
    for n in range(rows):
        writers = "me; Idris Vale <idris.example.org>" if n % 3 == 0 else ""
        lines.append(f"Song {n},SEXYZ26{n:05},{writers},{'Lena' if n % 5 == 0 else ''}")
    return "\n".join(lines)


def made(rows: int) -> tuple[float, int, Path]:
    """Return the seconds it took, the peak of its memory in KiB, and where the files are."""
    folder = Path(tempfile.mkdtemp())
    (folder / "all.csv").write_text(sheet(rows), encoding="utf-8")
    command = [sys.executable, "-m", "askfirst", "init", ".", "--from", "all.csv", *WHO]
    began = perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    took = perf_counter() - began
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, folder


def dumped(folder: Path) -> float:
    """Return the seconds that PyYAML takes to dump the same documents, with nothing checked.

    Another process does it, because a process begins with the memory of the one that starts it.
    """
    done = subprocess.run([sys.executable, "-c", _DUMPING, folder], check=True, stdout=PIPE)
    return float(done.stdout)


def main() -> None:
    # the peak is that of all processes so far, so it is read before PyYAML runs
    few, many = made(ROWS // 10)[1], made(ROWS)[1]
    print(f"{many // 1024} MiB, for a tenth of the rows {few // 1024} MiB")
    for _ in range(ROUNDS):
        took, _, folder = made(ROWS)
        bare = dumped(folder)
        print(f"{took:.1f} s, PyYAML {bare:.1f} s, ratio {took / bare:.2f}")


if __name__ == "__main__":
    main()
