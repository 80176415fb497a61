"""Run the conformance vectors against a command, or answer them."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from askfirst.conformance import Result

__all__ = ["conformance"]


class Format(StrEnum):
    """How results are written."""

    FULL = "full"
    JSON = "json"


class Kinds(StrEnum):
    """Which vectors are run."""

    CHECK = "check"
    DECISIONS = "decisions"
    EXPAND = "expand"
    DIFF = "diff"
    HOSTILE = "hostile"
    AUDIO = "audio"
    SIGNALS = "signals"


def conformance(  # noqa: PLR0913, PLR0917 - each of them is an option
    command: Annotated[
        str | None,
        typer.Option(
            help="The implementation: it reads vectors, one a line, and answers each with a line.",
            metavar="COMMAND",
        ),
    ] = None,
    kinds: Annotated[
        list[Kinds] | None, typer.Option("--kind", help="Run vectors of this kind only.")
    ] = None,
    vectors: Annotated[
        str | None,
        typer.Option(help="Run the vectors of this folder, not those shipped.", metavar="DIR"),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="How results are written.")
    ] = Format.FULL,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Write to this file, whole or not at all.", metavar="FILE"
        ),
    ] = None,
    timeout: Annotated[
        float, typer.Option(help="How many seconds an answer may take.", metavar="S", min=0.001)
    ] = 10.0,
    answer: Annotated[
        bool, typer.Option("--answer", help="Be the implementation: answer the standard input.")
    ] = False,
) -> None:
    """Run the conformance vectors of the specification against any implementation.

    The command is started once, without a shell. How to answer stands in section 15 of the
    specification; `askfirst conformance --answer` is a command that can be run.

    Exit codes: 0 all passed, 1 some failed, 2 some were not answered.
    """
    from askfirst.cli.streams import complain

    if answer and command is None:
        _answer_all()
        return
    words = _words(command)
    if not words or answer:
        complain('say what to run: --command "…", or --answer to be what is run')
        raise typer.Exit(COULD_NOT_LOOK)
    results = _run(words, kinds or list(Kinds), vectors, timeout)
    _write(results, output_format, output)
    raise typer.Exit(_exit_code(results))


def _words(command: str | None) -> list[str]:
    """Return the words of a command as a shell splits them; nothing else of a shell is done."""
    import shlex

    from askfirst.cli.streams import complain

    try:
        return shlex.split(command or "")
    except ValueError as error:
        complain(f"the command cannot be split into words: {error}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def _run(
    words: list[str], kinds: list[Kinds], folder: str | None, seconds: float
) -> "list[Result]":
    from askfirst.cli.progress import progress
    from askfirst.cli.streams import complain
    from askfirst.conformance import Implementation, Kind, load, run

    try:
        found = load(_reader(folder), [Kind(kind) for kind in kinds])
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}")
        raise typer.Exit(COULD_NOT_LOOK) from error
    if not found:
        complain("there are no vectors of this kind")
        raise typer.Exit(COULD_NOT_LOOK)
    return list(run(progress(list(found)), lambda: Implementation(words, seconds)))


def _reader(folder: str | None) -> Callable[[str], bytes]:
    """Return what reads a file of vectors: from a folder, or of those that ship."""
    from askfirst import resources

    if folder is None:
        return lambda path: resources.read(f"spec/1.0/conformance/{path}")
    return lambda path: Path(folder, path).read_bytes()


def _write(results: "list[Result]", output_format: Format, output: str | None) -> None:
    from askfirst.cli.streams import style_for, write
    from askfirst.reporting import conformance as reporting

    if output_format is Format.JSON:
        write(reporting.as_json(results), output)
    else:
        write(reporting.as_text(results, style_for(output)), output)


def _exit_code(results: "list[Result]") -> int:
    from askfirst.conformance import Standing

    standings = {result.standing for result in results}
    if standings & {Standing.BROKEN, Standing.NOT_ASKED}:
        return COULD_NOT_LOOK
    return ERRORS if Standing.FAILED in standings else CONFORMS


def _answer_all() -> None:
    """Answer each line of the standard input with a line."""
    import json
    import sys

    from askfirst.cli.streams import complain, write
    from askfirst.conformance import answer

    for n, line in enumerate(sys.stdin.buffer if sys.stdin else (), start=1):
        try:
            told = answer(json.loads(line))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            complain(f"line {n} is no vector: {error}")
            raise typer.Exit(COULD_NOT_LOOK) from error
        write(json.dumps(told) + "\n", None)
        sys.stdout.flush()
