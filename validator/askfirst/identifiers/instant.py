"""Read an instant: a second of UTC in its one form, so that text order is time order."""

import re
from datetime import date
from functools import lru_cache

__all__ = ["is_valid"]

_FORM = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z")


def is_valid(text: str) -> bool:
    """Tell whether a text is an instant that the calendar has.

    >>> is_valid("2026-11-22T10:00:00Z"), is_valid("2026-02-30T10:00:00Z"), is_valid("2026-11-22")
    (True, False, False)
    """
    return _FORM.fullmatch(text) is not None and _is_day(text[:10])


@lru_cache(maxsize=2**14)
def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
