"""Read the clock, and moments as people write them."""

import re
from datetime import UTC, datetime

from askfirst.cli.prompts import Unfit

__all__ = ["moment", "now"]

_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_FORM = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")


def now() -> str:
    """Return this moment as an instant."""
    return datetime.now(UTC).strftime(_INSTANT)


def moment(text: str, at: str) -> str:
    """Return the instant that a text means, not before `at`: `now`, an instant, or a day's begin.

    Raises `Unfit`.
    """
    if text == "now":
        return at
    whole = f"{text}T00:00:00Z" if len(text) == len("2026-11-22") else text
    try:
        datetime.strptime(whole, _INSTANT).replace(tzinfo=UTC)
    except ValueError:
        whole = ""
    if not whole or not _FORM.fullmatch(text):
        raise Unfit(f"`{text}` is no moment; write one such as 2027-01-01 or 2027-01-01T00:00:00Z")
    if whole < at:
        raise Unfit(f"`{text}` is before now ({at}), and nothing is retroactive; write now")
    return whole
