"""Know what the lists of uses get (AF301, AF304, AF305), and suspect what replaces (AF306)."""

from typing import Any

from askfirst.catalog.suspicion import repeated

__all__ = ["CODES", "screen"]

CODES = ("AF301", "AF304", "AF305", "AF306")

_LISTS = ("permits", "requiresConsent", "prohibits")


def screen(document: dict[str, Any], found: list[str], suspected: list[str]) -> None:
    """Add the codes that statements get, and that of the rule that may find more."""
    lists = _lists(document)
    found += repeated.stated(lists)
    for track in document.get("tracks", ()):
        if any(name in track for name in _LISTS):
            found += repeated.stated(lists, _lists(track))
    if "supersedes" in document and _alike(document["id"]) in map(_alike, document["supersedes"]):
        suspected.append("AF306")


def _lists(stating: dict[str, Any]) -> repeated.Lists:
    get = stating.get
    return (
        tuple(get("permits", ())),
        tuple(get("requiresConsent", ())),
        tuple(get("prohibits", ())),
    )


def _alike(iri: str) -> str:
    """Return what is equal for two IRIs with one normal form, in which case and slashes differ."""
    return iri.lower().replace("/", "")
