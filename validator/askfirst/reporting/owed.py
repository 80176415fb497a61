"""Tell what comes with a permission: by whom, until when, under which conditions."""

from collections.abc import Iterator

from askfirst.decision import Answer
from askfirst.model.documents import Consent
from askfirst.reporting.places import Places
from askfirst.reporting.style import Style
from askfirst.reporting.wording import shown, terms
from askfirst.vocabulary import UNTIL_WITHDRAWN, AtEnd, Because, Status, Use

__all__ = ["owed"]

_AT_END = {
    AtEnd.STOP_NEW_TRAINING: "when it ends, no new training",
    AtEnd.RETIRE_MODELS: "when it ends, models trained under it are retired",
}


def owed(answer: Answer, places: Places, style: Style) -> Iterator[str]:
    """Yield each Consent that a permitted leaf rests on, and what it demands."""
    for consent, leaves in _consents(answer).items():
        place = places.of(consent.sha256)
        named = shown(consent.by.name or consent.by.id)
        head = f"{style.place(f'{place}:')} " if place else ""
        yield f"{head}the Consent of {named}, for {terms(leaves)}"
        yield f"  {'; '.join(_demands(consent))}"


def _consents(answer: Answer) -> dict[Consent, list[Use]]:
    found: dict[str, list[Use]] = {}
    for leaf in answer.leaves:
        for one in leaf.reasons if leaf.outcome is Status.PERMITTED else ():
            if one.code == Because.COVERS and one.sha256:
                found.setdefault(one.sha256, []).append(leaf.use)
    given = answer.case.documents.consents
    return {one: found[one.sha256] for one in given if one.sha256 in found}


def _demands(consent: Consent) -> Iterator[str]:
    ends = consent.valid_until
    yield "until it is withdrawn" if ends == UNTIL_WITHDRAWN else f"until {ends} or its withdrawal"
    conditions = ", ".join(consent.conditions)
    yield f"on condition of {conditions}" if conditions else "on no condition"
    if consent.agreement:
        yield f"agreement {shown(consent.agreement.url)}"
    yield _AT_END[consent.at_end]
