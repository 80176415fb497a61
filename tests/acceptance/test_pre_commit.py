"""The hooks run in a repository that takes them from this one, as it stands."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from askfirst.audio.container import SUFFIXES
from askfirst.cli.paths import select
from tests.acceptance.fences import ROOT
from tests.acceptance.jobs import GIT, OFFLINE, borrowed, clean, commit, git, repository
from tests.acceptance.recordings import audio
from tests.consistency.shipped import Json
from tests.needs import needs

HOOKS: list[Json] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
BUILT_FROM = ["pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"]
BUILT_FROM += ["spec", "schemas", "validator", ".pre-commit-hooks.yaml"]
GOOD = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("requiresConsent", "requireConsent")
MENDABLE = GOOD.replace("SEXYZ2600012", "se-xyz-26-00012")
PRE_COMMIT = Path(sys.executable).parent / "pre-commit"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a git repository with what is here now."""
    needs("git", shutil.which("git") is not None)
    needs("pre-commit", PRE_COMMIT.is_file())
    folder = tmp_path_factory.mktemp("source") / "askfirst"
    folder.mkdir()
    for name in BUILT_FROM:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, {})
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the hooks are installed once."""
    return tmp_path_factory.mktemp("home")


class Repository:
    """A repository that uses the hooks."""

    def __init__(self, folder: Path, source: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        hooks = [{"id": hook["id"]} for hook in HOOKS]
        revision = subprocess.run(
            ["git", "rev-parse", "HEAD"],  # noqa: S607 - whichever git is installed
            cwd=source,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        one = {"repo": source.as_uri(), "rev": revision, "hooks": hooks}
        repository(folder, {".pre-commit-config.yaml": yaml.safe_dump({"repos": [one]})})
        self.run("install-hooks")
        for environment in home.glob("*/py_env-*"):
            borrowed(environment)

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        home = {"PRE_COMMIT_HOME": str(self.home), "PRE_COMMIT_COLOR": "never"}
        return subprocess.run(
            [PRE_COMMIT, *arguments],
            cwd=self.folder,
            env={**clean(), **GIT, **OFFLINE, **home, "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def hook(self, name: str, files: dict[str, str]) -> "subprocess.CompletedProcess[str]":
        commit(self.folder, files)
        return self.run("run", name, "--all-files")


@pytest.fixture
def used(source: Path, home: Path, tmp_path: Path) -> Repository:
    return Repository(tmp_path / "it", source, home)


def test_what_conforms_passes_and_what_is_not_ours_is_not_looked_at(used: Repository) -> None:
    run = used.hook(
        "askfirst-check",
        {"a b/-x.askfirst.YAML": GOOD, "other.yaml": "a: [", "-y.askfirst.yml": GOOD},
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert "Passed" in run.stdout


def test_what_does_not_conform_fails_with_its_line(used: Repository) -> None:
    run = used.hook("askfirst-check", {"songs/night-bus.askfirst.yaml": BAD, "askfirst.json": "{}"})

    assert run.returncode == 1
    line = BAD[: BAD.index("requireConsent")].count("\n") + 1
    assert f"songs/night-bus.askfirst.yaml:{line}:1: AF103" in run.stdout


def test_a_mended_file_fails_once(used: Repository) -> None:
    run = used.hook("askfirst-fix", {"night-bus.askfirst.yaml": MENDABLE})

    assert run.returncode == 1
    assert "files were modified by this hook" in run.stdout
    assert (used.folder / "night-bus.askfirst.yaml").read_text(encoding="utf-8") == GOOD
    assert used.run("run", "askfirst-fix", "--all-files").returncode == 0


def test_a_library_with_a_file_that_nobody_declared_fails(used: Repository) -> None:
    audio(used.folder / "night-bus.wav", 7)
    run = used.hook("askfirst-scan", {})

    assert run.returncode == 1, run.stdout + run.stderr
    assert "AF801" in run.stdout


@pytest.mark.parametrize(
    "name", ["askfirst.yaml", "a/B.AskFirst.JSON", "x.askfirst.yml", "askfirst-trust.yaml"]
)
def test_the_pattern_takes_what_a_folder_is_searched_for(name: str, tmp_path: Path) -> None:
    assert _taken(name)
    assert _found(name, tmp_path)


@pytest.mark.parametrize(
    "name", ["askfirst.txt", "xaskfirst.yaml", "askfirst.yaml.bak", "my-askfirst-trust.yaml"]
)
def test_the_pattern_takes_nothing_else(name: str, tmp_path: Path) -> None:
    assert not _taken(name)
    assert not _found(name, tmp_path)


def test_a_scan_is_made_where_any_audio_file_changes() -> None:
    pattern = next(hook["files"] for hook in HOOKS if hook["id"] == "askfirst-scan")

    assert [end for end in SUFFIXES if not re.search(pattern, f"a/b{end.upper()}")] == []


def _taken(name: str) -> bool:
    patterns = [hook["files"] for hook in HOOKS if hook["id"] != "askfirst-scan"]
    return all(re.search(pattern, name) for pattern in patterns)


def _found(name: str, folder: Path) -> bool:
    """Tell whether a file of this name is ours in a folder, whatever is in it."""
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("", encoding="utf-8")
    return bool(select([str(folder)]).files)
