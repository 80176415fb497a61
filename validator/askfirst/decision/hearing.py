"""Gather what bears on a question: the track as it is known, and whatever speaks about it."""

from collections.abc import Iterable, Iterator

from askfirst.decision.broken import restricts
from askfirst.decision.case import Applying, Case, Grant
from askfirst.decision.consents import counts_through, is_open
from askfirst.decision.documents import Documents
from askfirst.decision.force import force
from askfirst.decision.holders import holdings
from askfirst.decision.identity import contradicts, reached, through
from askfirst.decision.question import Question
from askfirst.model.declarations import Claim, Declared
from askfirst.model.documents import Consent
from askfirst.model.parts import Track
from askfirst.vocabulary import Assurance, Identifies

__all__ = ["hear"]

_RECORDING = Identifies.RECORDING


def hear(question: Question, documents: Documents, at: str, assurance: Assurance) -> Case:
    """Return what bears on a question at an instant (reading rules 3, 6 and 7).

    At the assurance `trusted` nothing loosens, as there are no proofs yet (reading rule 10).
    """
    loosens = assurance is Assurance.UNSIGNED
    own = question.track
    held = force(documents.declared, own, at, loosens=loosens)
    lenders = [one for one in held.standing if not own.recording.isdisjoint(one.track.recording)]
    # what contradicts the Request's own track loosens nothing
    lent = [one for one in lenders if loosens and not contradicts(one.track, own)]
    known = _known(own, lenders)
    known_to_loosen = known if len(lent) == len(lenders) else _known(own, lent)
    if len(lent) == len(held.standing):
        applying = [Applying(one, _RECORDING, _RECORDING) for one in lent]
    else:
        loosening = known_to_loosen if loosens else None
        applying = list(_applying(held.standing, own, known, loosening))
    return Case(
        question=question,
        documents=documents,
        at=at,
        assurance=assurance,
        force=held,
        known=known,
        known_to_loosen=known_to_loosen,
        applying=applying,
        holdings=holdings(applying),
        grants=_grants(question, documents, at, known_to_loosen) if loosens else [],
        closing=[one for one in documents.broken if restricts(one, known)],
    )


def _known(own: Track, lenders: list[Declared]) -> frozenset[str]:
    """Return a track's own identifiers and those that Declarations lend it: one step."""
    return own.identifiers.union(*[one.track.identifiers for one in lenders])


def _applying(
    standing: Iterable[Declared],
    own: Track,
    known: frozenset[str],
    loosening: frozenset[str] | None,
) -> Iterator[Applying]:
    """Yield the Declarations that share an identifier with the track as it is known."""
    for one in standing:
        kind = through(one.track, known)
        if kind is not None:
            counts = loosening is not None and not contradicts(one.track, own)
            yield Applying(one, kind, through(one.track, loosening or known) if counts else None)


def _grants(
    question: Question, documents: Documents, at: str, known: frozenset[str]
) -> list[Grant]:
    """Return the Consents that cover all of the question but the pair."""
    return [
        Grant(consent, consent.claims if kind is _RECORDING else _reached(consent, kind))
        for consent in documents.consents
        if is_open(consent, question, documents, at)
        and (kind := counts_through(consent, question.track, known))
    ]


def _reached(consent: Consent, kind: Identifies) -> frozenset[Claim]:
    reach = reached(kind)
    return frozenset(claim for claim in consent.claims if claim[1] in reach)
