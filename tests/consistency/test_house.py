"""The house stands as it was drawn: style, types, and imports that point one way."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(ROOT.glob("validator/askfirst/**/*.py"))
#: The tops of the repository besides dotfiles (what a newcomer finds).
TOP = {
    "pyproject.toml",
    "action.yml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
    "spec",
    "schemas",
    "validator",
    "examples",
    "tests",
}
#: What a working copy may hold and git does not.
NOT_OURS = {"build", "dist"}

CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports"],
}


@pytest.mark.parametrize("command", CHECKS.values(), ids=CHECKS)
def test_the_tools_have_nothing_to_say(command: list[str]) -> None:
    run = subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        [Path(sys.executable).parent / command[0], *command[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_the_top_of_the_house_holds_what_the_design_says() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert found - NOT_OURS == TOP


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    long = [
        f"{node.name} {_statement_lines(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and _statement_lines(node) > 25
    ]
    assert long == []
    assert path.read_text(encoding="utf-8").count("\n") <= 250


def _statement_lines(function: ast.FunctionDef) -> int:
    """Count the lines of a function's body after its docstring; a signature is no logic."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_left_for_later(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"TODO|FIXME|\bXXX\b|HACK|no cover", text) == []  # ID3 has frames TXXX
