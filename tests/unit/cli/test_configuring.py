"""What a project sets stands in for options that are not given, and for nothing else."""

import json
import shutil
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from askfirst.cli.app import app
from askfirst.cli.configuring import TAKEN, Defaults
from askfirst.configuration.settings import KEYS
from askfirst.errors import AskFirstError
from tests.acceptance.fences import ROOT
from tests.consistency.shipped import Json

STORY = ROOT / "examples/pass/solo-artist/declaration.yaml"
QUESTION = ["--use", "recommendation-training", "--by", "https://lab.example.com/"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a folder in it, which is where we are."""
    (tmp_path / "above/repository/.git").mkdir(parents=True)
    here = tmp_path / "above/repository/catalog"
    here.mkdir()
    shutil.copy(STORY, here / "night-bus.askfirst.yaml")
    monkeypatch.chdir(here)
    return here.parent


def _set(folder: Path, line: str) -> None:
    (folder / "pyproject.toml").write_text(f"[tool.askfirst]\n{line}\n", encoding="utf-8")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def _is_json(run: Result) -> bool:
    return run.exit_code == 0 and run.stdout.startswith("{")


def test_what_is_set_holds_in_every_folder_of_the_repository(project: Path) -> None:
    _set(project, "format = 'json'")

    assert _is_json(_run("check", "."))
    assert _is_json(_run("diff", "night-bus.askfirst.yaml", "night-bus.askfirst.yaml"))


def test_a_flag_wins_and_one_flag_turns_it_off(project: Path) -> None:
    _set(project, "format = 'json'")

    assert not _is_json(_run("check", ".", "--format", "concise"))
    assert not _is_json(_run("--no-config", "check", "."))


def test_the_nearest_table_is_taken_and_a_file_without_one_passed_by(project: Path) -> None:
    _set(project, "format = 'full'")
    (Path.cwd() / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert not _is_json(_run("check", "."))

    _set(Path.cwd(), "format = 'json'")
    assert _is_json(_run("check", "."))


def test_nothing_above_the_repository_is_looked_at(project: Path) -> None:
    _set(project.parent, "nonsense = 1")

    assert _run("check", ".").exit_code == 0


def test_outside_of_a_repository_only_the_folder_itself_is(project: Path) -> None:
    (project / ".git").rmdir()
    _set(project, "nonsense = 1")
    assert _run("check", ".").exit_code == 0

    _set(Path.cwd(), "format = 'json'")
    assert _is_json(_run("check", "."))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("formats = 'json'", "2:1"),
        ("format = 'xml'", "2:10"),
        ("ignore = ['AF103']", "2:10"),
        ("select = ['AF999']", "2:10"),
        ("=", "2:1"),
    ],
)
def test_what_cannot_be_used_stops_what_would_use_it(project: Path, line: str, place: str) -> None:
    _set(project, line)

    run = _run("check", ".")

    assert isinstance(run.exception, AskFirstError)
    assert str(run.exception).startswith(f"../pyproject.toml:{place}: ")
    assert _run("check", "--help").exit_code == 0
    assert _run("--no-config", "check", ".").exit_code == 0
    assert _run("presets").exit_code == 0


def test_notes_and_a_baseline_are_left_out_as_by_flags(project: Path) -> None:
    name = "night-bus.askfirst.yaml"
    text = Path(name).read_text(encoding="utf-8")
    noted = text.replace(
        "[generative-training,", "[generative-training, other-generative-training,"
    )
    Path(name).write_text(noted, encoding="utf-8")
    codes = {one["code"] for one in _found()}
    assert codes

    _set(project, f"ignore = {sorted(codes)}")
    assert _found() == []

    _set(project, "baseline = 'known.json'")
    assert _run("check", ".").exit_code == 2
    assert _run("check", ".", "--write-baseline", "../known.json").exit_code == 0
    assert _found() == []


def _found() -> list[Json]:
    run = _run("check", ".", "--format", "json")
    assert run.exit_code == 0, run.output
    return [one for file in json.loads(run.stdout)["files"] for one in file["findings"]]


def test_bytes_that_are_no_text_are_an_error(project: Path) -> None:
    (project / "pyproject.toml").write_bytes(b"\xff")

    assert isinstance(_run("check", ".").exception, AskFirstError)


def test_a_trust_file_is_found_from_the_file_that_names_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(ROOT / "examples/pass/trust-file-of-a-lab/trust.yaml", project / "label.yaml")
    _set(project, "trust = 'label.yaml'")

    trusted = _run("decide", ".", *QUESTION, "--format", "json")
    assert trusted.exit_code == 1, trusted.output
    assert "trust" in json.loads(trusted.stdout)

    monkeypatch.setenv("ASKFIRST_TRUST", "missing.yaml")
    assert _run("decide", ".", *QUESTION).exit_code == 2


def test_every_command_that_takes_a_setting_has_its_flag() -> None:
    commands = getattr(get_command(app), "commands")  # noqa: B009 - a group has them
    taken = Defaults(commands)

    assert set(TAKEN) == set(KEYS)
    for key, names in TAKEN.items():
        there = [name for name in names if name in commands]
        assert [
            name for name in there if key not in {one.key for one in taken[name].values()}
        ] == []
