"""Select which notes and warnings are told, by their codes."""

from collections.abc import Iterable
from typing import NamedTuple

from askfirst.errors import AskFirstError
from askfirst.reporting.results import Results
from askfirst.reporting.silencing.leaving import without
from askfirst.vocabulary import CODES, Severity

__all__ = ["NotSelectable", "Selection", "checked_code"]


class NotSelectable(AskFirstError):
    """A code is none, or that of an error; the message says what would be right."""


class Selection(NamedTuple):
    """The codes of the notes and warnings to tell, all where there are none, and not to tell."""

    select: frozenset[str]
    ignore: frozenset[str]

    @classmethod
    def of(cls, select: Iterable[str], ignore: Iterable[str]) -> "Selection":
        """Return a selection by codes in any letter case. Raises `NotSelectable`."""
        return cls(frozenset(map(checked_code, select)), frozenset(map(checked_code, ignore)))

    def applied(self, results: Results) -> Results:
        """Return the results with errors, and with what else is selected."""
        if not (self.select or self.ignore):
            return results
        return without(
            results,
            lambda _, one: (
                one.code in self.ignore or (bool(self.select) and one.code not in self.select)
            ),
        )


def checked_code(code: str) -> str:
    """Return the code of a note or warning in capitals. Raises `NotSelectable`."""
    found = code.upper()
    severity = CODES.get(found)
    if severity is None:
        known = ", ".join(one for one, s in CODES.items() if s is not Severity.ERROR)
        raise NotSelectable(f"{code} is no code of a finding; notes and warnings are {known}")
    if severity is Severity.ERROR:
        raise NotSelectable(f"{found} is an error, and an error cannot be left out")
    return found
