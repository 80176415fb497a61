"""Gather what bears on a question: the track as it is known, and whatever speaks about it."""

from collections.abc import Iterable, Iterator, Sequence

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
    lenders, others = _lenders(held.standing, own, assurance)
    known, known_to_loosen = _known(lenders, documents.broken, own)
    if others:
        lenders += _applying(others, own, known, known_to_loosen, assurance)
    return Case(
        question,
        documents,
        at,
        assurance,
        held,
        known,
        known_to_loosen,
        lenders,
        holdings(lenders),
        _grants(question, documents, at, assurance, known_to_loosen),
        [one for one in documents.broken if restricts(one, known)],
    )


def _lenders(
    standing: Iterable[Declared], own: Track, assurance: Assurance
) -> tuple[list[Applying], list[Declared]]:
    """Return the Declarations about the very recording, and the others (rule 6).

    What contradicts the Request's own track loosens nothing.
    """
    lenders, others, is_another = [], [], own.recording.isdisjoint
    for one in standing:
        if is_another(one.track.recording):
            others.append(one)
        elif loosens(one.document, assurance) and not contradicts(one.track, own):
            lenders.append(Applying(one, _RECORDING, _RECORDING))
        else:
            lenders.append(Applying(one, _RECORDING, None))
    return lenders, others


def _known(
    lenders: Sequence[Applying], broken: Iterable[Piece], own: Track
) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the track is known by, for what restricts and for what loosens (rule 6).

    What does not conform lends too, for what restricts: otherwise a mistake in one document
    could take away what another one restricts.
    """
    loose = [one.track.identifiers for one, _, counts in lenders if counts]
    strict = []
    if len(loose) < len(lenders):
        strict = [one.track.identifiers for one, _, counts in lenders if not counts]
    read = [one.track for one in broken if one.track]
    strict += [one.identifiers for one in read if not own.recording.isdisjoint(one.recording)]
    known_to_loosen = own.identifiers.union(*loose)
    return known_to_loosen.union(*strict) if strict else known_to_loosen, known_to_loosen


def _applying(
    others: Iterable[Declared],
    own: Track,
    known: frozenset[str],
    known_to_loosen: frozenset[str],
    assurance: Assurance,
) -> Iterator[Applying]:
    """Yield the other Declarations that share an identifier with the track as it is known."""
    for one in others:
        kind = through(one.track, known)
        if kind is not None:
            counts = loosens(one.document, assurance) and not contradicts(one.track, own)
            yield Applying(one, kind, through(one.track, known_to_loosen) if counts else None)


def _grants(
    question: Question, documents: Documents, at: str, assurance: Assurance, known: frozenset[str]
) -> list[Grant]:
    """Return the Consents for asked leaves that cover all of the question but the pair."""
    asked = frozenset(question.leaves)
    return [
        (consent, consent.claims if kind is _RECORDING else _reached(consent, kind))
        for consent in documents.consents
        if not asked.isdisjoint(consent.leaves)
        and loosens(consent, assurance)
        and is_open(consent, question, documents, at)
        and (kind := counts_through(consent, question.track, known))
    ]


def _reached(consent: Consent, kind: Identifies) -> frozenset[Claim]:
    reach = reached(kind)
    return frozenset(claim for claim in consent.claims if claim[1] in reach)
