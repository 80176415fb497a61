"""Compare Decisions: what the answer is, leaf by leaf."""

from collections.abc import Callable, Iterator

from askfirst.comparison.change import Change, Kind
from askfirst.comparison.members import Found, Reader, entries, leaf_changes, noted
from askfirst.model.decisions import Decision, Missing
from askfirst.vocabulary import Status, Use

__all__ = ["decision_changes"]

_NOTES: dict[str, Reader] = {
    "id": lambda one: str(one.id),
    "issued": lambda one: str(one.issued),
    "request/id": lambda one: str(one.request.id),
    "request/sha256": lambda one: str(one.request.sha256),
    "assurance": lambda one: str(one.assurance),
    "trust": lambda one: one.trust,
    "outcome": lambda one: str(one.outcome),
}


def decision_changes(old: Decision, new: Decision) -> Iterator[Change]:
    """Yield what differs between two Decisions."""
    yield from leaf_changes(_answers(old), _answers(new), _kind)
    for what, read in (("documents", _documents), ("missing", _missing)):
        yield from entries(what, read(old), read(new), added=Kind.CHANGED, dropped=Kind.CHANGED)
    yield from noted(old, new, _NOTES)


def _answers(decision: Decision) -> Callable[[Use], Found]:
    """Return what gives the outcome of a leaf, the strictest of several; nothing if not asked."""
    said: dict[Use, Found] = {}
    strictest_last = sorted(enumerate(decision.leaves), key=lambda one: one[1].outcome.strictness)
    for n, leaf in strictest_last:
        said[leaf.use] = leaf.outcome, f"/leaves/{n}/outcome"
    return lambda leaf: said.get(leaf, (None, None))


def _kind(_leaf: Use, before: str | None, after: str | None) -> Kind:
    """Tell what another answer does; where there was none, only a permission is one more."""
    if before is None or after is None:
        one_more = Kind.WIDENED if after == Status.PERMITTED else Kind.CHANGED
        return Kind.NARROWED if before == Status.PERMITTED else one_more
    return Kind.WIDENED if Status(after).strictness < Status(before).strictness else Kind.NARROWED


def _documents(decision: Decision) -> dict[str, str]:
    return {one.sha256: f"/documents/{n}" for n, one in enumerate(decision.documents)}


def _missing(decision: Decision) -> dict[str, str]:
    return {_agreement(one): f"/missing/{n}" for n, one in enumerate(decision.missing)}


def _agreement(one: Missing) -> str:
    """Return a missing agreement as one text; without a holder, nobody counts as one."""
    return f"{one.right} of {one.holder or 'nobody'} for {one.use}"
