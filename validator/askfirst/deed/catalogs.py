"""Find the words of a language: one file for each, in which a deed can be said."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from askfirst.errors import AskFirstError
from askfirst.vocabulary import Use

__all__ = [
    "ENGLISH",
    "Act",
    "Language",
    "Message",
    "NoSuchLanguage",
    "Plural",
    "catalog",
    "english",
    "language",
    "tags",
]

ENGLISH = "en"
_FOLDER = Path(__file__).parent / "languages"


class NoSuchLanguage(AskFirstError):
    """There are no words for a language; the message names those that there are."""


class Act(NamedTuple):
    """What would be done, and what that comes to; of a group, only what would be done.

    `own` is the act for the person it touches, with a gap for `your` or `my`.
    """

    act: str
    comes_to: str = ""
    own: str | None = None


class Plural(NamedTuple):
    """A message that depends on whether there is one or are several in a gap."""

    by: str
    one: str
    other: str


#: What a kind of statement says, with gaps in curly brackets.
Message: TypeAlias = str | Plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of a language."""

    tag: str
    name: str
    comma: str
    last: str
    acts: Mapping[Use, Act]
    words: Mapping[str, str]
    headings: Mapping[str, str]
    messages: Mapping[str, Message]


@cache
def tags() -> tuple[str, ...]:
    """Return the tags of the languages that there are words for."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))


def language(tag: str) -> Language:
    """Return the language that a BCP 47 tag begins with. Raises `NoSuchLanguage`."""
    primary = tag.replace("_", "-").partition("-")[0].lower()
    if primary not in tags():
        raise NoSuchLanguage(f"there are no words for `{tag}`; there are for {', '.join(tags())}")
    return _language(primary)


def english() -> Language:
    """Return English."""
    return language(ENGLISH)


def catalog(tag: str) -> dict[str, Any]:
    """Return the words of a language as they stand in its file."""
    return tomllib.loads((_FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))


@cache
def _language(tag: str) -> Language:
    found = catalog(tag)
    return Language(
        tag=tag,
        name=found["name"],
        comma=found["list"]["comma"],
        last=found["list"]["last"],
        acts={
            Use(use): Act(act["act"], act.get("comes-to", ""), act.get("own"))
            for use, act in found["uses"].items()
        },
        # no word stands in two lists, so that one table has them all
        words={word: said for table in found["words"].values() for word, said in table.items()},
        headings=found["headings"],
        messages={kind: _message(said) for kind, said in found["messages"].items()},
    )


def _message(said: str | dict[str, str]) -> Message:
    return said if isinstance(said, str) else Plural(**said)
