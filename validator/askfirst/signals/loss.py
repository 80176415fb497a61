"""Say what is lost when a document is said in a foreign signal, leaf by leaf (spec 2.4)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from askfirst.signals.terms import Standing
from askfirst.vocabulary import Status, Use

__all__ = ["Loss", "LossKind", "losses"]

_RESTRICTING = (Status.CONSENT_REQUIRED, Status.PROHIBITED)


class LossKind(StrEnum):
    """How a leaf fares: a gap is a restriction that the signal does not carry."""

    EXACT = "exact"
    OVER_BLOCKS = "over-blocks"
    UNSAID = "unsaid"
    GAP = "gap"


class Loss(NamedTuple):
    """What a leaf is declared as, and what is heard of it in the signal."""

    use: Use
    declared: Status
    heard: Status

    @property
    def kind(self) -> LossKind:
        """Whether that is exact, stricter, silent about a permission, or milder."""
        if self.declared is self.heard:
            return LossKind.EXACT
        if self.heard.strictness > self.declared.strictness and self.heard in _RESTRICTING:
            return LossKind.OVER_BLOCKS
        return LossKind.GAP if self.declared in _RESTRICTING else LossKind.UNSAID


def losses(declared: Standing, heard: Standing) -> Iterator[Loss]:
    """Yield how each leaf fares, in tree order."""
    for leaf in declared:
        yield Loss(leaf, declared[leaf], heard[leaf])
