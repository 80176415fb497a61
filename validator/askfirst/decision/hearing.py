"""Gather what bears on a question: the track as it is known, and whatever speaks about it."""

from collections.abc import Iterable, Iterator

from askfirst.decision.assurance import loosens
from askfirst.decision.broken import Piece, restricts
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
    """Return what bears on a question at an instant (reading rules 3, 6 and 7)."""
    own = question.track
    held = force(documents.declared, own, at, lambda one: loosens(one, assurance))
    known, known_to_loosen = _known(held.standing, documents.broken, own, assurance)
    applying = list(_applying(held.standing, own, known, known_to_loosen, assurance))
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
        grants=_grants(question, documents, at, assurance, known_to_loosen),
        closing=[one for one in documents.broken if restricts(one, known)],
    )


def _known(
    standing: Iterable[Declared], broken: Iterable[Piece], own: Track, assurance: Assurance
) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the track is known by, for what restricts and for what loosens (rule 6).

    What does not conform lends too, for what restricts: otherwise a mistake in one document
    could take away what another one restricts.
    """
    lenders = [one for one in standing if not own.recording.isdisjoint(one.track.recording)]
    loose = [one.track for one in lenders if _counts(one, own, assurance)]
    known_to_loosen = own.identifiers.union(*[one.identifiers for one in loose])
    tracks = [one.track for one in lenders]
    read = [one.track for one in broken if one.track]
    tracks += [one for one in read if not own.recording.isdisjoint(one.recording)]
    if len(loose) == len(tracks):
        return known_to_loosen, known_to_loosen
    return own.identifiers.union(*[one.identifiers for one in tracks]), known_to_loosen


def _applying(
    standing: Iterable[Declared],
    own: Track,
    known: frozenset[str],
    known_to_loosen: frozenset[str],
    assurance: Assurance,
) -> Iterator[Applying]:
    """Yield the Declarations that share an identifier with the track as it is known."""
    same = known is known_to_loosen
    for one in standing:
        kind = through(one.track, known)
        if kind is not None:
            counts = kind if same else through(one.track, known_to_loosen)
            yield Applying(one, kind, counts if _counts(one, own, assurance) else None)


def _counts(one: Declared, own: Track, assurance: Assurance) -> bool:
    """Tell whether a Declaration can loosen: not what contradicts the Request's own track."""
    return loosens(one.document, assurance) and not contradicts(one.track, own)


def _grants(
    question: Question, documents: Documents, at: str, assurance: Assurance, known: frozenset[str]
) -> list[Grant]:
    """Return the Consents that cover all of the question but the pair."""
    return [
        (consent, consent.claims if kind is _RECORDING else _reached(consent, kind))
        for consent in documents.consents
        if loosens(consent, assurance)
        and is_open(consent, question, documents, at)
        and (kind := counts_through(consent, question.track, known))
    ]


def _reached(consent: Consent, kind: Identifies) -> frozenset[Claim]:
    reach = reached(kind)
    return frozenset(claim for claim in consent.claims if claim[1] in reach)
