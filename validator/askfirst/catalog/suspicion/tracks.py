"""Know what the identifiers of tracks get (AF202, AF203, AF208, AF209); suspect the rest."""

from functools import lru_cache
from typing import Any

from askfirst.catalog.suspicion import repeated
from askfirst.identifiers import iscc, isrc

__all__ = ["CODES", "is_given_out", "is_sound", "screen", "screen_license", "screen_several"]

CODES = ("AF202", "AF203", "AF208", "AF209", "AF307", "AF109")

_ISRC_LENGTH, _ISWC_LENGTH = 12, 11
_RESTRICTING = ("requiresConsent", "prohibits")

_TO_ZERO = str.maketrans(dict.fromkeys("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0"))


def _sums(first: int) -> dict[str, int]:
    """Return what three digits of an ISWC weigh, the first of which weighs as much as this."""
    return {
        f"{n:03}": sum(weight * int(digit) for weight, digit in enumerate(f"{n:03}", first))
        for n in range(1000)
    }


_FIRST, _MIDDLE, _LAST = _sums(1), _sums(4), _sums(7)
#: The check digit, by the last digit of the sum; the letter T counts as one.
_DIGITS = "".join(str(-(1 + total) % 10) for total in range(10))


def screen(track: dict[str, Any], found: list[str], suspected: list[str]) -> None:
    """Add the codes that the identifiers of a track get, and those of rules that may find more."""
    code, work, mbid = track.get("isrc"), track.get("iswc"), track.get("mbid")
    if code and not (len(code) == _ISRC_LENGTH and code.isupper() and is_given_out(code[:2])):
        found += _written_alike(code[:2] + code[2:].translate(_TO_ZERO))
    if work and not (len(work) == _ISWC_LENGTH and work[0] == "T" and is_sound(work)):
        found += repeated.identified("iswc", work)
    if mbid and mbid != mbid.lower():
        found += repeated.identified("mbid", mbid)
    if "iscc" in track and not iscc.is_valid(track["iscc"]):
        found += repeated.identified("iscc", track["iscc"])
    if "files" in track:
        _files(track["files"], suspected)


def screen_license(document: dict[str, Any], track: dict[str, Any], found: list[str]) -> None:
    """Add the code that the license of a track gets, if what is stated restricts it (AF307)."""
    if "license" in track and "creativecommons" in track["license"].lower():
        stating = (document, track)
        if any(one.get(name) for one in stating for name in _RESTRICTING):
            found += repeated.restricted(track["license"])


def screen_several(tracks: list[dict[str, Any]], found: list[str], suspected: list[str]) -> None:
    """Add the codes of several tracks, in the same way."""
    for track in tracks:
        screen(track, found, suspected)
    codes = {track.get("isrc") for track in tracks}
    # entries with codes that differ are not one and the same
    if len(codes) < len(tracks) or (None in codes and len(tracks) > 1):
        suspected.append("AF109")


def _files(files: list[dict[str, str]], suspected: list[str]) -> None:
    for file in files:
        packets, samples = file.get("packetsSha256", ""), file.get("pcmMd5", "")
        if packets != packets.lower() or samples != samples.lower():
            suspected.append("AF209")
    if len(files) > 1 and len({file.get("packetsSha256") for file in files}) < len(files):
        suspected.append("AF109")


@lru_cache(maxsize=2**14)
def _written_alike(code: str) -> repeated.Words:
    """Return the codes that an ISRC gets, and each that has the same prefix and separators.

    Which digits and capitals follow the prefix changes nothing, so zeros stand for all of them.
    """
    return repeated.identified("isrc", code)


@lru_cache
def is_given_out(prefix: str) -> bool:
    """Tell whether the ISRC agency has given out two letters."""
    return isrc.known_prefix(prefix)


def is_sound(code: str) -> bool:
    """Tell whether the check digit of an ISWC in its normal form fits (ISO 15707)."""
    total = _FIRST[code[1:4]] + _MIDDLE[code[4:7]] + _LAST[code[7:10]]
    return code[10] == _DIGITS[total % 10]
