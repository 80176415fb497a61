"""Read Consents as narrowly as they are written (reading rules 5, 6 and 9)."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from askfirst.decision.documents import Documents
from askfirst.decision.identity import contradicts
from askfirst.decision.question import Question
from askfirst.model.documents import Consent, Withdrawal
from askfirst.model.parts import Track
from askfirst.vocabulary import (
    UNTIL_WITHDRAWN,
    Because,
    Material,
    Right,
    Use,
)

__all__ = [
    "Need",
    "covers",
    "is_open",
    "obstacles",
    "opening",
    "short_of",
    "withdrawals",
]

#: An asked material and a right that its use touches.
Need: TypeAlias = tuple[Material, Right]

_NOT_USE, _NOT_RIGHT = Because.NOT_USE, Because.NOT_RIGHT
_NOT_MATERIAL, _NOT_TRACK = Because.NOT_MATERIAL, Because.NOT_TRACK


def obstacles(
    consent: Consent, question: Question, documents: Documents, at: str
) -> Iterator[Because]:
    """Yield every dimension but those of the pair in which a Consent does not cover a question."""
    if at < consent.begins:
        yield Because.NOT_YET
    if consent.valid_until != UNTIL_WITHDRAWN and at >= consent.valid_until:
        yield Because.EXPIRED
    if documents.ending(consent) or any(withdrawals(consent, documents, at)):
        yield Because.WITHDRAWN
    to, models, territories, purpose, conditions = consent.limits
    area = question.territories  # none is worldwide
    if to is not None and to != question.party:
        yield Because.NOT_PARTY
    if models is not None and models.isdisjoint(question.models):
        yield Because.NOT_MODEL
    if territories is not None and not (area and territories.issuperset(area)):
        yield Because.NOT_TERRITORY
    if purpose is not None and purpose != question.purpose:
        yield Because.NOT_PURPOSE
    if not conditions.issubset(question.accepts):
        yield Because.NOT_CONDITION


def is_open(consent: Consent, question: Question, documents: Documents, at: str) -> bool:
    """Tell whether a Consent covers all of a question but the pair: it meets no obstacle.

    The same as `obstacles` says, without saying it; most of the time of a decision is spent here.
    """
    to, models, territories, purpose, conditions = consent.limits
    area = question.territories  # none is worldwide
    return bool(
        consent.begins <= at < consent.valid_until  # `until-withdrawn` sorts after every instant
        and (to is None or to == question.party)
        and (models is None or not models.isdisjoint(question.models))
        and (territories is None or (area and territories.issuperset(area)))
        and (purpose is None or purpose == question.purpose)
        and (not conditions or conditions.issubset(question.accepts))
        and not (documents.withdrawals and any(withdrawals(consent, documents, at)))
        and not (documents.ends and documents.ending(consent))
    )


def withdrawals(consent: Consent, documents: Documents, at: str) -> Iterator[Withdrawal]:
    """Yield what ends a Consent at an instant: Withdrawals of it by its own maker."""
    for one in documents.withdrawals.get(consent.id, ()):
        if one.by.id == consent.by.id and at >= max(one.issued, one.effective):
            yield one


def opening(consent: Consent, own: Track) -> list[Track]:
    """Return the tracks of a Consent that do not contradict the Request's own."""
    return [track for track in consent.tracks if not contradicts(track, own)]


def short_of(
    consent: Consent, leaf: Use, needs: Sequence[Need], reach: frozenset[Right]
) -> set[Because]:
    """Return each dimension of a pair in which a Consent does not reach all needs.

    `reach` are the rights for which it counts by the track.
    """
    rights = {right for _, right in needs}
    covered = {
        _NOT_USE: leaf in consent.leaves,
        _NOT_RIGHT: rights.issubset(consent.rights),
        _NOT_MATERIAL: {material for material, _ in needs}.issubset(consent.material),
        _NOT_TRACK: rights <= reach,
    }
    return {code for code, covers in covered.items() if not covers}


def covers(consent: Consent, leaf: Use, needs: Sequence[Need], reach: frozenset[Right]) -> bool:
    """Tell whether a Consent reaches one of the needs."""
    return leaf in consent.leaves and any(
        right in reach and right in consent.rights and material in consent.material
        for material, right in needs
    )
