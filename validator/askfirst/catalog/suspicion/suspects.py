"""Name the rules that find something in a document, and those that may (spec 9)."""

from collections.abc import Callable
from typing import Any

from askfirst.catalog.suspicion import addresses, consents, holders, repeated, statements, tracks
from askfirst.rules import RULES
from askfirst.vocabulary import ANYONE, AnyType, DocumentType

__all__ = ["SCREENED", "suspects"]

_PROOFS = ("AF702", "AF703", "AF704")
_STATING = {*holders.CODES, *tracks.CODES, *statements.CODES, *_PROOFS}
_CONSENTING = {*consents.CODES, *tracks.CODES, *addresses.CODES, "AF304", *_PROOFS}
_ENDING = {*consents.ENDING, *addresses.CODES, "AF109", *_PROOFS}

#: The rules that are asked on suspicion only, by the type of the document.
SCREENED: dict[AnyType, set[str]] = {
    DocumentType.DECLARATION: _STATING,
    DocumentType.RELEASE: {*_STATING, "AF206"},
    DocumentType.CONSENT: _CONSENTING,
    DocumentType.WITHDRAWAL: _ENDING,
}
#: The rules that are always asked.
_ALWAYS = {
    kind: tuple({rule.code for rule in RULES if kind in rule.kinds} - SCREENED.get(kind, set()))
    for kind in {kind for rule in RULES for kind in rule.kinds}
}


def suspects(kind: str, document: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the codes that a document of the right shape gets, and those that it may get."""
    found: list[str] = []
    always, look = _SCREENS[kind]
    suspected = [*always]
    if look:
        look(document, found, suspected)
        _parties(document, found)
    if "proof" in document:
        suspected += _PROOFS
    return found, suspected


def _parties(document: dict[str, Any], found: list[str]) -> None:
    """Look at the addresses of single parties; to whom a Consent speaks may be `anyone`."""
    if "by" in document and not addresses.is_plain(document["by"]["id"]):
        found += repeated.spelt(document["by"]["id"])
    if "witness" in document and not addresses.is_plain(document["witness"]["id"]):
        found += repeated.spelt(document["witness"]["id"])
    to = document.get("to", ANYONE)
    if to != ANYONE and not addresses.is_plain(to["id"]):
        found += repeated.spelt(to["id"])


def _declaration(document: dict[str, Any], found: list[str], suspected: list[str]) -> None:
    tracks.screen(document["track"], found, suspected)
    if "license" in document["track"]:
        tracks.screen_license(document, document["track"], found)
    holders.screen(document, found, suspected)
    statements.screen(document, found, suspected)


def _release(document: dict[str, Any], found: list[str], suspected: list[str]) -> None:
    for track in document["tracks"]:
        tracks.screen(track, found, suspected)
        tracks.screen_license(document, track, found)
    found += repeated.released(document["release"])
    holders.screen(document, found, suspected)
    statements.screen(document, found, suspected)


def _consent(document: dict[str, Any], found: list[str], suspected: list[str]) -> None:
    consents.screen(document, suspected)
    tracks.screen_several(document["tracks"], found, suspected)
    found += repeated.consented(tuple(document["uses"]))


def _withdrawal(document: dict[str, Any], _found: list[str], suspected: list[str]) -> None:
    consents.screen_ending(document, suspected)


_LOOKS: dict[AnyType, Callable[[dict[str, Any], list[str], list[str]], None]] = {
    DocumentType.DECLARATION: _declaration,
    DocumentType.RELEASE: _release,
    DocumentType.CONSENT: _consent,
    DocumentType.WITHDRAWAL: _withdrawal,
}
#: By the name of a type, what is always asked, and what looks at a document.
_SCREENS = {str(kind): (always, _LOOKS.get(kind)) for kind, always in _ALWAYS.items()}
