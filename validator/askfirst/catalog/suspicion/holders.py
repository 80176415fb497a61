"""Suspect whom a document names for which right, and as whose (AF401 to AF408, AF109)."""

from typing import Any

from askfirst.catalog.suspicion import addresses, repeated
from askfirst.vocabulary import Right

__all__ = ["CODES", "screen"]

CODES = ("AF401", "AF402", "AF404", "AF405", "AF407", "AF408", "AF109", *addresses.CODES)

_OWN_ADDRESS = ("https:", "mailto:")
_EVERY = len(Right)
_PERSONAL = frozenset(str(right) for right in Right if right.personal)


def screen(document: dict[str, Any], found: list[str], suspected: list[str]) -> None:
    """Add the codes of the rules about holders that find something, and of those that may."""
    if "tracks" in document and any(map(_has_holders, document["tracks"])):
        suspected += CODES  # tracks with holders of their own are rare, and the rules know them
        return
    rights: set[str] = set()
    named: set[str] = set()
    mandated: set[str] = set()
    asked = "askAt" in document
    entries = document["rightsholders"]
    for entry in entries:
        holder = entry["holder"]
        named.add(holder)
        rights.update(entry["rights"])
        if "mandate" in entry:
            _mandated(entry, mandated, suspected)
        if not asked and "contact" not in entry and not holder.startswith(_OWN_ADDRESS):
            found += repeated.unasked(holder)
    if len(named) < len(entries):
        suspected.append("AF109")
    absent = document.get("absentRights")
    if absent or len(rights) < _EVERY:
        found += repeated.held(rights, tuple(absent or ()))
    named |= mandated
    _maker(document, named, suspected)
    addresses.screen(named, found)


def _mandated(entry: dict[str, Any], mandated: set[str], suspected: list[str]) -> None:
    mandated.add(entry["mandate"]["id"])
    if not _PERSONAL.isdisjoint(entry["rights"]):
        suspected.append("AF407")


def _maker(document: dict[str, Any], named: set[str], suspected: list[str]) -> None:
    """Suspect a maker who is not named as it is written; the rule knows more."""
    if "by" not in document:
        if len(document["rightsholders"]) > 1:
            suspected.append("AF401")
    elif document["by"]["id"] not in named and "source" not in document:
        suspected.append("AF402")


def _has_holders(track: dict[str, Any]) -> bool:
    return "rightsholders" in track or "absentRights" in track
