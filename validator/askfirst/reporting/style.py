"""Color words for a terminal, or leave them alone."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from askfirst.vocabulary import Severity

__all__ = ["COLORED", "PLAIN", "Paint", "Style"]

Paint: TypeAlias = Callable[[str], str]


class Style(NamedTuple):
    """How places, marks of a severity and advice are painted."""

    place: Paint
    advice: Paint
    error: Paint
    warning: Paint
    note: Paint

    def severity(self, severity: Severity) -> Paint:
        """Return the paint of a severity."""
        return {
            Severity.ERROR: self.error,
            Severity.WARNING: self.warning,
            Severity.NOTE: self.note,
        }[severity]


def _paint(number: str) -> Paint:
    return lambda text: f"\x1b[{number}m{text}\x1b[0m"


PLAIN = Style(str, str, str, str, str)
COLORED = Style(
    place=_paint("1"),
    advice=_paint("36"),
    error=_paint("1;31"),
    warning=_paint("1;33"),
    note=_paint("1;34"),
)
