"""Move documents up to the newest version of the specification."""

from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from askfirst.comparison import NotUpgraded

__all__ = ["upgrade"]


def upgrade(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Files, folders or patterns; - is the standard input."
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and write nothing.")
    ] = False,
) -> None:
    """Move documents up to the newest version of the specification; comments and layout stay.

    What a document means is compared before and after: one that would permit more is refused, and
    so is one that is signed, for its signature would be lost. What is refused stays as it is. From
    the standard input, the text goes to the standard output.

    Exit codes: 0 all are of the newest version, 1 something was refused, 2 could not look.
    """
    from askfirst.cli.paths import select
    from askfirst.cli.streams import complain

    selection = select(paths)
    if not selection.files and not selection.troubles:
        selection.troubles.append("nothing to upgrade: no file here is an AskFirst document")
    codes = [COULD_NOT_LOOK] if selection.troubles else []
    codes += [_upgrade(path, dry_run=dry_run) for path in selection.files]
    for trouble in selection.troubles:
        complain(trouble)
    raise typer.Exit(max(codes, default=CONFORMS))


def _upgrade(path: str, *, dry_run: bool) -> int:
    """Upgrade a file, say so, and return the exit code."""
    from askfirst.cli.paths import STDIN, read_bounded
    from askfirst.cli.streams import complain, write
    from askfirst.comparison import NotUpgraded, upgraded
    from askfirst.reading import syntax_of
    from askfirst.vocabulary.versions import VERSIONS

    try:
        text = read_bounded(path).decode()
        found = upgraded(text, syntax_of(path), VERSIONS)
    except OSError as error:
        complain(f"{path}: {error.strerror}")
        return COULD_NOT_LOOK
    except UnicodeDecodeError:
        complain(f"{path}: this is not UTF-8; `askfirst check` says more")
        return ERRORS
    except NotUpgraded as refused:
        _tell(path, refused)
        return ERRORS
    if path == STDIN:
        write(found.text, None)
    elif found.moved and not dry_run:
        write(found.text, path)
    _say(path, _done(found.moved, VERSIONS[-1].number, dry_run=dry_run))
    return CONFORMS


def _done(moved: int, newest: str, *, dry_run: bool) -> str:
    if not moved:
        return f"version {newest} is the newest; nothing to do"
    done = "would be" if dry_run else "is"
    return f"{done} of version {newest}; it permits no more than before"


def _say(path: str, told: str) -> None:
    """Say what became of a file: beside the text itself, where that is the output."""
    from askfirst.cli.paths import STDIN
    from askfirst.cli.streams import complain, write
    from askfirst.reporting.visible import visible

    if path == STDIN:
        complain(told)
    else:
        write(f"{visible(path)}: {told}\n", None)


def _tell(path: str, refused: "NotUpgraded") -> None:
    """Say why a file stays as it is: its findings, or what would be widened."""
    from askfirst.cli.streams import complain, style_for, write
    from askfirst.reporting import FileReport, Results, difference, text

    complain(f"{path}: not upgraded: {refused}")
    if refused.report:
        write(text.full(Results((FileReport(path, refused.report),), 0), style_for(None)), None)
    if refused.difference:
        write(difference.full(refused.difference, style_for(None)), None)
