"""Write results to where they were asked for, and color them only for eyes."""

import os
import sys
from pathlib import Path

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.reporting.style import COLORED, PLAIN, Style

__all__ = ["style_for", "write"]


def style_for(output: str | None) -> Style:
    """Return the style of the output: colors only on a terminal that shows them and wants them."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return COLORED if output is None and wanted and sys.stdout.isatty() else PLAIN


def write(text: str, output: str | None) -> None:
    """Write a text to a file, whole or not at all, or to the standard output."""
    if output is None:
        typer.echo(text, nl=False)
        return
    import tempfile

    path = Path(output)
    try:
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        typer.echo(f"askfirst: {output}: {error.strerror}", err=True)
        raise typer.Exit(COULD_NOT_LOOK) from error
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    Path(draft).chmod(0o666 & ~_umask())
    Path(draft).replace(path)


def _umask() -> int:
    """Return the process's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
