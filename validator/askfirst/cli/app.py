"""Put the command line together; the commands are one file each."""

import io
import os
import sys
from typing import Annotated

import typer
from typer.core import TyperGroup

import askfirst
from askfirst.cli.colors import Color, choose
from askfirst.cli.commands import Lazy
from askfirst.cli.configuring import Defaults
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.errors import AskFirstError

__all__ = ["app", "main"]

app = typer.Typer(
    name="askfirst",
    cls=Lazy,
    add_completion=False,  # `askfirst completion` prints one that starts no Python at each key
    help="No generative training without explicit consent: license files for music tracks.",
    no_args_is_help=True,
    rich_markup_mode=None,  # rich alone takes longer to start than a whole check
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"askfirst {askfirst.__version__} (specification {askfirst.SPEC_VERSION})")
        raise typer.Exit


def _unless(context: typer.Context, value: bool) -> None:
    """Let a pyproject.toml say what options are that are not given."""
    if not value and isinstance(context.command, TyperGroup):
        context.default_map = Defaults(context.command.commands)  # type: ignore[assignment] # it is only read


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print tool and specification."
        ),
    ] = False,
    no_config: Annotated[
        bool,
        typer.Option("--no-config", callback=_unless, help="Take nothing from a pyproject.toml."),
    ] = False,
    color: Annotated[
        Color | None,
        typer.Option(
            callback=choose,
            expose_value=False,
            help="Color the text: auto (the default) on a terminal, always in a pipe too. "
            "NO_COLOR and FORCE_COLOR say the same.",
        ),
    ] = None,
) -> None:
    """No generative training without explicit consent: license files for music tracks."""


def main() -> None:
    """Run the command line; what it could not look at ends with 2, and nothing with a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(windows_expand_args=False)  # patterns are ours to expand, and only where a path stands
    except AskFirstError as error:
        _stop(str(error))
    except OSError as error:
        # whoever read our output has seen enough, or the disk is full: nothing more can be written
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        _stop("" if isinstance(error, BrokenPipeError) else str(error.strerror))


def _stop(trouble: str) -> None:
    from askfirst.cli.streams import complain

    if trouble:
        complain(trouble)
    sys.exit(COULD_NOT_LOOK)
