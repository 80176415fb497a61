"""Hold what is written into an audio file, and what is found in one (spec 7)."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

__all__ = [
    "COPYRIGHT",
    "FIELD",
    "LICENSE",
    "LONGEST",
    "TOOLKIT",
    "Carried",
    "Carrier",
    "Embedded",
    "Piece",
    "Place",
    "Statement",
    "credited",
    "credits_us",
    "is_ours",
]

#: The names of the fields, in every kind of tag that has names of its own.
FIELD, LICENSE, COPYRIGHT = "ASKFIRST", "LICENSE", "COPYRIGHT"
#: What is read of a text, in bytes: what is longer is too large for a document by one.
LONGEST = 2**20 + 1
#: What an XMP packet says that AskFirst wrote; whoever changes one puts a name of its own there.
TOOLKIT = "AskFirst"

_LINE = re.compile(r"(?:; )?AskFirst \d+\.\d+ declaration \S+?(?:, verify at \S+|(?=\s|$))")


class Carrier(StrEnum):
    """The kinds of tags that hold a document, as people name them."""

    ID3 = "ID3"
    VORBIS = "Vorbis comment"
    APE = "APE"
    RIFF = "RIFF"
    AIFF = "AIFF"
    MP4 = "MP4"


class Place(StrEnum):
    """What a piece of a tag says."""

    DECLARATION = "declaration"
    COPYRIGHT = "copyright"
    LICENSE = "license"
    XMP = "xmp"


class Statement(NamedTuple):
    """What is to be written: a document as compact JSON, and what says the same to others.

    `copyright` is one line; `license` is the address of the copyright license, `xmp` a packet.
    """

    declaration: str
    copyright: str
    license: str | None = None
    xmp: bytes | None = None


class Carried(NamedTuple):
    """A document as it stands in a tag, up to `LONGEST` bytes of it."""

    carrier: Carrier
    text: str


class Piece(NamedTuple):
    """One thing that a tag says of us, and in which kind of tag."""

    carrier: Carrier
    place: Place
    data: bytes

    @property
    def text(self) -> str:
        """The piece as a text; what is no UTF-8 in it is replaced."""
        return self.data[:LONGEST].decode("utf-8", "replace")


class Embedded(NamedTuple):
    """Everything of ours in a file: each document in each place, and the first of the others."""

    declarations: tuple[Carried, ...] = ()
    copyright: str | None = None
    license: str | None = None
    xmp: bytes | None = None


def credited(texts: Sequence[str], line: str) -> list[str]:
    """Return copyright texts with our line at the end of the first, once; the rest is kept.

    >>> credited(["2026 Mara; AskFirst 1.0 declaration urn:a"], "AskFirst 1.0 declaration urn:b")
    ['2026 Mara; AskFirst 1.0 declaration urn:b']
    """
    first, *others = [_LINE.sub("", text) for text in texts] or [""]
    return [f"{first.rstrip()}; {line}" if first.strip() else line, *filter(None, others)]


def credits_us(text: str) -> bool:
    """Tell whether our line stands in a copyright text."""
    return bool(_LINE.search(text))


def is_ours(xmp: bytes) -> bool:
    """Tell whether an XMP packet is one that AskFirst wrote and nobody changed since."""
    return f'x:xmptk="{TOOLKIT}"'.encode() in xmp[:1000]
