"""Rule 6: by what a recording, a work and a likeness are known."""

from typing import TypeAlias

from askfirst.identifiers import iri, isrc, iswc, mbid
from tests.property.naive.tables import ALL_RIGHTS, WORK_RIGHTS, Object

__all__ = ["Names", "contradicts", "kind", "names", "rights_through", "shared"]

#: Identifiers, each with its kind, in normal form.
Names: TypeAlias = set[tuple[str, str]]

RECORDING = {"isrc", "mbid", "urls", "packetsSha256", "pcmMd5"}


def names(track: Object) -> Names:
    """Rule 6: identifiers are compared by kind after normalization."""
    found = set()
    if "isrc" in track:
        found.add(("isrc", isrc.compact(track["isrc"])))
    if "mbid" in track:
        found.add(("mbid", mbid.compact(track["mbid"])))
    if "iswc" in track:
        found.add(("iswc", iswc.compact(track["iswc"])))
    if "iscc" in track:
        found.add(("iscc", track["iscc"]))
    for url in track.get("urls", []):
        found.add(("urls", iri.normal(url)))
    for file in track.get("files", []):
        for name in ("packetsSha256", "pcmMd5"):
            if name in file:
                found.add((name, file[name].lower()))
    return found


def shared(one: Names, other: Names, right: str | None = None) -> Names:
    """Rule 10: the identifiers of a recording that the two share, and for some rights of a work."""
    kinds = RECORDING | {"iswc"} if right in WORK_RIGHTS else RECORDING
    return {name for name in one & other if name[0] in kinds}


def kind(one: Names, other: Names) -> str:
    """Rule 6: the strongest kind of identifier that the two share."""
    kinds = {sort for sort, _ in one & other}
    if kinds & RECORDING:
        return "recording"
    if "iswc" in kinds:
        return "work"
    return "likeness" if "iscc" in kinds else "nothing"


def rights_through(sort: str) -> set[str]:
    """Rule 6: the rights for which holders, permits and Consents come through a kind."""
    if sort == "recording":
        return ALL_RIGHTS
    return WORK_RIGHTS if sort == "work" else set()


def contradicts(one: Names, own: Names) -> bool:
    """Rule 6: tell whether both name an `isrc`, or both an `iswc`, and they differ."""
    for sort in ("isrc", "iswc"):
        mine = {name for name in one if name[0] == sort}
        yours = {name for name in own if name[0] == sort}
        if mine and yours and mine != yours:
            return True
    return False
