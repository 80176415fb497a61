"""Make up recordings and what identifies them: each number has its own."""

from base64 import b32encode
from functools import lru_cache
from typing import Any

from askfirst.catalog.sampling.deliveries import SIZE, Delivery, begun, delivery
from askfirst.catalog.sampling.draws import Draws

__all__ = ["ON_RELEASE", "isrc", "recording", "recordings"]

#: How many recordings a number can have: those of a Release.
ON_RELEASE = 2

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ISRCS, _ISWCS = 36**3 * 10**7, 10**9
#: Steps through all of those without repeating one.
_STEP = 7**10


def isrc(seed: int, number: int, country: str) -> str:
    """Return an ISRC that no other number has."""
    registrant, digits = divmod((number * _STEP + seed) % _ISRCS, 10**7)
    first, rest = divmod(registrant, 36**2)
    return f"{country}{_LETTERS[first]}{_LETTERS[rest // 36]}{_LETTERS[rest % 36]}{digits:07}"


def _iswc(seed: int, number: int) -> str:
    digits = f"{(number * _STEP + seed) % _ISWCS:09}"
    total = sum(weight * int(digit) for weight, digit in enumerate(digits, start=1))
    return f"T{digits}{-(1 + total) % 10}"


def recording(seed: int, number: int, part: int = 0) -> dict[str, Any]:
    """Make up the track of a number; `part` is which of those of a Release."""
    counted = number * ON_RELEASE + part
    draws = Draws(seed, "recording", counted)
    delivered = delivery(seed, number // SIZE)
    code = _code(draws, seed, counted, delivered)
    title = _title(draws, delivered)
    track: dict[str, Any] = {"title": title, "artists": [delivered.artist.name], **code}
    if draws.often("track", "guest"):
        tongue = delivered.tongue
        guest = f"{draws.one(tongue.given)}{tongue.space}{draws.one(tongue.family)}"
        track["artists"].append(f"{guest} ({tongue.country})")
    _identify(draws, seed, counted, delivered, track)
    # whatever else is left out, a recording is known by one of these two
    if "isrc" not in track or draws.often("track", "files"):
        track["files"] = [_file(draws, f"{number % SIZE + 1:02} {title}.flac")]
        if draws.often("track", "second file"):
            track["files"].append(_file(draws, f"{title}.mp3"))
    if draws.often("track", "license"):
        track["license"] = f"{delivered.maker.site}license"
    return track


def _code(draws: Draws, seed: int, counted: int, delivered: Delivery) -> dict[str, Any]:
    """Draw whether a recording has an ISRC, before anything else of it."""
    if not draws.often("track", "isrc"):
        return {}
    country = "XX" if draws.often("finding", "AF202") else delivered.tongue.country
    return {"isrc": isrc(seed, counted, country)}


def _identify(
    draws: Draws, seed: int, counted: int, delivered: Delivery, track: dict[str, Any]
) -> None:
    if draws.often("track", "mbid"):
        track["mbid"] = draws.uuid()
    if draws.often("track", "iswc"):
        track["iswc"] = _iswc(seed, counted)
    if draws.often("track", "iscc"):
        track["iscc"] = f"ISCC:EIAS{b32encode(draws.hexadecimal(16).encode())[:12].decode()}"
    if draws.often("track", "urls"):
        track["urls"] = [f"{delivered.platform.site}track/{seed:x}-{counted:x}"]
        if draws.often("track", "second url"):
            track["urls"].append(f"{delivered.artist.site}music/{counted}")


def _title(draws: Draws, delivered: Delivery) -> str:
    first = draws.one(delivered.tongue.titles)
    if not draws.often("track", "longer title"):
        return first
    return f"{first} {draws.one((f'№{draws.below(99) + 1}', draws.one(delivered.tongue.titles)))}"


def _file(draws: Draws, name: str) -> dict[str, str]:
    file = {"packetsSha256": draws.hexadecimal(64), "name": name}
    if draws.often("track", "pcmMd5"):
        file["pcmMd5"] = draws.hexadecimal(32)
    return file


@lru_cache(maxsize=64)
def recordings(seed: int, number: int) -> tuple[dict[str, Any], ...]:
    """Return what identifies each recording of a delivery, in as few members as possible."""
    first = number * SIZE
    numbers = range(first, first + SIZE)
    return tuple(_known(seed, n) for n in numbers if begun(seed, n).own_track)


def _known(seed: int, number: int) -> dict[str, Any]:
    counted = number * ON_RELEASE
    draws = Draws(seed, "recording", counted)
    if code := _code(draws, seed, counted, delivery(seed, number // SIZE)):
        return code
    first = recording(seed, number)["files"][0]
    return {"files": [{"packetsSha256": first["packetsSha256"]}]}
