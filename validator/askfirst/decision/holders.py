"""Find who holds which right in the track, and who stands in for whom (reading rule 7)."""

from collections.abc import Iterable, Sequence

from askfirst.decision.case import Applying, Holdings
from askfirst.decision.identity import reached
from askfirst.model.declarations import Declared
from askfirst.vocabulary import Identifies, Right

__all__ = ["holdings"]

_NONE: frozenset[Right] = frozenset()
_RECORDING = Identifies.RECORDING


def holdings(applying: Sequence[Applying]) -> Holdings:
    """Return who holds what: whoever is named for a right, once one naming of it counts."""
    named: dict[str, frozenset[Right]] = {}
    for declared, kind, _ in applying:
        for party, rights in declared.named.items():
            heard = rights if kind is _RECORDING else rights & reached(kind)
            named[party] = named.get(party, _NONE) | heard
    return Holdings(
        named,
        _NONE.union(*[d.held if k is _RECORDING else d.held & reached(k) for d, _, k in applying]),
        _NONE.union(*[d.absent_rights for d, _, k in applying if k is _RECORDING])
        - _NONE.union(*named.values()),
        _standing_in([(d, k) for d, _, k in applying if d.mandates]),
    )


def _standing_in(
    mandating: Iterable[tuple[Declared, Identifies | None]],
) -> dict[str, dict[str, frozenset[Right]]]:
    found: dict[str, dict[str, frozenset[Right]]] = {}
    for declared, kind in mandating:
        for entry in declared.mandates:
            if entry.mandate:
                beside = found.setdefault(entry.holder, {})
                counts = reached(kind).intersection(entry.rights)
                beside[entry.mandate.id] = beside.get(entry.mandate.id, _NONE) | counts
    return found
