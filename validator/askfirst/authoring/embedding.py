"""Say in the tags of an audio file what a document declares of its track (spec 7)."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, TypeAlias

from askfirst.audio import TOOLKIT, Carrier, Statement, embedded
from askfirst.checking import InvalidDocument, Report, check
from askfirst.decision.expansion import stated
from askfirst.errors import AskFirstError
from askfirst.identifiers import party
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.signals import plus
from askfirst.signals.exporting import wanted
from askfirst.signals.terms import answers
from askfirst.signals.xml_tree import escaped
from askfirst.signals.xmp import packet
from askfirst.vocabulary import Status

__all__ = ["SignedContacts", "found", "statement", "without_contacts"]

_Object: TypeAlias = dict[str, Any]

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_OURS = "https://w3id.org/askfirst/ns#"
_LISTS = {
    "permits": Status.PERMITTED,
    "requiresConsent": Status.CONSENT_REQUIRED,
    "prohibits": Status.PROHIBITED,
}


class SignedContacts(AskFirstError):
    """A document is signed with other people's mail addresses, which cannot be left out then."""


def statement(document: Mapping[str, Any], track: int = 0) -> Statement:
    """Return what to write into the file of a track, by its number in a Release.

    Raises `InvalidDocument` where it is no Declaration or Release that conforms.
    """
    report = check(document)
    value = report.document
    if not report.conforms or not isinstance(value, Declaration | Release):
        raise InvalidDocument(report)
    declared = value.declared[track]
    license_ = declared.track.license
    return Statement(
        json.dumps(document, ensure_ascii=False, separators=(",", ":")),
        _credit(declared),
        _ascii(license_) if license_ else None,
        _packet(declared).encode(),
    )


def _credit(declared: Declared) -> str:
    """Return the line for a copyright text, as Creative Commons writes one: see `verify at`."""
    document = declared.document
    contacts = [one.contact for one in declared.rightsholders]
    places = filter(None, [document.id, document.ask_at, *contacts])
    place = next(filter(_WEB.fullmatch, places), None)
    line = f"AskFirst 1.0 declaration {document.id}"
    return _ascii(f"{line}, verify at {place}" if place else line)


def _ascii(address: str) -> str:
    """Return an address as it stands where only ASCII does (RFC 3987, 3.1)."""
    return "".join(
        one if one.isascii() else "".join(f"%{byte:02X}" for byte in one.encode())
        for one in address
    )


def _packet(declared: Declared) -> str:
    """Return XMP: data mining as PLUS says it, and our own words for the rest."""
    (edition,) = plus.EDITIONS
    track = wanted(declared)
    mining = plus.elements(track, answers(track.standing, edition.terms, can_ask=edition.can_ask))
    namespaces = {**plus.NAMESPACES, "af": _OURS}
    return packet(namespaces, [*mining, *_own(declared)], TOOLKIT)


def _own(declared: Declared) -> Iterator[str]:
    yield f'<af:document rdf:resource="{escaped(declared.document.id)}"/>'
    for name, status in _LISTS.items():
        uses = [f' <rdf:li rdf:resource="{_OURS}{use}"/>' for use in stated(declared, status)]
        if uses:
            yield "\n".join([f"<af:{name}>", " <rdf:Bag>", *uses, " </rdf:Bag>", f"</af:{name}>"])


def without_contacts(document: Mapping[str, Any]) -> _Object:
    """Return a document without the mail addresses of holders other than its maker.

    Raises `SignedContacts` where that would break its proof.
    """
    maker = document.get("by", {}).get("id")
    plain = {**document, **_named(document, maker)}
    if "tracks" in plain:
        plain["tracks"] = [{**track, **_named(track, maker)} for track in document["tracks"]]
    if "proof" in document and plain != document:
        raise SignedContacts(
            "it is signed, and holds mail addresses of others, which cannot be left out of it; "
            "add --with-contacts if they agree, or sign one without them"
        )
    return plain


def _named(part: Mapping[str, Any], maker: str | None) -> _Object:
    """Return the holders of a document or a track, where it has any."""
    if "rightsholders" not in part:
        return {}
    return {"rightsholders": [_public(entry, maker) for entry in part["rightsholders"]]}


def _public(entry: Mapping[str, Any], maker: str | None) -> _Object:
    own = maker is None or party.normal(entry["holder"]) == party.normal(maker)
    mail = entry.get("contact", "").lower().startswith("mailto:") and not own
    return {name: value for name, value in entry.items() if not (mail and name == "contact")}


def found(file: BinaryIO) -> list[tuple[Carrier, Report]]:
    """Return each document in the tags of an audio file, checked. Raises `UnreadableAudio`."""
    texts = embedded(file).declarations
    reports = {text: check(text) for text in {one.text for one in texts}}
    return [(one.carrier, reports[one.text]) for one in texts]
