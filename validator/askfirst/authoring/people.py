"""Tell who did what in a track, and what is theirs because of it (spec 3.2)."""

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from askfirst.checking import check
from askfirst.errors import AskFirstError
from askfirst.identifiers import party
from askfirst.vocabulary import Capacity, Right, Severity

__all__ = [
    "EVERYTHING",
    "ME",
    "NOBODY",
    "Contribution",
    "NoAddress",
    "Part",
    "Person",
    "address",
    "entries",
    "holder",
    "person",
    "rights_of",
]


class NoAddress(AskFirstError):
    """A text is no address where somebody can be asked; the message says what would be."""


class Contribution(StrEnum):
    """What somebody did in a track."""

    MUSIC = "music"
    WORDS = "words"
    PLAYED = "played"
    SANG = "sang"
    RECORDED = "recorded"

    @property
    def rights(self) -> tuple[Right, ...]:
        """The rights that whoever did it has."""
        return _RIGHTS[self]


_RIGHTS = {
    Contribution.MUSIC: (Right.COMPOSITION,),
    Contribution.WORDS: (Right.LYRICS,),
    # who is credited for a performance has a name and an image that could be imitated
    Contribution.PLAYED: (Right.PERFORMANCE, Right.LIKENESS),
    Contribution.SANG: (Right.PERFORMANCE, Right.VOICE, Right.LIKENESS),
    Contribution.RECORDED: (Right.RECORDING,),
}
EVERYTHING = tuple(Contribution)


class Person(NamedTuple):
    """Somebody, the address that is theirs, and where to ask them if that is elsewhere."""

    name: str
    address: str | None = None
    contact: str | None = None


#: Who answers, where they name themselves among others; and who is not there or not known.
ME, NOBODY = Person("me"), Person("")


class Part(NamedTuple):
    """The rights of one person in a track, and the society that manages some of them."""

    person: Person
    rights: tuple[Right, ...]
    society: Person | None = None


def rights_of(contributions: Iterable[Contribution]) -> tuple[Right, ...]:
    """Return the rights of whoever did all this, in the order of the vocabulary.

    >>> [str(right) for right in rights_of([Contribution.SANG, Contribution.MUSIC])]
    ['composition', 'performance', 'voice', 'likeness']
    """
    found = {right for one in contributions for right in one.rights}
    return tuple(right for right in Right if right in found)


_EMPTY = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:/*)?")
_MAIL = re.compile(r"[^\s@:/<>]+@[^\s@:/<>]+\.[^\s@:/<>]+")
_SITE = re.compile(r"(?:[^\s@:/?#<>.]+\.)+[^\s@:/?#<>.\d][^\s@:/?#<>.]+(?:[/?#]\S*)?")


@lru_cache(maxsize=1024)
def address(text: str) -> str:
    """Return the address that a text means: a page, a mail address, or any other IRI.

    Raises `NoAddress`.

    >>> address("mara@example.org"), address("mara.example.org")
    ('mailto:mara@example.org', 'https://mara.example.org/')
    """
    bare = text.strip().strip("<>")
    if _MAIL.fullmatch(bare):
        bare = f"mailto:{bare}"
    elif _SITE.fullmatch(bare):
        bare = f"https://{bare}" if re.search("[/?#]", bare) else f"https://{bare}/"
    report = check({"askfirst": "1.0.0", "type": "Request", "contact": bare})
    errors = [one for one in report.findings if one.severity is Severity.ERROR]
    if _EMPTY.fullmatch(bare) or any(one.pointer == "/contact" for one in errors):
        raise NoAddress(
            f"`{text}` is no address; write a page such as https://mara.example.org/ or a mail "
            "address such as mara@example.org"
        )
    return bare


def person(text: str) -> Person:
    """Return the person that a text names, such as `Mara Lindqvist <mara@example.org>`.

    Raises `NoAddress`.

    >>> person("Idris Vale <idris.example.org>")
    Person(name='Idris Vale', address='https://idris.example.org/', contact=None)
    """
    name, bracket, rest = text.strip().partition("<")
    if bracket and (not rest.endswith(">") or not name.strip()):
        raise NoAddress(f"`{text}` is no name with an address; write Name <address>")
    return Person(" ".join(name.split()), address(rest[:-1]) if bracket else None)


def entries(parts: Iterable[Part], document_id: str) -> list[dict[str, Any]]:
    """Return the rightsholders of a track, one entry for each person and society.

    Who has no address is named by a UUID, always the same in one document.
    """
    held: dict[tuple[str, str | None], dict[str, Any]] = {}
    for part in parts:
        for society, rights in _managed(part):
            entry = _entry(part.person, society, document_id)
            found = held.setdefault(
                (party.normal(entry["holder"]), society and society.name), entry
            )
            kept = {*found["rights"], *rights}
            found["rights"] = [str(right) for right in Right if right in kept]
    return [_ordered(entry) for entry in held.values() if entry["rights"]]


def _managed(part: Part) -> Iterable[tuple[Person | None, Collection[Right]]]:
    """Yield the rights a person has alone, and those that a society manages."""
    managed = [Right.COMPOSITION, Right.LYRICS] if part.society else []
    yield part.society, [right for right in part.rights if right in managed]
    yield None, [right for right in part.rights if right not in managed]


def _entry(who: Person, society: Person | None, document_id: str) -> dict[str, Any]:
    found: dict[str, Any] = {"holder": holder(who, document_id), "name": who.name, "rights": []}
    if contact := who.contact or who.address:
        found["contact"] = contact
    if society:
        mandate = {"id": holder(society, document_id), "name": society.name}
        found["mandate"] = {**mandate, "capacity": str(Capacity.SOCIETY)}
    return found


def _ordered(entry: Mapping[str, Any]) -> dict[str, Any]:
    order = ("holder", "name", "rights", "contact", "mandate")
    return {name: entry[name] for name in order if name in entry}


def holder(who: Person, document_id: str) -> str:
    """Return the address of a person, or a UUID made of the name where there is none."""
    if who.address:
        return who.address
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{document_id} {who.name.casefold()}')}"
