"""Change a text at ranges of code points."""

from collections.abc import Iterable
from typing import NamedTuple

from askfirst.errors import AskFirstError

__all__ = ["Edit", "EditFailed", "apply"]


class Edit(NamedTuple):
    """Put `text` in the place of the code points from `start` to `end` (end excluded)."""

    start: int
    end: int
    text: str


class EditFailed(AskFirstError):
    """A text cannot be made to say what it should."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made, in any order; all ranges are those of `text`.

    What several edits insert at one place stands there in their order, and before what replaces
    the characters behind it. Raises `ValueError` for ranges that overlap or leave the text.
    """
    parts, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} overlaps another edit, or is not within the text")
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
