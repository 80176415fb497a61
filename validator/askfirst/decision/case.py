"""Hold what bears on one question: who is known to hold what, and which Consents are open to it."""

from collections.abc import Sequence
from typing import NamedTuple

from askfirst.decision.broken import Piece
from askfirst.decision.documents import Documents
from askfirst.decision.force import Force
from askfirst.decision.question import Question
from askfirst.model.declarations import Declared
from askfirst.model.documents import Consent
from askfirst.vocabulary import Assurance, Identifies, Right

__all__ = ["Applying", "Case", "Holdings"]


class Applying(NamedTuple):
    """A Declaration that applies: through which kind for what restricts, and for what loosens."""

    declared: Declared
    restricts: Identifies
    loosens: Identifies | None


class Holdings(NamedTuple):
    """Who is named for which rights, for which of them one naming counts, and which are absent.

    `standing_in` has the mandated parties beside each holder, with the rights for which their
    Consent is also the holder's.
    """

    named: dict[str, frozenset[Right]]
    held: frozenset[Right]
    absent: frozenset[Right]
    standing_in: dict[str, dict[str, frozenset[Right]]]


class Case(NamedTuple):
    """A question and what bears on it at an instant.

    `known` and `known_to_loosen` are the identifiers by which the track is known (reading rule 6).
    `consents` has those that can count by their makers; `judged` remembers, by digest, for which
    rights one counts that covers all of the question but the pair.
    """

    question: Question
    documents: Documents
    at: str
    assurance: Assurance
    force: Force
    known: frozenset[str]
    known_to_loosen: frozenset[str]
    applying: Sequence[Applying]
    holdings: Holdings
    consents: dict[str, list[Consent]]
    judged: dict[str, frozenset[Right]]
    closing: Sequence[Piece]
