"""Find who agrees to what, and the outcome of each leaf (reading rules 2, 3, 7 and 11)."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.decision.broken import prohibits
from askfirst.decision.case import Applying, Case
from askfirst.decision.question import touched
from askfirst.decision.statement import status
from askfirst.model.declarations import Claim
from askfirst.vocabulary import Material, Right, Status, Use

__all__ = ["Pair", "agrees", "demanded", "lacking", "outcome", "permitting", "touched_rights"]

_PERMITTED, _UNSPECIFIED, _CONSENT_REQUIRED, _PROHIBITED = Status
_NO_CLAIMS: frozenset[Claim] = frozenset()


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
    agreed = all(_is_permitted(case, pair, demand) for pair in pairs)
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


def _is_permitted(case: Case, pair: Pair, demand: Status) -> bool:
    """Tell whether every holder of every touched right agrees to a pair that is not prohibited."""
    rights = touched_rights(case, pair)
    absent, by_material = case.holdings.absent, touched(*pair).by_material
    if not rights <= case.holdings.held or (absent and absent.issuperset(by_material)):
        return False
    return not lacking(case, pair, demand)


def touched_rights(case: Case, pair: Pair) -> frozenset[Right]:
    """Return the rights a pair touches: of its material what is not absent, and of its leaf."""
    both = touched(*pair)
    absent = case.holdings.absent
    return both.all.difference(absent) if absent else both.all


def lacking(case: Case, pair: Pair, demand: Status) -> set[Claim]:
    """Return the holders that do not agree to a pair, each with each right for which it lacks.

    Rights that nobody counts as holder of are not among them.
    """
    claims, held, _, standing_in = case.holdings
    rights = touched_rights(case, pair) & held
    granted = _granted(case, pair)
    lacked = {claim for claim in claims - granted if claim[1] in rights}
    if lacked and standing_in:
        lacked = {one for one in lacked if granted.isdisjoint(standing_in.get(one, ()))}
    # where consent is needed, what a Declaration permits is no agreement
    if lacked and demand is _UNSPECIFIED:
        for one in permitting(case, pair.leaf):
            lacked = {claim for claim in lacked if not agrees(case, one, claim)}
    return lacked


def agrees(case: Case, one: Applying, claim: Claim) -> bool:
    """Tell whether a Declaration is a party's own for a right, and counts for it (rule 7)."""
    party, right = claim
    document = one.declared.document
    if party == document.by.id:
        return right in one.loosens
    return right in case.judge.vouched(document, party, one.opens, case.known_to_loosen)


def _granted(case: Case, pair: Pair) -> frozenset[Claim]:
    """Return for whom and for which rights Consents cover a pair."""
    leaf, material = pair
    covering = [
        claims
        for consent, claims in case.grants
        if material in consent.material and leaf in consent.leaves
    ]
    return _NO_CLAIMS.union(*covering)


def permitting(case: Case, leaf: Use) -> Iterator[Applying]:
    """Yield the Declarations that may count for somebody and permit a leaf."""
    for one in case.applying:
        if one.opens and status(one.declared, leaf).status is _PERMITTED:
            yield one
