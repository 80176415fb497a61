"""Compare durations, and add one to an instant (ISO 8601; XML Schema 1.1 part 2, appendix E)."""

import re
from calendar import monthrange
from datetime import date, datetime

__all__ = ["after", "can_be_shorter"]

_FORM = re.compile(
    r"P(?:([0-9]+)W|(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?)"
)
_DAY = 86_400
#: The calendar begins again after so many months, which have so many days.
_CYCLE, _CYCLE_DAYS = 4_800, 146_097
#: From these instants on, months and years are as short and as long as they can be.
_REFERENCES = (
    "1696-09-01T00:00:00Z",
    "1697-02-01T00:00:00Z",
    "1903-03-01T00:00:00Z",
    "1903-07-01T00:00:00Z",
)


def can_be_shorter(duration: str, other: str) -> bool:
    """Tell whether there is a time of the year at which a duration is shorter than another one.

    A month has 28 to 31 days: `P1M` can be shorter than `P30D`, and `P30D` than `P1M`.
    """
    return any(after(at, duration) < after(at, other) for at in _REFERENCES)


def after(instant: str, duration: str = "PT0S") -> int:
    """Return the moment that is a duration after an instant, in seconds, to be compared only.

    Months are added first; where the month they lead to has no such day, its last one is meant.
    """
    weeks, years, months, days, hours, minutes, seconds = _numbers(duration)
    start = datetime.fromisoformat(instant)
    cycles, month = divmod(start.year * 12 + start.month - 1 + years * 12 + months, _CYCLE)
    year, month = 2000 + month // 12, month % 12 + 1
    day = date(year, month, min(start.day, monthrange(year, month)[1])).toordinal()
    whole = (day + cycles * _CYCLE_DAYS + days + weeks * 7) * _DAY
    clock = (start.hour + hours) * 3600 + (start.minute + minutes) * 60
    return whole + clock + start.second + seconds


def _numbers(duration: str) -> list[int]:
    found = _FORM.fullmatch(duration)
    return [int(number or 0) for number in found.groups()] if found else [0] * 7
