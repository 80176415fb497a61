"""Tell who can answer a question about a track, and for what (spec 3.2.4)."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from askfirst.decision.case import Case
from askfirst.decision.missing import called, entries
from askfirst.model.declarations import Declared
from askfirst.model.parts import Rightsholder, Track
from askfirst.vocabulary import Capacity, Right

__all__ = ["Holder", "holders"]

_Naming: TypeAlias = tuple[Right, Declared, Rightsholder]


class Holder(NamedTuple):
    """A holder or mandated party: what it is called, and what documents name it for.

    `own` are the rights that are its own, and `stands_for` whom it stands beside, as what.
    """

    id: str
    name: str | None
    rights: tuple[Right, ...] = ()
    own: tuple[Right, ...] = ()
    stands_for: tuple[tuple[Capacity, str], ...] = ()
    tracks: tuple[Track, ...] = ()


def holders(case: Case) -> tuple[Holder, ...]:
    """Return every party that the applying Declarations name, as far as rule 6 lets it through."""
    found: dict[str, list[_Naming]] = {}
    for right in Right:
        for declared, entry in entries(case, right):
            for id_, _ in called(entry):
                found.setdefault(id_, []).append((right, declared, entry))
    return tuple(_holder(id_, namings) for id_, namings in found.items())


def _holder(id_: str, namings: Sequence[_Naming]) -> Holder:
    named = [entry for _, _, entry in namings]
    own = (right for right, _, entry in namings if entry.holder == id_)
    mandates = ((entry.mandate, entry.name) for entry in named)
    stands_for = ((one.capacity, name) for one, name in mandates if one and one.id == id_)
    return Holder(
        id=id_,
        name=next(name for entry in named for who, name in called(entry) if who == id_),
        rights=tuple(dict.fromkeys(right for right, _, _ in namings)),
        own=tuple(dict.fromkeys(own)),
        stands_for=tuple(dict.fromkeys(stands_for)),
        tracks=tuple(dict.fromkeys(declared.track for _, declared, _ in namings)),
    )
