"""Answer for one row after the other, from the documents of a store that bear on its track."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from askfirst.catalog.canonical import canonical
from askfirst.catalog.relevance import about, everywhere
from askfirst.catalog.store import Store
from askfirst.checking.pieces import track as read_track
from askfirst.decision import Answer, Documents, decide
from askfirst.decision.agreement import Pair, touched_rights
from askfirst.decision.broken import prohibits
from askfirst.decision.expanded import track_written
from askfirst.decision.missing import called, entries
from askfirst.decision.statement import status
from askfirst.decision.writing import content
from askfirst.model.decisions import Missing
from askfirst.model.documents import Request
from askfirst.model.parts import Track
from askfirst.model.trust import Trust
from askfirst.vocabulary import Assurance, Right, Status

__all__ = ["DECLARATION", "Agreed", "Answered", "Auditor", "Silence", "answered"]

#: What reserves a use where no signal does.
DECLARATION = "declaration"
_RESERVING = (Status.CONSENT_REQUIRED, Status.PROHIBITED)


class Agreed(StrEnum):
    """How far the holders of a right agree to what is asked of a track, the best first."""

    AGREED = "agreed"
    TO_ASK = "to-ask"
    HOLDER_UNKNOWN = "holder-unknown"
    PROHIBITED = "prohibited"


_WORST = {agreed: n for n, agreed in enumerate(Agreed)}


class Answered(NamedTuple):
    """The answer for a row: as a Decision says it, whose id ends with `decision`.

    `rights` are those that are touched, and `documents` the digests of those that bear on it.
    `codes` are those of the reasons of the leaves that have its outcome. `reserved` says where the
    use is prohibited or asked for first: in Declarations, or in the signals they were imported
    from. `names` has the name of each holder that is missing.
    """

    outcome: Status
    rights: dict[Right, Agreed]
    decision: str
    missing: tuple[Missing, ...]
    documents: tuple[str, ...]
    codes: tuple[str, ...] = ()
    reserved: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


class Silence(NamedTuple):
    """The answer for tracks that nobody speaks about; their Decisions differ in the track only."""

    answered: Answered
    before: bytes
    after: bytes

    @classmethod
    def of(cls, answer: Answer) -> "Silence":
        """Return an answer, and the canonical bytes of its Decision around the track."""
        members = _content(answer)
        before = canonical({name: members[name] for name in members if name < "track"})
        after = canonical({name: members[name] for name in members if name > "track"})
        return cls(_told(answer, ""), before[:-1] + b',"track":', b"," + after[1:])

    def about(self, track: Track) -> Answered:
        """Return the same answer for another such track."""
        text = self.before + canonical(track_written(track)) + self.after
        return self.answered._replace(decision=sha256(text).hexdigest())


class Auditor:
    """A question, and the store that it is answered from; for one process."""

    def __init__(
        self,
        store: Store,
        request: Request,
        *,
        at: str,
        assurance: str = Assurance.TRUSTED,
        trust: Trust | None = None,
    ) -> None:
        self._store = store
        self._request = request
        self._how: dict[str, Any] = {"at": at, "assurance": assurance, "trust": trust}
        self._always = everywhere(store)
        self._silence: Silence | None = None

    def answer(self, track: Mapping[str, Any], *, writing: bool = True) -> Answered:
        """Return the answer for a track, as a Request names it.

        Without `writing` no Decision is written, and `decision` is empty: that is much quicker.
        """
        asked = read_track(track)
        found = about(self._store, asked, self._always)
        if found is None:
            return self._silent(asked)
        answer = self._decide(asked, found)
        return answered(answer) if writing else _brief(answer, "")

    def decide(self, track: Mapping[str, Any]) -> Answer:
        """Return the answer with its reasons, and the Decision."""
        asked = read_track(track)
        return self._decide(asked, about(self._store, asked, self._always) or self._always)

    def _decide(self, track: Track, documents: Documents) -> Answer:
        return decide(replace(self._request, track=track), documents, **self._how)

    def _silent(self, track: Track) -> Answered:
        """Return the answer for a track that nobody speaks about: in all but the track one."""
        if self._silence is None:
            self._silence = Silence.of(self._decide(track, self._always))
        return self._silence.about(track)


def answered(answer: Answer) -> Answered:
    """Return what is said of a row, from the answer for its track."""
    return _told(answer, sha256(canonical(_content(answer))).hexdigest())


def _content(answer: Answer) -> dict[str, Any]:
    return content(answer.case, answer.outcome, answer.leaves, answer.missing)


def _told(answer: Answer, decision: str) -> Answered:
    """Return an answer with its codes, which take as long to find as all the rest of it."""
    decisive = [leaf for leaf in answer.leaves if leaf.outcome is answer.outcome]
    codes = {reason.code for leaf in decisive for reason in leaf.reasons}
    return _brief(answer, decision)._replace(codes=tuple(sorted(codes)))


def _brief(answer: Answer, decision: str) -> Answered:
    return Answered(
        outcome=answer.outcome,
        rights=_rights(answer),
        decision=decision,
        missing=answer.missing,
        documents=tuple(sorted(answer.case.documents.all)),
        reserved=tuple(sorted(set(_reserved(answer)))),
        names=_names(answer),
    )


def _reserved(answer: Answer) -> Iterator[str]:
    """Yield where a leaf is prohibited or asked for first; what does not conform prohibits too."""
    case = answer.case
    for leaf in answer.outcomes:
        for declared in (one.declared for one in case.applying):
            if status(declared, leaf).status in _RESERVING:
                source = declared.document.source
                yield str(source.signal) if source else DECLARATION
        if any(prohibits(piece, leaf) for piece in case.closing):
            yield DECLARATION


def _names(answer: Answer) -> tuple[tuple[str, str], ...]:
    """Return the holders that are missing, each with the first of its names."""
    holders = {one.holder for one in answer.missing}
    rights = {one.right for one in answer.missing if one.holder is not None}
    found = {
        (party, name)
        for right in rights
        for _, entry in entries(answer.case, right)
        for party, name in called(entry)
        if party in holders
    }
    return tuple(sorted(dict(sorted(found, reverse=True)).items()))


def _rights(answer: Answer) -> dict[Right, Agreed]:
    """Return how far each touched right is agreed to: the worst that is said of it."""
    found: dict[Right, Agreed] = {}
    for right, agreed in _said(answer):
        if right not in found or _WORST[agreed] > _WORST[found[right]]:
            found[right] = agreed
    return dict(sorted(found.items()))


def _said(answer: Answer) -> Iterator[tuple[Right, Agreed]]:
    case = answer.case
    for leaf, outcome in answer.outcomes.items():
        # where something does not conform nobody may be missing, and yet nothing is agreed
        doubt = bool(case.closing) and outcome is not Status.PERMITTED
        said = Agreed.TO_ASK if doubt else Agreed.AGREED
        said = Agreed.PROHIBITED if outcome is Status.PROHIBITED else said
        for material in case.question.materials:
            yield from ((right, said) for right in touched_rights(case, Pair(leaf, material)))
    for one in answer.missing:
        yield one.right, Agreed.HOLDER_UNKNOWN if one.holder is None else Agreed.TO_ASK
