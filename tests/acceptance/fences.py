"""Take the code fences out of Markdown, with what stands behind their language."""

import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["ROOT", "Fence", "fences"]

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^```(\S*)[ ]?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Fence(NamedTuple):
    """A code fence: its file and line, its language, its note, its text."""

    path: str
    line: int
    language: str
    note: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


def fences(path: str) -> list[Fence]:
    """Return the fences of a Markdown file of the repository, in order."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return [
        Fence(path, text.count("\n", 0, match.start()) + 1, *match.groups())
        for match in _FENCE.finditer(text)
    ]
