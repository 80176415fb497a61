"""Say what a change of a document widens and what it narrows (spec 5.15)."""

from askfirst.comparison.change import Change, Difference, Kind
from askfirst.comparison.comparing import NotComparable, compare

__all__ = ["Change", "Difference", "Kind", "NotComparable", "compare"]
