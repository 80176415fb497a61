"""Look at a part of a document without minding what is wrong with its shape."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import TypeVar

__all__ = ["Part", "words"]

_ABSENT = object()
_Word = TypeVar("_Word", bound=StrEnum)


class Part:
    """A value of a document and its JSON Pointer; what is not there is absent, and empty."""

    __slots__ = ("pointer", "value")

    def __init__(self, value: object, pointer: str = "") -> None:
        self.value = value
        self.pointer = pointer

    def __getitem__(self, name: str) -> "Part":
        """Return a member; absent where the value is no object or lacks it."""
        value = self.value.get(name, _ABSENT) if isinstance(self.value, dict) else _ABSENT
        return Part(value, f"{self.pointer}/{name}")

    def __iter__(self) -> Iterator["Part"]:
        """Yield the entries of a list; nothing where the value is none."""
        entries = self.value if isinstance(self.value, list) else []
        return (Part(entry, f"{self.pointer}/{n}") for n, entry in enumerate(entries))

    @property
    def present(self) -> bool:
        """Whether the document has this part."""
        return self.value is not _ABSENT

    @property
    def text(self) -> str:
        """The text; empty where the value is none."""
        return self.value if isinstance(self.value, str) else ""


def words(part: Part, kind: type[_Word]) -> Iterator[tuple[_Word, Part]]:
    """Yield the entries of a list that are words of a kind, with the words themselves."""
    known = _known(kind)
    return ((known[entry.text], entry) for entry in part if entry.text in known)


@cache
def _known(kind: type[_Word]) -> dict[str, _Word]:
    return {str(word): word for word in kind}
