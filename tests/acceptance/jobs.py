"""Run the steps of the GitHub action as a runner does: in bash, with files for what they say."""

import os
import re
import subprocess
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.acceptance.fences import ROOT
from tests.consistency.shipped import Json

__all__ = [
    "ACTION",
    "GIT",
    "OFFLINE",
    "Job",
    "borrowed",
    "branch",
    "clean",
    "cloned",
    "commit",
    "git",
    "repository",
]

ACTION: Json = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
_EXPRESSION = re.compile(r"\$\{\{ ([a-z0-9._-]+) \}\}")
_CONDITION = re.compile(r"([a-z0-9._-]+) != '([^']*)'")
#: Build and install from what is installed here; nothing is fetched.
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_DEPS": "1",
    "PIP_NO_BUILD_ISOLATION": "0",
    "PYTHONPATH": sysconfig.get_path("purelib"),
}
#: Nobody's own settings of git, and a name for commits.
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_AUTHOR_{what}": "x@example.org" for what in ("NAME", "EMAIL")},
    **{f"GIT_COMMITTER_{what}": "x@example.org" for what in ("NAME", "EMAIL")},
}


class Job:
    """A run of the action in a repository, with these inputs, for this base branch."""

    def __init__(self, folder: Path, temporary: Path, base_ref: str = "", **inputs: str) -> None:
        self.folder = folder
        self.temporary = temporary
        temporary.mkdir(parents=True, exist_ok=True)
        self.summary = temporary / "summary.md"
        self.values = {"github.action_path": str(ROOT), "github.base_ref": base_ref}
        for name, value in ACTION["inputs"].items():
            self.values[f"inputs.{name}"] = self._filled(value["default"])
        self.values |= {f"inputs.{name}": value for name, value in inputs.items()}
        self.log = ""

    def installed(self, folder: Path) -> "Job":
        """Return the job as it is once AskFirst is installed there."""
        self.values["steps.install.outputs.bin"] = str(folder / "askfirst/bin")
        return self

    def run(self, *names: str, **environment: str) -> int:
        """Run these steps, or all but the first; return the last exit code that is not 0."""
        code = 0
        for step in ACTION["runs"]["steps"]:
            wanted = step["id"] in names if names else step["id"] != "install"
            if wanted and self._holds(step.get("if", "")):
                code = self._step(step, environment)
                if code:
                    break
        return code

    def output(self, name: str) -> str:
        """Return an output of the action."""
        return self._filled(ACTION["outputs"][name]["value"])

    def _holds(self, condition: str) -> bool:
        return all(self.values[name] != text for name, text in _CONDITION.findall(condition))

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda found: self.values.get(found[1], ""), text)

    def _step(self, step: Json, environment: dict[str, str]) -> int:
        script, output = self.temporary / "step.sh", self.temporary / "output"
        script.write_text(step["run"], encoding="utf-8")
        output.write_text("", encoding="utf-8")
        files = {"GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": self.summary}
        given = {name: self._filled(text) for name, text in step["env"].items()}
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],  # noqa: S607 - as the runner does
            cwd=self.folder,
            env={
                **clean(),
                **GIT,
                "RUNNER_TEMP": str(self.temporary),
                **{name: str(path) for name, path in files.items()},
                **environment,
                **given,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        self.log += run.stdout
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.values[f"steps.{step['id']}.outputs.{name}"] = value
        return run.returncode


def clean() -> dict[str, str]:
    """Return the environment without what a runner, or these tests, may have set."""
    ours = ("GITHUB_", "RUNNER_", "GIT_", "PYTHON", "ASKFIRST_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def borrowed(environment: Path) -> None:
    """Let an environment find the dependencies of this one."""
    site = next((environment / "lib").glob("python*/site-packages"))
    (site / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")


def repository(folder: Path, files: Mapping[str, str]) -> Path:
    """Make a git repository with these files, on the branch `main`."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, files)
    return folder


def commit(folder: Path, files: Mapping[str, str], *gone: str) -> None:
    """Write and remove files, and commit."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name in gone:
        (folder / name).unlink()
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")


def branch(folder: Path, name: str) -> None:
    """Go on in a new branch."""
    git(folder, "switch", "--quiet", "--create", name)


def cloned(folder: Path, target: Path, name: str) -> Path:
    """Return a clone of one commit of a branch, as a checkout in a job is."""
    source = folder.resolve().as_uri()
    git(folder, "clone", "--quiet", "--depth=1", "--branch", name, source, str(target))
    return target


def git(folder: Path, *arguments: str) -> None:
    """Run git, with nobody's own settings."""
    subprocess.run(
        ["git", *arguments],  # noqa: S607 - whichever git is installed
        cwd=folder,
        env={**clean(), **GIT},
        check=True,
        timeout=60,
    )
