"""Spark says what the local run says: the digest of a check, and the answer for each row."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from askfirst.catalog.fingerprint import compact, fingerprint, shown, total
from askfirst.catalog.merkle import leaf, root
from askfirst.catalog.verdicts import verdict
from tests.needs import needs
from tests.unit.catalog.audited import AT, REQUEST, UNREADABLE, World, audited, world

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PARTITIONS = 3


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator["SparkSession"]:
    needs("Java", bool(shutil.which("java") or os.environ.get("JAVA_HOME")))
    from pyspark.sql import SparkSession  # noqa: PLC0415 - slow to import

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]").appName("askfirst")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.sql.shuffle.partitions": f"{PARTITIONS}",
        "spark.sql.codegen.wholeStage": "false",  # it takes longer than these rows
        "spark.local.dir": f"{tmp_path}",
        "spark.sql.warehouse.dir": f"{tmp_path}",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    started = builder.getOrCreate()
    yield started
    started.stop()


def test_spark_says_what_the_local_run_says(tmp_path: Path, session: "SparkSession") -> None:
    """One test, for a session takes seconds to start."""
    broken = world(tmp_path, 0.1)
    _compare_verdicts(session, broken)
    _compare_answers(session, broken, tmp_path)
    unreadable = World((json.dumps(UNREADABLE).encode(),), broken.tracks[:9])
    _compare_answers(session, unreadable, tmp_path)


def _compare_verdicts(session: "SparkSession", spoken: World) -> None:
    from askfirst.catalog import spark  # noqa: PLC0415 - as in `session`

    rows = [(n, bytearray(text)) for n, text in enumerate(spoken.documents)]
    frame = session.createDataFrame(rows, "n long, doc binary").repartition(PARTITIONS)
    found = spark.verdicts(frame, "doc", keep=["n"])

    expected = [verdict(text) for text in spoken.documents]
    codes = {one["n"]: tuple(one["codes"]) for one in found.collect()}
    assert codes == {n: one.codes for n, one in enumerate(expected)}
    by_row = total(fingerprint(str(n), one.codes) for n, one in enumerate(expected))
    assert spark.fingerprint_of(found, "n") == shown(by_row)


def _compare_answers(session: "SparkSession", spoken: World, folder: Path) -> None:
    from askfirst.catalog import spark  # noqa: PLC0415 - as in `session`

    texts = [(bytearray(text),) for text in spoken.documents]
    documents = session.createDataFrame(texts, "document binary").repartition(PARTITIONS)
    rows: list[tuple[int, str | None]] = [
        (n, track.decode()) for n, track in enumerate([*spoken.tracks, *spoken.tracks[:9]])
    ]
    rows += [(len(rows), None)]
    frame = session.createDataFrame(rows, "n long, track string").repartition(PARTITIONS)
    found = spark.audit(frame, documents, REQUEST, at=AT, assurance="unsigned", keep=["n", "track"])

    chosen = found.select("n", "outcome", "decision").collect()
    collected = sorted((n, outcome, decision) for n, outcome, decision in chosen)
    expected = _expected(rows, spoken, folder)
    assert collected == expected
    assert _root(collected) == _root(expected)


def _expected(
    rows: list[tuple[int, str | None]], spoken: World, folder: Path
) -> list[tuple[int, str | None, str | None]]:
    """Return (row, outcome, decision) as the local run has them."""
    named = [(n, track.encode()) for n, track in rows if track not in (None, "{}")]
    answers = audited(spoken.documents, [track for _, track in named], folder)
    found = {n: one for (n, _), one in zip(named, answers, strict=True)}
    return [
        (n, str(found[n].outcome), found[n].decision) if n in found else (n, None, None)
        for n, _ in rows
    ]


def _root(lines: list[tuple[int, str | None, str | None]]) -> str:
    return root(leaf(compact(list(line))) for line in lines)
