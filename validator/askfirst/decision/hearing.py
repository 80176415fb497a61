"""Gather what bears on a question: the track as it is known, and whatever speaks about it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from askfirst.decision.assurance import Judge
from askfirst.decision.broken import Piece, restricts
from askfirst.decision.case import Applying, Case, Grant
from askfirst.decision.consents import is_open, opening
from askfirst.decision.documents import Documents
from askfirst.decision.force import force
from askfirst.decision.holders import holdings
from askfirst.decision.identity import EVERY_RIGHT, Known, contradicts, through
from askfirst.decision.question import Question
from askfirst.model.declarations import Claim, Declared
from askfirst.model.documents import Consent
from askfirst.model.parts import Track
from askfirst.vocabulary import Identifies, Right

__all__ = ["hear"]

_RECORDING = Identifies.RECORDING
_NO_RIGHTS: frozenset[Right] = frozenset()


def hear(question: Question, documents: Documents, judge: Judge) -> Case:
    """Return what bears on a question (reading rules 3, 6 and 7)."""
    own = question.track
    held = force(documents.declared, own, judge.at, partial(_lends, judge, own))
    lenders, others = _lenders(held.standing, own, judge)
    known, known_to_loosen = _known(lenders, documents.broken, own)
    applying = [
        # by more identifiers it counts for no fewer rights
        one if one.loosens is EVERY_RIGHT else _applying(one, judge, known_to_loosen)
        for one in lenders
    ]
    applying += _others(others, own, known, known_to_loosen, judge)
    return Case(
        question,
        documents,
        judge,
        held,
        known,
        known_to_loosen,
        applying,
        holdings(applying, partial(_counts, judge, known_to_loosen)),
        _grants(question, documents, judge, known_to_loosen),
        [one for one in documents.broken if restricts(one, known)],
    )


def _lends(judge: Judge, own: Track, one: Declared) -> frozenset[Right]:
    """Return the rights for which a Declaration counts that shares a recording with the Request."""
    document = one.document
    if judge.answers_for(document):
        return EVERY_RIGHT
    known = ((EVERY_RIGHT, own.recording),)
    return judge.vouched(document, document.by.id, (one.track,), known)


def _counts(judge: Judge, known: Known, one: Applying, party: str) -> frozenset[Right]:
    return judge.rights(one.declared.document, party, one.opens, known)


def _lenders(
    standing: Iterable[Declared], own: Track, judge: Judge
) -> tuple[list[Applying], list[Declared]]:
    """Return the Declarations about the very recording, and the others (rule 6).

    The rights of the former are, so far, those for which they lend identifiers. What contradicts
    the Request's own track loosens nothing.
    """
    lenders, others, is_another = [], [], own.recording.isdisjoint
    for one in standing:
        if is_another(one.track.recording):
            others.append(one)
        elif contradicts(one.track, own):
            lenders.append(Applying(one, _RECORDING, (), _NO_RIGHTS, ()))
        else:
            lends = _lends(judge, own, one)
            lenders.append(Applying(one, _RECORDING, (one.track,), lends, one.absent_rights))
    return lenders, others


def _known(
    lenders: Sequence[Applying], broken: Iterable[Piece], own: Track
) -> tuple[frozenset[str], Known]:
    """Return what the track is known by, for what restricts and for what loosens (rule 6).

    What does not conform lends too, for what restricts: otherwise a mistake in one document
    could take away what another one restricts.
    """
    read = [one.track for one in broken if one.track]
    strict = [one.identifiers for one in read if not own.recording.isdisjoint(one.recording)]
    strict += [one.declared.track.identifiers for one in lenders]
    return own.identifiers.union(*strict), _known_to_loosen(lenders, own)


def _known_to_loosen(lenders: Sequence[Applying], own: Track) -> Known:
    """Return what the track is known by for each right; mostly it is the same for all."""
    lent = [(one.declared.track.identifiers, one.loosens) for one in lenders if one.loosens]
    if all(rights is EVERY_RIGHT for _, rights in lent):
        return ((EVERY_RIGHT, own.identifiers.union(*[names for names, _ in lent])),)
    parts: dict[frozenset[str], set[Right]] = {}
    for right in Right:
        names = own.identifiers.union(*[names for names, rights in lent if right in rights])
        parts.setdefault(names, set()).add(right)
    return tuple((frozenset(rights), names) for names, rights in parts.items())


def _others(
    others: Iterable[Declared], own: Track, known: frozenset[str], loose: Known, judge: Judge
) -> Iterator[Applying]:
    """Yield the other Declarations that share an identifier with the track as it is known."""
    for one in others:
        kind = through(one.track, known)
        if kind is not None:
            opens = () if contradicts(one.track, own) else (one.track,)
            yield _applying(Applying(one, kind, opens, _NO_RIGHTS, ()), judge, loose)


def _applying(one: Applying, judge: Judge, known: Known) -> Applying:
    """Return how a Declaration applies, with the rights for which it counts for its maker."""
    declared = one.declared
    rights = _counts(judge, known, one, declared.document.by.id)
    absent = tuple(
        right
        for right in declared.absent_rights
        if right in rights and _by_recording(declared, known, right)
    )
    return one._replace(loosens=rights, absent=absent)


def _by_recording(one: Declared, known: Known, right: Right) -> bool:
    """Tell whether a Declaration speaks about a right through a recording identifier."""
    return any(
        right in rights and through(one.track, names) is _RECORDING for rights, names in known
    )


def _grants(question: Question, documents: Documents, judge: Judge, known: Known) -> list[Grant]:
    """Return the Consents for asked leaves that cover all of the question but the pair."""
    asked = frozenset(question.leaves)
    return [
        (consent, consent.claims if rights is EVERY_RIGHT else _reached(consent, rights))
        for consent in documents.consents
        if not asked.isdisjoint(consent.leaves)
        and is_open(consent, question, documents, judge.at)
        and (
            rights := judge.rights(consent, consent.by.id, opening(consent, question.track), known)
        )
    ]


def _reached(consent: Consent, rights: frozenset[Right]) -> frozenset[Claim]:
    return frozenset(claim for claim in consent.claims if claim[1] in rights)
