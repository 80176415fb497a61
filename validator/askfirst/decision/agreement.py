"""Find who agrees to what, and the outcome of each leaf (reading rules 2, 3, 7 and 11)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from askfirst.decision.broken import prohibits
from askfirst.decision.case import Applying, Case, Offered
from askfirst.decision.consents import covered_leaves
from askfirst.decision.identity import reaches
from askfirst.decision.question import touched
from askfirst.decision.statement import status
from askfirst.vocabulary import Identifies, Material, Right, Status, Use

__all__ = [
    "Pair",
    "consents_for",
    "demanded",
    "lacking",
    "outcome",
    "permitting",
    "touched_rights",
]

_PERMITTED, _UNSPECIFIED, _CONSENT_REQUIRED, _PROHIBITED = Status
_RECORDING = Identifies.RECORDING


class Pair(NamedTuple):
    """An asked leaf and an asked material."""

    leaf: Use
    material: Material


def outcome(case: Case, leaf: Use) -> Status:
    """Return the outcome of a leaf: the strictest over its materials."""
    demand = demanded(case, leaf)
    if demand is _PROHIBITED:
        return demand
    if case.closing:
        return _CONSENT_REQUIRED
    pairs = (Pair(leaf, material) for material in case.question.materials)
    agreed = all(is_permitted(case, pair, demand) for pair in pairs)
    return _PERMITTED if agreed else demand


def demanded(case: Case, leaf: Use) -> Status:
    """Return what the floor and the statements demand; unspecified where they demand nothing."""
    if any(prohibits(piece, leaf) for piece in case.closing):
        return _PROHIBITED
    stated = {status(one.declared, leaf).status for one in case.applying}
    if _PROHIBITED in stated:
        return _PROHIBITED
    asks = leaf.floor or _CONSENT_REQUIRED in stated
    return _CONSENT_REQUIRED if asks else _UNSPECIFIED


def is_permitted(case: Case, pair: Pair, demand: Status) -> bool:
    """Tell whether every holder of every touched right agrees to a pair that is not prohibited."""
    if all(case.rights[right].absent for right in touched(*pair).by_material):
        return False
    covering = consents_for(case, pair)
    for right in touched_rights(case, pair):
        holders = case.rights[right].holders
        if not holders or lacking(case, pair, right, demand, covering):
            return False
    return True


def touched_rights(case: Case, pair: Pair) -> tuple[Right, ...]:
    """Return the rights a pair touches: of its material what is not absent, and of its leaf."""
    by_material, by_use = touched(*pair)
    return (*(right for right in by_material if not case.rights[right].absent), *by_use)


def consents_for(case: Case, pair: Pair) -> list[Offered]:
    """Return the Consents that cover all of a pair but the right."""
    return [
        one
        for one in case.offered
        if pair.material in one.consent.material and pair.leaf in covered_leaves(one.consent.uses)
    ]


def lacking(
    case: Case, pair: Pair, right: Right, demand: Status, covering: Iterable[Offered]
) -> list[str]:
    """Return the holders of a right that do not agree to a pair: by a Consent, or by a statement.

    `covering` are the Consents for the pair. Where consent is needed, what a Declaration permits
    is no agreement.
    """
    consenting = {
        consent.by.id
        for consent, kind in covering
        if right in consent.rights and (kind is _RECORDING or reaches(kind, right))
    }
    _, holders, standing_in = case.rights[right]
    return [
        holder
        for holder in holders - consenting
        if consenting.isdisjoint(standing_in.get(holder, ()))
        and not (demand is _UNSPECIFIED and any(permitting(case, pair.leaf, right, holder)))
    ]


def permitting(case: Case, leaf: Use, right: Right, holder: str) -> Iterator[Applying]:
    """Yield the Declarations of a holder's own that permit a leaf and count for a right."""
    for one in case.applying:
        own = one.declared.document.by.id == holder and reaches(one.loosens, right)
        if own and status(one.declared, leaf).status is _PERMITTED:
            yield one
