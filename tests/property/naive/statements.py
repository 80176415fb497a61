"""Rule 1: what a Declaration states about a leaf."""

from tests.property.naive.tables import USES, Object, strictest, way

__all__ = ["status"]

LISTS = {
    "permits": "permitted",
    "requiresConsent": "consent-required",
    "prohibits": "prohibited",
}


def status(levels: list[Object], leaf: str) -> str:
    """Rule 1: `levels` are the objects with the three lists, of a Release its track first."""
    found = [nearest(level, leaf) for level in levels]
    stating = [(distance, stated) for distance, stated in found if stated != "unspecified"]
    if not stating:
        return "unspecified"
    if len(stating) == 1:
        return stating[0][1]
    (of_track, by_track), (of_release, by_release) = stating
    return strictest([by_track, by_release]) if of_release < of_track else by_track


def nearest(level: Object, leaf: str) -> tuple[int, str]:
    """Rule 1: the status stated for the nearest term on the way to the root, and how far it is."""
    for distance, term in enumerate(way(leaf)):
        stated = [LISTS[name] for name in LISTS if term in words(level.get(name))]
        if stated:
            return distance, strictest(stated)
    return 0, "unspecified"


def words(stated: object) -> list[str]:
    """Return the uses in a list; of an invalid document, those entries that are uses (rule 11)."""
    entries = stated if isinstance(stated, list) else []
    return [entry for entry in entries if isinstance(entry, str) and entry in USES]
