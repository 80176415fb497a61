"""Gather what bears on a question: the track as it is known, and whatever speaks about it."""

from collections.abc import Iterable, Iterator

from askfirst.decision.broken import restricts
from askfirst.decision.case import Applying, Case, Offered
from askfirst.decision.consents import counts_through, obstacles
from askfirst.decision.documents import Documents
from askfirst.decision.force import force
from askfirst.decision.holders import parties
from askfirst.decision.identity import contradicts, through
from askfirst.decision.question import Question, touched
from askfirst.model.declarations import Declared
from askfirst.vocabulary import Assurance, Right

__all__ = ["hear"]


def hear(question: Question, documents: Documents, at: str, assurance: Assurance) -> Case:
    """Return what bears on a question at an instant (reading rules 3, 6 and 7).

    At the assurance `trusted` nothing loosens, as there are no proofs yet (reading rule 10).
    """
    loosens = assurance is Assurance.UNSIGNED
    held = force(documents.declared, question.track, at, loosens=loosens)
    known, known_to_loosen = _known(question, held.standing, loosens=loosens)
    applying = tuple(_applying(held.standing, question, known, known_to_loosen, loosens=loosens))
    return Case(
        question=question,
        documents=documents,
        at=at,
        assurance=assurance,
        force=held,
        known=known,
        known_to_loosen=known_to_loosen,
        applying=applying,
        rights={r: parties(applying, r, loosens=loosens) for r in _touched(question)},
        offered=_offered(question, documents, at, known_to_loosen) if loosens else {},
        closing=tuple(one for one in documents.broken if restricts(one, known)),
    )


def _known(
    question: Question, standing: Iterable[Declared], *, loosens: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the track is known by, for what restricts and for what loosens (rule 6)."""
    own = question.track
    lenders = [one for one in standing if not own.recording.isdisjoint(one.track.recording)]
    lent = [one for one in lenders if loosens and not contradicts(one.track, own)]
    return (
        own.identifiers.union(*(one.track.identifiers for one in lenders)),
        own.identifiers.union(*(one.track.identifiers for one in lent)),
    )


def _applying(
    standing: Iterable[Declared],
    question: Question,
    known: frozenset[str],
    known_to_loosen: frozenset[str],
    *,
    loosens: bool,
) -> Iterator[Applying]:
    for one in standing:
        kind = through(one.track, known)
        if kind is not None:
            counts = loosens and not contradicts(one.track, question.track)
            yield Applying(one, kind, through(one.track, known_to_loosen) if counts else None)


def _touched(question: Question) -> set[Right]:
    """Return every right that a pair of the question can touch."""
    pairs = (touched(leaf, material) for leaf in question.leaves for material in question.materials)
    return {right for pair in pairs for right in (*pair.by_material, *pair.by_use)}


def _offered(
    question: Question, documents: Documents, at: str, known: frozenset[str]
) -> dict[str, list[Offered]]:
    """Return the Consents that cover all of the question but the pair, by their makers."""
    found: dict[str, list[Offered]] = {}
    for consent in documents.consents:
        kind = counts_through(consent, question.track, known)
        if kind and next(obstacles(consent, question, documents, at), None) is None:
            found.setdefault(consent.by.id, []).append(Offered(consent, kind))
    return found
