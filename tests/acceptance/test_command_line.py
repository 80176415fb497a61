"""The command line finds files, prints what was asked for, and exits with what it means."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest

from askfirst.schema import load
from askfirst.vocabulary import CODES, Because, DriftCode, Severity, SignalCode
from tests.acceptance.fences import ROOT
from tests.needs import needs

GOOD = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_bytes()
BAD = GOOD.replace(b"requiresConsent", b"requireConsent")
FORBIDDEN = ["rich", "jsonschema", "rdflib", "pyshacl", "pydantic", "pyarrow", "cryptography"]


def _askfirst(
    *arguments: str, cwd: Path, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        timeout=120,
        env={**os.environ, **environment},
    )


def _write(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.mark.parametrize(
    ("data", "code"), [(GOOD, 0), (BAD, 1), (b"\x00", 1), (b"", 1), (b"title: x", 1)]
)
def test_a_file_that_is_named_is_always_checked(data: bytes, code: int, tmp_path: Path) -> None:
    _write(tmp_path, any_txt=data)

    assert _askfirst("check", "any.txt", cwd=tmp_path).returncode == code


@pytest.mark.parametrize(("data", "code"), [(GOOD, 0), (BAD, 1)])
def test_the_standard_input_is_a_dash(data: bytes, code: int, tmp_path: Path) -> None:
    assert _askfirst("check", "-", cwd=tmp_path, stdin=data).returncode == code


@pytest.mark.parametrize(
    "name",
    [
        "askfirst_yaml",
        "askfirst_yml",
        "track_flac_askfirst_yaml",
        "deep__er__askfirst_yaml",
        "other_yaml",
        "license_yml",
    ],
)
def test_a_folder_is_searched_for_what_is_ours(name: str, tmp_path: Path) -> None:
    _write(tmp_path, **{name: BAD})

    assert _askfirst("check", ".", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize("first", [b"askFirst", b"askfrist", b"'askfirst'", b"ASKFIRST"])
def test_a_file_that_begins_like_one_is_ours(first: bytes, tmp_path: Path) -> None:
    _write(tmp_path, other_yaml=BAD.replace(b"askfirst:", first + b":", 1))

    assert _askfirst("check", ".", cwd=tmp_path).returncode == 1


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"readme_txt": BAD},
        {"other_yaml": b"title: x"},
        {"other_json": b'{"dependencies": {"askfirst": "1.0.0"}}'},
        {"_hidden__askfirst_yaml": BAD},
    ],
)
def test_checking_nothing_is_no_success(files: dict[str, bytes], tmp_path: Path) -> None:
    _write(tmp_path, **files)

    run = _askfirst("check", ".", cwd=tmp_path)

    assert run.returncode == 2
    assert b"nothing to check" in run.stderr


def test_the_summary_counts_what_was_passed_over(tmp_path: Path) -> None:
    _write(tmp_path, askfirst_yaml=GOOD, a_txt=b"", b_json=b"{}")

    assert b"1 file checked, 2 passed over" in _askfirst("check", ".", cwd=tmp_path).stdout


def test_a_pattern_that_the_shell_left_is_expanded(tmp_path: Path) -> None:
    _write(tmp_path, a_x=BAD, b_x=GOOD)

    assert b"2 files checked" in _askfirst("check", "*.x", cwd=tmp_path).stdout


def test_a_missing_file_is_told_and_stops_nothing_else(tmp_path: Path) -> None:
    _write(tmp_path, a_yaml=BAD)

    run = _askfirst("check", "none.yaml", "a.yaml", cwd=tmp_path)

    assert run.returncode == 2
    assert b"AF103" in run.stdout
    assert b"none.yaml" in run.stderr


def test_a_document_in_upload_metadata_is_found_with_and_without_a_pointer(tmp_path: Path) -> None:
    source = ROOT / "examples/pass/upload-metadata"
    upload = next(path for path in source.glob("*.json") if path.name != "findings.json")

    found = _askfirst("check", str(upload), "--format", "json", cwd=tmp_path)
    pointer = json.loads(found.stdout)["files"][0]["documents"][0]["pointer"]
    named = _askfirst("check", str(upload), "--pointer", pointer, cwd=tmp_path)
    wrong = _askfirst("check", str(upload), "--pointer", "/nowhere", cwd=tmp_path)

    assert [found.returncode, named.returncode, wrong.returncode] == [0, 0, 2]


@pytest.mark.parametrize("data", [GOOD, BAD, b"", b"[NaN]"])
def test_the_report_meets_its_schema(data: bytes, tmp_path: Path) -> None:
    _write(tmp_path, a_yaml=data)

    report = json.loads(_askfirst("check", "a.yaml", "--format", "json", cwd=tmp_path).stdout)

    jsonschema_rs.validator_for(
        load("report"), registry=jsonschema_rs.Registry([(load("common")["$id"], load("common"))])
    ).validate(report)


def test_the_output_file_is_whole_and_replaces_the_old_one(tmp_path: Path) -> None:
    _write(tmp_path, a_yaml=BAD, report_json=b"old")

    run = _askfirst("check", "a.yaml", "--format", "json", "-o", "report.json", cwd=tmp_path)

    assert run.stdout == b""
    assert json.loads((tmp_path / "report.json").read_bytes())["conforms"] is False
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "report.json"]


@pytest.mark.parametrize(("data", "lines"), [(GOOD, 0), (BAD, 1)])
def test_quiet_prints_errors_only(data: bytes, lines: int, tmp_path: Path) -> None:
    _write(tmp_path, a_yaml=data)

    run = _askfirst("check", "a.yaml", "--quiet", "--format", "concise", cwd=tmp_path)

    assert run.stdout.count(b"\n") == lines


def test_a_pipe_gets_no_color(tmp_path: Path) -> None:
    _write(tmp_path, a_yaml=BAD)

    assert b"\x1b" not in _askfirst("check", "a.yaml", cwd=tmp_path, FORCE_COLOR="").stdout


@pytest.mark.parametrize(("environment", "colored"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_color_unless_it_says_no(
    environment: dict[str, str],
    colored: bool,
    tmp_path: Path,
) -> None:
    _write(tmp_path, a_yaml=BAD)
    command = f"{sys.executable} -m askfirst check a.yaml"
    script = shutil.which("script")
    needs("script", script is not None)
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}

    run = subprocess.run(  # noqa: PLW1510 - what it prints is asserted
        [str(script), "-qec", command, "/dev/null"],
        cwd=tmp_path,
        capture_output=True,
        env={**clean, "TERM": "xterm", **environment},
    )

    assert (b"\x1b[1;31mAF103" in run.stdout) is colored


@pytest.mark.parametrize("arguments", [["--help"], ["check", "a.yaml"], ["check", "b.json"]])
def test_nothing_heavy_is_imported(arguments: list[str], tmp_path: Path) -> None:
    story = ROOT / "examples/pass/solo-artist"
    _write(tmp_path, a_yaml=GOOD, b_json=(story / "declaration.json").read_bytes())
    program = (
        f"import sys; sys.argv = ['askfirst', *{arguments!r}]\n"
        "from askfirst.cli import main\n"
        "try: main()\n"
        f"finally: print('HEAVY', [m for m in {FORBIDDEN!r} if m in sys.modules])"
    )

    run = subprocess.run(  # noqa: PLW1510 - what it prints is asserted
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True
    )

    assert b"HEAVY []" in run.stdout


def test_the_version_names_tool_and_specification(tmp_path: Path) -> None:
    assert _askfirst("--version", cwd=tmp_path).stdout == b"askfirst 0.1.0 (specification 1.0.0)\n"


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check"], ["check", "--format", "xml", "a"]])
def test_wrong_usage_exits_with_two(arguments: list[str], tmp_path: Path) -> None:
    assert _askfirst(*arguments, cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("code", ["AF451", "af451", "451"])
def test_a_reason_is_explained_like_a_finding(code: str, tmp_path: Path) -> None:
    shown = _askfirst("explain", code, cwd=tmp_path).stdout

    assert shown.startswith(b"AF451 (reason): ")
    assert b"\nWhat to do:\n" in shown


def test_the_list_of_codes_holds_findings_and_reasons_in_order(tmp_path: Path) -> None:
    lines = _askfirst("explain", cwd=tmp_path).stdout.decode().splitlines()

    assert [line.split()[0] for line in lines] == sorted(
        [*CODES, *Because, *DriftCode, *SignalCode]
    )
    assert {line.split()[1] for line in lines} == {*Severity, "reason", "signal"}


@pytest.mark.parametrize("arguments", [["explain", "AF999"], ["schema", "polka"]])
def test_what_does_not_exist_cannot_be_looked_at(arguments: list[str], tmp_path: Path) -> None:
    run = _askfirst(*arguments, cwd=tmp_path)

    assert run.returncode == 2
    assert run.stderr.startswith(b"askfirst: ")


@pytest.mark.parametrize(
    "name",
    [
        *("declaration", "release", "consent", "withdrawal", "policy", "request", "decision"),
        *("report", "diff", "common", "tables"),
    ],
)
def test_a_schema_is_printed_byte_for_byte(name: str, tmp_path: Path) -> None:
    folder = ROOT / ("spec/1.0" if name == "tables" else "schemas/1.0")
    file = "tables.json" if name == "tables" else f"{name}.schema.json"

    assert _askfirst("schema", name, cwd=tmp_path).stdout == (folder / file).read_bytes()
