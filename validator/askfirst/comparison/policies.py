"""Compare Policies: what is promised for each leaf, and whether the change was announced."""

from collections.abc import Iterator

from askfirst.comparison.change import Change, Kind
from askfirst.comparison.durations import after, can_be_shorter
from askfirst.comparison.members import Found, Reader, found, leaf_changes, milder, noted, value
from askfirst.model.documents import Policy
from askfirst.vocabulary import Use
from askfirst.vocabulary.promises import PROMISES, WITHOUT_ASKING, promised

__all__ = ["ANNOUNCEMENT", "SILENT", "WITHOUT_ASKING", "policy_changes", "promise"]

_, ASKS_FIRST, NEVER = PROMISES
SILENT = "silent"
#: What a change is about when a Policy takes effect before it was announced long enough.
ANNOUNCEMENT = "announcement"
_MILDEST_FIRST = milder(WITHOUT_ASKING, SILENT, ASKS_FIRST, NEVER)
_NOTES: dict[str, Reader] = {
    "id": lambda one: str(one.id),
    "issued": lambda one: str(one.issued),
    "by": lambda one: str(one.by.id),
    "by/name": lambda one: one.by.name,
    "contact": lambda one: one.contact,
}
_TERMS: dict[str, Reader] = {
    "effective": lambda one: str(one.effective),
    "terms/url": lambda one: one.terms and one.terms.url,
    "terms/quote": lambda one: one.terms and one.terms.quote,
    "terms/language": lambda one: one.terms and one.terms.language,
}


def policy_changes(old: Policy, new: Policy) -> Iterator[Change]:
    """Yield what differs between two Policies."""
    said = [*_promises(old, new), *_ways_out(old, new), *noted(old, new, _TERMS)]
    yield from said
    yield from _unannounced(old, new) if said else ()
    yield from noted(old, new, _NOTES)


def promise(policy: Policy, leaf: Use) -> Found:
    """Return what is promised for a leaf, and the entry that says so (spec 5.13)."""
    terms = (policy.without_asking, policy.asks_first, policy.never)
    lists = dict(zip(PROMISES, terms, strict=True))
    said = promised(leaf, lists)
    if said is None:
        return SILENT, None
    return said.kind, f"/{said.stands_in}/{lists[said.stands_in].index(said.term)}"


def _promises(old: Policy, new: Policy) -> Iterator[Change]:
    yield from leaf_changes(
        lambda leaf: promise(old, leaf), lambda leaf: promise(new, leaf), _MILDEST_FIRST
    )


def _ways_out(old: Policy, new: Policy) -> Iterator[Change]:
    """Yield what differs in the notice of changes and in how holders can object."""
    notices = found(old.notice, "/notice"), found(new.notice, "/notice")
    yield from value("notice", *notices, _notice(old.notice, new.notice))
    at = "/howToOptOut"
    kind = _appeared(old.how_to_opt_out, new.how_to_opt_out) or Kind.CHANGED
    ways = found(old.how_to_opt_out, at), found(new.how_to_opt_out, at)
    yield from value("howToOptOut", *ways, kind)


def _notice(old: str | None, new: str | None) -> Kind:
    """Tell what another notice does; what can be shorter is taken to be."""
    if old is None or new is None:
        return _appeared(old, new) or Kind.CHANGED
    if can_be_shorter(new, old):
        return Kind.WIDENED
    return Kind.NARROWED if can_be_shorter(old, new) else Kind.CHANGED


def _appeared(old: str | None, new: str | None) -> Kind | None:
    """Tell what it does that something helpful is there or gone; None where that is as it was."""
    if (old is None) == (new is None):
        return None
    return Kind.WIDENED if new is None else Kind.NARROWED


def _unannounced(old: Policy, new: Policy) -> Iterator[Change]:
    """Yield that a change takes effect sooner than the old Policy promised to announce it."""
    if old.notice is not None and after(new.issued, old.notice) > after(new.effective):
        yield Change(
            kind=Kind.WIDENED,
            what=ANNOUNCEMENT,
            before=old.notice,
            after=f"{new.issued}/{new.effective}",
            old="/notice",
            new="/effective",
        )
