"""Find the status that a Declaration states for a leaf (reading rule 1)."""

from typing import NamedTuple

from askfirst.model.declarations import Declared
from askfirst.model.parts import Statements
from askfirst.vocabulary import Status, Use, nearest_stated, path

__all__ = ["Stated", "stated", "status"]


class Stated(NamedTuple):
    """A status, the term it is stated for, and whether the release states it for all tracks."""

    status: Status
    term: Use | None
    general: bool


_NOTHING = Stated(Status.UNSPECIFIED, None, general=False)


def status(declared: Declared, leaf: Use) -> Stated:
    """Return what a Declaration states for a leaf; asked again, it is remembered."""
    found: Stated | None = declared.remembered.get(leaf)
    if found is None:
        found = declared.remembered[leaf] = stated(leaf, declared.own, declared.general)
    return found


def stated(leaf: Use, own: Statements, general: Statements | None) -> Stated:
    """Return what a track's and a release's statements give: the nearest term to a leaf.

    Where both state something the track's holds, unless the release's is strictly nearer; then
    the stricter of the two.
    """
    one = _nearest(leaf, own, general=False)
    other = _nearest(leaf, general, general=True) if general else None
    if one is None or other is None:
        return one or other or _NOTHING
    order = path(leaf)
    nearer = other.term and one.term and order.index(other.term) < order.index(one.term)
    return other if nearer and other.status.strictness > one.status.strictness else one


def _nearest(leaf: Use, statements: Statements, *, general: bool) -> Stated | None:
    found = nearest_stated(leaf, statements.by_status)
    return Stated(found[1], found[0], general) if found else None
