"""Find who agrees to what, and the outcome of each leaf (reading rules 2, 3, 7 and 11)."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.decision.broken import prohibits
from askfirst.decision.case import Applying, Case, Offered
from askfirst.decision.consents import covers
from askfirst.decision.identity import reaches
from askfirst.decision.question import touched
from askfirst.decision.statement import status
from askfirst.vocabulary import Material, Right, Status, Use

__all__ = [
    "Pair",
    "agrees",
    "consenting",
    "demanded",
    "is_permitted",
    "outcome",
    "permitting",
    "touched_rights",
]


class Pair(NamedTuple):
    """An asked leaf and an asked material."""

    leaf: Use
    material: Material


def outcome(case: Case, leaf: Use) -> Status:
    """Return the outcome of a leaf: the strictest over its materials."""
    demand = demanded(case, leaf)
    if demand is Status.PROHIBITED:
        return demand
    if case.closing:
        return Status.CONSENT_REQUIRED
    pairs = (Pair(leaf, material) for material in case.question.materials)
    agreed = all(is_permitted(case, pair, demand) for pair in pairs)
    return Status.PERMITTED if agreed else demand


def demanded(case: Case, leaf: Use) -> Status:
    """Return what the floor and the statements demand; unspecified where they demand nothing."""
    if any(prohibits(piece, leaf) for piece in case.closing):
        return Status.PROHIBITED
    stated = {status(one.declared, leaf).status for one in case.applying}
    if Status.PROHIBITED in stated:
        return Status.PROHIBITED
    asks = leaf.floor or Status.CONSENT_REQUIRED in stated
    return Status.CONSENT_REQUIRED if asks else Status.UNSPECIFIED


def is_permitted(case: Case, pair: Pair, demand: Status) -> bool:
    """Tell whether every holder of every touched right agrees to a pair that is not prohibited."""
    by_material = touched(*pair).by_material
    if all(case.rights[right].absent for right in by_material):
        return False
    return all(
        case.rights[right].holders
        and all(agrees(case, pair, right, one, demand) for one in case.rights[right].holders)
        for right in touched_rights(case, pair)
    )


def touched_rights(case: Case, pair: Pair) -> tuple[Right, ...]:
    """Return the rights a pair touches: of its material what is not absent, and of its leaf."""
    by_material, by_use = touched(*pair)
    return (*(right for right in by_material if not case.rights[right].absent), *by_use)


def agrees(case: Case, pair: Pair, right: Right, holder: str, demand: Status) -> bool:
    """Tell whether a holder agrees to a pair, for a right: by a Consent, or by a statement."""
    if next(consenting(case, pair, right, holder), None):
        return True
    # where consent is needed, what a Declaration permits is no agreement
    return demand is Status.UNSPECIFIED and any(permitting(case, pair.leaf, right, holder))


def consenting(case: Case, pair: Pair, right: Right, holder: str) -> Iterator[Offered]:
    """Yield the Consents of a holder, or of who stands in for it, that cover a pair for a right."""
    for party in (holder, *case.rights[right].standing_in.get(holder, ())):
        for one in case.offered.get(party, ()):
            if covers(one.consent, one.loosens, pair.leaf, pair.material, right):
                yield one


def permitting(case: Case, leaf: Use, right: Right, holder: str) -> Iterator[Applying]:
    """Yield the Declarations of a holder's own that permit a leaf and count for a right."""
    for one in case.applying:
        own = one.declared.document.by.id == holder and reaches(one.loosens, right)
        if own and status(one.declared, leaf).status is Status.PERMITTED:
            yield one
