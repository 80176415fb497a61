"""Ask people on a terminal, so that nothing is answered for them."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from textwrap import fill
from typing import TypeVar

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.streams import complain
from askfirst.cli.widths import columns
from askfirst.errors import AskFirstError
from askfirst.reporting.visible import visible

__all__ = [
    "Unfit",
    "answer",
    "choice",
    "interactive",
    "lines",
    "nothing_written",
    "optional",
    "tell",
    "typed",
    "words",
    "wrapped",
    "yes",
]

_Value = TypeVar("_Value")
_WIDEST = 78


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
    """Return what `read` makes of an answer; what is empty or what it refuses is asked again."""
    tell()
    tell(question)
    while True:
        text = input("> ").strip()
        if not text:
            tell("  an empty answer is no answer")
            continue
        try:
            return read(text)
        except AskFirstError as error:
            tell(wrapped(str(error), "  ", "  "))


def optional(
    question: str, hint: str, read: Callable[[str], _Value] | None = None
) -> _Value | str | None:
    """Return what `read` makes of an answer, or None for an empty one, which the hint explains."""
    tell()
    tell(f"{question}\n{hint}")
    while text := input("> ").strip():
        try:
            return read(text) if read else text
        except AskFirstError as error:
            tell(wrapped(str(error), "  ", "  "))
    return None


def words(text: str) -> list[str]:
    """Return the words of an answer in lower case, however they are set apart.

    >>> words("Music, words; and sang")
    ['music', 'words', 'sang']
    """
    return [word for word in re.split(r"[\s,;]+", text.lower()) if word not in ("", "and")]


def choice(question: str, meanings: Mapping[_Value, str]) -> _Value:
    """Return which of several values was typed, by its number or by its name."""
    values = list(meanings)
    width = max(len(str(value)) for value in values)
    told = [
        wrapped(meanings[value], first=f"  {n}  {value!s:<{width}}  ", indent=" " * (width + 7))
        for n, value in enumerate(values, 1)
    ]
    *first, last = map(str, range(1, len(values) + 1))
    numbers = f"{', '.join(first)} or {last}"

    def read(text: str) -> _Value:
        found = [v for n, v in enumerate(values, 1) if text.lower() in (str(n), str(v))]
        if not found:
            raise Unfit(f"type {numbers}")
        return found[0]

    return answer("\n".join([wrapped(question), *told, f"Type {numbers}."]), read)


def wrapped(text: str, first: str = "", indent: str = "") -> str:
    """Return a text in lines that fit the terminal; on a narrow one without an indent."""
    width = min(columns(None), _WIDEST)
    if len(indent) > width // 3:
        return f"{first.rstrip()}\n{fill(text, width, break_on_hyphens=False)}"
    return fill(text, width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)


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
