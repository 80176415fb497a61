"""Give the reasons that lie in Consents: that one covers a leaf, or why it does not."""

from collections.abc import Iterator

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
from askfirst.decision.identity import opened, through
from askfirst.model.documents import Consent
from askfirst.vocabulary import Because, Use

__all__ = ["consent_reasons"]

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


def consent_reasons(case: Case, leaf: Use) -> Iterator[Reasoned]:
    """Yield for each Consent about the track that it covers, or all that it lacks."""
    needs = [
        (material, right)
        for material in case.question.materials
        for right in touched_rights(case, Pair(leaf, material))
    ]
    for consent in case.documents.consents:
        if any(through(track, case.known) for track in consent.tracks):
            yield from _reasons(case, consent, leaf, needs)


def _reasons(case: Case, consent: Consent, leaf: Use, needs: list[Need]) -> Iterator[Reasoned]:
    name = consent.by.name or consent.by.id
    asked = (consent, case.question, case.documents, case.judge.at)
    general = set() if is_open(*asked) else set(obstacles(*asked))
    lacks, covered = _lacks(case, consent, leaf, needs)
    for code in (general | lacks) - _SAID_APART:
        at, lack = _SHORT[code]
        sentence = f"The Consent of {name} {lack.replace('LEAF', leaf)}."
        yield because(code, consent, at, sentence)
    if Because.WITHDRAWN in general:
        yield from _withdrawn(case, consent, name)
    if Because.TOO_LOW in lacks:
        yield from falls_short(consent, "", f"The Consent of {name}")
    if covered and not general:
        how = assured(case, consent)
        sentence = f"The Consent of {name} covers `{leaf}`{how}; {_AT_END[consent.at_end]}."
        yield because(Because.COVERS, consent, "", sentence)


def _lacks(case: Case, consent: Consent, leaf: Use, needs: list[Need]) -> tuple[set[Because], bool]:
    """Return what a Consent lacks for the needs, and whether it lacks nothing for one of them.

    The needs looked at are those with rights that its maker is named for; where there is none,
    all of them, and that is what it lacks.
    """
    maker, claims = consent.by.id, case.holdings.claims
    named = [need for need in needs if (maker, need[1]) in claims]
    known, tracks = case.known_to_loosen, opening(consent, case.question.track)
    reach = opened(tracks, known)
    short = short_of(consent, leaf, named or needs, reach)
    rights = {right for _, right in named or needs}
    if case.judge.falls_short(consent, maker, rights, tracks, known):
        short.add(Because.TOO_LOW)
    if not named:
        return short | {Because.NOT_RIGHT}, False
    counted = case.judge.rights(consent, maker, tracks, known)
    return short, covers(consent, leaf, named, counted)


def _withdrawn(case: Case, consent: Consent, name: str) -> Iterator[Reasoned]:
    for one in withdrawals(consent, case.documents, case.at):
        sentence = f"The Consent of {name} is withdrawn."
        yield because(Because.WITHDRAWN, one, "/consent", sentence)
    for broken in case.documents.ending(consent):
        sentence = f"This Withdrawal does not conform, and ends the Consent of {name}."
        names = isinstance(broken.value, dict) and "consent" in broken.value
        yield because(Because.WITHDRAWN, broken, "/consent" if names else "", sentence)
