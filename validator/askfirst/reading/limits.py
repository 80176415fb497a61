"""Bound what is read before it is looked at (spec 4.1)."""

from typing import NamedTuple

__all__ = ["AROUND", "DOCUMENT", "MOST_FAULTS", "Limits"]

#: After so many faults of a text nobody looks for more of them (spec 9).
MOST_FAULTS = 1_000


class Limits(NamedTuple):
    """How deep, how many values, how many bytes, and how long the name of a member."""

    depth: int
    values: int
    bytes: int
    name: int = 256


#: A document, wherever it stands.
DOCUMENT = Limits(depth=32, values=20_000, bytes=2**20)

#: Somebody else's object with documents in it.
AROUND = Limits(depth=64, values=500_000, bytes=2**24)
