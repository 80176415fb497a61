"""Read and write key files, which nobody else should, and say where one is exposed."""

import os
import shutil
import stat
import subprocess
from pathlib import Path
from shlex import quote
from typing import NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.passphrases import passphrase_for
from askfirst.cli.paths import STDIN, read_bounded
from askfirst.cli.prompts import tell, wrapped
from askfirst.cli.streams import complain
from askfirst.errors import AskFirstError
from askfirst.proof import Opened, PassphraseNeeded, Told, opened, told

__all__ = ["key_in", "refuse_taken", "told_in", "warn_of_exposure", "write_key_file"]

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def told_in(path: str) -> Told:
    """Return what a key file says of itself; exits where it is none."""
    try:
        return told(_content(path))
    except AskFirstError as error:
        _stop(f"{path}: {error}")


def key_in(path: str) -> Opened:
    """Return the key in a file and the name it has there; exits where it cannot be had."""
    data = _content(path)
    try:
        return opened(data, None)
    except PassphraseNeeded:
        passphrase = passphrase_for(path)
    except AskFirstError as error:
        _stop(f"{path}: {error}")
    try:
        return opened(data, passphrase)
    except AskFirstError as error:
        _stop(f"{path}: {error}")


def refuse_taken(path: str) -> None:
    """Exit where a key file could not be written: a key that is gone comes never back."""
    if path == STDIN:
        _stop("a private key is never printed; name a file with --out")
    if os.path.lexists(path):
        _stop(f"{path} is there already, and a key is never overwritten; choose another --out")


def write_key_file(data: bytes, path: str) -> None:
    """Write a new file that its owner alone can read, whole or not at all."""
    refuse_taken(path)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    except OSError as error:
        _stop(f"{path}: {error.strerror}")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:  # also where somebody interrupts us
        Path(path).unlink()
        if isinstance(error, OSError):
            _stop(f"{path}: {error.strerror}")
        raise


def warn_of_exposure(path: str) -> None:
    """Say where others of this machine, or of a repository, could come by a key file."""
    if path == STDIN:
        return
    if os.name == "posix" and Path(path).stat().st_mode & _OTHERS:
        tell(
            wrapped(
                f"warning: others on this machine can get at {path}; type chmod 600 {quote(path)}"
            )
        )
    if _is_shared(Path(path).absolute()):
        tell(
            wrapped(
                f"warning: {path} lies in a git work tree that does not ignore it; move it out, "
                "or add *.askfirst-key.pem to its .gitignore"
            )
        )


def _is_shared(path: Path) -> bool:
    """Tell whether git would add a file to a repository."""
    if not any((folder / ".git").exists() for folder in path.parents):
        return False
    git = shutil.which("git")
    if git is None:
        return True
    # nothing that a repository configures may run
    ask = [git, "-c", "core.fsmonitor=false", "-C", str(path.parent), "check-ignore", "--quiet"]
    try:
        run = subprocess.run([*ask, "--", path.name], capture_output=True, timeout=5, check=False)  # noqa: S603 - git
    except (OSError, subprocess.SubprocessError):
        return True
    return run.returncode != 0


def _content(path: str) -> bytes:
    """Return the bytes of a key file; exits where there is none that can be read."""
    try:
        if path != STDIN and Path(path).exists() and not Path(path).is_file():
            _stop(f"{path} is no file; name the file with the key")
        return read_bounded(path)
    except OSError as error:
        _stop(f"{path}: {error.strerror}")


def _stop(trouble: str) -> NoReturn:
    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
