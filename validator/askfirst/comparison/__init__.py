"""Say what a change of a document widens and what it narrows (spec 5.15)."""

from askfirst.comparison.change import Change, Difference, Kind
from askfirst.comparison.comparing import NotComparable, compare
from askfirst.comparison.upgrading import NotUpgraded, Upgraded, upgraded

__all__ = [
    "Change",
    "Difference",
    "Kind",
    "NotComparable",
    "NotUpgraded",
    "Upgraded",
    "compare",
    "upgraded",
]
