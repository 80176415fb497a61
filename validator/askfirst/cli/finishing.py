"""Show and write license files, and say what to do with them next."""

import difflib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from shlex import quote

import typer

from askfirst.cli.drafting import Draft
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.prompts import interactive, tell, wrapped, yes
from askfirst.cli.streams import complain, style_for, write
from askfirst.reporting.style import Style
from askfirst.reporting.visible import visible

__all__ = ["finish"]

#: So many files are told one by one; of more only how many there are.
_FEW = 20


class _Count:
    """How many files were written, were as they are to be already, or were not to be changed."""

    written = same = kept = 0


def finish(drafts: Iterable[Draft], *, sure: bool, dry_run: bool) -> bool:
    """Write license files, showing what changes in those that are there.

    Returns whether everything is as it is to be: False where somebody did not want a change.
    """
    count, last = _Count(), None
    with _told_how_far(count, dry_run=dry_run):
        for last in drafts:
            _finish_one(last, count, sure=sure, dry_run=dry_run)
    _tell_total(count, dry_run=dry_run)
    if last and count.written + count.same == 1 and not dry_run:
        _tell_next(last)
    return not count.kept


@contextmanager
def _told_how_far(count: _Count, *, dry_run: bool) -> Iterator[None]:
    """Say how many files there are already where somebody stops us after the first."""
    try:
        yield
    except (EOFError, KeyboardInterrupt):
        if dry_run or not count.written:
            raise
        typer.echo()
        complain(f"stopped; {_files(count.written)} written and whole; run it again to go on")
        raise typer.Exit(COULD_NOT_LOOK) from None


def _finish_one(one: Draft, count: _Count, *, sure: bool, dry_run: bool) -> None:
    for doubt in one.doubts:
        tell(wrapped(f"note: {doubt}"))
    if one.after == one.before:
        count.same += 1
    elif _wanted(one, sure=sure, dry_run=dry_run):
        _write(one, dry_run=dry_run, told=count.written < _FEW)
        count.written += 1
    else:
        count.kept += 1


def _wanted(one: Draft, *, sure: bool, dry_run: bool) -> bool:
    """Show the change of a file that is there, and return whether it is to be made."""
    if one.before is None:
        return True
    for line in _change(one, style_for(None)):
        typer.echo(line)
    return sure or dry_run or not interactive() or yes("Write it?")


def _change(one: Draft, style: Style) -> Iterator[str]:
    """Yield the lines of a file that change, and those around them."""
    before, after = (one.before or "").splitlines(), one.after.splitlines()
    paints = {"-": style.error, "+": style.advice, "@": style.place}
    named = difflib.unified_diff(before, after, str(one.path), str(one.path), n=2, lineterm="")
    for line in named:
        yield paints.get(line[:1], str)(visible(line))


def _write(one: Draft, *, dry_run: bool, told: bool) -> None:
    if dry_run and one.before is None and told:
        tell(f"--- {one.path}\n{one.after}")
    if dry_run:
        return
    for path, text in one.beside.items():
        path.parent.mkdir(exist_ok=True)
        write(text, str(path))
    write(one.after, str(one.path))
    if told:
        tell(f"{'written' if one.before is None else 'changed'}: {one.path}")


def _tell_total(count: _Count, *, dry_run: bool) -> None:
    """Say how many files are how, where that was not said for each."""
    if count.same:
        tell(f"{_files(count.same)} up to date already.")
    if count.written > _FEW:
        tell(f"{_files(count.written)} written.")
    if count.kept:
        tell(f"{_files(count.kept)} not changed, as you wish.")
    if dry_run:
        tell("Nothing was written.")


def _files(several: int) -> str:
    return "1 file is" if several == 1 else f"{several:,} files are"


def _tell_next(one: Draft) -> None:
    """Say what a license file says, and what to paste where."""
    from askfirst.checking import read
    from askfirst.deed.where import blocks
    from askfirst.model.declarations import Declaration, Release
    from askfirst.reporting.where import where_brief

    document = read(one.after)
    tell(f"\nIn plain words: askfirst show {quote(str(one.path))}")
    if isinstance(document, Declaration | Release) and one.before is None:
        told = "Where to put it (askfirst show --where says it again, with notes and sources):"
        tell(f"\n{wrapped(told)}\n")
        tell(where_brief(blocks(document)))
