"""`askfirst audit` answers each row as `askfirst decide` does, and leaves evidence that holds."""

import csv
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import askfirst
from askfirst.canonical import digest
from askfirst.catalog import sampling
from askfirst.cli.app import app
from askfirst.decision import gather
from askfirst.errors import AskFirstError
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place
from tests.property.worlds_by_hand import (
    ISRC,
    LAB,
    MARA,
    NOW,
    consent,
    declaration,
    head,
    held,
    track,
    withdrawal,
)
from tests.unit.catalog.manifest_writing import KINDS

SCHEMA = Place("https://w3id.org/askfirst/1.0/evidence.schema.json")
AT, DECLARED, CONSENTED, ROWS = "2026-10-01T00:00:00Z", 30, 20, 36
USE = {"uses": ["music-generation-training"], "track": track(), "material": ["audio"]}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a small catalog, none of which is broken, and its manifest; index it too."""
    folder = tmp_path_factory.mktemp("sample")
    documents = [
        *sampling.declarations(5, 0, DECLARED, 0),
        *sampling.consents(5, 0, CONSENTED, 0, declared=DECLARED),
        *sampling.withdrawals(5, 0, 4, 0, declared=DECLARED, consented=CONSENTED),
    ]
    _lines(folder / "documents.jsonl", documents)
    _lines(folder / "manifest.jsonl", sampling.rows(5, 0, ROWS, DECLARED))
    (folder / "request.json").write_bytes(sampling.written(sampling.request(5)))
    run = _run("catalog", "index", folder / "documents.jsonl", "-o", folder / "store")
    assert run.exit_code == 0
    return folder


def _lines(path: Path, lines: Iterable[bytes]) -> Path:
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def _run(*arguments: object) -> Any:  # noqa: ANN401 - what typer returns
    return CliRunner().invoke(app, list(map(str, arguments)))


def _asked(folder: Path, documents: str = "store", manifest: Path | None = None) -> list[object]:
    given = ["--request", folder / "request.json", "--documents", folder / documents]
    how = ["--assurance", "unsigned", "--at", AT, "--workers", 1]
    return ["audit", manifest or folder / "manifest.jsonl", *given, *how]


def _replayed(folder: Path, bundle: Path, *more: object, code: int = 0) -> Json:
    given = ["--request", folder / "request.json", "--documents", folder / "store"]
    run = _run(
        "audit",
        folder / "manifest.jsonl",
        *given,
        "--workers",
        1,
        *more,
        "--replay",
        bundle,
        "--format",
        "json",
    )
    assert run.exit_code == code, run.output
    value: Json = json.loads(run.stdout)
    return value


def _audited(arguments: list[object], *more: object, code: int = 1) -> Json:
    run = _run(*arguments, *more, "--format", "json")
    assert run.exit_code == code, run.output
    value: Json = json.loads(run.stdout)
    validator(SCHEMA).validate(value["evidence"])
    return value


def _rows(bundle: Path) -> list[Json]:
    return [json.loads(line) for line in (bundle / "rows.jsonl").read_bytes().splitlines()]


@pytest.fixture
def bundle(sample: Path, tmp_path: Path) -> Path:
    _audited(_asked(sample), "--evidence", tmp_path / "bundle")
    return tmp_path / "bundle"


def test_each_row_is_answered_as_by_all_documents(sample: Path, tmp_path: Path) -> None:
    keep, sheet, bundle = (tmp_path / name for name in ("keep.jsonl", "ask.csv", "bundle"))
    written = ("--keep", keep, "--missing", sheet, "--evidence", bundle)
    found = _audited(_asked(sample, "documents.jsonl"), *written)
    request = json.loads((sample / "request.json").read_bytes())
    lines = (sample / "documents.jsonl").read_bytes().splitlines()
    documents = gather([one for line in lines for one in askfirst.check(line).documents])
    manifest, asked = (sample / "manifest.jsonl").read_bytes().splitlines(), []
    rows = _rows(bundle)
    for row in (row for row in rows if "track" in row):
        one = {**request, "track": row["track"]}
        answer = askfirst.decide(one, documents, at=AT, assurance="unsigned")
        assert row["outcome"] == answer.outcome
        leaves = [leaf for leaf in answer.leaves if leaf.outcome == answer.outcome]
        assert row["why"] == sorted({reason.code for leaf in leaves for reason in leaf.reasons})
        if answer.outcome != "prohibited":
            asked += [(one.holder or "", row["row"]) for one in answer.missing]
    assert [row["row"] for row in rows] == [json.loads(line)["row"] for line in manifest]
    assert keep.read_bytes().splitlines() == [
        line for line, row in zip(manifest, rows, strict=True) if row["outcome"] == "permitted"
    ]
    with sheet.open(newline="", encoding="utf-8") as file:
        table = [(row["holder"], row["row"]) for row in csv.DictReader(file)]
    assert table == sorted(set(asked), key=lambda one: (not one[0], *one))
    assert 0 < int(found["evidence"]["outcomes"]["permitted"]) < ROWS
    assert {path.name for path in tmp_path.iterdir()} == {"keep.jsonl", "ask.csv", "bundle"}


def test_the_evidence_holds_and_counts_what_stands_in_its_rows(sample: Path, bundle: Path) -> None:
    evidence = json.loads((bundle / "evidence.json").read_bytes())
    rows = _rows(bundle)
    assert evidence["rows"] == str(len(rows)) == str(ROWS)
    figures = json.loads((bundle / "figures.json").read_bytes())
    assert sum(map(int, figures["outcomes"].values())) == ROWS
    assert figures["reservations"]["rows"] == str(sum(bool(row.get("reserved")) for row in rows))
    assert [one["path"] for one in evidence["inputs"]] == [
        str(sample / name) for name in ("manifest.jsonl", "store", "request.json")
    ]
    found = _replayed(sample, bundle, "--sample", "all")
    assert (found["same"], found["decidedAgain"], found["proofs"]) == (True, str(ROWS), [])
    some = [_replayed(sample, bundle, "--sample", 7, "--seed", n)["decidedAgain"] for n in (1, 2)]
    assert some == ["7", "7"]


def _changed(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("rows.jsonl", '"consent-required"', '"permitted"'),
        ("rows.jsonl", '"decision":"', '"decision":"0'),
        ("rows.jsonl", "\n", "\n\n"),
        ("evidence.json", '"permitted": "', '"permitted": "1'),
        ("evidence.json", '"merkleRoot": "', '"merkleRoot": "0'),
        ("evidence.json", '"at": "2026-10', '"at": "2026-09'),
        ("evidence.json", '"assurance": "unsigned"', '"assurance": "trusted"'),
        ("request.json", "generative-training", "analytic-training"),
        ("figures.json", '"consents": "', '"consents": "1'),
    ],
)
def test_what_was_changed_is_found(
    name: str, before: str, after: str, sample: Path, bundle: Path
) -> None:
    _changed(bundle / name, before, after)
    given = ["--request", sample / "request.json", "--documents", sample / "store"]
    run = _run("audit", sample / "manifest.jsonl", *given, "--workers", 1, "--replay", bundle)
    assert run.exit_code in (1, 2)
    assert "Traceback" not in run.output


def test_rows_that_were_never_decided_so_are_found_among_true_sums(
    sample: Path, tmp_path: Path
) -> None:
    lie = tmp_path / "lie"
    _lines(tmp_path / "no.jsonl", [json.dumps(declaration()).encode()])
    arguments = _asked(sample)
    arguments[arguments.index(sample / "store")] = tmp_path / "no.jsonl"
    _audited(arguments, "--evidence", lie)
    found = _replayed(sample, lie, code=1)
    assert found["inputs"]
    assert int(found["differing"]["rows"]) > 0


def test_other_inputs_are_named(sample: Path, bundle: Path, tmp_path: Path) -> None:
    rows = (sample / "manifest.jsonl").read_bytes().splitlines()
    other = _lines(tmp_path / "manifest.jsonl", rows[:-1])
    given = ["--request", sample / "request.json", "--documents", sample / "store"]
    options = ["--workers", 1, "--replay", bundle, "--format", "json"]
    run = _run("audit", other, *given, *options)
    assert run.exit_code == 1
    assert len(json.loads(run.stdout)["inputs"]) == 2


def test_a_key_signs_and_another_is_named(sample: Path, tmp_path: Path) -> None:
    keys = [tmp_path / "lab.pem", tmp_path / "thief.pem"]
    for key in keys:
        assert _run("key", "new", "--name", "Lab", "--out", key, "--no-passphrase").exit_code == 0
        _audited(_asked(sample), "--evidence", key.with_suffix(""), "--key", key)
    proofs = [_replayed(sample, key.with_suffix(""))["proofs"] for key in keys]
    assert [one["verifies"] for (one,) in proofs] == [True, True]
    assert proofs[0] != proofs[1]
    ours, theirs = (
        json.loads((key.with_suffix("") / "evidence.json").read_bytes()) for key in keys
    )
    ours["proof"]["verificationMethod"] = theirs["proof"]["verificationMethod"]
    (tmp_path / "lab/evidence.json").write_text(json.dumps(ours))
    found = _replayed(sample, tmp_path / "lab", code=1)
    assert [one["verifies"] for one in found["proofs"]] == [False]


def test_evidence_that_rests_on_a_trust_file_needs_it_again(tmp_path: Path) -> None:
    trust = tmp_path / "trust.json"
    trust.write_text('{"askfirst": "1.0.0", "type": "Trust", "holders": []}')
    arguments = _world(tmp_path, declaration(), consent())
    arguments[arguments.index("unsigned")] = "trusted"
    found = _audited(arguments, "--trust", trust, "--evidence", tmp_path / "b")
    assert found["evidence"]["trust"] == digest(json.loads(trust.read_bytes()))
    again = [*arguments[:6], "--replay", tmp_path / "b"]
    assert _run(*again).exit_code == 2
    assert _run(*again, "--trust", trust).exit_code == 0
    trust.write_text('{"askfirst": "1.0.0", "type": "Trust", "witnesses": []}')
    assert _run(*again, "--trust", trust).exit_code == 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_manifest_has_the_same_answers(
    kind: str, sample: Path, tmp_path: Path
) -> None:
    lines = (sample / "manifest.jsonl").read_bytes().splitlines()[:12]
    rows = [json.loads(line) for line in lines]
    rows = [{"id": row["row"], "isrc": row["isrc"]} for row in rows if "isrc" in row]
    manifest = KINDS[kind](tmp_path, rows)
    out = tmp_path.with_name(f"{tmp_path.name}-out")
    _audited(_asked(sample, manifest=manifest), "--evidence", out)
    plain = KINDS["jsonl"](sample, rows).rename(sample / "plain.jsonl")
    expected = tmp_path.with_name(f"{tmp_path.name}-plain")
    _audited(_asked(sample, manifest=plain), "--evidence", expected)
    assert _rows(out) == _rows(expected)


def test_the_number_of_workers_changes_no_byte(sample: Path, tmp_path: Path) -> None:
    lines = (sample / "manifest.jsonl").read_bytes().splitlines()
    folder = tmp_path / "rows"
    folder.mkdir()
    for n in range(3):
        _lines(folder / f"{n}.jsonl", lines[n * 12 : n * 12 + 12])
    found = []
    for workers in (1, 2):
        out = tmp_path / str(workers)
        out.mkdir()
        names = ("--keep", out / "keep", "--missing", out / "ask", "--evidence", out / "bundle")
        run = _run(*_asked(sample, manifest=folder), *names, "--workers", workers)
        assert run.exit_code == 1
        files = sorted(path for path in out.rglob("*") if path.is_file())
        found.append([(path.relative_to(out), path.read_bytes()) for path in files])
    assert found[0] == found[1]


def _world(folder: Path, *documents: Json) -> list[object]:
    """Write documents and a manifest with the song they are about; return what asks for it."""
    _lines(folder / "documents.jsonl", [json.dumps(one).encode() for one in documents])
    _lines(folder / "manifest.jsonl", [json.dumps({"id": "song", "isrc": ISRC}).encode()])
    (folder / "request.json").write_text(json.dumps({**head("Request", LAB), **USE}))
    arguments = _asked(folder, "documents.jsonl")
    arguments[arguments.index(AT)] = NOW
    return arguments


def test_the_gate_opens_only_where_every_row_is_permitted(tmp_path: Path) -> None:
    keep, agreed = tmp_path / "keep.jsonl", consent()
    arguments = [*_world(tmp_path, declaration(), agreed), "--keep", keep]
    assert _run(*arguments).exit_code == 0
    assert keep.read_bytes() == (tmp_path / "manifest.jsonl").read_bytes()
    _world(tmp_path, declaration(), agreed, withdrawal(agreed))
    assert _run(*arguments).exit_code == 1
    assert keep.read_bytes() == b""
    keep.write_text("an old yes")
    (tmp_path / "manifest.jsonl").write_text("isrc\n")
    assert _run(*arguments).exit_code == 2
    assert not keep.exists()


@pytest.mark.parametrize(
    "spoil", ["request.json", "documents.jsonl", "manifest.jsonl", "store", "empty", "at"]
)
def test_what_cannot_be_looked_at_leaves_no_old_yes(spoil: str, tmp_path: Path) -> None:
    keep = tmp_path / "out/keep.jsonl"
    keep.parent.mkdir()
    arguments = [*_world(tmp_path, declaration(), consent()), "--keep", keep]
    keep.write_text("an old yes")
    if spoil == "empty":
        (tmp_path / "manifest.csv").write_text("isrc\n")
        arguments[1] = tmp_path / "manifest.csv"
    elif spoil == "store":
        (tmp_path / "documents.jsonl").write_bytes(b"SQLite format 3\0" + 52 * b"\0" + b"aske")
    elif spoil == "at":
        arguments[arguments.index(NOW)] = "today"
    else:
        (tmp_path / spoil).write_text("{")
    run = _run(*arguments)
    assert run.exit_code == 2 or isinstance(run.exception, AskFirstError)
    assert list(keep.parent.iterdir()) == []


@pytest.mark.parametrize(
    "more",
    [
        ["--keep", "manifest.jsonl"],
        ["--keep", "documents/keep.jsonl"],
        ["--missing", "request.json"],
        ["--evidence", "full"],
        ["--keep", "a", "--missing", "a"],
        ["--keep", "no/folder/keep.jsonl"],
        ["--key", "key.pem"],
        ["--sample", "5"],
        ["--replay", "full", "--keep", "a"],
        ["--replay", "full"],
        ["--again", "full"],
        ["--column", "isrc"],
        ["--column", "isrc=none"],
        ["--assurance", "none"],
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_changes_nothing(
    more: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments = _world(tmp_path, declaration(), consent())
    for name in ("documents", "full"):
        Path(name).mkdir()
    Path("documents.jsonl").replace("documents/a.jsonl")
    Path("full/mine").write_text("mine")
    arguments[arguments.index(tmp_path / "documents.jsonl")] = "documents"
    if "--replay" in more:
        arguments = arguments[:6]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert _run(*arguments, *more).exit_code == 2
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_later_audit_names_what_changed(tmp_path: Path) -> None:
    agreed, bundle = consent(), tmp_path / "bundle"
    arguments = _world(tmp_path, declaration(), agreed)
    assert _run(*arguments, "--evidence", bundle).exit_code == 0
    _world(tmp_path, declaration(), agreed, withdrawal(agreed))
    found = _audited(arguments, "--again", bundle)
    assert found["changed"] == [{"row": "song", "was": "permitted", "now": "consent-required"}]
    _changed(bundle / "rows.jsonl", "permitted", "prohibited")
    assert _run(*arguments, "--again", bundle).exit_code == 2


def test_the_texts_of_strangers_steer_nothing(tmp_path: Path) -> None:
    evil = '=HYPERLINK("x")\x1b[2J\u202e'
    arguments = _world(tmp_path, declaration(rightsholders=[{**held(MARA), "name": evil}]))
    rows = [{"id": f"@{evil}", "isrc": ISRC}, {"id": evil, "isrc": evil}]
    _lines(tmp_path / "manifest.jsonl", [json.dumps(row).encode() for row in rows])
    run = _run(*arguments, "--missing", tmp_path / "ask.csv", "--evidence", tmp_path / "b")
    assert run.exit_code == 1
    sheet = (tmp_path / "ask.csv").read_text(encoding="utf-8")
    summary = (tmp_path / "b/summary.md").read_text(encoding="utf-8")
    for text in (run.output, sheet, summary):
        assert not {"\x1b", "\u202e"} & set(text)
    with (tmp_path / "ask.csv").open(newline="", encoding="utf-8") as file:
        assert {cell[0] for row in list(csv.reader(file))[1:] for cell in row if cell}.isdisjoint(
            "=@+-"
        )


def _command(folder: Path, documents: Path, out: Path) -> "subprocess.Popen[bytes]":
    given = ["--request", documents / "request.json", "--documents", documents / "documents.jsonl"]
    how = ["--assurance", "unsigned", "--at", AT, "--workers", 2]
    names = ["--keep", out / "keep", "--missing", out / "ask", "--evidence", out / "bundle"]
    command = [sys.executable, "-m", "askfirst", "audit", folder, *given, *how, *names]
    return subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _files(folder: Path) -> dict[Path, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in found}


def _killed(sample: Path, folder: Path, seed: int, kills: int) -> None:
    """Kill a run at random moments, let it end, and compare its bytes."""
    chance, rows = random.Random(seed), folder / "rows"  # noqa: S311 - when to kill
    rows.mkdir()
    lines = (sample / "manifest.jsonl").read_bytes().splitlines()
    for n in range(9):
        _lines(rows / f"{n}.jsonl", lines[n * 4 : n * 4 + 4])
    whole, out = folder / "whole", folder / "out"
    whole.mkdir()
    out.mkdir()
    began = time.monotonic()
    _command(rows, sample, whole).communicate()
    takes = time.monotonic() - began
    for _ in range(kills):
        process = _command(rows, sample, out)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.3, 1.0) * takes)
        process.kill()
        process.communicate()
        if (out / "bundle").exists() and not (out / "bundle.parts").exists():
            break
        assert _files(out).get(Path("keep"), b"") in (b"", _files(whole)[Path("keep")])
    else:
        last = _command(rows, sample, out)
        assert (last.communicate()[1], last.returncode) == (b"", 1)
    assert _files(out) == _files(whole)


def test_a_run_that_was_killed_goes_on_to_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    _killed(sample, tmp_path, 1, 1)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_kills_at_any_moment_change_nothing(seed: int, sample: Path, tmp_path: Path) -> None:
    _killed(sample, tmp_path, seed, 4)
