"""Leave notes and warnings out as flags, comments and a baseline say; nothing silences an error."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from collections.abc import Callable

    from askfirst.reporting import Results
    from askfirst.reporting.silencing import Baseline, Selection

__all__ = ["BaselineFile", "Ignored", "NewBaseline", "Selected", "Silencing"]

Selected = Annotated[
    list[str] | None,
    typer.Option("--select", help="Of notes and warnings, only these. Repeatable.", metavar="CODE"),
]
Ignored = Annotated[
    list[str] | None,
    typer.Option("--ignore", help="Leave out this note or warning. Repeatable.", metavar="CODE"),
]
BaselineFile = Annotated[
    str | None,
    typer.Option("--baseline", help="Leave out the notes and warnings in it.", metavar="FILE"),
]
NewBaseline = Annotated[
    str | None,
    typer.Option(
        "--write-baseline", help="Keep the notes and warnings of now in a file.", metavar="FILE"
    ),
]


class Silencing(NamedTuple):
    """What is left out, read before anything is checked, so that a mistake costs no time."""

    selection: "Selection"
    baseline: "Baseline | None"
    new: str | None

    @classmethod
    def of(
        cls,
        select: list[str] | None,
        ignore: list[str] | None,
        baseline: str | None,
        new: str | None,
    ) -> "Silencing":
        """Return what the flags say; exits where they name no note or warning, or no baseline.

        A baseline that is written anew takes the place of the one before.
        """
        from askfirst.reporting.silencing import NotSelectable, Selection

        try:
            chosen = Selection.of(select or (), ignore or ())
        except NotSelectable as error:
            _stop(str(error))
        known = _read(baseline) if baseline is not None and new is None else None
        return cls(chosen, known, new)

    def left(self, results: "Results", place: "Callable[[str], str]") -> "Results":
        """Return what is left of results."""
        from askfirst.reporting.silencing import by_comments

        left = self.selection.applied(by_comments(results))
        return self.baseline.applied(left, place) if self.baseline else left

    def applied(self, results: "Results", place: "Callable[[str], str]") -> "Results":
        """Return what is left of results; writes the new baseline of it where one is wanted."""
        from askfirst.reporting.silencing import Baseline

        left = self.left(results, place)
        if self.new is None:
            return left
        known = Baseline.of(left, place)
        _write(known, self.new, left)
        return known.applied(left, place)


def _read(path: str) -> "Baseline":
    from askfirst.reporting.silencing import Baseline, NoBaseline

    try:
        return Baseline.read(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        _stop(f"{path}: {error.strerror}")
    except (NoBaseline, UnicodeDecodeError) as error:
        _stop(f"{path}: {error}")


def _write(known: "Baseline", path: str, results: "Results") -> None:
    """Write a baseline, and tell what it cannot hold; exits where not everything was looked at."""
    from askfirst.cli.streams import complain, write
    from askfirst.vocabulary import Severity

    if results.troubles:
        complain(f"{path} is not written, because not everything could be looked at")
        return
    write(known.written(), path)
    errors = results.count(Severity.ERROR)
    complain(f"{path}: written; it leaves out from now on: {len(known)}")
    if errors:
        complain(f"{path}: errors are not in it, because nothing silences an error: {errors}")


def _stop(trouble: str) -> NoReturn:
    from askfirst.cli.streams import complain

    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
