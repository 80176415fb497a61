"""Tell where to put what a document says: what to paste into which field of which platform.

Every text is true of the document, and says what it says of all its tracks or less. Platforms,
fields and limits are data, each with the page and the day it was read (`platforms.toml`).
"""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.deed.where_facts import Facts, facts
from askfirst.deed.where_places import Place, Words, length, places, words
from askfirst.deed.where_texts import (
    copyright_texts,
    line_texts,
    link_texts,
    owner_texts,
    tag_texts,
)
from askfirst.model.declarations import Declaration, Release

__all__ = ["Block", "blocks"]

#: No text is longer than this, also where no limit is known: nobody would paste it.
_LONGEST = 1000


class Block(NamedTuple):
    """What to paste into a field.

    `limit` is what the field holds, `counted` in characters (code points) or bytes (UTF-8);
    None where no limit was found. `source` is the page on which field and limit were read, and
    `read` the day; both are None for what no platform defines.
    """

    platform: str
    field: str
    text: str
    limit: int | None
    note: str | None
    source: str | None
    read: str | None
    counted: str = "characters"

    @property
    def length(self) -> int:
        """How much of the limit the text takes."""
        return length(self.text, self.counted)


def blocks(
    document: Declaration | Release, language: str = "en", *, url: str | None = None
) -> tuple[Block, ...]:
    """Return what to put where for a document, and for all of its tracks.

    The texts for anywhere are in the language, or English where there are no words for it; what
    goes to a platform is always English. `url` is where the document itself can be read.
    """
    known = facts(document, url)
    found = (_block(place, known, language if place.translated else "en") for place in places())
    return tuple(block for block in found if block)


def _block(place: Place, known: Facts, language: str) -> Block | None:
    """Return the longest text that a place takes; None where the document has none for it."""
    apt = (text for text in _texts(place, known, words(language)) if len(text) <= _LONGEST)
    text = next((text for text in apt if place.takes(text)), None)
    if text is None:
        return None
    return Block(
        platform=place.platform,
        field=place.field,
        text=text,
        limit=place.limit,
        note=place.note,
        source=place.source,
        read=place.read,
        counted=place.counted,
    )


def _texts(place: Place, known: Facts, said: Words) -> Iterator[str]:
    """Yield what can be put in a place, the longest first."""
    match place.puts:
        case "line":
            yield from line_texts(known, said)
        case "copyright":
            yield from copyright_texts(known, said)
        case "credit":
            yield from copyright_texts(known, said, "© ")
        case "c-line":
            yield from owner_texts(known, known.written, said)
        case "p-line":
            yield from owner_texts(known, known.recorded, said)
        case "tag":
            yield from tag_texts(known)
        case "link":
            yield from link_texts(known)
        case "document":
            yield known.url or known.id
        case _:
            yield from filter(None, [known.license if place.puts == "license" else place.text])
