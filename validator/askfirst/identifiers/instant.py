"""Read an instant: a second of UTC in its one form, so that text order is time order."""

import re
from datetime import datetime
from functools import lru_cache

__all__ = ["is_valid"]

# the hour is told here, as newer Pythons read 24:00:00 as the next day
_FORM = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}Z")


@lru_cache(maxsize=1024)
def is_valid(text: str) -> bool:
    """Tell whether a text is an instant that the calendar has.

    >>> is_valid("2026-11-22T10:00:00Z"), is_valid("2026-02-30T10:00:00Z"), is_valid("2026-11-22")
    (True, False, False)
    """
    if not _FORM.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
