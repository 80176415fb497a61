"""Look at a part of a document without minding what is wrong with its shape."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import TypeVar

__all__ = ["Part", "words"]

_ABSENT = object()
_Word = TypeVar("_Word", bound=StrEnum)


class Part:
    """A value of a document and its JSON Pointer; what is not there is absent, and empty.

    What was asked for once is kept: the rules ask for the same parts again and again.
    """

    __slots__ = ("_entries", "_members", "pointer", "value")

    def __init__(self, value: object, pointer: str = "") -> None:
        self.value = value
        self.pointer = pointer
        self._members: dict[str, Part] | None = None
        self._entries: tuple[Part, ...] | None = None

    def __getitem__(self, name: str) -> "Part":
        """Return a member; absent where the value is no object or lacks it."""
        if self._members is None:
            self._members = {}
        elif name in self._members:
            return self._members[name]
        value = self.value.get(name, _ABSENT) if isinstance(self.value, dict) else _ABSENT
        found = self._members[name] = Part(value, f"{self.pointer}/{name}")
        return found

    def __iter__(self) -> Iterator["Part"]:
        """Return the entries of a list; none where the value is no list."""
        if self._entries is None:
            entries = self.value if isinstance(self.value, list) else ()
            self._entries = tuple(Part(one, f"{self.pointer}/{n}") for n, one in enumerate(entries))
        return iter(self._entries)

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
    return iter([(known[entry.text], entry) for entry in part if entry.text in known])


@cache
def _known(kind: type[_Word]) -> dict[str, _Word]:
    return {str(word): word for word in kind}
