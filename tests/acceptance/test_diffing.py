"""`askfirst diff` says what a change widens, and its exit code says so too."""

import json
import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from askfirst.schema import load
from tests.acceptance.fences import ROOT
from tests.needs import needs

CLAUSES = ("2024-02-broad", "2025-05-narrow", "2025-05-demand")
PASS = ROOT / "examples/pass"
GOOD = (PASS / "solo-artist/declaration.yaml").read_bytes()
WIDER = GOOD.replace(b"prohibits:", b"x-prohibits:")
NARROWER = GOOD.replace(b"permits:", b"x-permits:")
BAD = GOOD.replace(b"prohibits:", b"prohibit:")
HOSTILE = GOOD.replace(b"mara@example.org", b"%1B@example.org").replace(
    b"title: Night Bus", rb'title: "\x1b[2J\u202e\u200b"'
)
EVERYTHING = sorted(
    path for path in (PASS / "everything-used").glob("*.yaml") if path.stem != "findings"
)
FORMATS = ("full", "concise", "json")


def _diff(
    folder: Path, *arguments: str | Path, stdin: bytes = b"", **files: bytes
) -> "subprocess.CompletedProcess[bytes]":
    for name, data in files.items():
        (folder / f"{name}.yaml").write_bytes(data)
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", "diff", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=120,
    )


