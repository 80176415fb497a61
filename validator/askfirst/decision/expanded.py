"""Write a Declaration that a Release expands to, so that implementations can compare (spec 4.4)."""

from typing import Any, TypeAlias

from askfirst.model.declarations import Declaration
from askfirst.model.parts import File, Party, Rightsholder, Source, Track

__all__ = ["expanded", "track_written"]

_Object: TypeAlias = dict[str, Any]


def expanded(one: Declaration) -> _Object:
    """Return an expanded Declaration as JSON: no document, as its id has a number sign.

    The five lists that decide are always there; every other member where the Release has it.
    Identifiers are in their normal form.
    """
    return {
        "id": one.id,
        "issued": one.issued,
        "by": _party(one.by),
        "track": track_written(one.track),
        "rightsholders": [_rightsholder(entry) for entry in one.rightsholders],
        "permits": list(map(str, one.statements.permits)),
        "requiresConsent": list(map(str, one.statements.requires_consent)),
        "prohibits": list(map(str, one.statements.prohibits)),
        "absentRights": list(map(str, one.absent_rights)),
        **_said(
            supersedes=list(one.supersedes),
            askAt=one.ask_at,
            witness=one.witness and _party(one.witness),
            language=one.language,
            source=one.source and _source(one.source),
        ),
    }


def _party(party: Party) -> _Object:
    return _said(id=party.id, name=party.name)


def track_written(track: Track) -> _Object:
    """Return a track as JSON, its identifiers in their normal form."""
    return _said(
        title=track.title,
        artists=list(track.artists),
        isrc=track.isrc,
        mbid=track.mbid,
        iswc=track.iswc,
        iscc=track.iscc,
        urls=list(track.urls),
        files=[_file(file) for file in track.files],
        license=track.license,
    )


def _file(file: File) -> _Object:
    return _said(packetsSha256=file.packets_sha256, pcmMd5=file.pcm_md5, name=file.name)


def _rightsholder(entry: Rightsholder) -> _Object:
    mandate = entry.mandate
    stands = mandate and {"id": mandate.id, "name": mandate.name, "capacity": str(mandate.capacity)}
    rights = list(map(str, entry.rights))
    own = {"holder": entry.holder, "name": entry.name, "rights": rights}
    return {**own, **_said(contact=entry.contact, mandate=stands)}


def _source(source: Source) -> _Object:
    return _said(signal=str(source.signal), url=source.url, sha256=source.sha256)


def _said(**members: Any) -> _Object:  # noqa: ANN401 - members of JSON objects
    return {name: value for name, value in members.items() if value}
