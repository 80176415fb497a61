"""Know what the columns of a manifest mean, by their names or because somebody says so."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from askfirst.catalog.manifests.kinds import NotAManifest

__all__ = [
    "FILE",
    "NAME",
    "TRACK",
    "Column",
    "Columns",
    "Names",
    "asked",
    "checked",
    "meaning",
    "names_in",
]

FILE, NAME, TRACK = "file", "name", "track"
_LICENSE = "license"
#: What a column means that is called so, whatever its case, hyphens and underscores.
_MEANINGS = {
    "isrc": "isrc",
    "mbid": "mbid",
    "musicbrainzrecordingid": "mbid",
    "recordingmbid": "mbid",
    "iswc": "iswc",
    "iscc": "iscc",
    "url": "urls",
    "urls": "urls",
    "sourceurl": "urls",
    "packetssha256": "packetsSha256",
    "pcmmd5": "pcmMd5",
    "track": TRACK,
    "row": NAME,
    "id": NAME,
    "key": NAME,
    "filename": FILE,
    "path": FILE,
    "file": FILE,
    "audio": FILE,
}
_ORDER = {written: place for place, written in enumerate(_MEANINGS)}
#: What can only be said of a column by name: too many are called so that are something else.
_ASKED = {"license": _LICENSE, "name": NAME}
_SHOWN = 30
#: The metadata of a sample of a WebDataset: the names in it are known as those beside it are.
_INSIDE = "json"
_DEEPEST = 8
#: Rows with more names than these are not remembered.
_USUAL = 1_000

#: The names that lead to a cell, one inside the other.
Names = tuple[str, ...]


class Column(NamedTuple):
    """What a column means, and the names that lead to it."""

    meaning: str
    path: Names
    asked: bool = False

    @property
    def name(self) -> str:
        """The name as people write it."""
        return ".".join(self.path)


class Columns(NamedTuple):
    """The columns that somebody named, `(meaning, name)`; all others are known by their names."""

    asked: tuple[tuple[str, str], ...] = ()

    def of(self, row: Mapping[str, Any]) -> tuple[Column, ...]:
        """Return the columns of a row that say something of its track, in one order."""
        inside = row.get(_INSIDE)
        names, within = tuple(row), tuple(inside) if isinstance(inside, dict) else ()
        find = _columns if len(names) + len(within) <= _USUAL else _columns.__wrapped__
        return find(self, names, within)


def meaning(name: str) -> str | None:
    """Return what a column means that has this name.

    >>> meaning("Recording_MBID"), meaning("title")
    ('mbid', None)
    """
    return _MEANINGS.get(_plain(name))


def asked(columns: Mapping[str, str]) -> Columns:
    """Return the columns that somebody names by what they mean. Raises `NotAManifest`."""
    found = {}
    for said, name in columns.items():
        meant = meaning(said) or _ASKED.get(_plain(said))
        if meant is None:
            known = ", ".join(dict.fromkeys((*_MEANINGS.values(), *_ASKED)))
            raise NotAManifest(f"no column can be `{said}`; it can be {known}")
        if meant in found:
            raise NotAManifest(f"two columns are named for `{meant}`; name one")
        found[meant] = name
    return Columns(tuple(found.items()))


def checked(columns: Columns, names: Iterable[Names], what: str) -> None:
    """Raise `NotAManifest` where a column is not there that somebody named, or none is known."""
    names = list(names)
    there = dict.fromkeys(".".join(path) for path in names)
    shown = ", ".join(f"`{name}`" for name in list(there)[:_SHOWN]) or "none"
    for _, name in columns.asked:
        if name not in there and re.sub("/", ".", name) not in there:
            raise NotAManifest(f"{what}: there is no column `{name}`; its columns are {shown}")
    meant = {said for said, _ in columns.asked}
    meant |= {meaning(path[-1]) or "" for path in names if _known_place(path)}
    if not meant - {"", NAME, _LICENSE}:
        raise NotAManifest(
            f"{what}: no column is known to name a track; say which does, such as "
            f"isrc=ISRC_CODE; its columns are {shown}"
        )


def names_in(row: Mapping[str, Any], above: Names = ()) -> Iterator[Names]:
    """Yield the names of all members of a row, those inside of others too."""
    for name, value in row.items():
        yield (*above, name)
        if isinstance(value, dict) and len(above) < _DEEPEST:
            yield from names_in(value, (*above, name))


@lru_cache(maxsize=1024)
def _columns(columns: Columns, names: Names, inside: Names) -> tuple[Column, ...]:
    said = [Column(meant, (name,), asked=True) for meant, name in columns.asked]
    taken = {column.meaning for column in said}
    places = [(name,) for name in names] + [(_INSIDE, name) for name in inside]
    known = sorted(
        (path for path in places if meaning(path[-1])), key=lambda path: _ORDER[_plain(path[-1])]
    )
    found = [Column(meaning(path[-1]) or "", path) for path in known]
    return (*said, *(column for column in found if column.meaning not in taken))


def _known_place(path: Names) -> bool:
    return path[:-1] in ((), (_INSIDE,))


def _plain(name: str) -> str:
    """Return a name without case, hyphens and underscores; `__url__` and its like are no names."""
    if name.startswith("__") and name != "__key__":
        return name
    return re.sub("[-_ ]", "", name).lower()
