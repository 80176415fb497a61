"""Ask people on a terminal, so that nothing is answered for them."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.streams import complain
from askfirst.errors import AskFirstError
from askfirst.reporting.visible import visible

__all__ = ["Unfit", "answer", "interactive", "lines", "nothing_written", "tell", "typed", "yes"]

_Value = TypeVar("_Value")


class Unfit(AskFirstError):
    """An answer cannot be taken; the message says what would be right."""


def interactive() -> bool:
    """Tell whether somebody sits there who sees questions and can answer them."""
    streams = (sys.stdin, sys.stdout)
    return all(stream is not None and stream.isatty() for stream in streams)


@contextmanager
def nothing_written() -> Iterator[None]:
    """Turn the end of the input, and an interruption, into an exit that says nothing was done."""
    try:
        yield
    except (EOFError, KeyboardInterrupt) as error:
        typer.echo()
        complain("stopped; nothing was written")
        raise typer.Exit(COULD_NOT_LOOK) from error


def tell(text: str = "") -> None:
    """Show a text of several lines, each in visible characters only."""
    typer.echo(lines(text))


def lines(text: str) -> str:
    """Return a text of several lines, each in visible characters only."""
    return "\n".join(map(visible, text.split("\n")))


def answer(question: str, read: Callable[[str], _Value]) -> _Value:
    """Return what `read` makes of an answer; what is empty or unfit is asked again."""
    tell()
    tell(question)
    while True:
        text = input("> ").strip()
        if not text:
            tell("  an empty answer is no answer")
            continue
        try:
            return read(text)
        except Unfit as error:
            tell(f"  {error}")


def yes(question: str) -> bool:
    """Return whether `yes` was typed rather than `no`; anything else is asked again."""
    return answer(f"{question}\nType yes or no.", _yes_or_no)


def typed(question: str, words: str) -> bool:
    """Return whether exactly these words were typed, in any letter case."""
    return answer(question, str).casefold().rstrip(" .!") == words.casefold()


def _yes_or_no(text: str) -> bool:
    if text.casefold() not in ("yes", "no"):
        raise Unfit("type the whole word, yes or no")
    return text.casefold() == "yes"
