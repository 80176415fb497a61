"""Say who holds the rights in a track, who has to agree, and where each can be asked (spec 3.2)."""

from collections.abc import Iterator

from askfirst.decision.missing import addresses as asked_at
from askfirst.deed.kinds import Kind
from askfirst.deed.parties import addresses, name, party
from askfirst.deed.standing import Standing
from askfirst.deed.statements import Statement, Theirs
from askfirst.model.declarations import Declared
from askfirst.model.parts import Mandate, Rightsholder
from askfirst.vocabulary import Right, Status

__all__ = ["alone", "holders"]


def holders(declared: Declared) -> Iterator[Statement]:
    """Yield who holds which rights, which do not exist, and for which nobody is named."""
    entries = (part for entry in declared.rightsholders for part in _entry(declared, entry))
    several = len({entry.holder for entry in declared.rightsholders})
    yield Statement(Kind.HOLDERS, {"count": several}, tuple(entries))
    if declared.absent_rights:
        yield Statement(Kind.ABSENT, {"rights": declared.absent_rights})
    absent = (*declared.absent_rights, *declared.held)
    nobody = tuple(right for right in Right if right not in absent)
    if nobody:
        yield Statement(Kind.UNHELD, {"rights": nobody})


def alone(declared: Declared, of: Standing) -> Iterator[Statement]:
    """Yield whose agreement what is permitted still lacks, where others than its maker hold rights.

    What a Declaration permits is the agreement of the party that made it, and of no other
    (spec 5.7). No use that can be permitted touches what only persons have.
    """
    by = declared.document.by
    others = {
        entry.mandate.name if entry.mandate else entry.name: None
        for entry in declared.rightsholders
        if by.id != (entry.mandate.id if entry.mandate else entry.holder)
        and not all(right.personal for right in entry.rights)
    }
    if others and Status.PERMITTED in of.values():
        names = tuple(Theirs(one) for one in others)
        yield Statement(Kind.PERMITS_ALONE, {"by": name(by), "others": names})


def _entry(declared: Declared, entry: Rightsholder) -> Iterator[Statement]:
    places = addresses(asked_at([(declared, entry)], entry.holder))
    said = {"holder": party(entry.holder, entry.name), "rights": entry.rights}
    kind = Kind.HOLDER if places else Kind.HOLDER_NOWHERE
    yield Statement(kind, {**said, "addresses": places})
    if entry.mandate:
        yield _mandated(declared, entry, entry.mandate)


def _mandated(declared: Declared, entry: Rightsholder, mandate: Mandate) -> Statement:
    places = addresses(asked_at([(declared, entry)], mandate.id))
    return Statement(
        Kind.MANDATED if places else Kind.MANDATED_NOWHERE,
        {
            "mandated": party(mandate.id, mandate.name),
            "capacity": mandate.capacity,
            "holder": Theirs(entry.name),
            "addresses": places,
        },
    )
