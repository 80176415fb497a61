"""Find the language to show something in."""

import os

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.streams import complain
from askfirst.deed.catalogs import ENGLISH, Language, NoSuchLanguage, language

__all__ = ["chosen"]

#: Where an environment says its language, what is asked first first (POSIX).
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen(tag: str | None) -> Language:
    """Return the language that was asked for, else that of the environment, else English.

    Exits where there are no words for the language that was asked for.
    """
    try:
        return language(tag) if tag is not None else _of_environment()
    except NoSuchLanguage as error:
        complain(f"--language: {error}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def _of_environment() -> Language:
    said = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), ENGLISH)
    try:
        return language(said.partition(".")[0])
    except NoSuchLanguage:
        return language(ENGLISH)
