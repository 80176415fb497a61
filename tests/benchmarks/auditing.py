"""Measure an audit of a large manifest: indexing, rows a second, memory.

`python -m tests.benchmarks.auditing` audits 1,000,000 rows against 200,000 Declarations and 50,000
Consents, which takes a quarter of an hour; `ROWS=100000` in the environment makes it a tenth.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ASKFIRST = str(Path(sys.executable).parent / "askfirst")
ROWS = int(os.environ.get("ROWS", "1000000"))


def timed(*arguments: str, folder: Path) -> tuple[float, str]:
    """Return the seconds that a command takes, and what it says."""
    began = perf_counter()
    run = subprocess.run(
        [ASKFIRST, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert run.returncode in (0, 1), run.stderr
    return perf_counter() - began, run.stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        numbers = (f"--declarations={ROWS // 5}", f"--consents={ROWS // 20}", f"--rows={ROWS}")
        timed("catalog", "sample", "-o", "s", *numbers, "--invalid=0", "--seed=1", folder=folder)
        files = [f"s/{kind}.jsonl" for kind in ("declarations", "consents", "withdrawals")]
        indexing, _ = timed("catalog", "index", *files, "-o", "store.sqlite", folder=folder)
        given = ("s/manifest.jsonl", "--documents=store.sqlite", "--request=s/request.json")
        how = ("--at=2026-12-01T00:00:00Z", "--assurance=unsigned", "--workers=2")
        written = ("--keep=keep.jsonl", "--missing=ask.csv", "--evidence=evidence")
        auditing, said = timed("audit", *given, *how, *written, folder=folder)
        replaying, same = timed(
            "audit", *given, "--replay=evidence", "--sample=1000", folder=folder
        )
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(said, same, sep="\n")
    print("| what | seconds | rows a second |\n| --- | ---: | ---: |")
    print(f"| index {ROWS // 4:,} documents | {indexing:.0f} | {ROWS / 4 / indexing:,.0f} |")
    print(f"| audit {ROWS:,} rows, two workers | {auditing:.0f} | {ROWS / auditing:,.0f} |")
    print(f"| replay, 1,000 rows decided again | {replaying:.0f} | |")
    print(f"\nThe largest process: {peak:.0f} MiB.")


if __name__ == "__main__":
    main()
