"""Say what the text itself does wrong, by offsets, before anybody knows what it means."""

from typing import NamedTuple

from askfirst.errors import AskFirstError

__all__ = ["Problem", "Unreadable"]


class Problem(NamedTuple):
    """A fault of the text from `start` to `end` (code points, end excluded)."""

    code: str
    pointer: str
    start: int
    end: int
    message: str
    help: str | None = None


class Unreadable(AskFirstError):
    """The text cannot be read on; `text` is what there is of it, where decoding already failed."""

    def __init__(self, problem: Problem, text: object = None) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.text = text
