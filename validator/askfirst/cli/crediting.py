"""Ask who else has a part in a track, one person after the other, or read it from a flag."""

import re
from collections.abc import Iterator, Sequence

from askfirst.authoring.answers import Credit
from askfirst.authoring.people import NOBODY, Part, Person, address, rights_of
from askfirst.authoring.people import Contribution as Did
from askfirst.cli.prompts import Unfit, answer, optional, tell, words, wrapped

__all__ = ["credited", "everybody_else"]

_COVER, _UNKNOWN, _ALL = "cover", "unknown", "all"
_WRITTEN = (Did.MUSIC, Did.WORDS)
_DID = {
    Did.MUSIC: "wrote music with you",
    Did.WORDS: "wrote words with you",
    Did.PLAYED: "played",
    Did.SANG: "sang",
    Did.RECORDED: "made or owns the recording",
    _COVER: "wrote the song, and you did not",
}


def credited(text: str) -> Credit:
    """Return the credit that a flag states: `NAME; WHAT THEY DID; ADDRESS; TRACKS`.

    Address and tracks can be left out. Raises `NoAddress`, `Unfit`.
    """
    name, did, *rest = [part.strip() for part in text.split(";")] + [""] * (1 - text.count(";"))
    if not name or not did or len(rest) > 2:  # noqa: PLR2004 - address and tracks
        raise Unfit("write NAME; WHAT THEY DID; ADDRESS; TRACKS, such as: Idris Vale; sang; ; 3")
    where, tracks = [*rest, "", ""][:2]
    return _credit(name, _did(did), address(where) if where else None, _tracks(tracks or _ALL))


def everybody_else(titles: Sequence[str]) -> tuple[Credit, ...]:
    """Return whose the rest is, as somebody tells it on the terminal, until they press Enter."""
    return tuple(_everybody(titles))


def _everybody(titles: Sequence[str]) -> Iterator[Credit]:
    if len(titles) > 1:
        tell("\n" + "\n".join(f"  {n:>2}  {title}" for n, title in enumerate(titles, 1)))
    question = f"Who else? Type one name, or {_UNKNOWN} if you do not know it."
    while name := optional(wrapped(question), "Enter if nobody."):
        yield _asked(name, len(titles))
        question = "Who else?"


def _asked(name: str, several: int) -> Credit:
    """Return the credit of one person."""
    choices = "\n".join(f"  {word:<9} {meant}" for word, meant in _DID.items())
    known = name.lower() != _UNKNOWN
    did = answer(f"What did {name if known else 'they'} do? Type what fits.\n{choices}", _did)
    tracks: frozenset[int] = frozenset()
    if several > 1:
        told = f"On which tracks? Type their numbers, such as 3 5, or {_ALL}."
        tracks = answer(told, lambda text: _numbered(text, several))
    if not known:
        return _credit(name, did, None, tracks)
    question = f"Where can people ask {name}? Type a mail address or a page."
    where = optional(wrapped(question), "Enter if you do not know.", address)
    return _credit(name, did, where, tracks)


def _credit(name: str, did: Sequence[str], where: str | None, tracks: frozenset[int]) -> Credit:
    who = NOBODY if name.lower() == _UNKNOWN else Person(name, where)
    written = _WRITTEN if _COVER in did else ()
    rights = rights_of([*(Did(word) for word in did if word != _COVER), *written])
    return Credit(Part(who, rights), tracks, instead=rights_of(written))


def _did(text: str) -> list[str]:
    """Return the words for what somebody did. Raises `Unfit`."""
    found = words(text)
    wrong = [word for word in found if word not in _DID]
    if wrong or not found:
        raise Unfit(f"`{' '.join(wrong) or text}` is not among them: {', '.join(_DID)}")
    return found


def _tracks(text: str) -> frozenset[int]:
    """Return the numbers of tracks, from 1; none for all of them. Raises `Unfit`."""
    numbers = words(text)
    if numbers == [_ALL]:
        return frozenset()
    if not numbers or not all(re.fullmatch("[1-9][0-9]{0,3}", word) for word in numbers):
        raise Unfit(f"`{text}` are no numbers of tracks; type such as 3 5, or {_ALL}")
    return frozenset(map(int, numbers))


def _numbered(text: str, several: int) -> frozenset[int]:
    found = _tracks(text)
    if found and max(found) > several:
        raise Unfit(f"there are {several} tracks here, and no {max(found)}")
    return found
