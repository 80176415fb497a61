"""Write results to where they were asked for, and color them only for eyes."""

import os
import stat
import sys
from pathlib import Path

import typer

from askfirst.cli.colors import asked
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.reporting.style import COLORED, PLAIN, Style
from askfirst.reporting.visible import visible

__all__ = ["complain", "style_for", "write", "write_bytes"]


def complain(trouble: str) -> None:
    """Say on the error stream what stopped us, in visible characters only."""
    typer.echo(f"askfirst: {visible(trouble)}", err=True)


def style_for(output: str | None) -> Style:
    """Return the style of the output: colors on a terminal, or where asked for; never in a file."""
    wanted = asked()
    if wanted is None:
        wanted = sys.stdout is not None and sys.stdout.isatty()
    return COLORED if output is None and wanted else PLAIN


def write(text: str, output: str | None) -> None:
    """Write a text to a file, whole or not at all, or to the standard output."""
    if output is None and sys.stdout is None:
        raise OSError(0, "the standard output is closed")
    if output is None:
        typer.echo(text, nl=False)
        return
    write_bytes(text.encode(errors="backslashreplace"), output)


def write_bytes(data: bytes, output: str) -> None:
    """Write bytes to a file, whole or not at all."""
    try:
        _write_file(data, Path(output).resolve())
    except OSError as error:
        complain(f"{output}: {error.strerror}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def _write_file(data: bytes, path: Path) -> None:
    """Write beside the file and put it in place; what is no file, such as a pipe, is written to."""
    if path.is_dir() or (path.exists() and not path.is_file()):
        path.write_bytes(data)
        return
    import tempfile

    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(_permissions(path))
        Path(draft).replace(path)
    finally:  # also where somebody interrupts us
        Path(draft).unlink(missing_ok=True)


def _permissions(path: Path) -> int:
    """Return the permissions that a file has, or that a new one gets."""
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()


def _umask() -> int:
    """Return the process's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
