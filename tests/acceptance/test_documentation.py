"""Every code fence of the documentation runs and does what it says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import askfirst
from askfirst.reading import Syntax
from tests.acceptance.fences import ROOT, Fence, fences

PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *(ROOT / "spec").rglob("*.md"),
        *(ROOT / "validator/docs").rglob("*.md"),
        *(ROOT / "examples").rglob("README.md"),
    ]
)
FENCES = [fence for page in PAGES for fence in fences(page)]
#: Set-up lines: what CI and the test of the wheel run; trees and figures: read by people.
NOT_RUN = {"sh", "text"}
DOCUMENTS = [fence for fence in FENCES if fence.note.startswith(("pass", "fail="))]


@pytest.mark.parametrize("fence", FENCES, ids=str)
def test_every_fence_is_of_a_kind_that_is_run(fence: Fence) -> None:
    runs = fence in DOCUMENTS or fence.note.startswith("file=")

    assert runs or fence.language in {"console", "python"} | NOT_RUN


@pytest.mark.parametrize("fence", DOCUMENTS, ids=str)
def test_a_document_in_the_text_has_the_findings_the_text_says(fence: Fence) -> None:
    report = askfirst.check(fence.text, syntax=Syntax(fence.language))

    errors = sorted({f.code for f in report.findings if f.severity == "error"})
    assert errors == [code for code in fence.note.removeprefix("fail=").split() if code != "pass"]


@pytest.mark.parametrize("page", [page for page in PAGES if fences(page)])
def test_the_commands_and_programs_of_a_page_run_as_shown(page: str, tmp_path: Path) -> None:
    for fence in fences(page):
        if fence.note.startswith("file="):
            (tmp_path / fence.note.removeprefix("file=")).write_text(fence.text, encoding="utf-8")
        elif fence.language == "console":
            assert _replayed(fence, tmp_path) == fence.text
        elif fence.language == "python":
            run = _run([sys.executable, "-c", fence.text], tmp_path)
            assert run.returncode == 0, run.stderr


def _replayed(fence: Fence, folder: Path) -> str:
    """Run each line after `$ ` and return the text with what it printed."""
    lines = [line for line in fence.text.splitlines() if line.startswith("$ ")]
    return "".join(f"{line}\n{_printed(line.removeprefix('$ '), folder)}" for line in lines)


def _printed(command: str, folder: Path) -> str:
    return _run(["bash", "-c", f"{{ {command}; }} 2>&1"], folder).stdout


def _run(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60
    )
