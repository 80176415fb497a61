"""Make values of the model from documents that conform; identifiers get their normal forms."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from askfirst.canonical import to_be_signed
from askfirst.checking.asking import decision, policy, request
from askfirst.checking.pieces import Object, model, named, optional, track
from askfirst.identifiers import iri, mbid, party, upc
from askfirst.model.decisions import Decision
from askfirst.model.declarations import Declaration, Release, ReleaseInfo, ReleaseTrack
from askfirst.model.documents import Consent, Policy, Request, Withdrawal
from askfirst.model.parts import (
    Agreement,
    Expression,
    Mandate,
    Party,
    Proof,
    Rightsholder,
    Source,
    Statements,
)
from askfirst.vocabulary import (
    ANY,
    ANYONE,
    AtEnd,
    Capacity,
    Condition,
    DocumentType,
    Material,
    Method,
    Right,
    Signal,
    Use,
)

__all__ = ["AnyDocument", "make", "proofs"]

AnyDocument: TypeAlias = Declaration | Release | Consent | Withdrawal | Policy | Request | Decision


def make(kind: DocumentType, value: Object, sha256: str) -> AnyDocument:
    """Return a conforming document of a type as a value of the model."""
    head = {
        "id": iri.normal(value["id"]),
        "issued": value["issued"],
        "sha256": sha256,
        "proofs": proofs(value),
    }
    made: AnyDocument = _MAKERS[kind](value, head)
    return made


def proofs(document: Object) -> tuple[Proof, ...]:
    """Return the proofs of an object that has the shape of one that is signed."""
    found = document.get("proof", ())
    if isinstance(found, Mapping):
        return (_proof(document, found, "/proof"),)
    return tuple(_proof(document, one, f"/proof/{n}") for n, one in enumerate(found))


def _proof(document: Object, value: Object, pointer: str) -> Proof:
    return Proof(
        pointer=pointer,
        created=value["created"],
        verification_method=value["verificationMethod"],
        value=value["proofValue"],
        signed=to_be_signed(document, value),
    )


def _maker(value: Object) -> Party:
    """Return who makes the document; without `by`, its only holder does (spec 4.3.3)."""
    if "by" in value:
        return named(value["by"])
    holder = value["rightsholders"][0]
    return Party(id=party.normal(holder["holder"]), name=holder["name"])


def _declaration(value: Object, head: dict[str, Any]) -> Declaration:
    return Declaration(**head, by=_maker(value), track=track(value["track"]), **_stated(value))


def _release(value: Object, head: dict[str, Any]) -> Release:
    release = value["release"]
    info = ReleaseInfo(
        title=release["title"],
        artists=tuple(release["artists"]),
        upc=optional(upc.compact, release.get("upc")),
        mbid=optional(mbid.compact, release.get("mbid")),
    )
    tracks = tuple(_release_track(track) for track in value["tracks"])
    return Release(**head, by=_maker(value), release=info, tracks=tracks, **_stated(value))


def _release_track(value: Object) -> ReleaseTrack:
    own, absent = value.get("rightsholders"), value.get("absentRights")
    return ReleaseTrack(
        track=track(value),
        statements=_statements(value),
        rightsholders=None if own is None else tuple(map(_rightsholder, own)),
        absent_rights=None if absent is None else tuple(map(Right, absent)),
    )


def _stated(value: Object) -> dict[str, Any]:
    """Return what a Declaration and a Release have in common."""
    return {
        "rightsholders": tuple(map(_rightsholder, value["rightsholders"])),
        "statements": _statements(value),
        "absent_rights": tuple(map(Right, value.get("absentRights", ()))),
        "supersedes": tuple(map(iri.normal, value.get("supersedes", ()))),
        "ask_at": value.get("askAt"),
        "witness": optional(named, value.get("witness")),
        "language": value.get("language"),
        "source": optional(_source, value.get("source")),
    }


def _statements(value: Object) -> Statements:
    return Statements(
        permits=tuple(map(Use, value.get("permits", ()))),
        requires_consent=tuple(map(Use, value.get("requiresConsent", ()))),
        prohibits=tuple(map(Use, value.get("prohibits", ()))),
    )


def _rightsholder(value: Object) -> Rightsholder:
    return Rightsholder(
        holder=party.normal(value["holder"]),
        name=value["name"],
        rights=tuple(map(Right, value["rights"])),
        contact=value.get("contact"),
        mandate=optional(_mandate, value.get("mandate")),
    )


def _mandate(value: Object) -> Mandate:
    return Mandate(
        id=party.normal(value["id"]), name=value["name"], capacity=Capacity(value["capacity"])
    )


def _source(value: Object) -> Source:
    return Source(signal=Signal(value["signal"]), url=value.get("url"), sha256=value["sha256"])


def _consent(value: Object, head: dict[str, Any]) -> Consent:
    expression = value["expression"]
    return Consent(
        **head,
        by=named(value["by"]),
        to="anyone" if value["to"] == ANYONE else named(value["to"]),
        rights=tuple(map(Right, value["rights"])),
        tracks=tuple(map(track, value["tracks"])),
        material=tuple(map(Material, value["material"])),
        uses=tuple(map(Use, value["uses"])),
        models="any" if value["models"] == ANY else tuple(map(model, value["models"])),
        territories=tuple(value["territories"]),
        purpose=value["purpose"],
        valid_from=value["validFrom"],
        valid_until=value["validUntil"],
        conditions=tuple(map(Condition, value["conditions"])),
        expression=Expression(**{**expression, "method": Method(expression["method"])}),
        at_end=AtEnd(value["atEnd"]),
        in_reply_to=optional(iri.normal, value.get("inReplyTo")),
        agreement=optional(_agreement, value.get("agreement")),
        witness=optional(named, value.get("witness")),
    )


def _agreement(value: Object) -> Agreement:
    return Agreement(url=value["url"], sha256=value["sha256"])


def _withdrawal(value: Object, head: dict[str, Any]) -> Withdrawal:
    return Withdrawal(
        **head,
        by=named(value["by"]),
        consent=iri.normal(value["consent"]),
        effective=value["effective"],
        reason=value.get("reason"),
    )


_MAKERS: dict[DocumentType, Callable[[Object, dict[str, Any]], Any]] = {
    DocumentType.DECLARATION: _declaration,
    DocumentType.RELEASE: _release,
    DocumentType.CONSENT: _consent,
    DocumentType.WITHDRAWAL: _withdrawal,
    DocumentType.POLICY: policy,
    DocumentType.REQUEST: request,
    DocumentType.DECISION: decision,
}
