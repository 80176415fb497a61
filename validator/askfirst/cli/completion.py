"""Print what completes the command line in a shell."""

from enum import StrEnum
from typing import Annotated

import typer

__all__ = ["completion"]


class Shell(StrEnum):
    """The shells that there is a completion for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(
    context: typer.Context,
    shell: Annotated[Shell, typer.Argument(metavar="bash|zsh|fish", help="The shell.")],
) -> None:
    """Print what completes commands, options and their values in a shell.

    It holds every word and starts nothing, so that completing takes no time. Print it anew after
    an upgrade.

    Exit codes: 0 printed, 2 could not look.
    """
    from askfirst.cli.completions import SHELLS
    from askfirst.cli.completions.line import read
    from askfirst.cli.streams import write

    write(SHELLS[shell](read(context.find_root().command)), None)
