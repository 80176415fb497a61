"""Give the reasons that lie in statements, and in documents that do not conform."""

from collections.abc import Iterator

from askfirst.decision.because import Reasoned, because, entry_of, falls_short, maker, rule_says
from askfirst.decision.broken import restricts
from askfirst.decision.case import Case
from askfirst.decision.force import force
from askfirst.decision.identity import EVERY_RIGHT, through
from askfirst.decision.statement import status
from askfirst.vocabulary import Because, Status, Use

__all__ = ["statement_reasons"]


def statement_reasons(case: Case, leaf: Use, outcome: Status) -> Iterator[Reasoned]:
    """Yield what fixed what a leaf demands, and what was replaced or does not conform."""
    yield from _broken(case)
    yield from _replaced(case)
    if outcome is Status.PROHIBITED:
        yield from _stated(case, leaf, Status.PROHIBITED)
        return
    yield from _stated(case, leaf, Status.CONSENT_REQUIRED)
    if leaf.floor:
        yield rule_says(Because.FLOOR, f"`{leaf}` needs consent whatever anybody states.")
    elif all(status(one.declared, leaf).status is Status.UNSPECIFIED for one in case.applying):
        yield rule_says(Because.NOT_STATED, f"Nothing is stated for `{leaf}`.")


def _stated(case: Case, leaf: Use, wanted: Status) -> Iterator[Reasoned]:
    verb = "prohibits" if wanted is Status.PROHIBITED else "requires consent for"
    for one in (one.declared for one in case.applying):
        said = status(one, leaf)
        if said.status is wanted:
            through_group = "" if said.term is leaf else f", as part of `{said.term}`"
            sentence = f"{maker(one)} {verb} `{leaf}`{through_group}."
            yield because(Because.STATED, one.document, entry_of(one, said), sentence)
            source = one.document.source
            if source:
                told = f"This was read from the signal `{source.signal}`."
                yield because(Because.IMPORTED, one.document, "/source", told)


def _broken(case: Case) -> Iterator[Reasoned]:
    for piece in case.closing:
        kind = piece.checked.kind or "document"
        about = "may be about this track" if piece.track is None else "is about this track"
        sentence = f"This {kind} does not conform and {about}, so it opens nothing and restricts."
        yield because(Because.INVALID, piece.checked, piece.pointer, sentence)
    for piece in case.documents.spoiled:
        if restricts(piece, case.known):
            sentence = "This Consent does not conform and counts for nothing."
            yield because(Because.INVALID, piece.checked, piece.pointer, sentence)


def _replaced(case: Case) -> Iterator[Reasoned]:
    yield from _not_replaced(case)
    for old, later in case.force.replaced.items():
        if through(old.track, case.known):
            ids = ", ".join(sorted(by.id for by in later))
            yield because(
                Because.REPLACED, old.document, old.pointer, f"This was replaced by {ids}."
            )


def _not_replaced(case: Case) -> Iterator[Reasoned]:
    """Yield what would replace a Declaration if it met the demanded assurance."""
    own = case.question.track
    known = ((EVERY_RIGHT, own.recording),)
    wanted = force(case.documents.declared, own, case.at, lambda _: EVERY_RIGHT)
    for old, later in wanted.replaced.items():
        for one in later if through(old.track, case.known) else ():
            document = one.document
            rights, by = old.held, document.by.id
            if case.judge.falls_short(document, by, rights, (one.track,), known):
                replaced = old.document.id.partition("#")[0]
                at = f"/supersedes/{document.supersedes.index(replaced)}"
                yield from falls_short(document, at, f"That this replaces {replaced}")
