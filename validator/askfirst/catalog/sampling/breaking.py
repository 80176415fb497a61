"""Break documents of a sample, in every way that people and programs break them."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from askfirst.catalog.sampling.draws import Draws
from askfirst.catalog.sampling.writing import written

__all__ = ["KINDS", "Kind", "broken"]

_Document: TypeAlias = dict[str, Any]

_EVERY = frozenset({"Declaration", "Consent", "Withdrawal"})
_DECLARATION, _CONSENT = frozenset({"Declaration"}), frozenset({"Consent"})
_TOO_DEEP = 40


class Kind(NamedTuple):
    """What breaks a document: the code that it leads to, and the types that it fits."""

    code: str
    types: frozenset[str]
    made: Callable[[_Document], bytes]


def _setting(**members: object) -> Callable[[_Document], bytes]:
    """Return what puts members into a document."""
    return lambda document: written({**document, **members})


def _in_track(**members: object) -> Callable[[_Document], bytes]:
    """Return what puts members into the track of a document."""
    return lambda document: written({**document, "track": {**document["track"], **members}})


def _in_holder(**members: object) -> Callable[[_Document], bytes]:
    """Return what puts members into the first entry of the rightsholders."""

    def made(document: _Document) -> bytes:
        first, *others = document["rightsholders"]
        return written({**document, "rightsholders": [{**first, **members}, *others]})

    return made


def _in_expression(**members: object) -> Callable[[_Document], bytes]:
    """Return what puts members into the expression of a Consent."""
    return lambda document: written(
        {**document, "expression": {**document["expression"], **members}}
    )


def _replacing(before: bytes, after: bytes) -> Callable[[_Document], bytes]:
    """Return what replaces the first such bytes of a document's text."""
    return lambda document: written(document).replace(before, after, 1)


def _lacking(member: str) -> Callable[[_Document], bytes]:
    return lambda document: written({k: v for k, v in document.items() if k != member})


def _without_identifier(document: _Document) -> bytes:
    track = document["track"]
    return written({**document, "track": {name: track[name] for name in ("title", "artists")}})


def _too_deep(document: _Document) -> bytes:
    nested: list[object] = ["deep"]
    for _ in range(_TOO_DEEP):
        nested = [nested]
    return written({**document, "x-note": nested})


def _superseding_itself(document: _Document) -> bytes:
    return written({**document, "supersedes": [document["id"]]})


def _cut_off(document: _Document) -> bytes:
    text = written(document)
    return text[: text.rindex(b'"', 0, len(text) * 2 // 3)]


#: Every way, by a name.
KINDS: dict[str, Kind] = {
    "bytes-of-latin-1": Kind("AF001", _EVERY, _replacing(b'"id":"', b'"x-name":"\xe9","id":"')),
    "byte-order-mark": Kind("AF002", _EVERY, _replacing(b"{", b"\xef\xbb\xbf{")),
    "cut-off": Kind("AF003", _EVERY, _cut_off),
    "two-values": Kind("AF003", _EVERY, lambda document: written(document) + b" {}"),
    "duplicate-member": Kind(
        "AF004", _EVERY, _replacing(b"{", b'{"issued":"2020-02-20T20:20:20Z",')
    ),
    "number": Kind("AF005", _EVERY, _setting(issued=20250601)),
    "title-as-a-number": Kind("AF005", _DECLARATION, _in_track(title=1999)),
    "null": Kind("AF105", _EVERY, _setting(by=None)),
    "lone-surrogate": Kind("AF007", _EVERY, _replacing(b'"issued":"', b'"issued":"\\ud83d')),
    "too-deep": Kind("AF013", _EVERY, _too_deep),
    "unknown-version": Kind("AF101", _EVERY, _setting(askfirst="1.1.0")),
    "unknown-type": Kind("AF102", _EVERY, _setting(type="Licence")),
    "unknown-member": Kind("AF103", _EVERY, _setting(trainingAllowed="no")),
    "misspelt-member": Kind("AF103", _DECLARATION, _setting(prohibit=["generative-training"])),
    "missing-member": Kind("AF104", _EVERY, _lacking("issued")),
    "text-in-place-of-a-list": Kind("AF105", _DECLARATION, _setting(prohibits="generative-input")),
    "misspelt-use": Kind("AF106", _DECLARATION, _setting(requiresConsent=["generative-trainng"])),
    "empty-text": Kind("AF107", _DECLARATION, _in_track(title="")),
    "empty-list": Kind("AF108", _DECLARATION, _setting(rightsholders=[])),
    "entry-twice": Kind("AF109", _DECLARATION, _in_holder(rights=["recording", "recording"])),
    "time-zone": Kind("AF110", _EVERY, _setting(issued="2025-06-01T10:00:00+02:00")),
    "space-in-an-address": Kind(
        "AF111", _DECLARATION, _setting(askAt="https://mara.example.org/ask us")
    ),
    "newline-after-isrc": Kind("AF201", _DECLARATION, _in_track(isrc="SEXYZ2600012\n")),
    "iswc-check-digit": Kind("AF203", _DECLARATION, _in_track(iswc="T0345246802")),
    "isni-check-character": Kind(
        "AF204", _DECLARATION, _in_holder(holder="https://isni.org/isni/0000000122819550")
    ),
    "no-identifier": Kind("AF210", _DECLARATION, _without_identifier),
    "use-in-two-lists": Kind(
        "AF301",
        _DECLARATION,
        _setting(requiresConsent=["generative-training"], prohibits=["generative-training"]),
    ),
    "use-twice": Kind("AF302", _DECLARATION, _setting(prohibits=["other-analytic-training"] * 2)),
    "generative-training-permitted": Kind(
        "AF303", _DECLARATION, _setting(permits=["generative-training"])
    ),
    "supersedes-itself": Kind("AF306", _DECLARATION, _superseding_itself),
    "made-with-ai": Kind("AF308", _EVERY, _setting(madeWithAI="no")),
    "maker-without-rights": Kind(
        "AF402", _DECLARATION, _setting(by={"id": "https://upload.example.org/", "name": "Upload"})
    ),
    "absent-and-held": Kind("AF405", _DECLARATION, _setting(absentRights=["performance"])),
    "terms-of-service": Kind("AF501", _CONSENT, _in_expression(method="terms-of-service")),
    "no-such-country": Kind("AF503", _CONSENT, _setting(territories=["SE", "UK"])),
    "limit-nobody-reads": Kind("AF504", _CONSENT, _setting(**{"x-limit": "not for adverts"})),
    "instant-that-does-not-exist": Kind("AF601", _EVERY, _setting(issued="2025-02-30T10:00:00Z")),
    "ends-before-it-begins": Kind("AF602", _CONSENT, _setting(validUntil="2020-01-01T00:00:00Z")),
}

_BY_TYPE = {kind: [one for one in KINDS.values() if kind in one.types] for kind in sorted(_EVERY)}


def broken(document: _Document, draws: Draws) -> bytes:
    """Return a document as text, broken in one of the ways that fit it, all equally likely."""
    return draws.one(_BY_TYPE[document["type"]]).made(document)
