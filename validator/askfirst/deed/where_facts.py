"""Find what a document says in so few words that a description has room for it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.decision.missing import addresses, called
from askfirst.deed.saying import place
from askfirst.deed.standing import Standing, standing
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.model.parts import Rightsholder
from askfirst.vocabulary import Right

__all__ = ["Facts", "facts"]

_WRITTEN = frozenset({Right.COMPOSITION, Right.LYRICS})


class Facts(NamedTuple):
    """What is true of every track of a document.

    `standing` is what every track says of a leaf at least, the floor included. `written` and
    `recorded` are the names of those who hold the composition or the lyrics, and the recording.
    `addresses` are where all holders can be asked. `url` is where the document can be read, and
    `license` the copyright license of all tracks, where there is one.
    """

    standing: Standing
    written: tuple[str, ...]
    recorded: tuple[str, ...]
    addresses: tuple[str, ...]
    year: str
    url: str | None
    id: str
    license: str | None


def facts(document: Declaration | Release, url: str | None = None) -> Facts:
    """Return the facts of a document that can be read at a URL, if one is given.

    Without one, a document whose id begins with `https:` is expected to be found there.
    """
    declared = document.declared
    held = list(_held(declared))
    own = document.id if document.id.startswith("https://") else None
    return Facts(
        standing=_mildest(declared),
        written=_names(entry for _, entry in held if _WRITTEN & set(entry.rights)),
        recorded=_names(entry for _, entry in held if Right.RECORDING in entry.rights),
        addresses=_addresses(held),
        year=document.issued[:4],
        url=_printable(url or own or "") or None,
        id=_printable(document.id),
        license=_license(declared),
    )


def _mildest(declared: Iterable[Declared]) -> Standing:
    """Return the mildest status that a track has, for every leaf."""
    several = [standing(*each) for each in {(one.own, one.general) for one in declared}]
    return {
        leaf: min((one[leaf] for one in several), key=lambda status: status.strictness)
        for leaf in several[0]
    }


def _held(declared: Iterable[Declared]) -> Iterator[tuple[Declared, Rightsholder]]:
    """Yield every entry that names a holder, once for all tracks that share it."""
    seen: set[tuple[Rightsholder, ...]] = set()
    for one in declared:
        if one.rightsholders not in seen:
            seen.add(one.rightsholders)
            yield from ((one, entry) for entry in one.rightsholders)


def _names(entries: Iterable[Rightsholder]) -> tuple[str, ...]:
    found = dict.fromkeys(_printable(entry.name) for entry in entries)
    return tuple(name for name in found if name)


def _addresses(held: Iterable[tuple[Declared, Rightsholder]]) -> tuple[str, ...]:
    """Return where holders and mandated parties can be asked, each address once (spec 4.3.2)."""
    found = (
        _printable(place(address))
        for declared, entry in held
        for party, _ in called(entry)
        for address in addresses([(declared, entry)], party)
    )
    return tuple(dict.fromkeys(found))


def _license(declared: Iterable[Declared]) -> str | None:
    found = {one.track.license for one in declared}
    only = found.pop() if len(found) == 1 else None
    return _printable(only) if only else None


def _printable(text: str) -> str:
    """Return a text of a stranger on one line, without characters that nobody sees.

    What is pasted is what is shown: nothing is left that a terminal would have to escape.
    """
    return "".join(c for c in " ".join(text.split()) if c.isprintable())
