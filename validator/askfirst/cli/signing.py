"""Sign license files one after the other, each of them whole or not at all."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import typer

from askfirst.authoring.signing import CannotSign, Signed, in_words, is_by_another_key, signed
from askfirst.checking import InvalidDocument, Report, check
from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS
from askfirst.cli.outputs import write_new
from askfirst.cli.paths import STDIN, read_bounded
from askfirst.cli.progress import progress
from askfirst.cli.prompts import tell, wrapped
from askfirst.cli.streams import complain, style_for, write
from askfirst.proof import Opened
from askfirst.reading import syntax_of
from askfirst.reporting import FileReport, Results
from askfirst.reporting import text as reporting

__all__ = ["Order", "sign_all"]

#: So many files are told one by one; of more only how many there are.
_FEW = 20


class Order(NamedTuple):
    """With what to sign, and what to do with what is signed."""

    by: Opened
    created: str
    context: bool
    dry_run: bool
    output: str | None


class _Count:
    """How many files were signed, were so already, were refused, or could not be looked at."""

    signed = already = refused = lost = 0

    @property
    def code(self) -> int:
        """The exit code that this comes to."""
        if self.lost:
            return COULD_NOT_LOOK
        return ERRORS if self.refused else CONFORMS


def sign_all(paths: list[str], order: Order) -> int:
    """Sign files, say what was signed and what was not and why, and return the exit code."""
    count = _Count()
    with _told_how_far(count):
        for path in progress(paths):
            _sign(path, order, count, told=len(paths) <= _FEW)
    if order.output is not None or paths != [STDIN]:
        _tell_total(order, count, several=len(paths) > 1)
    return count.code


@contextmanager
def _told_how_far(count: _Count) -> Iterator[None]:
    """Say how many files are signed where somebody, or the disk, stops us after the first."""
    try:
        yield
    except (KeyboardInterrupt, typer.Exit):
        done = f"{count.signed:,} files were, each of them whole; run it again to go on"
        complain(f"stopped; {done if count.signed else 'nothing was signed'}")
        raise typer.Exit(COULD_NOT_LOOK) from None


def _sign(path: str, order: Order, count: _Count, *, told: bool) -> None:
    try:
        data = read_bounded(path)
        report = check(data, syntax=syntax_of(path))
        found = signed(report, order.by.key, order.created, syntax_of(path), context=order.context)
        _refuse_locked(path, order, found)
    except InvalidDocument as error:
        count.refused += 1
        _tell_findings(path, error.report)
    except CannotSign as error:
        count.refused += 1
        complain(f"{path}: not signed: {error}")
    except OSError as error:
        count.lost += 1
        complain(f"{path}: {error.strerror}")
    else:
        _keep(path, order, found, told=told)
        count.signed += bool(found.documents)
        count.already += not found.documents


def _refuse_locked(path: str, order: Order, found: Signed) -> None:
    """Raise `OSError` for a file that may not be changed, as putting another in its place would."""
    if path == STDIN or order.output is not None or not found.documents:
        return
    if not Path(path).is_file():
        raise OSError(0, "this is no file that can be changed; write elsewhere with -o")
    writable = Path(path).stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if not writable or not os.access(path, os.W_OK):
        raise OSError(0, "the file is read-only; write elsewhere with -o")


def _keep(path: str, order: Order, found: Signed, *, told: bool) -> None:
    """Write a signed text to where it belongs, and say what was signed."""
    target = order.output or path
    if not order.dry_run:
        _write(found.text, path, order)
    if target == STDIN or not told:
        return
    if not found.documents:
        tell(f"signed with this key already: {path}")
        return
    tell(f"{'would be signed' if order.dry_run else 'signed'}: {target}")
    for one in found.documents[:_FEW]:
        tell(wrapped(in_words(one), "  ", "    "))
        if is_by_another_key(one, order.by.key):
            tell("  note: its maker is named by another key than this one")
    if len(found.documents) > _FEW:
        tell(f"  and {len(found.documents) - _FEW:,} more documents")


def _write(text: str, path: str, order: Order) -> None:
    if order.output is not None:
        write_new({order.output: text}, [path], force=False)
    else:
        write(text, None if path == STDIN else path)


def _tell_findings(path: str, report: Report) -> None:
    results = Results((FileReport(path, report),), 0)
    typer.echo(reporting.full(results, style_for(None), quiet=True), nl=False, err=True)
    complain(f"{path}: not signed, because it does not conform")


def _tell_total(order: Order, count: _Count, *, several: bool) -> None:
    """Say how many files are how, and what the signatures show."""
    if several:
        done = "would be signed" if order.dry_run else "signed"
        others = [(count.already, "signed already"), (count.refused, "not signed")]
        more = "".join(f", {n:,} {word}" for n, word in [*others, (count.lost, "not read")] if n)
        tell(f"{count.signed:,} {done}{more}.")
    if order.dry_run:
        tell("Nothing was written.")
    elif count.signed:
        _tell_key(order)


def _tell_key(order: Order) -> None:
    whose = f' "{order.by.name}"' if order.by.name else ""
    tell(f"\nSigned at {order.created} with the key{whose}:\n\n  {order.by.key.did}\n")
    tell(
        wrapped(
            "This shows that the key signed, and not whose it is: that stands in the trust files "
            "of those who know you. Give them the public key."
        )
    )
