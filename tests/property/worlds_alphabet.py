"""Hold the few parties, identifiers and instants of all worlds, so that they meet often."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple, TypeVar

from tests.property.naive.tables import Object

__all__ = [
    "HOLDERS",
    "INSTANTS",
    "ISCCS",
    "ISWCS",
    "LABS",
    "NOW",
    "SONGS",
    "STAND_INS",
    "Forms",
    "World",
    "chance",
    "distinct",
    "fresh_id",
    "head",
    "party",
    "some",
    "spelled",
    "track",
    "until",
]

T = TypeVar("T")

#: The ways to write one identifier, its normal form first.
Forms = tuple[str, ...]


class World(NamedTuple):
    """A question, and everything that is given to answer it."""

    request: Object
    documents: list[Object]
    at: str
    assurance: str
    trust: Object | None = None


#: Who can hold rights: a person, a label, a writer, a singer.
HOLDERS: tuple[Forms, ...] = (
    ("https://mara.example.org/", "https://Mara.Example.org/", "HTTPS://mara.example.org"),
    ("https://northline.example.com/rights", "https://NORTHLINE.example.com/rights"),
    (
        "https://isni.org/isni/0000000121032683",
        "http://www.isni.org/isni/0000000121032683",
        "https://isni.org/isni/0000-0001-2103-2683",
    ),
    (
        "urn:uuid:0b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
        "URN:UUID:0B0E9F0A-8F0D-4C57-9A7A-0A2F6F7F4B11",
    ),
)
#: Who can be mandated beside a holder.
STAND_INS: tuple[Forms, ...] = (
    ("ipi:00052210040", "IPI:00052210040", "ipi:00052.21.00.40"),
    ("https://management.example.com/", "https://management.example.com"),
)
#: Who asks, and somebody else who could.
LABS: tuple[Forms, ...] = (
    ("https://lab.example.com/", "https://LAB.example.com"),
    ("https://other-lab.example.com/",),
)

ISWCS: tuple[Forms, ...] = (
    ("T9271833400", "T-927.183.340-0", "t9271833400"),
    ("T9300771055", "T-930.077.105-5"),
)
ISCCS: tuple[Forms, ...] = (("ISCC:EIASCTPZO4QU36LX",), ("ISCC:AAAWN77F727NXSUS",))

_HASHES = {"packetsSha256": 64, "pcmMd5": 32}


def _song(number: int, work: int) -> dict[str, Forms]:
    """Return what identifies a recording, and the work and the likeness that it shares."""
    mbid = f"2c9f6d1e-7b34-4a80-9f5c-0d1e2a3b4c5{number}"
    hashes = {name: (f"{number}b" * 32)[:length] for name, length in _HASHES.items()}
    return {
        "isrc": (f"SEXYZ260001{number}", f"SE-XYZ-26-0001{number}", f"sexyz260001{number}"),
        "mbid": (mbid, mbid.upper()),
        "urls": (f"https://example.org/song-{number}", f"HTTPS://Example.org/song-{number}"),
        **{name: (text, text.upper()) for name, text in hashes.items()},
        "iswc": ISWCS[work],
        "iscc": ISCCS[work],
    }


#: The song that is asked about, another recording of the same work, and another song.
SONGS = (_song(1, 0), _song(2, 0), _song(3, 1))

NOW = "2027-01-01T00:00:00Z"
INSTANTS = (
    "2026-01-01T00:00:00Z",
    "2026-06-01T00:00:00Z",
    "2026-12-31T23:59:59Z",
    NOW,
    "2027-01-01T00:00:01Z",
    "2028-01-01T00:00:00Z",
)


def chance(random: Random, percent: int) -> bool:
    """Tell whether something happens that does so often."""
    return random.randrange(100) < percent


def some(random: Random, options: Sequence[T], least: int = 1, most: int = 99) -> list[T]:
    """Return some of the options, in any order."""
    least = min(least, len(options))
    return random.sample(list(options), random.randint(least, min(most, len(options))))


def distinct(entries: list[T]) -> list[T]:
    """Return the entries without those that are equal to an earlier one."""
    return [one for n, one in enumerate(entries) if one not in entries[:n]]


def spelled(random: Random, forms: Forms) -> str:
    """Return an identifier, mostly in its normal form."""
    return forms[0] if chance(random, 60) else random.choice(forms)


def until(random: Random, instant: str) -> str:
    """Return an instant that is not later than another, often the same one."""
    early = [one for one in INSTANTS if one <= instant]
    return early[-1] if chance(random, 25) else random.choice(early)


def fresh_id(random: Random) -> str:
    """Return an id that no other document has, if no accident happens."""
    return f"urn:uuid:00000000-0000-4000-8000-{random.getrandbits(40):012x}"


def head(random: Random, kind: str) -> Object:
    """Return what every document begins with."""
    return {"askfirst": "1.0.0", "type": kind, "id": fresh_id(random)}


def party(random: Random, forms: Forms, *, named: bool = False) -> Object:
    """Return a party."""
    name = {"name": "Somebody"} if named or chance(random, 20) else {}
    return {"id": spelled(random, forms), **name}


def track(random: Random, song: int, *, titled: bool = True) -> Object:
    """Return a track: mostly by its recording, or by its work or likeness, seldom by two songs."""
    known = dict(SONGS[song])
    if chance(random, 8):
        other = random.choice(["isrc", "iswc", "mbid", "iscc"])
        known[other] = random.choice(SONGS)[other]
    way = random.choices(["whole", "isrc", "any", "work", "likeness"], [25, 35, 25, 9, 6])[0]
    kinds = {
        "whole": sorted(known),
        "isrc": ["isrc", *some(random, sorted(set(known) - {"isrc"}), 0, 3)],
        "any": some(random, sorted(set(known) - {"iscc"}), 1, 4),
        "work": ["iswc", *some(random, ["iscc"], 0)],
        "likeness": ["iscc"],
    }[way]
    if kinds == ["iscc"]:  # which alone would protect nothing
        known["iswc"] = ISWCS[1 - song // 2]
        kinds = ["iscc", "iswc"]
    shown = {"title": f"Song {song}", "artists": ["Mara Lindqvist", "Idris Vale"]}
    return {**(shown if titled or chance(random, 20) else {}), **_written(random, known, kinds)}


def _written(random: Random, known: dict[str, Forms], kinds: list[str]) -> Object:
    found: Object = {}
    for kind in kinds:
        text = spelled(random, known[kind])
        if kind in _HASHES:
            found.setdefault("files", [{}])[0][kind] = text
        else:
            found[kind] = [text] if kind == "urls" else text
    if "urls" in found and chance(random, 20):
        found["urls"].append("https://example.org/elsewhere")
    return found
