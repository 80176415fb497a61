"""Give the reasons that lie in Consents: that one covers a leaf, or why it does not."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from askfirst.decision.agreement import Pair, touched_rights
from askfirst.decision.because import Reasoned, assured, because, falls_short
from askfirst.decision.case import Case
from askfirst.decision.consents import (
    Need,
    covers,
    is_open,
    obstacles,
    opening,
    short_of,
    withdrawals,
)
from askfirst.decision.identity import opened
from askfirst.model.documents import Consent
from askfirst.model.parts import Track
from askfirst.vocabulary import Because, Right, Use

__all__ = ["Heard", "consent_reasons", "heard"]

#: The member that does not reach far enough, and how people say so.
_SHORT = {
    Because.NOT_USE: ("/uses", "is not for `LEAF`"),
    Because.NOT_RIGHT: ("/rights", "is for no touched right that its maker holds, or not for each"),
    Because.NOT_MATERIAL: ("/material", "is not for all of the asked material"),
    Because.NOT_TRACK: ("/tracks", "does not count for this track, or not for each touched right"),
    Because.NOT_PARTY: ("/to", "is to somebody else"),
    Because.NOT_MODEL: ("/models", "is not for the model that is asked for"),
    Because.NOT_TERRITORY: ("/territories", "is not for all of the asked territories"),
    Because.NOT_PURPOSE: ("/purpose", "is for another purpose"),
    Because.NOT_CONDITION: ("/conditions", "has a condition that the Request does not accept"),
    Because.NOT_YET: ("/validFrom", "does not count yet"),
    Because.EXPIRED: ("/validUntil", "has ended"),
}
_SAID_APART = frozenset({Because.WITHDRAWN, Because.TOO_LOW})
_AT_END = {
    "stop-new-training": "no new training after its end",
    "retire-models": "models trained under it are retired at its end",
}


class Heard(NamedTuple):
    """A Consent about the track, and what is the same of it for every leaf.

    `lacks` is every dimension but those of the pair in which it does not cover the question. By
    `tracks` it counts for the rights in `reach`, and as far as the judge lets it for `counted`.
    """

    consent: Consent
    name: str
    lacks: frozenset[Because]
    tracks: Sequence[Track]
    reach: frozenset[Right]
    counted: frozenset[Right]


def heard(case: Case) -> list[Heard]:
    """Return the Consents about the track."""
    is_another = case.known.isdisjoint
    return [
        _heard(case, consent)
        for consent in case.documents.consents
        if not all(is_another(track.identifiers) for track in consent.tracks)
    ]


def _heard(case: Case, consent: Consent) -> Heard:
    asked = (consent, case.question, case.documents, case.judge.at)
    tracks = opening(consent, case.question.track)
    return Heard(
        consent,
        consent.by.name or consent.by.id,
        frozenset() if is_open(*asked) else frozenset(obstacles(*asked)),
        tracks,
        opened(tracks, case.known_to_loosen),
        case.judge.rights(consent, consent.by.id, tracks, case.known_to_loosen),
    )


def consent_reasons(case: Case, leaf: Use, consents: Iterable[Heard]) -> Iterator[Reasoned]:
    """Yield for each Consent about the track that it covers, or all that it lacks."""
    needs = [
        (material, right)
        for material in case.question.materials
        for right in touched_rights(case, Pair(leaf, material))
    ]
    for one in consents:
        yield from _reasons(case, one, leaf, needs)


def _reasons(case: Case, one: Heard, leaf: Use, needs: list[Need]) -> Iterator[Reasoned]:
    consent, name = one.consent, one.name
    lacks, covered = _lacks(case, one, leaf, needs)
    for code in (one.lacks | lacks) - _SAID_APART:
        at, lack = _SHORT[code]
        sentence = f"The Consent of {name} {lack.replace('LEAF', leaf)}."
        yield because(code, consent, at, sentence)
    if Because.WITHDRAWN in one.lacks:
        yield from _withdrawn(case, consent, name)
    if Because.TOO_LOW in lacks:
        yield from falls_short(consent, "", f"The Consent of {name}")
    if covered and not one.lacks:
        how = assured(case, consent)
        sentence = f"The Consent of {name} covers `{leaf}`{how}; {_AT_END[consent.at_end]}."
        yield because(Because.COVERS, consent, "", sentence)


def _lacks(case: Case, one: Heard, leaf: Use, needs: list[Need]) -> tuple[set[Because], bool]:
    """Return what a Consent lacks for the needs, and whether it lacks nothing for one of them.

    The needs looked at are those with rights that its maker is named for; where there is none,
    all of them, and that is what it lacks.
    """
    consent, maker, claims = one.consent, one.consent.by.id, case.holdings.claims
    named = [need for need in needs if (maker, need[1]) in claims]
    short = short_of(consent, leaf, named or needs, one.reach)
    rights = {right for _, right in named or needs}
    if case.judge.falls_short(consent, maker, rights, one.tracks, case.known_to_loosen):
        short.add(Because.TOO_LOW)
    if not named:
        return short | {Because.NOT_RIGHT}, False
    return short, covers(consent, leaf, named, one.counted)


def _withdrawn(case: Case, consent: Consent, name: str) -> Iterator[Reasoned]:
    for one in withdrawals(consent, case.documents, case.at):
        sentence = f"The Consent of {name} is withdrawn."
        yield because(Because.WITHDRAWN, one, "/consent", sentence)
    for broken in case.documents.ending(consent):
        sentence = f"This Withdrawal does not conform, and ends the Consent of {name}."
        names = isinstance(broken.value, dict) and "consent" in broken.value
        yield because(Because.WITHDRAWN, broken, "/consent" if names else "", sentence)
