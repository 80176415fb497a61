"""Read what a Policy promises for a leaf, broadly against its author (spec 5.13)."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from askfirst.vocabulary.uses import Use, nearest_stated

__all__ = ["PROMISES", "WITHOUT_ASKING", "Promised", "promised"]

WITHOUT_ASKING = "withoutAsking"
#: The three lists of a Policy.
PROMISES = (WITHOUT_ASKING, "asksFirst", "never")


class Promised(NamedTuple):
    """What is promised for a leaf, the nearest term to it, and the list where the term stands."""

    kind: str
    term: Use
    stands_in: str


def promised(leaf: Use, lists: Mapping[str, Collection[Use]]) -> Promised | None:
    """Return what the three lists of a Policy promise for a leaf; None where they are silent.

    A term that stands in two of them is done without asking.
    """
    found = nearest_stated(leaf, {name: lists.get(name, ()) for name in PROMISES})
    if found is None:
        return None
    term, name = found
    twice = sum(term in uses for uses in lists.values()) > 1
    return Promised(WITHOUT_ASKING if twice else name, term, name)
