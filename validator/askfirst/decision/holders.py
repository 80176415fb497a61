"""Find who holds a right in the track, and who stands in for whom (reading rule 7)."""

from collections.abc import Iterable, Sequence

from askfirst.decision.case import Applying, Parties
from askfirst.decision.identity import reaches
from askfirst.model.declarations import Declared
from askfirst.vocabulary import Identifies, Right

__all__ = ["holdings"]

_RECORDING = Identifies.RECORDING


def holdings(applying: Sequence[Applying], rights: Iterable[Right]) -> dict[Right, Parties]:
    """Return who holds each right: whoever is named, once one naming counts."""
    return {right: _parties(applying, right) or _unheld(applying, right) for right in rights}


def _parties(applying: Sequence[Applying], right: Right) -> Parties | None:
    naming = [
        (declared, loosens)
        for declared, kind, loosens in applying
        if right in declared.named and (kind is _RECORDING or reaches(kind, right))
    ]
    if not naming:
        return None
    counted = [one for one, kind in naming if kind is _RECORDING or reaches(kind, right)]
    if not counted:
        return Parties(False, frozenset(), {})
    holders = frozenset().union(*[one.named[right] for one, _ in naming])
    return Parties(False, holders, _standing_in(counted, right))


def _unheld(applying: Sequence[Applying], right: Right) -> Parties:
    """Return that a right is absent, if a Declaration that counts for the recording says so."""
    absent = any(
        one.loosens is _RECORDING and right in one.declared.absent_rights for one in applying
    )
    return Parties(absent, frozenset(), {})


def _standing_in(counted: list[Declared], right: Right) -> dict[str, tuple[str, ...]]:
    """Return the mandated parties beside each holder of a right."""
    found: dict[str, tuple[str, ...]] = {}
    for one in counted:
        for entry in one.mandates:
            if right in entry.rights and entry.mandate:
                found[entry.holder] = (*found.get(entry.holder, ()), entry.mandate.id)
    return found
