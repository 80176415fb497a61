"""Hold findings as values."""

from typing import NamedTuple

from askfirst.vocabulary import CODES, Severity

__all__ = ["Finding", "Fix", "FixEdit", "Position"]


class Position(NamedTuple):
    """Where in a text something stands: from 1, in code points, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Return the start as people write it, `15:1` for example."""
        return f"{self.line}:{self.column}"


class FixEdit(NamedTuple):
    """A text that takes the place of what stands from `start` to `end`, in code points from 0."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """The edits that would mend what was found; a safe fix cannot change what is permitted."""

    safe: bool
    edits: tuple[FixEdit, ...]


class Finding(NamedTuple):
    """One thing that is wrong or worth knowing; its code names the sentence that says so."""

    code: str
    pointer: str
    message: str
    help: str | None = None
    position: Position | None = None
    fix: Fix | None = None
    #: The one text that can have been meant here, where there is one.
    meant: str | None = None

    @property
    def severity(self) -> Severity:
        """How severe the finding is; its code decides, never an option."""
        return CODES[self.code]
