"""Remember what was found about a text, if it is short: strangers choose how long texts are."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

__all__ = ["LONGEST", "remembered"]

_Found = TypeVar("_Found")

#: How many texts are remembered, and of how many characters; both together bound the memory.
_MOST, LONGEST = 2**14, 256


def remembered(found: Callable[[str], _Found]) -> Callable[[str], _Found]:
    """Return a function that looks at a short text once."""
    kept = lru_cache(maxsize=_MOST)(found)

    @wraps(found)
    def known(text: str) -> _Found:
        return kept(text) if len(text) <= LONGEST else found(text)

    return known