def _valid(difference: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a difference that meets its schema."""
    shared = [(load("common")["$id"], load("common"))]
    registry = jsonschema_rs.Registry(shared)
    jsonschema_rs.validator_for(load("diff"), registry=registry).validate(difference)
    return difference


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("new", "code"),
    [(GOOD, 0), (WIDER, 1), (NARROWER, 0), (GOOD.replace(b"Night Bus", b"Nattbuss"), 0), (BAD, 1)],
)
def test_the_exit_code_tells_whether_anything_is_widened(
    new: bytes, code: int, form: str, tmp_path: Path
) -> None:
    run = _diff(tmp_path, "old.yaml", "new.yaml", "--format", form, old=GOOD, new=new)

    assert run.returncode == code
    assert run.stderr == b""


@pytest.mark.parametrize("broken", ["old", "new", "both"])
@pytest.mark.parametrize("data", [BAD, b"a: [", b"askfirst: 1.0.0\n"])
def test_what_does_not_conform_cannot_be_judged(data: bytes, broken: str, tmp_path: Path) -> None:
    files = {name: data if broken in (name, "both") else GOOD for name in ("old", "new")}

    shown = _diff(tmp_path, "old.yaml", "new.yaml", **files)
    told = _diff(tmp_path, "old.yaml", "new.yaml", "--format", "json", **files)

    report = json.loads(told.stdout)
    named = {f"{name}.yaml" for name, held in files.items() if held is data}
    assert [shown.returncode, told.returncode] == [1, 1]
    assert {file["path"] for file in report["files"]} == named
    assert report["conforms"] is False
    assert all(f"{name}:".encode() in shown.stdout for name in named)


@pytest.mark.parametrize(
    "arguments",
    [
        ["old.yaml", "none.yaml"],
        ["none.yaml", "old.yaml"],
        ["old.yaml", "."],
        ["-", "-"],
        ["old.yaml"],
        ["old.yaml", "old.yaml", "old.yaml"],
        ["old.yaml", "empty.yaml"],
        ["old.yaml", "other.yaml"],
        ["bad.yaml", "none.yaml"],
        ["old.yaml", str(PASS / "documents-in-a-list/documents.json")],
        ["old.yaml", str(PASS / "consent-to-anyone/consent.yaml")],
        ["old.yaml", "old.yaml", "--format", "xml"],
        ["old.yaml", "old.yaml", "-o", "no/such/folder"],
        ["old.yaml", "bad.yaml", "-o", "bad.yaml"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_looked_at_exits_with_two(arguments: list[str], tmp_path: Path) -> None:
    run = _diff(tmp_path, *arguments, old=GOOD, bad=BAD, empty=b"", other=b"title: x")

    assert run.returncode == 2
    assert run.stderr
    assert b"Traceback" not in run.stderr
    assert (tmp_path / "bad.yaml").read_bytes() == BAD


@pytest.mark.parametrize("place", [0, 1])
def test_one_of_the_two_can_be_the_standard_input(place: int, tmp_path: Path) -> None:
    paths = ["old.yaml", "old.yaml"]
    paths[place] = "-"

    run = _diff(tmp_path, *paths, stdin=WIDER, old=GOOD)

    assert run.returncode == place


def test_a_document_inside_somebody_elses_json_is_compared(tmp_path: Path) -> None:
    upload = next(path for path in (PASS / "upload-metadata").glob("*.json"))

    run = _diff(tmp_path, upload, upload, "--format", "json")

    assert run.returncode == 0
    assert _valid(json.loads(run.stdout))["old"]["pointer"] != ""


@pytest.mark.parametrize("path", EVERYTHING, ids=lambda path: str(path.stem))
def test_every_type_of_document_is_the_same_in_yaml_and_in_json(path: Path, tmp_path: Path) -> None:
    run = _diff(tmp_path, path, path.with_suffix(".json"), "--format", "json")

    found = _valid(json.loads(run.stdout))
    assert run.returncode == 0
    assert found["changes"] == []
    assert found["type"].lower() == path.stem.partition("-")[0]


@pytest.mark.parametrize("new", [WIDER, NARROWER, HOSTILE])
def test_the_difference_meets_its_schema(new: bytes, tmp_path: Path) -> None:
    run = _diff(
        tmp_path, "old.yaml", "new.yaml", "--format", "json", "-o", "diff.json", old=GOOD, new=new
    )

    found = _valid(json.loads((tmp_path / "diff.json").read_bytes()))
    assert run.stdout == b""
    assert found["changes"]
    assert found["widened"] is (run.returncode == 1)
    assert (found["old"]["path"], found["new"]["path"]) == ("old.yaml", "new.yaml")


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    arguments = ("old.yaml", "new.yaml", "--format", "json")
    runs = [_diff(tmp_path, *arguments, old=GOOD, new=WIDER).stdout for _ in range(2)]

    assert runs[0] == runs[1]


def test_the_correction_left_a_gap_that_the_demand_closed(tmp_path: Path) -> None:
    paths = [ROOT / "examples/policies" / name / "policy.yaml" for name in CLAUSES]

    found = [
        _valid(json.loads(_diff(tmp_path, *pair, "--format", "json").stdout))
        for pair in pairwise(paths)
    ]

    said = [{c["use"]: c["after"] for c in one["changes"] if "use" in c} for one in found]
    assert [one["widened"] for one in found] == [True, False]
    assert said[0]["music-generation-training"] == "silent"
    assert said[0]["voice-replication-training"] == "asksFirst"
    assert said[1] == {
        "music-generation-training": "asksFirst",
        "other-generative-training": "asksFirst",
    }


@pytest.mark.parametrize("form", FORMATS)
def test_no_escape_reaches_the_terminal(form: str, tmp_path: Path) -> None:
    run = _diff(tmp_path, "old.yaml", "new.yaml", "--format", form, old=GOOD, new=HOSTILE)

    assert [c for c in run.stdout.decode() if not c.isprintable() and c != "\n"] == []


def test_a_terminal_gets_color_and_a_pipe_does_not(tmp_path: Path) -> None:
    script = shutil.which("script")
    needs("script", script is not None)
    piped = _diff(tmp_path, "old.yaml", "new.yaml", old=GOOD, new=WIDER)
    clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}

    run = subprocess.run(  # noqa: PLW1510 - what it prints is asserted
        [str(script), "-qec", f"{sys.executable} -m askfirst diff old.yaml new.yaml", "/dev/null"],
        cwd=tmp_path,
        capture_output=True,
        env={**clean, "TERM": "xterm"},
    )

    assert b"\x1b" not in piped.stdout
    assert b"\x1b[1;31mwidened:" in run.stdout


def test_the_leaves_of_a_group_that_changed_alike_stand_in_one_line(tmp_path: Path) -> None:
    asks, never = b"generative-training, generative-input", b"likeness-replication-training"
    new = GOOD.replace(asks, b"generative-training").replace(never, never + b", generative-input")
    run = _diff(tmp_path, "old.yaml", "new.yaml", "--format", "concise", old=GOOD, new=new)

    lines = run.stdout.decode().splitlines()
    assert "generative-input (3 leaves)" in lines[0]
    assert len(lines) == 2
