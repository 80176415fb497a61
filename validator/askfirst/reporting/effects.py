"""Say in a sentence what the change of a member does (spec 5.15)."""

from askfirst.comparison import Change, Kind
from askfirst.comparison.durations import can_be_shorter

__all__ = ["effect"]

#: By what changed, what that does, and whether something was added, dropped, or is another.
_EFFECTS = {
    ("by", Kind.WIDENED, "other"): "it is another party's word, and not that of the old maker",
    ("id", Kind.WIDENED, "other"): "a Withdrawal of the old Consent does not end this one",
    ("track", Kind.WIDENED, "dropped"): "what is known by this alone is not restricted any more",
    ("track", Kind.WIDENED, "added"): "it now reaches what is known by this, also to open it",
    ("track", Kind.NARROWED, "added"): "it now restricts what sounds alike",
    ("track", Kind.NARROWED, "dropped"): "what sounds alike is not asked about any more",
    ("tracks", Kind.WIDENED, "added"): "it now reaches this track too, also to open it",
    ("tracks", Kind.WIDENED, "dropped"): "this track is not restricted by it any more",
    ("tracks", Kind.NARROWED, "dropped"): "it does not reach this track any more",
    ("rightsholders", Kind.WIDENED, "dropped"): "nobody needs to ask them any more",
    ("rightsholders", Kind.WIDENED, "added"): "nobody was named who could agree; now they can",
    ("rightsholders", Kind.NARROWED, "added"): "they have to agree as well",
    ("rightsholders/mandate", Kind.WIDENED, "added"): "they can agree in the place of the holder",
    ("rightsholders/mandate", Kind.NARROWED, "dropped"): "the holder has to agree in person",
    ("absentRights", Kind.WIDENED, "added"): "nobody has to agree for a right that does not exist",
    ("absentRights", Kind.NARROWED, "dropped"): "somebody has to agree for this right again",
    ("source", Kind.WIDENED, "dropped"): "what was only read from a signal can open now",
    ("source", Kind.WIDENED, "added"): "what it replaced holds again, also what that permits",
    ("supersedes", Kind.WIDENED, "added"): "what that document restricts does not count any more",
    ("supersedes", Kind.WIDENED, "dropped"): "what that document permits counts again",
    ("conditions", Kind.WIDENED, "dropped"): "this need not be accepted any more",
    ("accepts", Kind.WIDENED, "dropped"): "this is not accepted any more",
    ("purpose", Kind.WIDENED, "other"): "another purpose cannot be compared, and is one more",
    ("agreement/sha256", Kind.WIDENED, "other"): "what agreements say cannot be compared",
    ("agreement/sha256", Kind.WIDENED, "dropped"): "nothing says any more what was agreed on",
    ("notice", Kind.WIDENED, "other"): "a change can take effect sooner after it is announced",
    ("notice", Kind.WIDENED, "dropped"): "a change can take effect at once",
    ("howToOptOut", Kind.WIDENED, "dropped"): "nobody is told how to object any more",
    ("announcement", Kind.WIDENED, "other"): "it takes effect sooner than the old notice promised",
}


def effect(change: Change) -> str | None:
    """Return what a change does; None where what changed says it."""
    if _depends_on_the_month(change):
        return "it can be shorter, because months differ in length, and is taken to be"
    shape = "added" if change.before is None else "dropped" if change.after is None else "other"
    return _EFFECTS.get((change.what, change.kind, shape))


def _depends_on_the_month(change: Change) -> bool:
    before, after = change.before, change.after
    if change.what != "notice" or before is None or after is None:
        return False
    return can_be_shorter(before, after) and can_be_shorter(after, before)
