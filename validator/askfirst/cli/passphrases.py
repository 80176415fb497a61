"""Ask for passphrases without showing them, or take them from the environment."""

import os
from collections.abc import Callable
from getpass import getpass

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.prompts import interactive, nothing_written, tell, wrapped
from askfirst.cli.streams import complain

__all__ = ["new_passphrase", "passphrase_for"]

#: The variables that hold the passphrase of a key file, and that of one to be written.
_OLD, _NEW = "ASKFIRST_PASSPHRASE", "ASKFIRST_NEW_PASSPHRASE"
_SHORTEST = 8
_ADVICE = f"at least {_SHORTEST} characters; four words in a row are easy to keep in mind"


def passphrase_for(path: str) -> str:
    """Return the passphrase of a key file; exits where nobody can be asked for it."""
    stated = _stated(_OLD)
    if stated is not None:
        return stated
    _refuse_silence(f"{path} is sealed with a passphrase")
    with nothing_written():
        return _typed(f"The passphrase of {path}:")


def new_passphrase(*, without: bool) -> str | None:
    """Return the passphrase for a new key file, typed twice; None where none is wanted.

    Exits where it is too short, and where nobody can be asked.
    """
    if without:
        return None
    stated = _stated(_NEW) or _stated(_OLD)
    if stated is None:
        _refuse_silence("a key file is sealed with a passphrase", "; or add --no-passphrase")
        with nothing_written():
            return _typed_twice()
    if trouble := _too_short(stated):
        complain(trouble)
        raise typer.Exit(COULD_NOT_LOOK)
    return stated


def _stated(variable: str) -> str | None:
    """Return a passphrase that the environment holds; exits where it is no text."""
    found = os.environ.get(variable) or None
    try:
        (found or "").encode()
    except UnicodeEncodeError:
        complain(f"{variable} holds bytes that are no UTF-8 text")
        raise typer.Exit(COULD_NOT_LOOK) from None
    return found


def _too_short(passphrase: str) -> str:
    """Return why a passphrase protects nothing; an empty text where it may."""
    return f"a passphrase has {_ADVICE}" if len(passphrase) < _SHORTEST else ""


def _refuse_silence(why: str, otherwise: str = "") -> None:
    if not interactive():
        complain(f"{why}, and nobody can be asked here; put it into {_OLD}{otherwise}")
        raise typer.Exit(COULD_NOT_LOOK)


def _typed_twice() -> str:
    while True:
        first = _typed(f"A passphrase for the key file: {_ADVICE}.", _too_short)
        if _typed("The same again:") == first:
            return first
        tell("  these were two different ones; type both again")


def _anything(_passphrase: str) -> str:
    return ""


def _typed(question: str, trouble: Callable[[str], str] = _anything) -> str:
    """Return what is typed, unseen, once there is nothing wrong with it."""
    tell()
    tell(wrapped(question))
    while True:
        passphrase = getpass("> ")
        wrong = trouble(passphrase) if passphrase else "an empty answer is no answer"
        if not wrong:
            return passphrase
        tell(wrapped(wrong, "  ", "  "))
