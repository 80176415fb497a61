"""Every format tells the same faults at the same places, and is red where nothing was checked."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest

from tests.acceptance.fences import ROOT
from tests.acceptance.seeded import FAULTS, Fault, seed
from tests.acceptance.vendors import github, gitlab, gitlab_fault, junit, sarif
from tests.needs import needs

SCHEMA = ROOT / "tests/node/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
FILES = ("json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")
GOOD = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_bytes()
BROKEN = GOOD.replace(b"requiresConsent", b"requireConsent")
COVERED = (ROOT / "examples/fail/AF304-leaf-beside-its-group/declaration.yaml").read_bytes()


def _askfirst(
    *arguments: str, cwd: Path, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    plain = {name: value for name, value in os.environ.items() if name != "GITHUB_STEP_SUMMARY"}
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [sys.executable, "-m", "askfirst", *arguments],
        cwd=cwd,
        capture_output=True,
        timeout=120,
        env={**plain, **environment},
    )


def _reported(folder: Path, *arguments: str, **environment: str) -> dict[str, str]:
    """Return what one run writes in every format, and how it ended."""
    into = folder.parent / "reports"
    into.mkdir(exist_ok=True)
    reports = (f"--report={name}={into / name}" for name in FILES)
    run = _askfirst(*arguments, *reports, cwd=folder, **environment)
    written = {name: (into / name).read_text(encoding="utf-8") for name in FILES}
    return {**written, "code": str(run.returncode), "stderr": run.stderr.decode()}


@pytest.fixture(scope="module", name="reports")
def _reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("seeded") / "repository"
    seed(folder)
    return _reported(folder / "albums", "check", "..")


@pytest.fixture(scope="module", name="empty")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("empty") / "repository"
    (folder / ".git").mkdir(parents=True)
    return _reported(folder, "check", ".")


def test_an_error_makes_the_run_red(reports: dict[str, str]) -> None:
    assert reports["code"] == "1"


def test_sarif_points_at_each_fault(reports: dict[str, str]) -> None:
    assert Counter(sarif(reports["sarif"])) == Counter(FAULTS)


def test_github_annotates_each_fault(reports: dict[str, str]) -> None:
    assert Counter(one.fault for one in github(reports["github"])) == Counter(FAULTS)


def test_gitlab_has_an_issue_for_each_fault(reports: dict[str, str]) -> None:
    assert Counter(map(gitlab_fault, gitlab(reports["gitlab"]))) == Counter(FAULTS)


def test_lines_of_json_point_at_each_fault(reports: dict[str, str]) -> None:
    found = [json.loads(line) for line in reports["jsonl"].splitlines()]

    assert {_fault(one["path"], one) for one in found} == FAULTS
    assert len(found) == len(FAULTS)


def test_the_report_points_at_each_fault(reports: dict[str, str]) -> None:
    files = json.loads(reports["json"])["files"]

    assert {_fault(one["path"], f) for one in files for f in one["findings"]} == FAULTS


def _fault(path: str, finding: dict[str, Any]) -> Fault:
    at = finding["position"].values()
    return Fault(path.removeprefix("../"), finding["code"], finding["severity"], *at)


def test_junit_has_a_test_case_for_each_document(reports: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    path.write_text(reports["junit"], encoding="utf-8")

    cases = junit(str(path))

    errors = {_visible(one.path): one.code for one in FAULTS if one.severity == "error"}
    assert {name: code for name, code in cases.items() if code} == errors
    assert len(cases) == len(FAULTS) + 1
    assert cases["good.askfirst.yaml"] is None


def _visible(path: str) -> str:
    return path.replace("\n", "\\n")


def test_markdown_names_each_file(reports: dict[str, str]) -> None:
    assert all(one.code in reports["markdown"] for one in FAULTS)
    assert "@you" not in reports["markdown"]
    assert "<b>" not in reports["markdown"]


def test_sarif_meets_its_schema(reports: dict[str, str], empty: dict[str, str]) -> None:
    needs("the schema of SARIF", SCHEMA.is_file())
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))

    for text in (reports["sarif"], empty["sarif"]):
        assert [error.message for error in validator.iter_errors(json.loads(text))] == []


def test_sarif_tools_read_it(reports: dict[str, str], tmp_path: Path) -> None:
    from sarif import loader  # type: ignore[import-untyped]  # noqa: PLC0415 - it loads a lot

    path = tmp_path / "askfirst.sarif"
    path.write_text(reports["sarif"], encoding="utf-8")

    log = loader.load_sarif_file(str(path))

    records = {(one["Location"], one["Line"], one["Severity"]) for one in log.get_records()}
    assert log.get_distinct_tool_names() == ["AskFirst"]
    assert {(line, level) for _, line, level in records} == {
        (one.line, one.severity) for one in FAULTS
    }


def test_every_rule_has_help_and_an_address(reports: dict[str, str]) -> None:
    rules = json.loads(reports["sarif"])["runs"][0]["tool"]["driver"]["rules"]

    assert {rule["id"] for rule in rules} == {one.code for one in FAULTS}
    assert all(
        rule["help"]["markdown"] and rule["helpUri"].startswith("https://") for rule in rules
    )


def test_checking_nothing_is_red_in_every_format(empty: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    path.write_text(empty["junit"], encoding="utf-8")
    (run,) = json.loads(empty["sarif"])["runs"]

    assert empty["code"] == "2"
    assert not json.loads(empty["json"])["conforms"]
    assert json.loads(empty["json"])["troubles"]
    assert "trouble" in json.loads(empty["jsonl"])
    assert not run["invocations"][0]["executionSuccessful"]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error"
    assert junitparser.JUnitXml.fromfile(str(path)).errors == 1
    assert [one.name for one in github(empty["github"])] == ["error"]
    assert [one["severity"] for one in gitlab(empty["gitlab"])] == ["blocker"]
    assert "❌" in empty["markdown"]


def test_a_fingerprint_stays_where_lines_move(tmp_path: Path) -> None:
    file = tmp_path / "a.askfirst.yaml"
    file.write_bytes(BROKEN)
    before = _fingerprints(tmp_path)

    file.write_bytes(b"# one\n# two\n" + BROKEN)

    assert _fingerprints(tmp_path) == before


def _fingerprints(folder: Path) -> list[dict[str, str]]:
    (run,) = json.loads(_askfirst("check", ".", "--format", "sarif", cwd=folder).stdout)["runs"]
    return [one["partialFingerprints"] for one in run["results"]]


@pytest.fixture(scope="module", name="catalog")
def _catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository as a maintainer has it who tries this out: 500 files, half of them broken."""
    folder = tmp_path_factory.mktemp("catalog") / "repository"
    (folder / ".git").mkdir(parents=True)
    for n in range(500):
        data = (BROKEN, COVERED, GOOD, BROKEN)[n % 4]
        (folder / f"track-{n:03}.askfirst.yaml").write_bytes(data)
    return folder


