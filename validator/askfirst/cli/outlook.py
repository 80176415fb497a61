"""Tell what a Consent changes: what is permitted with it, and what is still missing."""

from collections.abc import Iterator, Mapping
from typing import Any

from askfirst.authoring.addressees import Addressee, addressees, unheld
from askfirst.authoring.phrases import one_line, paragraph
from askfirst.checking import read
from askfirst.decision import Answer, decide
from askfirst.model.documents import Consent, Request
from askfirst.reporting.given import Given
from askfirst.vocabulary import Assurance, Because, Status

__all__ = ["outlook"]

_UNSIGNED = (
    "It is not signed: whoever relies on it has to know that it comes from you. "
    "`askfirst sign` signs it with a key of yours."
)


def outlook(request: Request, given: Given, document: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a Consent changes, once it counts, taking all documents at their word."""
    consent = read(document)
    if not isinstance(consent, Consent):
        raise TypeError(document["type"])
    answer = decide(
        request,
        [*given.documents, consent],
        at=consent.begins,
        assurance=Assurance.UNSIGNED,
        trust=given.trust,
    )
    if answer.outcome is Status.PERMITTED:
        when = f" from {consent.begins} on" * (consent.begins > consent.issued)
        yield f"With it the Request is permitted{when}, by these documents."
    closed = [leaf for leaf, one in answer.outcomes.items() if one is Status.PROHIBITED]
    if closed:
        yield paragraph(
            f"Still prohibited: {', '.join(closed)}. A Consent opens nothing there; the document "
            "that prohibits it would have to change."
        )
    for one in addressees(answer):
        yield from _uncovered(answer, consent, one) if one.id == consent.by.id else _other(one)
    for right in unheld(answer):
        yield f"Nobody is named as holder of {right}, so nobody can agree for it."
    yield paragraph(_UNSIGNED)


def _other(one: Addressee) -> Iterator[str]:
    what = f"{', '.join(one.rights)}: {', '.join(one.leaves)}"
    yield paragraph(f"Still to agree: {one_line(one.name)} ({one.id}), for {what}.")


def _uncovered(answer: Answer, consent: Consent, one: Addressee) -> Iterator[str]:
    """Yield what was asked and is not allowed, and in which dimensions the Consent is narrower."""
    yield paragraph(f"Not covered by your answer: {', '.join(one.leaves)}.")
    uses = set(one.leaves).intersection(consent.uses)
    reasons = (r for leaf in answer.leaves if leaf.use in uses for r in leaf.reasons)
    mine = (r for r in reasons if r.sha256 == consent.sha256 and r.code != Because.COVERS)
    yield from (f"  {one_line(sentence)}" for sentence in dict.fromkeys(r.sentence for r in mine))
