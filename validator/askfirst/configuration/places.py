"""Find where the keys of a TOML text stand; the parser of the standard library does not say."""

import re
import tomllib
from typing import NamedTuple, TypeAlias

__all__ = ["Path", "Place", "places"]

Path: TypeAlias = tuple[str, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_TEXTS = (
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})',
    r"'''.*?'''(?:'{0,2})",
    r'"(?:\\.|[^"\\])*"',
    r"'[^']*'",
)
_TEXT = re.compile("|".join(_TEXTS), re.DOTALL)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}#\r\n]+")


class Place(NamedTuple):
    """Where the name of a key begins, and its value if it has one of its own: code points."""

    key: int
    value: int | None


def places(text: str) -> dict[Path, Place]:
    """Return where each key of a TOML text first stands, by its path from the top.

    The text is TOML: whoever asks has parsed it. Keys in lists have the path of the list.
    """
    scan = _Scan(text)
    scan.statements()
    return scan.found


class _Scan:
    """A text, how far it was read, and what was found up to there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[Path, Place] = {}

    def statements(self) -> None:
        table: Path = ()
        while self._next():
            if self._next() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _next(self) -> str:
        """Return the next character that says something; empty at the end."""
        self._take(_BLANK)
        return self.text[self.at : self.at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return match.group() if match else ""

    def _take_sign(self, sign: str) -> bool:
        """Go on behind a sign, if it is the next one."""
        found = self._next() == sign
        self.at += found
        return found

    def _header(self) -> Path:
        while self._take_sign("["):
            pass
        table = self._key(())
        while self._take_sign("]"):
            pass
        return table

    def _pair(self, table: Path) -> None:
        path = self._key(table)
        self._take_sign("=")
        self._next()
        self.found[path] = self.found[path]._replace(value=self.at)
        self._value(path)

    def _key(self, path: Path) -> Path:
        """Read a key with its dots; each part is a table, or the name of a value."""
        while True:
            self._next()
            start = self.at
            written = self._take(_TEXT)
            part = tomllib.loads(f"k = {written}")["k"] if written else self._take(_BARE_KEY)
            path = (*path, part)
            self.found.setdefault(path, Place(start, None))
            if not self._take_sign("."):
                return path

    def _value(self, path: Path) -> None:
        if self._take_sign("["):
            while not self._take_sign("]"):
                self._value(path)
                self._take_sign(",")
        elif self._take_sign("{"):
            while not self._take_sign("}"):
                self._pair(path)
                self._take_sign(",")
        elif not self._take(_TEXT):
            self._take(_BARE_VALUE)
