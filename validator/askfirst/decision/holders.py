"""Find who holds which right in the track, and who stands in for whom (reading rule 7)."""

from collections.abc import Iterable, Sequence

from askfirst.decision.case import Applying, Holdings
from askfirst.decision.identity import reached
from askfirst.model.declarations import Claim, Declared
from askfirst.vocabulary import Identifies, Right

__all__ = ["holdings"]

_RECORDING = Identifies.RECORDING
_NO_CLAIMS: frozenset[Claim] = frozenset()
_NO_RIGHTS: frozenset[Right] = frozenset()


def holdings(applying: Sequence[Applying]) -> Holdings:
    """Return who holds what: whoever is named for a right, once one naming of it counts."""
    claims = _NO_CLAIMS.union(
        *[d.claims if k is _RECORDING else _through(d, k) for d, k, _ in applying]
    )
    held = [d.held if k is _RECORDING else d.held & reached(k) for d, _, k in applying]
    absent = [d.absent_rights for d, _, k in applying if d.absent_rights and k is _RECORDING]
    unnamed = _NO_RIGHTS.union(*absent) if absent else _NO_RIGHTS
    return Holdings(
        claims,
        _NO_RIGHTS.union(*held),
        unnamed.difference([right for _, right in claims]) if unnamed else unnamed,
        _standing_in([(declared, kind) for declared, _, kind in applying if declared.mandates]),
    )


def _through(declared: Declared, kind: Identifies | None) -> frozenset[Claim]:
    """Return the claims of a Declaration as far as rule 6 lets them through."""
    return frozenset(claim for claim in declared.claims if claim[1] in reached(kind))


def _standing_in(
    mandating: Iterable[tuple[Declared, Identifies | None]],
) -> dict[Claim, frozenset[Claim]]:
    found: dict[Claim, frozenset[Claim]] = {}
    for declared, kind in mandating:
        for entry in declared.mandates:
            for right in reached(kind).intersection(entry.rights):
                if entry.mandate:
                    beside = found.get((entry.holder, right), _NO_CLAIMS)
                    found[entry.holder, right] = beside | {(entry.mandate.id, right)}
    return found
