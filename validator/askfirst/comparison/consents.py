"""Compare Consents, dimension by dimension, and Withdrawals (reading rules 5, 6 and 9)."""

from collections.abc import Iterator

from askfirst.comparison.change import Change, Kind
from askfirst.comparison.members import (
    Found,
    Reader,
    entries,
    found,
    leaf_changes,
    listed,
    milder,
    noted,
    value,
)
from askfirst.comparison.reach import (
    AnyModel,
    covering_models,
    covering_territories,
    covering_tracks,
    shown_model,
)
from askfirst.comparison.tracks import identified
from askfirst.model.documents import Consent, Withdrawal
from askfirst.vocabulary import ANY, ANYONE, AtEnd, Use, path

__all__ = ["consent_changes", "withdrawal_changes"]

_COVERED, _NOT_COVERED = "covered", "not-covered"
_CONSENT_NOTES: dict[str, Reader] = {
    "issued": lambda one: str(one.issued),
    "by/name": lambda one: one.by.name,
    "to/name": lambda one: None if one.to == ANYONE else one.to.name,
    "expression/method": lambda one: str(one.expression.method),
    "expression/statement": lambda one: str(one.expression.statement),
    "expression/language": lambda one: str(one.expression.language),
    "expression/at": lambda one: str(one.expression.at),
    "agreement/url": lambda one: one.agreement and one.agreement.url,
    "inReplyTo": lambda one: one.in_reply_to,
    "witness/id": lambda one: one.witness and one.witness.id,
    "witness/name": lambda one: one.witness and one.witness.name,
}
_WITHDRAWAL_NOTES: dict[str, Reader] = {
    "id": lambda one: str(one.id),
    "issued": lambda one: str(one.issued),
    "by/name": lambda one: one.by.name,
    "reason": lambda one: one.reason,
}


def consent_changes(old: Consent, new: Consent) -> Iterator[Change]:
    """Yield what differs between two Consents."""
    # a Withdrawal of the old one ends no other, and nobody else's agreement is the old maker's
    yield from _single("id", old.id, new.id, Kind.WIDENED)
    yield from _single("by", old.by.id, new.by.id, Kind.WIDENED)
    yield from _widest("to", _party(old), _party(new), ANYONE)
    yield from _widest("purpose", old.purpose, new.purpose, ANY)
    yield from _lists(old, new)
    kind = milder(_COVERED, _NOT_COVERED)
    yield from leaf_changes(lambda leaf: _stands(old, leaf), lambda leaf: _stands(new, leaf), kind)
    yield from _period(old, new)
    yield from _obligations(old, new)
    yield from noted(old, new, _CONSENT_NOTES)


def _party(consent: Consent) -> str:
    return consent.to if isinstance(consent.to, str) else consent.to.id


def _widest(what: str, old: str, new: str, widest: str) -> Iterator[Change]:
    """Yield that a single value is another one; only one word covers all others."""
    yield from _single(what, old, new, Kind.NARROWED if old == widest else Kind.WIDENED)


def _single(what: str, old: str, new: str, kind: Kind) -> Iterator[Change]:
    """Yield that a member that is always there has another value."""
    yield from value(what, (old, f"/{what}"), (new, f"/{what}"), kind)


def _lists(old: Consent, new: Consent) -> Iterator[Change]:
    for what in ("rights", "material"):
        before, after = getattr(old, what), getattr(new, what)
        yield from entries(what, listed(before, f"/{what}"), listed(after, f"/{what}"))
    yield from entries(
        "territories",
        listed(old.territories, "/territories"),
        listed(new.territories, "/territories"),
        covering=covering_territories,
    )
    yield from entries(
        "models", _models(old), _models(new), covering=covering_models, shown=shown_model
    )
    yield from entries(
        "tracks",
        listed(old.tracks, "/tracks"),
        listed(new.tracks, "/tracks"),
        covering=covering_tracks,
        shown=identified,
    )


def _models(consent: Consent) -> dict[AnyModel, str]:
    at = "/models"
    if isinstance(consent.models, str):
        return {consent.models: at}
    return {model: f"{at}/{n}" for n, model in enumerate(consent.models)}


def _stands(consent: Consent, leaf: Use) -> Found:
    """Return whether the uses cover a leaf, and the nearest of those that do."""
    around = (leaf,) if leaf.by_name_only else path(leaf)
    term = next((use for use in around if use in consent.uses), None)
    return (_NOT_COVERED, None) if term is None else (_COVERED, _entry(consent, term))


def _entry(consent: Consent, term: Use) -> str:
    return f"/uses/{consent.uses.index(term)}"


def _period(old: Consent, new: Consent) -> Iterator[Change]:
    """Yield that a Consent counts from or until another instant; the words for no end are last."""
    yield from _single("validFrom", old.begins, new.begins, _later(new.begins, old.begins))
    if old.begins == new.begins:
        yield from _single("validFrom", old.valid_from, new.valid_from, Kind.CHANGED)
    ends = old.valid_until, new.valid_until
    yield from _single("validUntil", *ends, _later(*ends))


def _later(instant: str, other: str) -> Kind:
    """Tell what it does that another instant takes the place of one, where a later one widens."""
    return Kind.WIDENED if other > instant else Kind.NARROWED


def _obligations(old: Consent, new: Consent) -> Iterator[Change]:
    """Yield what the party has to do for a Consent, or need not do any more."""
    conditions = listed(old.conditions, "/conditions"), listed(new.conditions, "/conditions")
    yield from entries("conditions", *conditions, added=Kind.NARROWED, dropped=Kind.WIDENED)
    milder_end = Kind.WIDENED if old.at_end is AtEnd.RETIRE_MODELS else Kind.NARROWED
    yield from _single("atEnd", old.at_end, new.at_end, milder_end)
    # what an agreement says cannot be compared: another one may ask for less
    agreement = Kind.WIDENED if old.agreement else Kind.CHANGED
    yield from value("agreement/sha256", _agreed(old), _agreed(new), agreement)


def _agreed(consent: Consent) -> Found:
    agreement = consent.agreement
    return found(None if agreement is None else agreement.sha256, "/agreement/sha256")


def withdrawal_changes(old: Withdrawal, new: Withdrawal) -> Iterator[Change]:
    """Yield what differs between two Withdrawals: whether the same Consent ends as early."""
    yield from _single("consent", old.consent, new.consent, Kind.WIDENED)
    yield from _single("by", old.by.id, new.by.id, Kind.WIDENED)
    before, after = (max(one.issued, one.effective) for one in (old, new))
    yield from _single("effective", before, after, _later(before, after))
    if before == after:
        yield from _single("effective", old.effective, new.effective, Kind.CHANGED)
    yield from noted(old, new, _WITHDRAWAL_NOTES)
