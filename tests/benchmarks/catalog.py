"""Measure the bulk check beside parsing alone, the usual way, and Node, in one interleaved run.

`python -m tests.benchmarks.catalog` prints the tables of validator/docs/benchmarks.md; with
`--memory` that of how much memory 200,000 and 2,000,000 documents take.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter

import orjson

from askfirst import rules
from askfirst.catalog import sampling
from askfirst.catalog.verdicts import verdict
from askfirst.schema import bundle
from askfirst.schema.reference import violations
from askfirst.vocabulary import DocumentType

ROOT = Path(__file__).parents[2]
NODE = ROOT / "tests/node"
ASKFIRST = Path(sys.executable).parent / "askfirst"
DOCUMENTS, FEW, ROUNDS = 200_000, 400, 5
KINDS = {str(kind): kind for kind in DocumentType}


def parsed(data: bytes) -> object:
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        return None


def usual(data: bytes) -> object:
    """Return what the usual way finds: json, jsonschema with formats, and the rules."""
    try:
        value = json.loads(data)
    except ValueError:
        return None
    kind = KINDS.get(value["type"])
    if kind is None:
        return None
    return [*violations(kind.lower(), value)], [*rules.check(kind, rules.Part(value))]


def each(work: Callable[[bytes], object], documents: Sequence[bytes]) -> float:
    """Return the microseconds that a document takes."""
    began = perf_counter()
    for one in documents:
        work(one)
    return (perf_counter() - began) / len(documents) * 1e6


def in_node(file: Path, folder: Path) -> float:
    """Return the microseconds that a document takes in Node, schema only."""
    schemas = [folder / f"{kind}.json" for kind in ("Declaration", "Release")]
    for path in schemas:
        path.write_text(json.dumps(bundle(path.stem.lower())), encoding="utf-8")
    command = ["node", "catalog.mjs", str(file), *map(str, schemas)]
    said = subprocess.run(command, cwd=NODE, capture_output=True, check=True)
    return float(json.loads(said.stdout)["seconds"]) / DOCUMENTS * 1e6


def catalog_check(file: Path, workers: int) -> float:
    """Return the seconds of a run of the command, with verdicts as JSONL."""
    verdicts = file.with_name("verdicts.jsonl")
    command = [str(ASKFIRST), "catalog", "check", str(file), "--verdicts", str(verdicts)]
    began = perf_counter()
    subprocess.run([*command, "--workers", str(workers)], capture_output=True, check=False)
    return perf_counter() - began


def compare(documents: Sequence[bytes], file: Path, folder: Path) -> None:
    rounds: list[tuple[float, ...]] = []
    for _ in range(ROUNDS):
        ours = each(verdict, documents)
        alone = each(parsed, documents)
        rounds.append((ours, alone, each(usual, documents[:FEW]), in_node(file, folder)))
    times = [median(column) for column in zip(*rounds, strict=True)]
    ratios = [median(one[n] / one[0] for one in rounds) for n in range(len(times))]
    names = ("verdict", "`orjson.loads`", "json, jsonschema, rules", "`JSON.parse` and ajv in Node")
    bars = ("", "0.25", "50", "1.0")
    print("| what | microseconds a document | documents a second | ours against it | at least |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, time, ratio, bar in zip(names, times, ratios, bars, strict=True):
        print(f"| {name} | {time:.1f} | {1e6 / time:,.0f} | **{ratio:.2f}** | {bar} |")


def scale(file: Path) -> None:
    rounds = [(catalog_check(file, 1), catalog_check(file, 2)) for _ in range(ROUNDS)]
    one, two = (min(column) for column in zip(*rounds, strict=True))
    print("\n| `catalog check` | seconds | documents a second |\n| --- | ---: | ---: |")
    for name, seconds in (("one worker", one), ("two workers", two)):
        print(f"| {name} | {seconds:.1f} | {DOCUMENTS / seconds:,.0f} |")
    print(f"\nTwo workers: {one / two:.2f} times one (at least 1.7).")


def memory(folder: Path) -> None:
    print("| documents | largest process, MiB |\n| ---: | ---: |")
    for number in (DOCUMENTS, 10 * DOCUMENTS):
        file = folder / f"{number}.jsonl"
        write(file, number)
        child = os.fork()
        if child == 0:
            catalog_check(file, 2)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"| {number:,} | {peak:.0f} |", flush=True)
            os._exit(0)
        os.waitpid(child, 0)


def write(file: Path, number: int) -> None:
    documents = sampling.declarations(1, 0, number, invalid=0.01)
    with file.open("wb") as lines:
        while some := [one + b"\n" for one in islice(documents, 10_000)]:
            lines.writelines(some)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "--memory" in sys.argv[1:]:
            memory(folder)
            return
        file = folder / "catalog.jsonl"
        write(file, DOCUMENTS)
        documents = file.read_bytes().split(b"\n")[:-1]
        size = sum(map(len, documents)) / DOCUMENTS
        sound = sum(verdict(one).conforms for one in documents)
        print(f"{DOCUMENTS:,} documents of {size:,.0f} bytes, {DOCUMENTS - sound:,} refused.\n")
        compare(documents, file, folder)
        del documents
        scale(file)


if __name__ == "__main__":
    main()