def test_what_github_would_drop_is_in_the_summary_of_the_step(catalog: Path) -> None:
    summary = catalog.parent / "summary.md"
    summary.write_text("before\n", encoding="utf-8")

    run = _askfirst("check", ".", "--format=github", cwd=catalog, GITHUB_STEP_SUMMARY=str(summary))

    told = summary.read_text(encoding="utf-8")
    names = [one.name for one in github(run.stdout.decode())]
    assert Counter(names) == {"error": 10, "notice": 10}
    assert names[0] == "error"
    assert b"10 of 250 errors" in run.stdout
    assert b"10 of 125 notes" in run.stdout
    assert told.startswith("before\n")
    assert all(f"track-{n:03}" in told for n in range(500) if n % 4 != 2)
    assert len(told.encode()) < 1_000_000


def test_the_markdown_of_500_files_fits_a_screen(catalog: Path) -> None:
    told = _askfirst("check", ".", "--format=markdown", cwd=catalog).stdout.decode()

    assert told.count("\n") <= 40
    assert told.index("AF103") < told.index("AF304")
    assert len(told) < 5000


def test_a_large_catalog_is_adopted_with_a_baseline(catalog: Path, tmp_path: Path) -> None:
    baseline = str(tmp_path / "baseline.json")
    written = _askfirst("check", ".", "--write-baseline", baseline, "-q", cwd=catalog)
    with_it = ("check", ".", "--baseline", baseline, "--format=json")

    again = _askfirst(*with_it, cwd=catalog)

    assert (written.returncode, again.returncode) == (1, 1)
    report = json.loads(again.stdout)
    assert report["leftOut"] == 125
    assert {f["code"] for one in report["files"] for f in one["findings"]} == {"AF103"}


