"""Read the places where a statement can be put, and the words it is said in (`platforms.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from askfirst.vocabulary import Status, Use, leaves

__all__ = ["Phrase", "Place", "Words", "length", "places", "words"]

_TABLES = Path(__file__).parent / "platforms.toml"


class Place(NamedTuple):
    """A field of a platform, what to put there, and what is known of the field.

    Without a `limit`, none was found. `text` is what to put where that is always the same.
    """

    platform: str
    field: str
    puts: str
    text: str | None
    translated: bool
    limit: int | None
    counted: str
    without: str
    note: str | None
    source: str | None
    read: str | None

    def takes(self, text: str) -> bool:
        """Tell whether the field takes a text as it is."""
        fits = self.limit is None or length(text, self.counted) <= self.limit
        return fits and not set(self.without) & set(text)


class Phrase(NamedTuple):
    """What can be said of some leaves when all of them have one status, as a list of nouns."""

    leaves: frozenset[Use]
    nouns: tuple[str, ...]


class Words(NamedTuple):
    """How to say things in a language: the phrases, the wide ones first, and the sentences."""

    phrases: tuple[Phrase, ...]
    said: Mapping[Status, str]
    ask: str
    verify: str
    either: str
    both: str
    others: str


def length(text: str, counted: str = "characters") -> int:
    """Return how long a text is, in code points, or in bytes of UTF-8."""
    return len(text.encode() if counted == "bytes" else text)


@cache
def places() -> tuple[Place, ...]:
    """Return every place, in the order in which people are told."""
    return tuple(_place(row) for row in _tables()["place"])


@cache
def words(language: str) -> Words:
    """Return the words of the language that a BCP 47 tag begins with; English without any."""
    sentences = _tables()["sentences"]
    primary = language.replace("_", "-").partition("-")[0].lower()
    known = primary if primary in sentences else "en"
    said = sentences[known]
    return Words(
        phrases=tuple(_phrase(row, known) for row in _tables()["phrase"]),
        said={one: said[one] for one in (Status.PROHIBITED, Status.CONSENT_REQUIRED)},
        ask=said["ask"],
        verify=said["verify"],
        either=said["or"],
        both=said["and"],
        others=said["others"],
    )


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(_TABLES.read_text(encoding="utf-8"))


def _place(row: dict[str, Any]) -> Place:
    return Place(
        platform=row["platform"],
        field=row["field"],
        puts=row["puts"],
        text=row.get("text"),
        translated=row.get("translated", False),
        limit=row.get("limit"),
        counted=row.get("counted", "characters"),
        without=row.get("without", ""),
        note=row.get("note"),
        source=row.get("source"),
        read=row["read"].isoformat() if "read" in row else None,
    )


def _phrase(row: dict[str, Any], language: str) -> Phrase:
    under = frozenset(leaf for use in row["uses"] for leaf in leaves(Use(use)))
    return Phrase(under, tuple(row[language]))
