"""Say in the language of a shell what may stand next on the command line."""

from collections.abc import Callable, Mapping

from askfirst.cli.completions import bash, fish, zsh
from askfirst.cli.completions.line import Command

__all__ = ["SHELLS"]

#: What writes the completion for a shell, from the command and all that stand under it.
SHELLS: Mapping[str, Callable[[Command], str]] = {
    "bash": bash.written,
    "fish": fish.written,
    "zsh": zsh.written,
}
