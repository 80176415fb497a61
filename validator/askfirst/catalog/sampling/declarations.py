"""Make up Declarations and Releases."""

from collections.abc import Iterator
from typing import Any

from askfirst.catalog.sampling.breaking import broken
from askfirst.catalog.sampling.deliveries import SIZE, Begun, Delivery, Share, begun, delivery
from askfirst.catalog.sampling.draws import Draws
from askfirst.catalog.sampling.holders import well_known
from askfirst.catalog.sampling.recordings import ON_RELEASE, recording
from askfirst.catalog.sampling.statements import state
from askfirst.catalog.sampling.writing import written

__all__ = ["declarations"]

_BASE = "https://w3id.org/askfirst/1.0"


def declarations(seed: int, start: int, stop: int, invalid: float = 0.01) -> Iterator[bytes]:
    """Yield Declarations and Releases, each as compact JSON; a share of them is broken."""
    for number in range(start, stop):
        one = begun(seed, number)
        breaks = one.draws.chance(invalid)
        if one.kind == "duplicate" and not breaks:
            one = begun(seed, one.about)
            one.draws.chance(0)
            yield _written(seed, one)
        elif breaks:
            plain = one._replace(kind="Declaration", about=number)
            yield broken(_document(seed, plain), one.draws)
        else:
            yield _written(seed, one)


def _written(seed: int, one: Begun) -> bytes:
    document = _document(seed, one)
    return written(document, escapes=one.draws.often("document", "escapes"))


def _document(seed: int, one: Begun) -> dict[str, Any]:
    draws, delivered = one.draws, delivery(seed, one.about // SIZE)
    kind = "Release" if one.kind == "Release" else "Declaration"
    document: dict[str, Any] = {"askfirst": "1.0.0", "type": kind, "id": one.id}
    if draws.often("document", "$schema"):
        document["$schema"] = f"{_BASE}/{kind.lower()}.schema.json"
    if draws.often("document", "@context"):
        document["@context"] = f"{_BASE}/context.jsonld"
    superseding = one.kind == "superseding"
    document["issued"] = draws.instant(2025, 2026) if superseding else draws.instant(2021, 2025)
    _name_holders(seed, one, delivered, document)
    (_release if kind == "Release" else _track)(seed, one, document)
    state(draws, document)
    if superseding:
        document["supersedes"] = [begun(seed, one.about).id]
    _add(draws, delivered, document)
    return document


def _track(seed: int, one: Begun, document: dict[str, Any]) -> None:
    track = recording(seed, one.number if one.own_track else one.about)
    if one.kind == "other recording":
        work = recording(seed, one.about).get("iswc")
        track.update({"iswc": work} if work else {})
    document["track"] = track
    if "isrc" in track and one.draws.often("finding", "AF209"):
        code = track["isrc"]
        track["isrc"] = f"{code[:2]}-{code[2:5]}-{code[5:7]}-{code[7:]}"
    if one.draws.often("finding", "AF307"):
        track["license"] = "https://creativecommons.org/licenses/by-sa/4.0/"
    if "lyrics" not in {right for entry in document["rightsholders"] for right in entry["rights"]}:
        document["absentRights"] = ["lyrics"]


def _release(seed: int, one: Begun, document: dict[str, Any]) -> None:
    several = 1 + one.draws.below(ON_RELEASE)
    tracks = [recording(seed, one.number, part) for part in range(several)]
    document["release"] = {"title": tracks[0]["title"], "artists": tracks[0]["artists"][:1]}
    document["tracks"] = tracks
    if one.draws.below(3) == 0:
        tracks[-1]["requiresConsent"] = ["any-ai-use"]


def _name_holders(seed: int, one: Begun, delivered: Delivery, document: dict[str, Any]) -> None:
    draws = one.draws
    if one.kind == "second holder":
        other = Share(well_known(draws, seed, "distributor"), ("recording",))
        document["by"] = other.holder.party
        document["rightsholders"] = [_entry(draws, other, frozenset())]
        return
    if len(delivered.shares) > 1 or draws.often("document", "by"):
        document["by"] = delivered.maker.party
    left_out = frozenset({"lyrics"} if draws.often("document", "absentRights") else ())
    if draws.often("finding", "AF404"):
        left_out |= {"voice", "likeness"}
    entries = [_entry(draws, share, left_out) for share in delivered.shares]
    document["rightsholders"] = [entry for entry in entries if entry["rights"]]


def _entry(draws: Draws, share: Share, left_out: frozenset[str]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "holder": share.holder.id,
        "name": share.holder.name,
        "rights": [right for right in share.rights if right not in left_out],
    }
    if draws.often("holders", "contact"):
        entry["contact"] = share.holder.contact
    if share.mandate:
        entry["mandate"] = {**share.mandate.party, "capacity": "society"}
    return entry


def _add(draws: Draws, delivered: Delivery, document: dict[str, Any]) -> None:
    """Add what a document may leave out."""
    if draws.often("document", "askAt"):
        document["askAt"] = f"{delivered.maker.site}ask"
    if draws.often("document", "witness"):
        document["witness"] = delivered.platform.party
    if draws.often("document", "language"):
        document["language"] = delivered.tongue.language
    if draws.often("document", "source"):
        digest = draws.hexadecimal(64)
        document["source"] = {"signal": draws.one(("ddex", "odrl", "rsl")), "sha256": digest}
    if draws.often("document", "x-members"):
        document["x-upload"] = f"{delivered.platform.name}, {draws.hexadecimal(10)}"
        document["x-batch"] = f"{delivered.number}"
