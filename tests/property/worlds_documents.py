"""Generate Declarations and Releases that conform, about few tracks and by few parties."""

from random import Random

from tests.property.naive.tables import ALL_RIGHTS, FLOOR, PERSONAL, USES, Object, leaves
from tests.property.worlds_alphabet import (
    HOLDERS,
    STAND_INS,
    Forms,
    chance,
    head,
    party,
    some,
    spelled,
    track,
)

__all__ = [
    "ABSENTABLE",
    "Holding",
    "absentable",
    "declaration",
    "entry",
    "holding",
    "release",
    "statements",
]

#: The rights that each of some parties holds.
Holding = list[tuple[Forms, list[str]]]

LISTS = ("permits", "requiresConsent", "prohibits")
PERMITTABLE = sorted(use for use in USES if not leaves(use) & FLOOR)
ABSENTABLE = ("composition", "lyrics", "recording", "performance")


def holding(random: Random, absent: list[str]) -> Holding:
    """Return who holds what: somebody for every right that is not absent, sometimes several."""
    parties = some(random, HOLDERS, 1, 3)
    held: dict[Forms, list[str]] = {forms: [] for forms in parties}
    for right in sorted(ALL_RIGHTS - set(absent)):
        for forms in some(random, parties, 1, 1 if chance(random, 80) else 2):
            held[forms].append(right)
    return [(forms, rights) for forms, rights in held.items() if rights]


def entry(random: Random, forms: Forms, rights: list[str]) -> Object:
    """Return a rightsholder entry, sometimes with a mandate."""
    found: Object = {"holder": spelled(random, forms), "name": "Somebody", "rights": rights}
    if chance(random, 30):
        found["contact"] = "mailto:somebody@example.org"
    if chance(random, 15):
        fitting = ["guardian", "estate"]
        fitting += [] if PERSONAL & set(rights) else ["society", "agent"]
        mandated = party(random, random.choice(STAND_INS), named=True)
        found["mandate"] = {**mandated, "capacity": random.choice(fitting)}
    return found


def statements(random: Random, opened: list[str], most: int = 3) -> Object:
    """Return the three lists; what is opened mostly gets into `permits`, where it may stand."""
    found: Object = {}
    for use in some(random, sorted(USES), 0, most):
        wanted = random.choices(LISTS, [30, 50, 20])[0]
        name = "requiresConsent" if wanted == "permits" and use not in PERMITTABLE else wanted
        found.setdefault(name, []).append(use)
    stated = {use for name in found for use in found[name]}
    for use in sorted({*opened} & {*PERMITTABLE} - stated):
        if chance(random, 80):
            found.setdefault("permits", []).append(use)
    if not found and chance(random, 20):
        found = {random.choice(LISTS): []}
    return found


def declaration(  # noqa: PLR0913 - what a Declaration is made of
    random: Random, shares: Holding, *, song: int, issued: str, opened: list[str], maker: int = 0
) -> Object:
    """Return a Declaration by one of those that hold rights."""
    document = {
        **head(random, "Declaration"),
        "issued": issued,
        "track": track(random, song),
        **_stated(random, shares, opened),
    }
    return _finished(random, document, shares[maker % len(shares)][0])


def release(
    random: Random, shares: Holding, *, songs: list[int], issued: str, opened: list[str]
) -> Object:
    """Return a Release whose tracks have members of their own."""
    document = {
        **head(random, "Release"),
        "issued": issued,
        "release": {"title": "Last Stops", "artists": ["Mara Lindqvist"]},
        "tracks": [_release_track(random, song, shares, opened) for song in songs],
        **_stated(random, shares, opened),
    }
    return _finished(random, document, shares[0][0])


def _release_track(random: Random, song: int, shares: Holding, opened: list[str]) -> Object:
    """Return a track; nobody holds what is absent in it, be that its own or the release's."""
    found = {**track(random, song), **statements(random, opened if chance(random, 50) else [], 2)}
    if chance(random, 30):
        less = shares[:-1] if len(shares) > 1 and chance(random, 50) else shares
        found["rightsholders"] = _entries(random, less)
    if chance(random, 20):
        found["absentRights"] = some(random, absentable(shares), 0)
    return found


def absentable(shares: Holding) -> list[str]:
    """Return the rights that nobody holds and that can be absent."""
    held = {right for _, rights in shares for right in rights}
    return [right for right in ABSENTABLE if right not in held]


def _stated(random: Random, shares: Holding, opened: list[str]) -> Object:
    """Return what a Declaration and a Release have in common."""
    possible = absentable(shares)
    absent = {"absentRights": possible} if possible and chance(random, 85) else {}
    held = {"rightsholders": _entries(random, shares)}
    return {**held, **statements(random, opened), **absent}


def _entries(random: Random, shares: Holding) -> list[Object]:
    """Return the entries; sometimes one of them is split, with a mandate for a part of it."""
    found = []
    for forms, rights in shares:
        cut = random.randint(1, len(rights)) if chance(random, 20) else len(rights)
        parts = [part for part in (rights[:cut], rights[cut:]) if part]
        found += [entry(random, forms, list(part)) for part in parts]
    return found


def _finished(random: Random, document: Object, maker: Forms) -> Object:
    """Return a Declaration or Release with its maker and some of what it need not have."""
    alone = {one["holder"] for one in document["rightsholders"]} == {maker[0]}
    if not alone or "tracks" in document or chance(random, 70):
        document["by"] = party(random, maker)
    others = {
        "askAt": "https://example.org/ask",
        "witness": {"id": "https://platform.example.com/", "name": "Example Platform"},
        "language": "en",
        "x-note": ["of nobody's concern"],
    }
    return {**document, **{name: others[name] for name in some(random, sorted(others), 0, 1)}}
