"""Hold what a comparison found as values."""

from dataclasses import dataclass
from enum import StrEnum

from askfirst.checking.making import AnyDocument
from askfirst.vocabulary import Right, Use

__all__ = ["LEAF", "Change", "Difference", "Kind"]

#: What a change is about when it is about a leaf and not about a member.
LEAF = "leaf"


class Kind(StrEnum):
    """What a change does to what may be done, the gravest first."""

    WIDENED = "widened"
    NARROWED = "narrowed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference; without `before` something was added, without `after` it was dropped.

    `what` is `leaf`, or the member that differs, with the members around it: `terms/quote`.
    `track` is the pointer of the track of a Release, in the new document where it is there.
    `old` and `new` are the pointers of what differs, where there is something to point at.
    """

    kind: Kind
    what: str
    before: str | None = None
    after: str | None = None
    use: Use | None = None
    right: Right | None = None
    track: str | None = None
    old: str | None = None
    new: str | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """What changes are sorted by: each kind by itself, in it track by track, leaves first."""
        return (
            list(Kind).index(self.kind),
            int(self.track.rpartition("/")[2]) if self.track else -1,
            self.what != LEAF,
            self.what,
            list(Use).index(self.use) if self.use else -1,
            list(Right).index(self.right) if self.right else -1,
            self.before or "",
            self.after or "",
            self.old or "",
            self.new or "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two documents of one type, and every change between them, sorted."""

    old: AnyDocument
    new: AnyDocument
    changes: tuple[Change, ...]

    @property
    def widened(self) -> bool:
        """Whether any change lets something be done that the old document did not."""
        return any(change.kind is Kind.WIDENED for change in self.changes)
