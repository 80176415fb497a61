"""Take out of documents all that loosens, and keep what they restrict."""

from askfirst import check
from tests.consistency.shipped import Json
from tests.property.naive.statements import status
from tests.property.naive.tables import leaves

__all__ = ["restricting", "without"]

LEAVES = sorted(leaves("any-ai-use"))


def restricting(document: Json) -> Json:
    """Return a Declaration or Release without `permits`; what does not conform stays as it is.

    Its other lists name leaves: where nobody permits a part of a group any more, the group does
    not reach that part either (reading rule 1).
    """
    if document.get("type") not in ("Declaration", "Release") or not check(document).conforms:
        return document
    if document["type"] == "Declaration":
        return {**without(document, "permits"), **_stated([document])}
    kept = without(document, "permits", "requiresConsent", "prohibits")
    tracks = [
        {**without(track, "permits"), **_stated([track, document])} for track in document["tracks"]
    ]
    return {**kept, "tracks": tracks}


def _stated(levels: list[Json]) -> Json:
    return {
        name: [leaf for leaf in LEAVES if status(levels, leaf) == wanted]
        for name, wanted in (("requiresConsent", "consent-required"), ("prohibits", "prohibited"))
    }


def without(document: Json, *names: str) -> Json:
    """Return an object without some members."""
    return {name: value for name, value in document.items() if name not in names}
