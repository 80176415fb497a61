"""What programs leave of our tags is what the documentation says, and permits no more."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from askfirst.authoring.embedding import found
from askfirst.checking import check
from askfirst.cli.app import app
from askfirst.decision.statement import status
from askfirst.model.declarations import Declaration
from askfirst.vocabulary import Use, leaves
from tests.acceptance.rewriting import TOOLS, Tool
from tests.acceptance.surviving import (
    DECLARATION,
    PAGE,
    Layers,
    made,
    rewritten,
    rows,
    survived,
)

ORIGINAL = check(DECLARATION).document
TABLE = PAGE.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return made(tmp_path_factory.mktemp("survival"))


@pytest.fixture(scope="module")
def before(files: dict[str, Path]) -> dict[str, Layers]:
    return {ending: survived(path) for ending, path in files.items()}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.words)
def test_the_table_says_what_survives(
    tool: Tool, files: dict[str, Path], before: dict[str, Layers], tmp_path: Path
) -> None:
    tool.check()
    paths = rewritten(tool, files, tmp_path)
    after = {change: survived(path) for change, path in paths.items()}

    assert [row for row in TABLE if row.startswith(f"| {tool.words} |")] == rows(
        tool, before, after
    )
    for change, path in paths.items():
        assert path.read_bytes() != files[change.before].read_bytes()
        _check(path, after[change])


def _check(path: Path, layers: Layers) -> None:
    """Assert that what is extracted permits no more than what was embedded."""
    told = CliRunner().invoke(app, ["extract", str(path)])
    assert told.exit_code == (0 if layers.document else 1)
    assert (DECLARATION["id"] in told.stderr) >= (layers.copyright or layers.chunk)
    with path.open("rb") as file:
        reports = [report for _, report in found(file)]
    assert bool(reports) == layers.document
    for report in reports:
        assert report.conforms
        assert report.document
        assert _permits_no_more(report.document)


def _permits_no_more(found: object) -> bool:
    assert isinstance(found, Declaration)
    assert isinstance(ORIGINAL, Declaration)
    (new,), (old,) = found.declared, ORIGINAL.declared
    return all(
        status(new, leaf).status.strictness >= status(old, leaf).status.strictness
        for leaf in leaves(Use.ANY_AI_USE)
    )


def test_the_table_has_no_other_rows() -> None:
    named = {row.split("|")[1].strip() for row in TABLE if row.startswith("| ")}

    assert named == {"program", *(tool.words for tool in TOOLS)} | {"---"}
