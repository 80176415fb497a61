"""The vector runner passes what is right, catches what is wrong, and survives what is broken."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from askfirst.cli.conformance import Kinds
from askfirst.conformance import MANIFEST, Kind, load
from askfirst.conformance.judging import differences
from tests.acceptance.fences import ROOT
from tests.acceptance.implementations import BROKEN, WRONG
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place

VECTORS = ROOT / "spec/1.0/conformance"
OURSELVES = f"{shlex.quote(sys.executable)} -m askfirst conformance --answer"
IMPLEMENTATIONS = Path(__file__).parent / "implementations.py"
SCHEMA = Place("https://w3id.org/askfirst/1.0/conformance.schema.json")


def _run(*arguments: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", "conformance", *arguments],
        input=stdin,
        capture_output=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def _against(way: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    command = shlex.join([sys.executable, str(IMPLEMENTATIONS), way])
    return _run("--command", command, *arguments)


@pytest.fixture
def few(tmp_path: Path) -> Callable[[int], str]:
    """Return a maker of folders that hold the first vectors of one file."""

    def folder(count: int) -> str:
        path = "decisions/07-agreement.json"
        vectors = json.loads((VECTORS / path).read_bytes())[:count]
        _write(tmp_path, {path: json.dumps(vectors)})
        return str(tmp_path)

    return folder


def _write(folder: Path, files: dict[str, str]) -> None:
    from hashlib import sha256  # noqa: PLC0415 - a fixture's own business

    listed = []
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
        digest = sha256(text.encode()).hexdigest()
        listed.append({"path": path, "kind": path.partition("/")[0], "sha256": digest})
    (folder / MANIFEST).write_text(json.dumps({"files": listed}), encoding="utf-8")


def test_the_command_line_knows_every_kind_of_vector() -> None:
    assert list(map(str, Kinds)) == list(map(str, Kind))


def test_we_pass_every_vector_that_ships() -> None:
    run = _run("--command", OURSELVES, "--format", "json")

    assert run.returncode == 0, run.stdout + run.stderr
    results = json.loads(run.stdout)
    manifest = json.loads((VECTORS / MANIFEST).read_bytes())
    assert results["passed"] == sum(file["vectors"] for file in manifest["files"])
    assert [row["name"] for row in results["rules"]] == [str(n) for n in range(1, 12)]
    assert list(validator(SCHEMA).iter_errors(results)) == []


@pytest.mark.parametrize("way", WRONG)
def test_what_is_wrong_fails(way: str) -> None:
    kind, wrong = WRONG[way]
    vectors = load(lambda path: (VECTORS / path).read_bytes(), [Kind(kind)])

    answers = (json.loads(json.dumps(wrong(json.loads(vector.line)))) for vector in vectors)

    caught = (told for told in map(differences, vectors, answers) if told)
    assert len([*islice(caught, 2)]) > 1


@pytest.mark.parametrize("way", ["expands-nothing", "sees-no-widening"])
def test_a_command_that_is_wrong_fails(way: str) -> None:
    run = _against(way, "--kind", WRONG[way][0], "--format", "json")

    results = json.loads(run.stdout)
    assert run.returncode == 1
    assert results["failed"] > 0
    assert all(one["differences"] for one in results["results"] if one["standing"] == "failed")


def test_what_is_wrong_is_told_by_vector_rule_and_difference() -> None:
    run = _against("overlooks-withdrawals", "--kind", "decisions")

    assert b'outcome: expected "consent-required"\n    outcome: answered "permitted"' in run.stdout
    assert b"AF652:" in run.stdout
    assert b"decisions/09-time.json#" in run.stdout


@pytest.mark.parametrize(
    "way", sorted(set(BROKEN) - {"dies", "hangs", "answers-twice", "chatters"})
)
def test_what_never_answers_is_asked_three_times(way: str, few: Callable[[int], str]) -> None:
    run = _against(way, "--vectors", few(5), "--timeout", "2", "--format", "json")

    results = json.loads(run.stdout)
    assert run.returncode == 2
    assert (results["broken"], results["notAsked"]) == (3, 2)
    assert all(one["differences"] for one in results["results"] if one["standing"] == "broken")


@pytest.mark.parametrize(
    ("way", "count", "broken"),
    [("dies", 4, [2]), ("hangs", 2, [1]), ("answers-twice", 4, [1, 3])],
)
def test_what_breaks_is_started_again(
    way: str, count: int, broken: list[int], few: Callable[[int], str]
) -> None:
    run = _against(way, "--vectors", few(count), "--timeout", "8", "--format", "json")

    standings = [one["standing"] for one in json.loads(run.stdout)["results"]]
    assert run.returncode == 2
    assert [n for n, standing in enumerate(standings) if standing == "broken"] == broken
    assert {standing for n, standing in enumerate(standings) if n not in broken} == {"passed"}


def test_what_a_command_complains_about_is_shown_and_steers_no_terminal(
    few: Callable[[int], str],
) -> None:
    run = _against("dies", "--vectors", few(3))

    assert b"ended with exit code 7: I cannot\\x1b[2J" in run.stdout


def test_a_full_error_stream_stops_nothing(few: Callable[[int], str]) -> None:
    assert _against("chatters", "--vectors", few(3)).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--command", ""],
        ["--command", "'"],
        ["--command", "no-such-command-anywhere"],
        ["--command", OURSELVES, "--answer"],
        ["--command", OURSELVES, "--kind", "polka"],
        ["--command", OURSELVES, "--timeout", "0"],
        ["--command", OURSELVES, "--vectors", "/nowhere"],
        ["--command", OURSELVES, "-o", "/nowhere/at/all.json", "--kind", "expand"],
    ],
)
def test_what_cannot_be_run_exits_with_two(arguments: list[str]) -> None:
    run = _run(*arguments)

    assert run.returncode == 2
    assert run.stderr
    assert b"Traceback" not in run.stderr


def test_a_command_is_no_shell(tmp_path: Path) -> None:
    run = _run("--command", f"{OURSELVES}; touch {tmp_path}/owned", "--kind", "expand")

    assert run.returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_command_can_hold_spaces_in_quotes(tmp_path: Path, few: Callable[[int], str]) -> None:
    (tmp_path / "my implementations").mkdir()
    copy = shutil.copy(IMPLEMENTATIONS, tmp_path / "my implementations")
    command = f'{shlex.quote(sys.executable)} "{copy}" chatters'

    assert _run("--command", command, "--vectors", few(1)).returncode == 0


@pytest.mark.parametrize(
    "files",
    [
        {MANIFEST: "{}"},
        {MANIFEST: "[" * 100_000},
        {MANIFEST: '{"files": [{"path": "../a.json", "kind": "check", "sha256": ""}]}'},
        {MANIFEST: '{"files": [{"path": "/etc/passwd", "kind": "check", "sha256": ""}]}'},
        {MANIFEST: '{"files": [{"path": "check/a.json", "kind": "polka", "sha256": ""}]}'},
        {MANIFEST: '{"files": [{"path": "a.json", "kind": "check", "sha256": ""}]}', "a.json": ""},
        {MANIFEST: '{"files": []}'},
    ],
)
def test_vectors_that_are_none_are_not_run(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    run = _run("--command", OURSELVES, "--vectors", str(tmp_path))

    assert run.returncode == 2
    assert run.stderr.startswith(b"askfirst: ")


@pytest.mark.parametrize("text", ["{}", "[1]", '[{"expect": 1}]', "nothing"])
def test_a_file_that_holds_no_vectors_is_not_run(text: str, tmp_path: Path) -> None:
    _write(tmp_path, {"check/a.json": text})

    assert _run("--command", OURSELVES, "--vectors", str(tmp_path)).returncode == 2


@pytest.mark.parametrize(
    "line",
    [
        b"no vector",
        b"[]",
        b'{"id": "a"}',
        b'{"id": "a", "kind": "polka"}',
        b'{"id": "a", "kind": "check"}',
        b'{"id": "a", "kind": "diff", "documents": []}',
        b'{"id": "a", "kind": "expand", "documents": [{}]}',
        b'{"id": "a", "kind": "check", "base64": "?", "syntax": "json"}',
        b"[" * 100_000,
    ],
)
def test_a_line_that_is_no_vector_is_not_answered(line: bytes) -> None:
    run = _run("--answer", stdin=line + b"\n")

    assert run.returncode == 2
    assert run.stdout == b""
    assert run.stderr.startswith(b"askfirst: ")
    assert b"Traceback" not in run.stderr


def test_the_results_are_written_to_a_file(tmp_path: Path) -> None:
    output = tmp_path / "results.json"

    run = _run("--command", OURSELVES, "--kind", "expand", "--format", "json", "-o", str(output))

    results: Json = json.loads(output.read_bytes())
    assert (run.returncode, run.stdout) == (0, b"")
    assert {one["vector"].partition("/")[0] for one in results["results"]} == {"expand"}
