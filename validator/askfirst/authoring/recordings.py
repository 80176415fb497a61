"""Gather what is known of a recording: from its file, its tags, or somebody's words (spec 4.3)."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import isrc, iswc, mbid, upc

if TYPE_CHECKING:
    from askfirst.audio import CodedAudio, Tags

__all__ = ["Recording", "recorded", "title_of"]

_NUMBERED = re.compile(r"^(?:\d{1,2}-)?\d{1,3}(?:\s*[.\-_)]+\s*|\s+)(?=\S)")
_COMMONS = re.compile(r"https?://creativecommons\.org/[^\s<>\"]*[^\s<>\".,;)]")
_CODES: Mapping[str, Callable[[str], str]] = {
    "isrc": isrc.validate,
    "iswc": iswc.validate,
    "mbid": mbid.validate,
}


class Recording(NamedTuple):
    """One track: the members it gives to a document, and what its tags say of its release.

    `doubts` are tags that cannot be used, each in a sentence.
    """

    track: dict[str, Any]
    release: dict[str, Any]
    number: int | None = None
    doubts: tuple[str, ...] = ()

    @property
    def identified(self) -> bool:
        """Whether anything identifies the track, without which nothing is protected (spec 4.3)."""
        return any(name in self.track for name in ("files", "urls", *_CODES))


def recorded(name: str, audio: "CodedAudio | None", tags: "Tags | None") -> Recording:
    """Return what a file says of its track: its hashes and its tags.

    `name` is the name of the file; it gives the title where no tag does.
    """
    doubts: list[str] = []
    track: dict[str, Any] = {"title": (tags and tags.title) or title_of(name)}
    if tags and tags.artists:
        track["artists"] = list(dict.fromkeys(tags.artists))
    if tags:
        track |= dict(_codes(tags, doubts))
    if audio:
        track["files"] = [_file(name, audio)]
    if tags and (license_ := _COMMONS.search(tags.copyright or "")):
        track["license"] = license_[0]
    return Recording(
        track,
        _release(tags, doubts) if tags else {},
        tags.track_number if tags else None,
        tuple(doubts),
    )


def title_of(name: str) -> str:
    """Return the title that the name of a file suggests.

    >>> title_of("03 - Night_Bus.flac")
    'Night Bus'
    """
    stem = name.rpartition("/")[2].rpartition(".")[0] or name
    return " ".join(_NUMBERED.sub("", stem).replace("_", " ").split()) or stem


def _file(name: str, audio: "CodedAudio") -> dict[str, str]:
    lossless = {"pcmMd5": audio.pcm_md5} if audio.pcm_md5 else {}
    return {"name": name, "packetsSha256": audio.packets_sha256, **lossless}


def _codes(tags: "Tags", doubts: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the identifiers among the tags; one that is none becomes a doubt."""
    for kind, validate in _CODES.items():
        if text := getattr(tags, kind):
            yield from _valid(kind, text, validate, doubts)


def _release(tags: "Tags", doubts: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {"title": tags.album} if tags.album else {}
    if tags.album_artists or tags.artists:
        found["artists"] = list(dict.fromkeys(tags.album_artists or tags.artists))
    return {**found, **dict(_valid("upc", tags.upc, upc.validate, doubts) if tags.upc else ())}


def _valid(
    kind: str, text: str, validate: Callable[[str], str], doubts: list[str]
) -> Iterator[tuple[str, str]]:
    try:
        yield kind, validate(text)
    except InvalidIdentifier as error:
        doubts.append(f"the tag {kind.upper()} `{text}` is left out: {error}")
