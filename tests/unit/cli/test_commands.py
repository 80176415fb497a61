"""Commands are loaded when they are called, and the list says what they say."""

import inspect
import subprocess
import sys

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from askfirst.cli.app import app
from askfirst.cli.commands import SUMMARIES

PROGRAM = get_command(app)


@pytest.mark.parametrize("name", SUMMARIES)
def test_the_list_says_how_the_help_of_a_command_begins(name: str) -> None:
    assert isinstance(PROGRAM, TyperGroup)
    command = PROGRAM.commands[name]

    assert command.name == name
    first = inspect.cleandoc(command.help or "").split("\n\n")[0]
    assert " ".join(first.split()) == SUMMARIES[name]
    assert any(option.name == "color" for option in command.params)


def test_the_commands_stand_in_the_order_of_the_alphabet() -> None:
    assert list(SUMMARIES) == sorted(SUMMARIES)


def test_help_loads_no_command() -> None:
    code = (
        "import sys; from askfirst.cli.app import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(f'askfirst.cli.{name}' in sys.modules for name in ('check', 'init')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (run.returncode, run.stderr) == (0, "")
    assert "Check license files" in run.stdout
