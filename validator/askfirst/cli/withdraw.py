"""Withdraw a Consent."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from askfirst.model.documents import Consent

__all__ = ["withdraw"]

_ENDING = re.compile(r"(\.consent)?(\.askfirst)?\.(ya?ml|json)$", re.IGNORECASE)
_WITHDRAWAL = ".withdrawal.askfirst.yaml"


def withdraw(  # noqa: PLR0913 - one for each flag
    consent: Annotated[
        str, typer.Argument(metavar="CONSENT", help="The file of the Consent; - is the input.")
    ],
    *,
    effective: Annotated[
        str | None,
        typer.Option(help="From when on, such as 2027-01-01. Left out, now.", metavar="T"),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help="Why, for people; it changes nothing.", metavar="TEXT")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(help="Who withdraws; only who gave the Consent can.", metavar="ID"),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="Write to this file, not beside you.", metavar="FILE"),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Withdraw without being asked.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Withdraw a Consent: from a moment on it covers nothing more.

    Exit codes: 0 withdrawn, 1 not withdrawn after all, 2 could not look.
    """
    from askfirst.authoring.withdrawals import in_words, withdrawal, written
    from askfirst.cli.moments import now
    from askfirst.cli.outputs import write_new
    from askfirst.cli.prompts import nothing_written, tell
    from askfirst.cli.single import single
    from askfirst.model.documents import Consent

    given, at = single(consent, Consent)[0], now()
    _refuse_others(by, given)
    path = output or f"{_ENDING.sub('', Path(consent).name).strip('-') or 'the'}{_WITHDRAWAL}"
    if effective is None and (since := _withdrawn(path, given)):
        tell(f"{path} withdraws this Consent already, from {since} on.")
        raise typer.Exit(CONFORMS)
    start = _start(effective, at)
    tell(in_words(given, start))
    with nothing_written():
        _refuse_doubt(yes=yes)
    write_new({path: written(withdrawal(given, at, start, reason))}, [consent], force=force)
    tell(f"\nwritten: {path}\nSend it to everybody who has the Consent.")


def _start(effective: str | None, at: str) -> str:
    """Return from when on the Consent ends; exits where that is before now."""
    from askfirst.cli.moments import moment
    from askfirst.cli.prompts import Unfit
    from askfirst.cli.streams import complain

    try:
        return at if effective is None else moment(effective, at)
    except Unfit as error:
        complain(f"--effective: {error}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def _refuse_others(by: str | None, given: "Consent") -> None:
    """Exit where somebody else than its maker would withdraw a Consent (reading rule 9)."""
    from askfirst.cli.streams import complain
    from askfirst.identifiers import party

    if by is not None and party.normal(by) != given.by.id:
        complain(f"--by: only {given.by.id} can withdraw this Consent, because it gave it")
        raise typer.Exit(COULD_NOT_LOOK)


def _refuse_doubt(*, yes: bool) -> None:
    """Exit unless the withdrawal is wanted."""
    from askfirst.cli import prompts
    from askfirst.cli.streams import complain

    if not yes and not prompts.interactive():
        complain("nobody can be asked here; withdraw with --yes")
        raise typer.Exit(COULD_NOT_LOOK)
    if not yes and not prompts.yes("Do you withdraw it?"):
        prompts.tell("Nothing was written: the Consent stands.")
        raise typer.Exit(ERRORS)


def _withdrawn(path: str, given: "Consent") -> str | None:
    """Return from when on the file at a path withdraws a Consent; None where it does not."""
    from askfirst.checking import check
    from askfirst.cli.paths import read_bounded
    from askfirst.model.documents import Withdrawal

    try:
        found = check(read_bounded(path)).document
    except OSError:
        return None
    if isinstance(found, Withdrawal) and (found.consent, found.by.id) == (given.id, given.by.id):
        return max(found.issued, found.effective)
    return None
