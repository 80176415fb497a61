"""Read Consents as narrowly as they are written (reading rules 5, 6 and 9)."""

from collections.abc import Iterator

from askfirst.decision.documents import Documents
from askfirst.decision.identity import contradicts, reaches, through
from askfirst.decision.question import Question
from askfirst.model.documents import Consent, Withdrawal
from askfirst.model.parts import Track
from askfirst.vocabulary import (
    ANY,
    UNTIL_WITHDRAWN,
    WORLDWIDE,
    Because,
    Identifies,
    Material,
    Right,
    Use,
    path,
)

__all__ = ["begins", "counts_through", "covers", "obstacles", "short_of", "withdrawals"]


def obstacles(
    consent: Consent, question: Question, documents: Documents, at: str
) -> Iterator[Because]:
    """Yield every dimension but those of the pair in which a Consent does not cover a question."""
    if at < begins(consent):
        yield Because.NOT_YET
    if consent.valid_until != UNTIL_WITHDRAWN and at >= consent.valid_until:
        yield Because.EXPIRED
    if documents.ending(consent) or any(withdrawals(consent, documents, at)):
        yield Because.WITHDRAWN
    if not isinstance(consent.to, str) and consent.to.id != question.party:
        yield Because.NOT_PARTY
    if not _covers_model(consent, question):
        yield Because.NOT_MODEL
    if not _covers_territories(consent, question):
        yield Because.NOT_TERRITORY
    if consent.purpose not in (ANY, question.purpose):
        yield Because.NOT_PURPOSE
    if not set(consent.conditions) <= set(question.accepts):
        yield Because.NOT_CONDITION


def begins(consent: Consent) -> str:
    """Return the instant from which a Consent counts (reading rule 9)."""
    return max(consent.issued, consent.valid_from, consent.expression.at)


def withdrawals(consent: Consent, documents: Documents, at: str) -> Iterator[Withdrawal]:
    """Yield what ends a Consent at an instant: Withdrawals of it by its own maker."""
    for one in documents.withdrawals.get(consent.id, ()):
        if one.by.id == consent.by.id and at >= max(one.issued, one.effective):
            yield one


def _covers_model(consent: Consent, question: Question) -> bool:
    if consent.models == ANY:
        return True
    asked = question.model
    return asked is not None and any(
        model.name == asked.name and model.version in (ANY, asked.version)
        for model in consent.models
        if not isinstance(model, str)
    )


def _covers_territories(consent: Consent, question: Question) -> bool:
    if WORLDWIDE in consent.territories:
        return True
    return bool(question.territories) and set(question.territories) <= set(consent.territories)


def counts_through(consent: Consent, own: Track, known: frozenset[str]) -> Identifies | None:
    """Return the strongest kind of identifier that an entry of its tracks counts through.

    A likeness is none, and neither is an entry that contradicts the Request's own track.
    """
    kinds = {through(track, known) for track in consent.tracks if not contradicts(track, own)}
    return next((kind for kind in (Identifies.RECORDING, Identifies.WORK) if kind in kinds), None)


def covers(
    consent: Consent, kind: Identifies | None, leaf: Use, material: Material, right: Right
) -> bool:
    """Tell whether a Consent covers a pair for a right, when it covers all the rest."""
    return next(short_of(consent, kind, leaf, material, right), None) is None


def short_of(
    consent: Consent, kind: Identifies | None, leaf: Use, material: Material, right: Right
) -> Iterator[Because]:
    """Yield each dimension of a pair and a right that a Consent does not reach."""
    if leaf not in consent.uses and (leaf.by_name_only or _names_none(consent, leaf)):
        yield Because.NOT_USE
    if right not in consent.rights:
        yield Because.NOT_RIGHT
    if material not in consent.material:
        yield Because.NOT_MATERIAL
    if not reaches(kind, right):
        yield Because.NOT_TRACK


def _names_none(consent: Consent, leaf: Use) -> bool:
    """Tell whether a Consent names no group around a leaf."""
    return not any(group in consent.uses for group in path(leaf))
