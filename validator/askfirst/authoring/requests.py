"""Write the Request that asks for what can be asked (spec 4.8)."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from askfirst.canonical import digest
from askfirst.editing.writing import yaml_text
from askfirst.rules.decisions import PREFIX
from askfirst.vocabulary import Use, leaves, parent

__all__ = ["identified", "narrowed", "same_question", "written"]

_HEADING = """A Request: somebody asks before using a track. Nothing here is permission.
Answer with `askfirst consent`; check with `askfirst check`."""
_NOTES = {
    "issued": "when this was asked",
    "by": "who asks",
    "uses": "what would be done",
    "track": "with which track",
    "material": "with what of the track",
    "model": "for which model; left out: any",
    "territories": "where; left out: worldwide",
    "accepts": "conditions that would be kept; left out: none",
    "purpose": "for what; left out: any purpose",
    "contact": "where the answer goes",
}


def identified(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document with an id that is the digest of the rest, `proof` aside.

    The same content always has the same id.
    """
    rest = {name: value for name, value in document.items() if name not in ("id", "proof")}
    return {**document, "id": PREFIX + digest(rest)}


def narrowed(uses: Collection[Use], prohibited: Collection[Use]) -> list[Use]:
    """Return the asked uses without the leaves that are prohibited, in tree order."""
    found = {use for asked in uses for use in _open(asked, prohibited)}
    return [use for use in Use if use in found]


def _open(use: Use, prohibited: Collection[Use]) -> Iterator[Use]:
    """Yield a use as it is, or the largest parts of it that are open."""
    if not any(leaf in prohibited for leaf in leaves(use)):
        yield use
        return
    for part in Use:
        if parent(part) is use:
            yield from _open(part, prohibited)


def same_question(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two Requests ask the same, whenever they were made."""
    return _question(one) == _question(other)


def _question(document: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name not in ("id", "issued")}


def written(request: Mapping[str, Any]) -> str:
    """Return a Request as YAML, with a note on each line."""
    return yaml_text(request, _NOTES, _HEADING)
