"""`askfirst catalog check` says the same however its input is stored, divided, or cut short."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from askfirst import check
from askfirst.catalog import judging
from askfirst.catalog.verdicts import Verdict
from askfirst.cli.app import app
from askfirst.errors import AskFirstError
from askfirst.reading import Syntax
from tests.acceptance.fences import ROOT
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place
from tests.unit.catalog.rowing import KINDS, documents, written

SCHEMA = Place("https://w3id.org/askfirst/1.0/summary.schema.json")
GOOD = next(row for row in documents() if check(row).conforms)


def _run(*arguments: object) -> Any:  # noqa: ANN401 - what typer returns
    return CliRunner().invoke(app, ["catalog", "check", *map(str, arguments)])


def _summary(*arguments: object, code: int = 1) -> Json:
    run = _run("--format", "json", *arguments)
    assert run.exit_code == code, run.output
    value: Json = json.loads(run.stdout)
    validator(SCHEMA).validate(value)
    return value


def _start(*arguments: object, cwd: Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "askfirst", "catalog", "check", *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def _verdicts(path: Path) -> list[Json]:
    if path.suffix == ".parquet":
        from pyarrow import parquet  # noqa: PLC0415 - slow to load

        found: list[Json] = parquet.read_table(path).to_pylist()
        return found
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_every_row_has_the_codes_of_a_check_in_order(tmp_path: Path) -> None:
    path, verdicts = written(tmp_path / "a.jsonl", documents()), tmp_path / "v.jsonl"
    summary = _summary(path, "--verdicts", verdicts, "--share", "0.1", "--workers", "1")
    reports = [check(row, syntax=Syntax.JSON) for row in documents()]

    found = _verdicts(verdicts)
    assert [one["codes"] for one in found] == [
        sorted({finding.code for finding in report.findings}) for report in reports
    ]
    assert path.read_bytes()[found[7]["offset"] :].startswith(documents()[7])
    assert {one["input"] for one in found} == {str(path)}
    assert summary["rows"] == len(documents())
    assert summary["conforming"] == sum(report.conforms for report in reports)
    assert 0 < summary["reference"]["rows"] < len(documents()) / 3
    assert summary["reference"]["disagreeing"] == 0
    assert not list(tmp_path.glob("*.parts"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_of_file_changes_no_verdict(kind: str, tmp_path: Path) -> None:
    plain = _summary(written(tmp_path / "plain.jsonl", documents()), "--share", "0.2")
    path, verdicts = written(tmp_path / f"a.{kind}", documents()), tmp_path / "v.parquet"
    other = _summary(path, "--verdicts", verdicts, "--share", "0.2")

    for summary in (plain, other):
        for sample in (one for code in summary["codes"] for one in code["samples"]):
            del sample["path"], sample["offset"]
    assert other == plain
    assert len(_verdicts(verdicts)) == len(documents())


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_the_number_of_workers_changes_no_byte(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path / f"a.{kind}", documents())
    others = [written(tmp_path / f"b{n}.{kind}", documents()[: n + 5]) for n in range(3)]
    found = []
    for workers in (1, 2, 3) if kind == "jsonl" else (1, 2):
        verdicts = tmp_path / f"v{workers}.{kind}"
        options = ("--workers", workers, "--verdicts", verdicts)
        found.append((_run(path, *others, *options).stdout, verdicts.read_bytes()))

    assert found == found[:1] * len(found)


def test_documents_in_folders_are_checked_like_files(tmp_path: Path) -> None:
    (tmp_path / "sub/.hidden").mkdir(parents=True)
    written(tmp_path / "sub/a.jsonl", documents())
    written(tmp_path / "sub/.hidden/b.jsonl", documents())
    (tmp_path / "a.askfirst.yaml").write_bytes(
        (ROOT / "examples/pass/solo-artist/declaration.yaml").read_bytes()
    )
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")

    summary = _summary(tmp_path)

    assert (summary["rows"], summary["files"]) == (len(documents()) + 1, 2)


def test_a_pointer_and_a_name_lead_into_each_row(tmp_path: Path) -> None:
    rows = [
        b'{"upload": 7, "askfirst": ' + GOOD + b"}",
        b'{"upload": "\\ud800", "askfirst": ' + GOOD + b"}",
        b'{"upload": "c"}',
    ]
    path, verdicts = written(tmp_path / "a.jsonl", tuple(rows)), tmp_path / "v.jsonl"

    asked = (path, "--pointer", "/askfirst", "--id", "/upload", "--verdicts", verdicts)
    summary = _summary(*asked, "--share", "1")

    assert [one["row"] for one in _verdicts(verdicts)] == ["7", None, "c"]
    assert [one["codes"] for one in _verdicts(verdicts)][2] == ["AF015"]
    assert (summary["conforming"], summary["reference"]["rows"]) == (2, 3)


def test_a_row_with_nothing_in_it_does_not_conform(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(GOOD + b"\r\n\n" + GOOD)

    summary = _summary(path)

    assert (summary["rows"], summary["conforming"]) == (3, 2)
    (only,) = [one for one in summary["codes"] if one["severity"] == "error"]
    assert [one["row"] for one in only["samples"]] == [2]


def test_all_that_conform_end_with_zero(tmp_path: Path) -> None:
    assert _run(written(tmp_path / "a.jsonl", (GOOD,) * 9)).exit_code == 0


def test_a_broken_input_hides_no_other(tmp_path: Path) -> None:
    good = written(tmp_path / "a.jsonl", (GOOD,))
    cut = written(tmp_path / "b.jsonl.gz", documents())
    cut.write_bytes(cut.read_bytes()[:-20])

    summary = _summary(good, cut, tmp_path / "missing.jsonl", tmp_path / "x.jsonl", code=2)

    assert summary["rows"] > 1
    assert not summary["conforms"]
    assert [str(cut) in one for one in summary["troubles"]] == [False, False, True]


@pytest.mark.parametrize(
    "arguments",
    [
        ("none.jsonl",),
        ("empty.jsonl",),
        ("a.csv",),
        ("a.jsonl", "--verdicts", "v.txt"),
        ("a.jsonl", "--verdicts", "a.jsonl"),
        ("a.jsonl", "--verdicts", "no/v.jsonl"),
        ("a.jsonl", "-o", "a.jsonl"),
        ("a.jsonl", "--share", "2"),
        ("a.jsonl", "--share", "nan"),
        ("a.parquet", "--column", "other"),
        ("a.jsonl", "--verdicts", "taken.jsonl"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_ends_with_two_and_writes_nothing(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.jsonl", "a.parquet"):
        written(tmp_path / name, (GOOD,))
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "a.csv").write_text("a,b\n", encoding="utf-8")
    (tmp_path / "taken.jsonl.parts/mine").mkdir(parents=True)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}

    run = _run(*arguments)

    # what is raised on purpose, `askfirst.cli.main` says in a sentence and ends with 2
    assert (run.exit_code == 2 and run.stderr) or isinstance(run.exception, AskFirstError)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert after.keys() == before.keys()


def test_a_disagreement_with_the_reference_is_named_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, verdicts = written(tmp_path / "a.jsonl", documents()), tmp_path / "v.jsonl"
    monkeypatch.setattr(judging, "verdict", lambda *_: Verdict((), True, 1, None, None))

    summary = _summary(path, "--workers", 1, "--share", 1, "--verdicts", verdicts, code=2)

    reference = summary["reference"]
    assert reference["rows"] == len(documents())
    assert reference["disagreeing"] > len(reference["disagreements"]) == 10
    assert reference["disagreements"][0]["reference"]
    assert not summary["conforms"]
    assert not verdicts.exists()


def test_the_text_ends_with_the_sums_and_steers_no_terminal(tmp_path: Path) -> None:
    evil = GOOD.replace(b'"type"', b'"x\\u001b[2J": "", "type"', 1)
    path = written(tmp_path / "a.jsonl", (evil, GOOD))

    run = _run(path)

    assert run.stdout.isascii()
    assert "\x1b" not in run.stdout
    assert run.stdout.splitlines()[-1].startswith("2 rows in 1 file")
    assert _run(path, "--quiet").stdout.splitlines()[0].startswith("AF")


def test_a_name_that_is_no_text_is_written_in_visible_characters(tmp_path: Path) -> None:
    path = written(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xe4.jsonl")), (GOOD,))

    for verdicts in (tmp_path / "v.jsonl", tmp_path / "v.parquet"):
        assert _run(path, "--verdicts", verdicts).exit_code == 0
        (only,) = _verdicts(verdicts)
        assert only["input"].isascii()


def _catalog(folder: Path, rows: int) -> Path:
    """Write rows, most of which conform, into files of a piece each."""
    (folder / "rows").mkdir()
    several = documents()
    for n in range(24):
        broken = tuple(several[(n + 24 * m) % len(several)] for m in range(rows // 500))
        written(folder / f"rows/{n:02}.jsonl", (GOOD,) * (rows // 24) + broken)
    return folder / "rows"


def _killed(folder: Path, seed: int, rows: int, form: str) -> None:
    """Kill a run three times at random moments, let it end, and compare its bytes."""
    chance, path = random.Random(seed), _catalog(folder, rows)  # noqa: S311 - when to kill
    whole, verdicts = folder / f"whole.{form}", folder / f"v.{form}"
    began = time.monotonic()
    expected = _start(path, "--workers", 1, "--verdicts", whole, cwd=folder).communicate()[0]
    takes = time.monotonic() - began
    for _ in range(3):
        process = _start(path, "--workers", 2, "--verdicts", verdicts, cwd=folder)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.3, 0.9) * takes)
        process.kill()
        process.communicate()
        assert not verdicts.exists() or verdicts.read_bytes() == whole.read_bytes()
    last = _start(path, "--workers", 2, "--verdicts", verdicts, cwd=folder).communicate()[0]
    assert last == expected
    assert verdicts.read_bytes() == whole.read_bytes()
    assert not list(folder.glob("*.parts"))


def test_a_run_that_was_killed_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    _killed(tmp_path, 1, 2_500, "jsonl")


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_kills_at_any_moment_lose_and_double_nothing(seed: int, tmp_path: Path) -> None:
    _killed(tmp_path, seed, 10_000, ("jsonl", "parquet")[seed % 2])


def test_an_interrupt_says_how_to_go_on(tmp_path: Path) -> None:
    path, verdicts = _catalog(tmp_path, 20_000), tmp_path / "v.jsonl"
    process = _start(path, "--workers", 2, "--verdicts", verdicts, cwd=tmp_path)
    while not (tmp_path / "v.jsonl.parts/00000000").exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=20)

    assert process.returncode == 2
    assert b"goes on" in told
    assert b"Traceback" not in told
    assert not verdicts.exists()
