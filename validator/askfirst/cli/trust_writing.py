"""Put entries into a trust file, new or there already, once the result was checked."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import typer

from askfirst.authoring.trust import (
    HOLDERS,
    MANDATES,
    SET_ASIDE,
    WITNESSES,
    added,
    changed,
    written,
)
from askfirst.checking import Report, check
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.moments import now
from askfirst.cli.paths import STDIN
from askfirst.cli.streams import complain
from askfirst.cli.trusting import trust_file
from askfirst.editing import EditFailed, Unreadable
from askfirst.model.trust import Trust
from askfirst.reading import Syntax, syntax_of
from askfirst.reporting.trust import aside, spoken
from askfirst.vocabulary import Severity

__all__ = ["Draft", "drafted", "new_in_words"]

_FLAGS = {
    "holder": "--holder",
    "id": "--witness or --mandate",
    "sameAs": "--same-as",
    "for": "--for",
    "capacity": "--capacity",
    "keys": "--key",
    "rights": "--right",
    "identifiers": "--identifier",
    "from": "--from",
    "until": "--until",
    "reason": "--reason",
    "name": "--name",
    "at": "--at",
}


class Draft(NamedTuple):
    """The text of a trust file with further entries, its value, and how many are new."""

    text: str
    trust: Trust
    new: int


def drafted(path: str, member: str, entries: Iterable[Mapping[str, Any]]) -> Draft:
    """Return a trust file with entries added to one of its lists; nothing is written.

    Exits where there is no trust file at the path but something else, and where an entry would
    not conform.
    """
    if path == STDIN:
        _stop(["a trust file is changed in place; name a file"])
    syntax = syntax_of(path) or Syntax.YAML
    before, file = _there(path)
    count = len(file.get(member, ()))
    after = added(file, member, entries)
    text = _text(path, before, after, syntax)
    report = check(text, syntax=syntax)
    if report.trust is None:
        _stop(_troubles(report, path))
    return Draft(text, report.trust, len(after.get(member, ())) - count)


def new_in_words(draft: Draft, member: str) -> Iterator[str]:
    """Yield in words what the new entries of a list say."""
    if member == SET_ASIDE:
        for one in draft.trust.set_aside[-draft.new :]:
            yield f"Set aside: {one.sha256}"
            yield f"  {aside(one)}"
        return
    lists = {
        HOLDERS: draft.trust.holders,
        MANDATES: draft.trust.mandates,
        WITNESSES: draft.trust.witnesses,
    }
    for entry in lists[member][-draft.new :]:
        yield "It trusts now:"
        yield from (f"  {line}" for line in spoken(entry, now()))


def _there(path: str) -> tuple[str | None, dict[str, Any]]:
    """Return the text of the trust file that is there, and its value; nothing where none is."""
    if not Path(path).exists():
        return None, {}
    checked, _ = trust_file(path)
    value: dict[str, Any] = checked.value  # type: ignore[assignment]  # it conforms
    return Path(path).read_bytes().decode(), value


def _text(path: str, before: str | None, after: Mapping[str, Any], syntax: Syntax) -> str:
    if before is None:
        return written(after, syntax)
    try:
        return changed(before, after, syntax)
    except (EditFailed, Unreadable) as error:
        _stop([f"{path}: {error}"])


def _troubles(report: Report, path: str) -> list[str]:
    """Return the errors of what would be written, each with the flag that it comes from."""
    errors = [f for f in report.findings if f.severity is Severity.ERROR]
    steps = [(error, error.pointer.split("/")[3:4]) for error in errors]
    return [
        f"{_FLAGS.get(step[0] if step else '', path)}: {e.message}{f'; {e.help}' if e.help else ''}"
        for e, step in steps
    ]


def _stop(troubles: list[str]) -> NoReturn:
    for trouble in troubles:
        complain(trouble)
    complain("nothing was written")
    raise typer.Exit(COULD_NOT_LOOK)
