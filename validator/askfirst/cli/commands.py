"""Name the commands, and load one when it is called: the others would take longer than it runs."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter
    from typer._click.core import Command, Parameter

__all__ = ["SUMMARIES", "Commands", "Lazy"]

#: What each command does, as its own help begins.
SUMMARIES = {
    "ask": "Ask for consent: a Request for each track, and a letter to everybody who has to agree.",
    "audit": "Audit a data set: whether every row may be used, why not, and whom to ask.",
    "catalog": "Check very many documents, at the speed of the machine.",
    "check": "Check license files: whether each is right, where it is wrong, and what would be "
    "right.",
    "completion": "Print what completes commands, options and their values in a shell.",
    "conformance": "Run the conformance vectors of the specification against any implementation.",
    "consent": "Answer a Request: what you allow of it, point by point, and nothing that you do "
    "not say.",
    "convert": "Write documents as JSON, YAML, JSON-LD, Turtle or N-Quads, and read them from "
    "each.",
    "decide": "Decide whether tracks may be used for something: the answer, why, and whom to ask.",
    "diff": "Compare two documents of one type: what a change widens and what it narrows, leaf "
    "by leaf.",
    "embed": "Write license files into the tags of audio files, so that they travel with the "
    "music.",
    "explain": "Explain a code: what it means, and what is right or what to do. Without a code: "
    "the list.",
    "export": "Say what a document declares in the signals of others, and what they cannot say.",
    "extract": "Print the documents that stand in the tags of audio files, and say in which tags.",
    "import": "Read signals that were saved, and write what they come to as Declarations.",
    "init": "Make a license file: for a track beside its audio file, for a folder as "
    "askfirst.yaml.",
    "key": "Make keys, show them, and carry them from one place to another.",
    "presets": "Print what the presets of `askfirst init` mean in plain words: all of them, or "
    "one.",
    "scan": "Look through a music library: which tracks have a declaration, and which contradict.",
    "schema": "Print a schema of a document type, the context, the vocabulary or the tables.",
    "show": "Show a document in plain language: what it allows, what not, whom to ask, and how.",
    "sign": "Sign documents in place; comments and layout stay as they are.",
    "signals": "List the signals in saved files: what each says, what they add up to, what "
    "contradicts.",
    "trust": "Say in a trust file whose keys count for what, and which documents are false.",
    "upgrade": "Move documents up to the newest version of the specification; comments and "
    "layout stay.",
    "verify": "Verify who signed documents, and that nothing in them was changed.",
    "withdraw": "Withdraw a Consent: from a moment on it covers nothing more.",
}


class Commands(Mapping[str, "Command"]):
    """The commands by their names, each made when it is first looked up."""

    def __init__(self, shared: "list[Parameter]") -> None:
        """Return the commands, all of which take the shared options too."""
        self._shared = shared
        self._made: dict[str, Command] = {}

    def __getitem__(self, name: str) -> "Command":
        if name not in SUMMARIES:
            raise KeyError(name)
        if name not in self._made:
            self._made[name] = _made(name)
            _share(self._shared, self._made[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(SUMMARIES)

    def __len__(self) -> int:
        return len(SUMMARIES)


class Lazy(TyperGroup):
    """The whole command line; its own help needs none of the commands.

    Commands take --color behind their names too, where people write it.
    """

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - typer makes it and knows what it gives
        super().__init__(**given)
        shared = [option for option in self.params if option.name == "color"]
        self.commands = Commands(shared)  # type: ignore[assignment] # it is only read

    def format_commands(self, ctx: "Context", formatter: "HelpFormatter") -> None:  # noqa: ARG002 - as typer calls it
        """Write the list of commands, from what is known of them."""
        limit = formatter.width - 6 - max(map(len, SUMMARIES))
        known = {name: TyperCommand(name, help=text) for name, text in SUMMARIES.items()}
        with formatter.section("Commands"):
            formatter.write_dl([(n, one.get_short_help_str(limit)) for n, one in known.items()])


def _made(name: str) -> "Command":
    """Return a command out of the module that is called after it."""
    module = f"{name}_" if name == "import" else name
    found = getattr(import_module(f"askfirst.cli.{module}"), module)
    if not isinstance(found, typer.Typer):
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name)(found)
        found = alone
    command = get_command(found)
    command.name = name
    return command


def _share(shared: "list[Parameter]", command: "Command") -> None:
    command.params.extend(shared)
    for one in command.commands.values() if isinstance(command, TyperGroup) else ():
        _share(shared, one)
