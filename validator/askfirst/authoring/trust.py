"""Write trust files: whose keys count for what, and which documents are false (spec 4.14)."""

import json
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeAlias

from askfirst.editing import updated, yaml_text
from askfirst.reading import Syntax

__all__ = ["HOLDERS", "MANDATES", "SET_ASIDE", "WITNESSES", "added", "changed", "written"]

_Object: TypeAlias = Mapping[str, Any]

HOLDERS, MANDATES, WITNESSES, SET_ASIDE = "holders", "mandates", "witnesses", "setAside"
_HEADING = (
    "Whose keys we trust for what, and which documents we found false. Only we read this file:\n"
    "`askfirst decide --trust` uses it, `askfirst trust list` says what it means."
)
_NOTES = {
    HOLDERS: "parties that sign for themselves",
    MANDATES: "parties that sign for others",
    WITNESSES: "parties before whom others agree",
    SET_ASIDE: "documents that count for nothing",
}
_NEW = {"askfirst": "1.0.0", "type": "Trust"}


def added(file: _Object, member: str, entries: Iterable[_Object]) -> dict[str, Any]:
    """Return a trust file with further entries in one of its lists, each once.

    An entry that stands there already is not added; an empty mapping stands for a new file.
    """
    there = [*file.get(member, ())]
    for entry in entries:
        if not any(_same(entry) == _same(one) for one in there):
            there.append(dict(entry))
    lists = {**file, **({member: there} if there else {})}
    order = (HOLDERS, MANDATES, WITNESSES, SET_ASIDE)
    head = {name: value for name, value in {**_NEW, **file}.items() if name not in order}
    return {**head, **{name: lists[name] for name in order if name in lists}}


def _same(entry: _Object) -> Hashable:
    """Return what two entries share that say the same; a document is set aside once."""
    if "sha256" in entry:
        return str(entry["sha256"])
    return frozenset(
        (name, frozenset(value) if isinstance(value, list) else value)
        for name, value in entry.items()
    )


def written(file: _Object, syntax: Syntax) -> str:
    """Return the text of a new trust file; in YAML a comment says what it is."""
    if syntax is Syntax.JSON:
        return json.dumps(file, indent=2, ensure_ascii=False) + "\n"
    return yaml_text(file, _NOTES, _HEADING)


def changed(text: str, file: _Object, syntax: Syntax) -> str:
    """Return the text of a trust file so that it says this one; comments and layout stay.

    Raises `EditFailed` and `Unreadable` as `updated` does.
    """
    return updated(text, file, _NOTES, syntax)
