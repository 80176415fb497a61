"""Make up the manifest of somebody who trains: tracks that are declared, and some that are not."""

from collections.abc import Iterator
from typing import Any

from askfirst.catalog.sampling.deliveries import begun
from askfirst.catalog.sampling.draws import Draws
from askfirst.catalog.sampling.recordings import isrc, recording
from askfirst.catalog.sampling.words import TONGUES
from askfirst.catalog.sampling.writing import written

__all__ = ["rows"]


def rows(seed: int, start: int, stop: int, declared: int = 1000) -> Iterator[bytes]:
    """Yield rows of a manifest, each as compact JSON; `declared` is how many Declarations exist."""
    for number in range(start, stop):
        draws = Draws(seed, "row", number)
        path = f"audio/{number // 1000:06}/{number:010}.flac"
        unknown = not declared or draws.often("row", "unknown")
        known = _unknown(draws, seed, number) if unknown else _declared(draws, seed, declared)
        yield written({"row": f"r{number:010}", "path": path, **known})


def _declared(draws: Draws, seed: int, declared: int) -> dict[str, Any]:
    """Name a track that one of the Declarations is about, by what that declares."""
    number = draws.below(declared)
    one = begun(seed, number)
    track = recording(seed, number if one.own_track else one.about)
    row = {"title": track["title"]}
    if "isrc" in track and draws.often("row", "isrc"):
        row["isrc"] = track["isrc"]
    if "files" in track and draws.often("row", "packetsSha256"):
        row["packetsSha256"] = track["files"][0]["packetsSha256"]
    if "urls" in track and draws.often("row", "url"):
        row["url"] = track["urls"][0]
    if len(row) == 1:
        known = {"isrc": track.get("isrc")} if "isrc" in track else _hash(track)
        row.update(known)
    return row


def _hash(track: dict[str, Any]) -> dict[str, Any]:
    return {"packetsSha256": track["files"][0]["packetsSha256"]}


def _unknown(draws: Draws, seed: int, number: int) -> dict[str, Any]:
    """Name a track that nobody declared; some by nothing but a title."""
    tongue = draws.one(TONGUES)
    row = {"title": draws.one(tongue.titles)}
    if draws.often("row", "isrc"):
        # the numbers below zero are no document's
        row["isrc"] = isrc(seed, -1 - number, tongue.country)
    if draws.often("row", "packetsSha256"):
        row["packetsSha256"] = draws.hexadecimal(64)
    return row
