"""Colors, widths and paths are right on terminals, in pipes and in files, on every system."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.core

from askfirst.cli.app import app
from tests.acceptance.fences import ROOT
from tests.needs import needs

GOOD = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_bytes()
BAD = GOOD.replace(b"requiresConsent", b"requireConsent")
COLOR = b"\x1b["
_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def _run(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return _started([sys.executable, "-m", "askfirst", *arguments], folder, environment)


def _on_a_terminal(
    folder: Path, *arguments: str, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    needs("script", shutil.which("script") is not None)
    command = " ".join([sys.executable, "-m", "askfirst", *arguments])
    return _started(["script", "-qec", command, "/dev/null"], folder, environment)


def _started(
    command: list[str], folder: Path, environment: dict[str, str]
) -> "subprocess.CompletedProcess[bytes]":
    kept = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    own = {**kept, "TERM": "xterm", **environment}
    return subprocess.run(  # noqa: PLW1510 - what it returns is asserted
        command, cwd=folder, env=own, stdin=subprocess.DEVNULL, capture_output=True, timeout=120
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "askfirst.yaml").write_bytes(BAD)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        (["check", "."], {}, False),
        (["check", "."], {"FORCE_COLOR": "1"}, True),
        (["check", "."], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["check", ".", "--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "always", "check", "."], {}, True),
        (["--color=always", "check", ".", "--color=never"], {}, False),
        (["check", ".", "--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["check", ".", "--color", "auto"], {"FORCE_COLOR": "1"}, True),
        (["check", ".", "--color", "always", "--format", "json"], {}, False),
    ],
)
def test_a_pipe_is_colored_only_where_it_is_asked_for(
    arguments: list[str], environment: dict[str, str], colored: bool, folder: Path
) -> None:
    assert (COLOR in _run(folder, *arguments, **environment).stdout) is colored


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, True),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"TERM": "dumb"}, True),
    ],
)
def test_a_terminal_is_colored_unless_it_is_not_wanted(
    arguments: list[str], environment: dict[str, str], colored: bool, folder: Path
) -> None:
    run = _on_a_terminal(folder, "check", ".", *arguments, **environment)

    assert (COLOR in run.stdout) is colored


def test_a_file_never_holds_colors(folder: Path) -> None:
    _run(folder, "check", ".", "--color", "always", "--output", "report.txt")

    assert COLOR not in (folder / "report.txt").read_bytes()


def test_every_command_takes_the_option() -> None:
    commands = [typer.main.get_command(app)]
    for command in commands:
        assert any(option.name == "color" for option in command.params)
        if isinstance(command, typer.core.TyperGroup):
            commands += command.commands.values()


def test_a_wrong_word_is_wrong_usage(folder: Path) -> None:
    run = _run(folder, "check", ".", "--color", "sometimes")

    assert run.returncode == 2
    assert b"always" in run.stderr


@pytest.mark.parametrize("wide", [20, 80, 300])
def test_a_text_is_as_wide_as_the_terminal_within_reason(wide: int, tmp_path: Path) -> None:
    (tmp_path / "askfirst.yaml").write_bytes(GOOD)

    run = _run(tmp_path, "show", "askfirst.yaml", COLUMNS=str(wide))

    lines = run.stdout.decode().splitlines()
    assert run.returncode == 0
    items = [line for line in lines if line.startswith(("- ", "  "))]
    # a word that is wider than the terminal, such as a use, cannot be broken
    assert all(len(line) <= min(wide, 100) or " " not in line.strip() for line in items)


@pytest.mark.parametrize("wide", ["20", "300", "0", "-1", "wide", ""])
@pytest.mark.parametrize("arguments", [["check", "."], ["show", "."], ["--help"], ["check", "-h"]])
def test_no_width_breaks_anything(wide: str, arguments: list[str], folder: Path) -> None:
    run = _run(folder, *arguments, COLUMNS=wide)

    assert b"Traceback" not in run.stderr
    assert run.returncode in {0, 1, 2}


def test_the_same_words_are_shown_with_and_without_color(folder: Path) -> None:
    plain, colored = (
        _run(folder, "check", ".", "--color", how).stdout.decode() for how in ("never", "always")
    )

    assert _ESCAPES.sub("", colored) == plain


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "*.yaml"],
        ["check", "**/*.yaml"],
        ["show", "song [live].askfirst.yaml"],
        ["check", "song [live].askfirst.yaml"],
        ["verify", "*.yaml"],
        ["decide", "*.yaml", "--use", "training"],
    ],
)
def test_a_pattern_and_a_name_like_one_need_no_shell(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "song [live].askfirst.yaml").write_bytes(GOOD)

    assert _run(tmp_path, *arguments).returncode < 2


def test_signals_and_imports_expand_patterns(tmp_path: Path) -> None:
    (tmp_path / "robots.txt").write_text("User-agent: *\nContent-Signal: ai-train=no\n")

    assert b"content-signals" in _run(tmp_path, "signals", "*.txt").stdout
    assert _run(tmp_path, "import", "*.txt", "--url", "https://a.example/").returncode < 2


def test_no_system_changes_a_text_that_is_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows typer would expand patterns and variables in every argument, a statement too."""
    from askfirst.cli import app as command_line  # noqa: PLC0415 - its name is that of the command

    given: list[dict[str, object]] = []
    monkeypatch.setattr(command_line, "app", lambda **flags: given.append(flags))
    command_line.main()

    assert given == [{"windows_expand_args": False}]
