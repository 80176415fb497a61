"""Find who holds which right in the track, and who stands in for whom (reading rule 7)."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from askfirst.decision.case import Applying, Holdings
from askfirst.decision.identity import EVERY_RIGHT, reached
from askfirst.model.declarations import Claim
from askfirst.vocabulary import Identifies, Right

__all__ = ["holdings"]

_RECORDING = Identifies.RECORDING
_NO_CLAIMS: frozenset[Claim] = frozenset()
_NO_RIGHTS: frozenset[Right] = frozenset()

#: Returns the rights for which a Declaration counts for a party.
Counts: TypeAlias = Callable[[Applying, str], frozenset[Right]]


def holdings(applying: Sequence[Applying], counts: Counts) -> Holdings:
    """Return who holds what: whoever is named for a right, once one naming of it counts."""
    claims = _NO_CLAIMS.union(*[_claims(one) for one in applying])
    held = [
        one.declared.held if one.loosens is EVERY_RIGHT else one.declared.held & one.loosens
        for one in applying
    ]
    absent = [one.absent for one in applying if one.absent]
    unnamed = _NO_RIGHTS.union(*absent) if absent else _NO_RIGHTS
    return Holdings(
        claims,
        _NO_RIGHTS.union(*held),
        unnamed.difference([right for _, right in claims]) if unnamed else unnamed,
        _standing_in([one for one in applying if one.declared.mandates], counts),
    )


def _claims(one: Applying) -> frozenset[Claim]:
    """Return the claims of a Declaration as far as rule 6 lets them through."""
    claims, kind = one.declared.claims, one.restricts
    if kind is _RECORDING:
        return claims
    return frozenset(claim for claim in claims if claim[1] in reached(kind))


def _standing_in(mandating: Sequence[Applying], counts: Counts) -> dict[Claim, frozenset[Claim]]:
    """Return for each claim whose mandate counts those beside it (reading rules 7 and 10)."""
    found: dict[Claim, frozenset[Claim]] = {}
    for one in mandating:
        for entry in one.declared.mandates:
            for right in counts(one, entry.holder).intersection(entry.rights):
                if entry.mandate:
                    beside = found.get((entry.holder, right), _NO_CLAIMS)
                    found[entry.holder, right] = beside | {(entry.mandate.id, right)}
    return found
