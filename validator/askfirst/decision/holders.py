"""Find who holds a right in the track, and who stands in for whom (reading rule 7)."""

from collections.abc import Iterable, Iterator

from askfirst.decision.case import Applying, Parties
from askfirst.decision.identity import reaches
from askfirst.vocabulary import Identifies, Right

__all__ = ["parties"]


def parties(applying: Iterable[Applying], right: Right, *, loosens: bool) -> Parties:
    """Return who holds a right: whoever is named, once one naming counts."""
    naming = [one for one in applying if right in one.declared.named]
    heard = [one for one in naming if reaches(one.restricts, right)]
    if not heard:
        return Parties(loosens and any(_is_absent(applying, right)), (), {})
    counting = [one for one in heard if loosens and reaches(one.loosens, right)]
    if not counting:
        return Parties(False, (), {})
    holders = {party: None for one in heard for party in one.declared.named[right]}
    return Parties(False, tuple(holders), _standing_in(counting, right))


def _is_absent(applying: Iterable[Applying], right: Right) -> Iterator[bool]:
    """Tell of each Declaration whether it counts and says that the right does not exist."""
    return (
        one.loosens is Identifies.RECORDING and right in one.declared.absent_rights
        for one in applying
    )


def _standing_in(counting: list[Applying], right: Right) -> dict[str, tuple[str, ...]]:
    """Return the mandated parties beside each holder of a right."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in (entry for one in counting for entry in one.declared.mandates):
        if right in entry.rights and entry.mandate:
            found[entry.holder] = (*found.get(entry.holder, ()), entry.mandate.id)
    return found
