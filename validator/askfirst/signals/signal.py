"""Hold what every foreign signal has: its terms, how it is written, and how it is read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from askfirst.errors import AskFirstError
from askfirst.signals.terms import Answer, Standing, Term, heard
from askfirst.vocabulary import Signal as Name

__all__ = [
    "Carrier",
    "Channel",
    "Found",
    "Reading",
    "Signal",
    "Trouble",
    "Unwritable",
    "Wanted",
    "strictest",
]


class Channel(StrEnum):
    """Where a signal is put, or was found."""

    HTTP_HEADER = "http-header"
    ROBOTS = "robots"
    HTML = "html"
    WELL_KNOWN = "well-known"
    FILE = "file"


class Wanted(NamedTuple):
    """What is to be said of one track: how its uses stand, and what signals need to know of it.

    `place` is the address that the track has on the web, `document` where our own document can be
    read, `ask` where one can ask; each is None where nobody knows it.
    """

    standing: Standing
    title: str
    artists: tuple[str, ...]
    isrc: str | None = None
    iscc: str | None = None
    holder: str | None = None
    place: str | None = None
    document: str | None = None
    ask: str | None = None
    issued: str = ""


class Carrier(NamedTuple):
    """A piece of a signal as it is written: into which channel, under which name, and its text.

    The name is that of a header, a file, or a line; the text is what stands there.
    """

    channel: Channel
    name: str
    text: str


class Trouble(NamedTuple):
    """Something in a signal that is not as its specification says, in a sentence."""

    code: str
    message: str
    line: int = 1


class Reading(NamedTuple):
    """What a text says for each term, and what is wrong with it.

    `place` is the pattern of addresses that it speaks about, where it does not speak about all.
    """

    said: Mapping[str, Answer]
    troubles: tuple[Trouble, ...] = ()
    place: str | None = None


class Found(NamedTuple):
    """A text that may hold signals: from which channel, from which address, under which name.

    The text of a header is its value alone, and its name that of the header, in lower case.
    """

    channel: Channel
    text: str
    url: str | None = None
    name: str | None = None


def strictest(readings: Sequence[Reading]) -> Mapping[str, Answer]:
    """Return the strictest answer to each term that any of the readings has."""
    said: dict[str, Answer] = {}
    for reading in readings:
        for term, answer in reading.said.items():
            there = said.get(term, answer)
            said[term] = max(answer, there, key=lambda one: one.status.strictness)
    return said


class Unwritable(AskFirstError):
    """A signal cannot be written for a track: what it needs to know is missing."""


class Signal(NamedTuple):
    """A foreign signal in one version.

    `source` names the document it was read in, with its date. `can_ask` is whether it can say that
    one has to ask. `write` returns the pieces for what is wanted and for the answers to its terms,
    or raises `Unwritable`. `read` returns everything that a text says, nothing where it says
    nothing, and never raises. `combine` is its own rule of precedence for several readings.
    `experimental` editions are written only by name. `joined` makes one file for a whole site of
    the files of its tracks, where a signal has one for all.
    """

    name: Name
    version: str
    source: str
    terms: tuple[Term, ...]
    can_ask: bool
    write: Callable[[Wanted, Mapping[str, Answer]], tuple[Carrier, ...]]
    read: Callable[[Found], tuple[Reading, ...]]
    combine: Callable[[Sequence[Reading]], Mapping[str, Answer]] = strictest
    experimental: bool = False
    joined: Callable[[Iterable[str]], str] | None = None

    def heard(self, carriers: Iterable[Carrier]) -> Standing:
        """Return what somebody hears who knows nothing but this signal, as it is written."""
        found = [Found(one.channel, one.text, name=one.name) for one in carriers]
        return heard(self.combine([r for one in found for r in self.read(one)]), self.terms)
