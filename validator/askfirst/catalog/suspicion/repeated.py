"""Ask the rules about a part of a document; parts that catalogs repeat are asked about once."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeAlias

from askfirst import rules
from askfirst.identifiers.remembering import remembered
from askfirst.vocabulary import AnyType, DocumentType, Right, Use

__all__ = [
    "Lists",
    "Words",
    "asked",
    "consented",
    "held",
    "identified",
    "released",
    "restricted",
    "spelt",
    "stated",
    "unasked",
]

#: The entries of a list, in order, or codes.
Words: TypeAlias = tuple[str, ...]
#: The three lists of uses, the mildest first.
Lists: TypeAlias = tuple[Words, Words, Words]

_KEPT = 2**14
_NAMES = ("permits", "requiresConsent", "prohibits")
_STATEMENTS = ("AF301", "AF304", "AF305")
_IDENTIFIERS = {
    "isrc": ("AF202", "AF209"),
    "iswc": ("AF203", "AF209"),
    "iscc": ("AF208",),
    "mbid": ("AF209",),
}
_EVERY = frozenset(map(str, Right))


def asked(kind: AnyType, document: dict[str, Any], only: Words) -> Iterator[str]:
    """Yield the code of each fault that the rules of some codes find in a document."""
    part = rules.Part(document)
    return (rule.code for rule in _rules(kind, only) for _ in rule.check(part))


@lru_cache
def _rules(kind: AnyType, only: Words) -> tuple[rules.Rule, ...]:
    return tuple(rule for rule in rules.RULES if kind in rule.kinds and rule.code in only)


@lru_cache(maxsize=_KEPT)
def stated(lists: Lists, of_track: Lists | None = None) -> Words:
    """Return the codes that what a document states gets, with what it states of one track."""
    if of_track is None:
        return _codes(DocumentType.DECLARATION, _written(lists), _STATEMENTS)
    part = {**_written(lists), "tracks": [_written(of_track)]}
    return _codes(DocumentType.RELEASE, part, _STATEMENTS)


@lru_cache(maxsize=_KEPT)
def consented(uses: Words) -> Words:
    """Return the codes that the uses of a Consent get."""
    return _codes(DocumentType.CONSENT, {"uses": list(uses)}, ("AF304",))


def held(rights: set[str], absent: Words) -> Words:
    """Return the codes that the held and the absent rights of tracks get."""
    return _held(tuple(sorted(rights)), absent) if absent or rights != _EVERY else ()


@remembered
def spelt(address: str) -> Words:
    """Return the codes that the address of a party gets."""
    return _codes(DocumentType.POLICY, {"by": {"id": address}}, ("AF204", "AF205", "AF209"))


def identified(name: str, identifier: str) -> Words:
    """Return the codes that an identifier of a track gets."""
    return _codes(DocumentType.REQUEST, {"track": {name: identifier}}, _IDENTIFIERS[name])


@remembered
def restricted(license_of_track: str) -> Words:
    """Return the codes that a license gets beside a statement that restricts the track."""
    stated = {"requiresConsent": [str(Use.TRAINING)]}
    part = {"track": {"license": license_of_track}, **stated}
    return _codes(DocumentType.DECLARATION, part, ("AF307",))


@remembered
def unasked(holder: str) -> Words:
    """Return the codes that a holder gets for whom no address to ask is given."""
    named = {"track": {}, "rightsholders": [{"holder": holder}]}
    return _codes(DocumentType.DECLARATION, named, ("AF408",))


def released(release: dict[str, Any]) -> Words:
    """Return the codes that the identifiers of a release get."""
    return _released(release.get("upc", ""), release.get("mbid", ""))


@lru_cache(maxsize=_KEPT)
def _released(code: str, mbid: str) -> Words:
    part = {"release": {"upc": code, "mbid": mbid}}
    return _codes(DocumentType.RELEASE, part, ("AF206", "AF209")) if code or mbid else ()


@lru_cache(maxsize=_KEPT)
def _held(rights: Words, absent: Words) -> Words:
    holders = {"rightsholders": [{"rights": list(rights)}], "absentRights": list(absent)}
    return _codes(DocumentType.DECLARATION, {"track": {}, **holders}, ("AF404", "AF405"))


def _written(lists: Lists) -> dict[str, list[str]]:
    return dict(zip(_NAMES, map(list, lists), strict=True))


def _codes(kind: DocumentType, part: dict[str, Any], only: Words) -> Words:
    return tuple({*asked(kind, {"type": str(kind), **part}, only)})
