"""Run a check and an audit on local Spark and here, on the same rows: one digest, two speeds.

Run: `ROWS=1000000 python -m tests.benchmarks.spark`. ROWS is how many documents are checked (a
million), AUDITED how many tracks are answered (50,000), from DOCUMENTS Declarations (200,000) and
a quarter as many Consents. Spark gets MEMORY (4g) and as many processes as there are here.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pyarrow as pa
from pyarrow import parquet
from pyspark.sql import DataFrame, SparkSession

import askfirst
from askfirst.catalog import sampling, spark
from askfirst.catalog.answers import Auditor
from askfirst.catalog.fingerprint import compact
from askfirst.catalog.manifests.columns import Columns
from askfirst.catalog.manifests.tracks import described
from askfirst.catalog.merkle import leaf, root
from askfirst.catalog.noting import Noting
from askfirst.catalog.processes import parallel, processors
from askfirst.catalog.store import Store
from askfirst.cli.indexing import indexed

if TYPE_CHECKING:
    from askfirst.model.documents import Request

SEED, PART, AT = 1, 25_000, "2026-11-22T10:00:00Z"
REQUEST = cast("Request", askfirst.read(sampling.request(SEED)))
HOW: Any = {"at": AT, "assurance": "unsigned"}

#: A row, its outcome, its Decision.
Line = tuple[int, str | None, str | None]


class Sample(NamedTuple):
    """How much of everything there is, and where it is written."""

    folder: Path
    rows: int
    audited: int
    documents: int

    def made(self, name: str, start: int, stop: int) -> Iterator[bytes]:
        """Yield some lines of one of the files."""
        declared, consented = self.documents, self.documents // 4
        if name == "consents":
            return sampling.consents(SEED, start, stop, 0, declared=declared)
        if name == "withdrawals":
            of = {"declared": declared, "consented": consented}
            return sampling.withdrawals(SEED, start, stop, 0, **of)
        if name == "tracks":
            return map(_track, sampling.rows(SEED, start, stop, declared))
        return sampling.declarations(SEED, start, stop, 0.01 if name == "checked" else 0)

    def sizes(self) -> dict[str, int]:
        """Return how many lines each of the files has."""
        consented = self.documents // 4
        spoken = {"declarations": self.documents, "consents": consented}
        ended = {"withdrawals": consented // 10}
        return {"checked": self.rows, **spoken, **ended, "tracks": self.audited}


def _track(row: bytes) -> bytes:
    return compact(described(json.loads(row), Columns()).track)


def _write(sample: Sample, part: tuple[str, int, int]) -> None:
    name, start, stop = part
    texts = pa.array(list(sample.made(*part)), pa.binary())
    table = pa.table({"n": pa.array(range(start, stop)), "document": texts})
    parquet.write_table(table, sample.folder / name / f"{start:010}.parquet")


def write(sample: Sample) -> None:
    """Write all files, in parts."""
    for name, size in sample.sizes().items():
        (sample.folder / name).mkdir()
        parts = [(name, n, min(n + PART, size)) for n in range(0, size, PART)]
        list(parallel(partial(_write, sample), parts, processors()))


def session(folder: Path) -> SparkSession:
    """Start Spark on this machine."""
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": os.environ.get("MEMORY", "4g"),
        "spark.sql.shuffle.partitions": f"{8 * processors()}",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
        "spark.local.dir": f"{folder}",
    }
    builder = SparkSession.builder.master(f"local[{processors()}]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def checked_here(sample: Sample) -> str:
    """Return the digest of `askfirst catalog check`."""
    what = ["catalog", "check", f"{sample.folder / 'checked'}", "--format", "json"]
    command = [sys.executable, "-m", "askfirst", *what, "--column", "document"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode < 2, done.stderr
    return str(json.loads(done.stdout)["digest"])


def answered_here(sample: Sample) -> list[Line]:
    """Return the answers from a store, by processes of our own."""
    names = ("declarations", "consents", "withdrawals")
    paths = [str(path) for name in names for path in sorted((sample.folder / name).iterdir())]
    store = sample.folder / "store.sqlite"
    indexed(Noting(column="document"), paths, store, processors())
    parts = sorted((sample.folder / "tracks").iterdir())
    found = parallel(partial(_answers, str(store)), _pieces(parts), processors())
    return [line for lines in found for line in lines]


def _pieces(parts: Iterable[Path]) -> Iterator[tuple[str, int]]:
    for path in parts:
        for start in range(0, PART, 1000):
            yield str(path), start


def _answers(store: str, piece: tuple[str, int]) -> list[Line]:
    path, start = piece
    with closing(Store(store)) as opened:
        auditor = Auditor(opened, REQUEST, **HOW)
        rows = parquet.read_table(path).slice(start, 1000).to_pylist()
        return [_line(auditor, row["n"], row["document"]) for row in rows]


def _line(auditor: Auditor, number: int, track: bytes) -> Line:
    if track == b"{}":
        return number, None, None
    found = auditor.answer(json.loads(track))
    return number, str(found.outcome), found.decision


def checked_on_spark(started: SparkSession, sample: Sample) -> str:
    return spark.fingerprint_of(spark.verdicts(_read(started, sample, "checked"), "document"))


def answered_on_spark(started: SparkSession, sample: Sample) -> list[Line]:
    documents = _read(started, sample, "declarations", "consents", "withdrawals")
    rows = _read(started, sample, "tracks").withColumnRenamed("document", "track")
    found = spark.audit(rows, documents, REQUEST, **HOW, keep=["n"])
    chosen = found.select("n", "outcome", "decision").toArrow().sort_by("n")
    return [tuple(line.values()) for line in chosen.to_pylist()]


def _read(started: SparkSession, sample: Sample, *names: str) -> DataFrame:
    return started.read.parquet(*(str(sample.folder / name) for name in names))


def timed(what: str, count: int, work: Any) -> Any:  # noqa: ANN401 - what the work returns
    """Do some work, and print a row of the table."""
    began = perf_counter()
    found = work()
    took = perf_counter() - began
    print(f"| {what} | {count:,} | {took:.1f} | {count / took:,.0f} |", flush=True)
    return found


def main() -> None:
    asked = {"rows": 1_000_000, "audited": 50_000, "documents": 200_000}
    sizes = {name: int(os.environ.get(name.upper(), most)) for name, most in asked.items()}
    folder = Path(tempfile.mkdtemp())
    sample = Sample(folder, **sizes)
    rows, audited = sample.rows, sample.audited
    print("| what | rows | s | rows/s |\n| --- | ---: | ---: | ---: |")
    timed("make the sample", sum(sample.sizes().values()), partial(write, sample))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    started = timed("start Spark", 1, partial(session, folder))
    few = started.range(1).selectExpr("CAST('{}' AS BINARY) AS document")
    timed("first batch", 1, lambda: spark.verdicts(few, "document").collect())
    digests = (
        timed("check on Spark", rows, partial(checked_on_spark, started, sample)),
        timed("check here", rows, partial(checked_here, sample)),
    )
    lines = (
        timed("audit on Spark", audited, partial(answered_on_spark, started, sample)),
        timed("index and audit here", audited, partial(answered_here, sample)),
    )
    started.stop()
    roots = [root(leaf(compact(list(line))) for line in one) for one in lines]
    print(f"\ndigests of the check {'equal' if len(set(digests)) == 1 else digests}")
    print(f"Merkle roots of the audit {'equal' if len(set(roots)) == 1 else roots}")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
