"""Say how the uses of a track stand: each leaf under one status, in the fewest terms (spec 5.1).

The floor is part of it: whatever a document states, a leaf under it is never milder than
`consent-required` (spec 5.2).
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from askfirst.decision.statement import stated
from askfirst.deed.kinds import Kind, Part
from askfirst.deed.statements import Act, Section, Statement, Token, Value
from askfirst.model.parts import Statements
from askfirst.vocabulary import Status, Use, groups, leaves

__all__ = ["Standing", "listed", "sections", "standing", "statements"]

#: The status of leaves of the tree: of all of them, or of those that differ.
Standing: TypeAlias = Mapping[Use, Status]

_SAID = {
    Status.PROHIBITED: Kind.PROHIBITED,
    Status.CONSENT_REQUIRED: Kind.CONSENT_REQUIRED,
    Status.PERMITTED: Kind.PERMITTED,
    Status.UNSPECIFIED: Kind.UNSPECIFIED,
}


@lru_cache(maxsize=1024)  # most tracks of a Release state the same
def standing(own: Statements, general: Statements | None = None) -> Standing:
    """Return the status of every leaf by the statements of a document, and of one around it."""
    return {leaf: _status(leaf, own, general) for leaf in leaves(Use.ANY_AI_USE)}


def _status(leaf: Use, own: Statements, general: Statements | None) -> Status:
    said = stated(leaf, own, general).status
    return Status.strictest([said, Status.CONSENT_REQUIRED]) if leaf.floor else said


def listed(kind: Kind, uses: Iterable[Use], **values: Value) -> Statement:
    """Return a statement with uses below it, in the fewest terms that mean them."""
    parts = (Statement(Kind.USE, {"act": Act(use), "use": Token(use)}) for use in groups(uses))
    return Statement(kind, dict(values), tuple(parts))


def statements(of: Standing) -> Iterator[Statement]:
    """Yield what is said of leaves, the strictest status first; each leaf once."""
    for status, kind in _SAID.items():
        those = [leaf for leaf in of if of[leaf] is status]
        if those:
            yield listed(kind, those)
            yield from _beside(status, those)


def sections(of: Standing) -> Iterator[Section]:
    """Yield what is said of leaves, a section for each status."""
    for status in _SAID:
        said = tuple(statements({leaf: one for leaf, one in of.items() if one is status}))
        if said:
            yield Section(Part(status), said)


def _beside(status: Status, those: list[Use]) -> Iterator[Statement]:
    """Yield what follows from a status for some of its leaves."""
    if status is Status.CONSENT_REQUIRED and any(leaf.floor for leaf in those):
        yield Statement(Kind.ALWAYS_ASKED)
    if status is Status.PROHIBITED and Use.RECOMMENDATION_TRAINING in those:
        yield Statement(Kind.RECOMMENDATIONS_STOP)
