"""Find the parts of a document that rules ask for: tracks, holders, parties, statements."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.rules.part import Part

__all__ = ["STATEMENTS", "Claim", "claims", "parties", "rightsholders", "stating", "tracks"]

#: The three lists of uses, from the mildest to the strictest.
STATEMENTS = ("permits", "requiresConsent", "prohibits")


class Claim(NamedTuple):
    """The holders and the absent rights that count for one track."""

    rightsholders: Part
    absent_rights: Part


def tracks(document: Part) -> Iterator[Part]:
    """Yield every track the document names."""
    if document["track"].present:
        yield document["track"]
    yield from document["tracks"]


def stating(document: Part) -> Iterator[Part]:
    """Yield the parts that hold lists of uses: the document, and the tracks of a Release."""
    yield document
    yield from document["tracks"]


def claims(document: Part) -> Iterable[Claim]:
    """Return whose holders and absent rights count: a track's own, or the document's; each once."""
    found = {}
    for track in tracks(document):
        claim = Claim(
            *(
                track[name] if track[name].present else document[name]
                for name in ("rightsholders", "absentRights")
            )
        )
        found[claim.rightsholders.pointer, claim.absent_rights.pointer] = claim
    return found.values()


def rightsholders(document: Part) -> Iterator[Part]:
    """Yield every rightsholder entry, the document's first."""
    for part in stating(document):
        yield from part["rightsholders"]


def parties(document: Part) -> Iterator[Part]:
    """Yield every address of a party."""
    for name in ("by", "to", "witness"):
        yield document[name]["id"]
    for entry in rightsholders(document):
        yield entry["holder"]
        yield entry["mandate"]["id"]