def test_a_new_warning_is_told_beside_a_baseline(tmp_path: Path) -> None:
    (tmp_path / "a.askfirst.yaml").write_bytes(COVERED)
    _askfirst("check", ".", "--write-baseline", "baseline.json", cwd=tmp_path)
    (tmp_path / "a.askfirst.yaml").write_bytes(b"# moved\n" + COVERED)
    (tmp_path / "b.askfirst.yaml").write_bytes(COVERED)

    run = _askfirst("check", ".", "--baseline=baseline.json", "--format=jsonl", cwd=tmp_path)

    assert [json.loads(line)["path"] for line in run.stdout.splitlines()] == ["b.askfirst.yaml"]
    assert run.returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--ignore", "AF103"),
        ("--select", "af103"),
        ("--ignore", "AF999"),
        ("--baseline", "none.json"),
        ("--baseline", "error.json"),
        ("--baseline", "a.askfirst.yaml"),
        ("--report", "sarif"),
        ("--report", "sarif="),
        ("--report", "xml=x"),
        ("--report", "sarif=a.askfirst.yaml"),
        ("--report", "sarif=./same", "-o", "same"),
        ("--write-baseline", "same", "--report", "sarif=same"),
        ("--report", "sarif=none/x.sarif"),
    ],
)
def test_what_cannot_be_meant_is_refused(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.askfirst.yaml").write_bytes(BROKEN)
    entry = {"path": "a.askfirst.yaml", "code": "AF103", "pointer": "/x", "sha256": "0"}
    text = json.dumps({"baseline": "1", "findings": [entry]})
    (tmp_path / "error.json").write_text(text, encoding="utf-8")

    run = _askfirst("check", "a.askfirst.yaml", *arguments, cwd=tmp_path)

    assert run.returncode == 2
    assert run.stderr.startswith(b"askfirst: ")
    assert b"Traceback" not in run.stderr
    assert (tmp_path / "a.askfirst.yaml").read_bytes() == BROKEN


def test_a_change_is_annotated_where_it_widens(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_bytes(GOOD)
    (tmp_path / "new.yaml").write_bytes(GOOD.replace(b"prohibits:", b"x-prohibits:"))

    reports = _reported(_inside(tmp_path), "diff", "old.yaml", "new.yaml")

    (run,) = json.loads(reports["sarif"])["runs"]
    assert reports["code"] == "1"
    assert {one["ruleId"] for one in run["results"]} >= {"widened"}
    assert {one.name for one in github(reports["github"])} >= {"error"}
    assert {one["severity"] for one in gitlab(reports["gitlab"])} >= {"critical"}
    assert all(json.loads(line)["kind"] for line in reports["jsonl"].splitlines())
    assert "widened" in reports["markdown"]


def _inside(folder: Path) -> Path:
    """Return a folder for what was written, so that the reports lie beside it."""
    into = folder / "work"
    into.mkdir()
    for file in [one for one in folder.iterdir() if one.is_file()]:
        file.rename(into / file.name)
    return into


def test_an_answer_points_at_the_sentence_that_decided(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(GOOD)
    arguments = ("--use", "generative-training", "--at", "2027-01-01T00:00:00Z")

    reports = _reported(_inside(tmp_path), "decide", "a.yaml", *arguments)

    (fault,) = sarif(reports["sarif"])
    line = GOOD.decode().splitlines()[fault.line - 1]
    assert reports["code"] == "1"
    assert (fault.path, fault.severity) == ("a.yaml", "error")
    assert "requiresConsent" in line or "prohibits" in line
    assert json.loads(reports["jsonl"])["type"] == "Decision"
    assert [one.name for one in github(reports["github"])] == ["error"]


def test_two_reports_may_go_to_the_standard_output(tmp_path: Path) -> None:
    (tmp_path / "a.askfirst.yaml").write_bytes(BROKEN)

    told = _askfirst("check", ".", "--format=concise", "--report=github=-", cwd=tmp_path).stdout

    assert told.startswith(b"a.askfirst.yaml:")
    assert [one.name for one in github(told.decode())] == ["error"]


def test_a_baseline_holds_wherever_in_the_repository_one_stands(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "albums").mkdir()
    (tmp_path / "albums/a.askfirst.yaml").write_bytes(COVERED)
    _askfirst("check", ".", "--write-baseline", "known.json", cwd=tmp_path)
    arguments = ("check", "a.askfirst.yaml", "--baseline", "../known.json", "--format", "jsonl")

    assert _askfirst(*arguments, cwd=tmp_path / "albums").stdout == b""


def test_no_baseline_is_written_of_half_a_run(tmp_path: Path) -> None:
    (tmp_path / "a.askfirst.yaml").write_bytes(COVERED)

    run = _askfirst("check", ".", "none.yaml", "--write-baseline", "known.json", cwd=tmp_path)

    assert run.returncode == 2
    assert not (tmp_path / "known.json").exists()


def test_a_report_keeps_the_file_it_could_not_replace(tmp_path: Path) -> None:
    (tmp_path / "a.askfirst.yaml").write_bytes(BROKEN)
    (tmp_path / "folder").mkdir()

    run = _askfirst("check", ".", "--report", "sarif=folder", cwd=tmp_path)

    assert run.returncode == 2
    assert b"Traceback" not in run.stderr
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.askfirst.yaml", "folder"]


def test_a_report_beside_what_it_is_about_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.askfirst.yaml").write_bytes(GOOD)
    flags = ["check", ".", "--report", "json=report.json"]

    assert [_askfirst(*flags, cwd=tmp_path).returncode for _ in range(2)] == [0, 0]
    document = {"askfirst": "1.0.0", "tool": "askfirst 0.1.0", "track": {}}
    (tmp_path / "report.json").write_text(json.dumps(document), encoding="utf-8")
    assert _askfirst("check", ".", cwd=tmp_path).returncode == 1
    assert _askfirst("check", "report.json", cwd=tmp_path).returncode == 1
