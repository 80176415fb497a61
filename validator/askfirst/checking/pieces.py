"""Make the pieces that documents share; identifiers get their normal forms."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from askfirst.identifiers import iri, isrc, iswc, mbid, party
from askfirst.model.parts import File, Model, Party, Track

__all__ = ["Object", "model", "named", "optional", "track"]

#: A conforming object; its schema says what each member holds.
Object: TypeAlias = Mapping[str, Any]


def named(value: Object) -> Party:
    """Return a party, its address in the normal form."""
    return Party(id=party.normal(value["id"]), name=value.get("name"))


def track(value: Object) -> Track:
    """Return a track, its identifiers in their normal forms."""
    return Track(
        title=value.get("title"),
        artists=tuple(value.get("artists", ())),
        isrc=optional(isrc.compact, value.get("isrc")),
        mbid=optional(mbid.compact, value.get("mbid")),
        iswc=optional(iswc.compact, value.get("iswc")),
        iscc=value.get("iscc"),
        urls=tuple(map(iri.normal, value.get("urls", ()))),
        files=tuple(map(_file, value.get("files", ()))),
        license=value.get("license"),
    )


def _file(value: Object) -> File:
    return File(
        packets_sha256=optional(str.lower, value.get("packetsSha256")),
        pcm_md5=optional(str.lower, value.get("pcmMd5")),
        name=value.get("name"),
    )


def model(value: Object) -> Model:
    """Return a model; one without a version stands for every version."""
    return Model(name=value["name"], version=value.get("version", "any"))


def optional(convert: Callable[[Any], Any], value: object) -> Any:  # noqa: ANN401 - what convert makes
    """Return what `convert` makes of a value, and None of a value that is not there."""
    return None if value is None else convert(value)
