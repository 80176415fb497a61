"""Give the reasons that lie in Consents: that one covers a leaf, or why it does not."""

from collections.abc import Iterator

from askfirst.decision.agreement import Pair, touched_rights
from askfirst.decision.because import Reasoned, because
from askfirst.decision.case import Case
from askfirst.decision.consents import counts_through, obstacles, short_of, withdrawals
from askfirst.decision.identity import through
from askfirst.model.documents import Consent
from askfirst.vocabulary import Assurance, Because, Use

__all__ = ["consent_reasons"]

#: The member that does not reach far enough, and how people say so.
_SHORT = {
    Because.NOT_USE: ("/uses", "is not for `{leaf}`"),
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
_AT_END = {
    "stop-new-training": "no new training after its end",
    "retire-models": "models trained under it are retired at its end",
}


def consent_reasons(case: Case, leaf: Use) -> Iterator[Reasoned]:
    """Yield for each Consent about the track that it covers, or all that it lacks."""
    for consent in case.documents.consents:
        if any(through(track, case.known) for track in consent.tracks):
            yield from _reasons(case, consent, leaf)


def _reasons(case: Case, consent: Consent, leaf: Use) -> Iterator[Reasoned]:
    name = consent.by.name or consent.by.id
    general = list(obstacles(consent, case.question, case.documents, case.at))
    low = case.assurance is Assurance.TRUSTED
    failing = [list(found) for found in _needs(case, consent, leaf)]
    for code in {*general, *(code for codes in failing for code in codes)} & set(_SHORT):
        at, lack = _SHORT[code]
        sentence = f"The Consent of {name} {lack.format(leaf=leaf)}."
        yield because(code, consent, at, sentence)
    if low:
        sentence = f"The Consent of {name} carries no proof that is trusted."
        yield because(Because.TOO_LOW, consent, "", sentence)
    if Because.WITHDRAWN in general:
        yield from _withdrawn(case, consent, name)
    if not general and not low and [] in failing:
        sentence = f"The Consent of {name} covers `{leaf}`; {_AT_END[consent.at_end]}."
        yield because(Because.COVERS, consent, "", sentence)


def _needs(case: Case, consent: Consent, leaf: Use) -> Iterator[Iterator[Because]]:
    """Yield what a Consent lacks for each material and touched right that its maker is named for.

    Where its maker is named for none of them, that is what it lacks for each.
    """
    needs = [
        (material, right)
        for material in case.question.materials
        for right in touched_rights(case, Pair(leaf, material))
    ]
    held = [(m, right) for m, right in needs if (consent.by.id, right) in case.holdings.claims]
    kind = counts_through(consent, case.question.track, case.known_to_loosen)
    for material, right in held or needs:
        yield short_of(consent, kind, leaf, material, right)
    if not held:
        yield iter([Because.NOT_RIGHT])


def _withdrawn(case: Case, consent: Consent, name: str) -> Iterator[Reasoned]:
    for one in withdrawals(consent, case.documents, case.at):
        sentence = f"The Consent of {name} is withdrawn."
        yield because(Because.WITHDRAWN, one, "/consent", sentence)
    for broken in case.documents.ending(consent):
        sentence = f"This Withdrawal does not conform, and ends the Consent of {name}."
        yield because(Because.WITHDRAWN, broken, "/consent", sentence)
