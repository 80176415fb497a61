"""Find the parts of a document that rules ask for: tracks, holders, parties, statements."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeVar

from askfirst.rules.part import Part, words
from askfirst.vocabulary import Right
from askfirst.vocabulary.promises import PROMISES

__all__ = [
    "STATEMENTS",
    "Claim",
    "claims",
    "parties",
    "rightsholders",
    "speakers",
    "stating",
    "tracks",
    "use_lists",
]

_Part = TypeVar("_Part")

#: The three lists of uses, from the mildest to the strictest.
STATEMENTS = ("permits", "requiresConsent", "prohibits")


class Claim(NamedTuple):
    """The holders and the absent rights that count for one track, and the rights in both lists."""

    rightsholders: Part
    absent_rights: Part
    held: frozenset[Right]
    absent: frozenset[Right]


def _once(found: Callable[[Part], Iterable[_Part]]) -> Callable[[Part], tuple[_Part, ...]]:
    """Look for parts of a document once: the rules ask for the same ones, one after the other."""

    @lru_cache(maxsize=1)
    def known(document: Part) -> tuple[_Part, ...]:
        return tuple(found(document))

    known.__doc__ = found.__doc__
    return known


@_once
def tracks(document: Part) -> Iterator[Part]:
    """Yield every track the document names."""
    if document["track"].present:
        yield document["track"]
    yield from document["tracks"]


@_once
def stating(document: Part) -> Iterator[Part]:
    """Yield the parts that hold lists of uses: the document, and the tracks of a Release."""
    yield document
    yield from document["tracks"]


@_once
def use_lists(document: Part) -> Iterator[Part]:
    """Yield every list of uses."""
    yield document["uses"]
    yield from (document[name] for name in PROMISES)
    yield from (part[name] for part in stating(document) for name in STATEMENTS)


@_once
def claims(document: Part) -> list[Claim]:
    """Return whose holders and absent rights count: a track's own, or the document's; each once."""
    pairs = {}
    for track in tracks(document):
        held, absent = (
            track[name] if track[name].present else document[name]
            for name in ("rightsholders", "absentRights")
        )
        pairs[held.pointer, absent.pointer] = held, absent
    # many tracks may share a list, so each is looked through once
    held_in = {at: _held(part) for at, part in {h.pointer: h for h, _ in pairs.values()}.items()}
    absent_in = {
        at: _rights(part) for at, part in {a.pointer: a for _, a in pairs.values()}.items()
    }
    return [
        Claim(held, absent, held_in[held.pointer], absent_in[absent.pointer])
        for held, absent in pairs.values()
    ]


def _held(rightsholders: Part) -> frozenset[Right]:
    return frozenset(right for entry in rightsholders for right in _rights(entry["rights"]))


def _rights(part: Part) -> frozenset[Right]:
    return frozenset(right for right, _ in words(part, Right))


@_once
def rightsholders(document: Part) -> Iterator[Part]:
    """Yield every rightsholder entry, the document's first."""
    for part in stating(document):
        yield from part["rightsholders"]


@_once
def speakers(file: Part) -> Iterator[Part]:
    """Yield every entry of a trust file that lists keys."""
    for name in ("holders", "mandates", "witnesses"):
        yield from file[name]


@_once
def parties(document: Part) -> Iterator[Part]:
    """Yield every address of a party."""
    for name in ("by", "to", "witness"):
        yield document[name]["id"]
    for entry in rightsholders(document):
        yield entry["holder"]
        yield entry["mandate"]["id"]
    for entry in document["missing"]:
        yield entry["holder"]
        yield from (claimant["holder"] for claimant in entry["claimedBy"])
    for entry in speakers(document):
        yield entry["holder"] if entry["holder"].present else entry["id"]
        yield from (*entry["sameAs"], *entry["for"])
