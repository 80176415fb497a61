"""Make values of the model from documents that conform; identifiers get their normal forms."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from askfirst.identifiers import iri, isrc, iswc, mbid, party, upc
from askfirst.model.documents import (
    Agreement,
    Consent,
    Declaration,
    Expression,
    File,
    Mandate,
    Model,
    Party,
    Release,
    ReleaseInfo,
    ReleaseTrack,
    Rightsholder,
    Source,
    Statements,
    Track,
    Withdrawal,
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

__all__ = ["AnyDocument", "make"]

AnyDocument: TypeAlias = Declaration | Release | Consent | Withdrawal

#: A conforming object; its schema says what each member holds.
_Object: TypeAlias = Mapping[str, Any]


def make(kind: DocumentType, value: _Object, sha256: str) -> AnyDocument:
    """Return a conforming document of a type as a value of the model."""
    head = {
        "id": iri.normal(value["id"]),
        "issued": value["issued"],
        "by": _maker(value),
        "sha256": sha256,
    }
    made: AnyDocument = _MAKERS[kind](value, head)
    return made


def _maker(value: _Object) -> Party:
    """Return who makes the document; without `by`, its only holder does (spec 4.3.3)."""
    if "by" in value:
        return _party(value["by"])
    holder = value["rightsholders"][0]
    return Party(id=party.normal(holder["holder"]), name=holder["name"])


def _party(value: _Object) -> Party:
    return Party(id=party.normal(value["id"]), name=value.get("name"))


def _declaration(value: _Object, head: dict[str, Any]) -> Declaration:
    return Declaration(**head, track=_track(value["track"]), **_stated(value))


def _release(value: _Object, head: dict[str, Any]) -> Release:
    release = value["release"]
    info = ReleaseInfo(
        title=release["title"],
        artists=tuple(release["artists"]),
        upc=_optional(upc.compact, release.get("upc")),
        mbid=_optional(mbid.compact, release.get("mbid")),
    )
    tracks = tuple(_release_track(track) for track in value["tracks"])
    return Release(**head, release=info, tracks=tracks, **_stated(value))


def _release_track(value: _Object) -> ReleaseTrack:
    own, absent = value.get("rightsholders"), value.get("absentRights")
    return ReleaseTrack(
        track=_track(value),
        statements=_statements(value),
        rightsholders=None if own is None else tuple(map(_rightsholder, own)),
        absent_rights=None if absent is None else tuple(map(Right, absent)),
    )


def _stated(value: _Object) -> dict[str, Any]:
    """Return what a Declaration and a Release have in common."""
    return {
        "rightsholders": tuple(map(_rightsholder, value["rightsholders"])),
        "statements": _statements(value),
        "absent_rights": tuple(map(Right, value.get("absentRights", ()))),
        "supersedes": tuple(map(iri.normal, value.get("supersedes", ()))),
        "ask_at": value.get("askAt"),
        "witness": _optional(_party, value.get("witness")),
        "language": value.get("language"),
        "source": _optional(_source, value.get("source")),
    }


def _statements(value: _Object) -> Statements:
    return Statements(
        permits=tuple(map(Use, value.get("permits", ()))),
        requires_consent=tuple(map(Use, value.get("requiresConsent", ()))),
        prohibits=tuple(map(Use, value.get("prohibits", ()))),
    )


def _rightsholder(value: _Object) -> Rightsholder:
    return Rightsholder(
        holder=party.normal(value["holder"]),
        name=value["name"],
        rights=tuple(map(Right, value["rights"])),
        contact=value.get("contact"),
        mandate=_optional(_mandate, value.get("mandate")),
    )


def _mandate(value: _Object) -> Mandate:
    return Mandate(
        id=party.normal(value["id"]), name=value["name"], capacity=Capacity(value["capacity"])
    )


def _source(value: _Object) -> Source:
    return Source(signal=Signal(value["signal"]), url=value.get("url"), sha256=value["sha256"])


def _track(value: _Object) -> Track:
    return Track(
        title=value.get("title"),
        artists=tuple(value.get("artists", ())),
        isrc=_optional(isrc.compact, value.get("isrc")),
        mbid=_optional(mbid.compact, value.get("mbid")),
        iswc=_optional(iswc.compact, value.get("iswc")),
        iscc=value.get("iscc"),
        urls=tuple(map(iri.normal, value.get("urls", ()))),
        files=tuple(map(_file, value.get("files", ()))),
        license=value.get("license"),
    )


def _file(value: _Object) -> File:
    return File(
        packets_sha256=_optional(str.lower, value.get("packetsSha256")),
        pcm_md5=_optional(str.lower, value.get("pcmMd5")),
        name=value.get("name"),
    )


def _consent(value: _Object, head: dict[str, Any]) -> Consent:
    expression = value["expression"]
    return Consent(
        **head,
        to="anyone" if value["to"] == ANYONE else _party(value["to"]),
        rights=tuple(map(Right, value["rights"])),
        tracks=tuple(map(_track, value["tracks"])),
        material=tuple(map(Material, value["material"])),
        uses=tuple(map(Use, value["uses"])),
        models="any" if value["models"] == ANY else tuple(map(_model, value["models"])),
        territories=tuple(value["territories"]),
        purpose=value["purpose"],
        valid_from=value["validFrom"],
        valid_until=value["validUntil"],
        conditions=tuple(map(Condition, value["conditions"])),
        expression=Expression(**{**expression, "method": Method(expression["method"])}),
        at_end=AtEnd(value["atEnd"]),
        in_reply_to=_optional(iri.normal, value.get("inReplyTo")),
        agreement=_optional(_agreement, value.get("agreement")),
        witness=_optional(_party, value.get("witness")),
    )


def _model(value: _Object) -> Model:
    return Model(name=value["name"], version=value["version"])


def _agreement(value: _Object) -> Agreement:
    return Agreement(url=value["url"], sha256=value["sha256"])


def _withdrawal(value: _Object, head: dict[str, Any]) -> Withdrawal:
    return Withdrawal(
        **head,
        consent=iri.normal(value["consent"]),
        effective=value["effective"],
        reason=value.get("reason"),
    )


def _optional(convert: Callable[[Any], Any], value: object) -> Any:  # noqa: ANN401 - what convert makes
    return None if value is None else convert(value)


_MAKERS: dict[DocumentType, Callable[[_Object, dict[str, Any]], Any]] = {
    DocumentType.DECLARATION: _declaration,
    DocumentType.RELEASE: _release,
    DocumentType.CONSENT: _consent,
    DocumentType.WITHDRAWAL: _withdrawal,
}
