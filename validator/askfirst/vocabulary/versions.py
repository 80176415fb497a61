"""Name the versions of the specification, and what was renamed from each to the next."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["VERSIONS", "Version"]

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType({})


class Version(NamedTuple):
    """A version of the specification, and how what the one before it says is written in it.

    `members` are new names by the old ones. `words` are new words by the old ones, for each member
    that holds them, by its old name; the published addresses are words too.
    """

    number: str
    members: Mapping[str, str] = _NOTHING
    words: Mapping[str, Mapping[str, str]] = _NO_WORDS


#: Every version there is, the oldest first.
VERSIONS = (Version("1.0.0"),)
