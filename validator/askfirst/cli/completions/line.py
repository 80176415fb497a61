"""Read from the commands themselves what may stand on the command line."""

from collections.abc import Iterator
from typing import NamedTuple

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from askfirst.cli.completions.values import Kind, Values, brief, values

__all__ = ["Command", "Option", "read"]

_HELP = ("-h", "--help")


class Option(NamedTuple):
    """An option: its names, what it does, what it takes (nothing: None), whether repeatable."""

    names: tuple[str, ...]
    says: str
    takes: Values | None = None
    repeatable: bool = False


class Command(NamedTuple):
    """A command: its words after the program, what it does, and what may follow."""

    name: str
    says: str
    options: tuple[Option, ...]
    argument: Values
    commands: tuple["Command", ...] = ()

    def within(self) -> Iterator["Command"]:
        """Yield the command and all that stand under it, the outermost first."""
        yield self
        for command in self.commands:
            yield from command.within()

    @property
    def last(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]


def read(command: object, name: str = "") -> Command:
    """Return what may stand on the command line, from typer's own description of a command.

    One kind of argument is offered for all that a command takes: none takes two.
    """
    if not isinstance(command, TyperCommand | TyperGroup):
        raise TypeError(command)
    under = command.commands if isinstance(command, TyperGroup) else {}
    arguments = [one for one in command.params if isinstance(one, TyperArgument)]
    options = [_option(name, one) for one in command.params if isinstance(one, TyperOption)]
    takes = [values(name, one.name or "", one.metavar or "") for one in arguments]
    return Command(
        name=name,
        says=brief(command.help or ""),
        options=(*options, Option(_HELP, "Show this message and exit")),
        argument=takes[0] if takes else Values(Kind.TEXT),
        commands=tuple(read(one, f"{name} {word}".strip()) for word, one in sorted(under.items())),
    )


def _option(command: str, option: TyperOption) -> Option:
    longest = max(option.opts, key=len)
    choices = tuple(map(str, getattr(option.type, "choices", ())))
    metavar = option.metavar or longest.lstrip("-").upper()
    takes = None if option.is_flag else values(command, longest, metavar, choices)
    names = (*option.opts, *option.secondary_opts)
    return Option(names, brief(option.help or ""), takes, option.multiple)
