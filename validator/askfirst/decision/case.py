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

__all__ = ["Applying", "Case", "Offered", "Parties"]


class Applying(NamedTuple):
    """A Declaration that applies: through which kind for what restricts, and for what loosens."""

    declared: Declared
    restricts: Identifies
    loosens: Identifies | None


class Offered(NamedTuple):
    """A Consent that covers all of the question but the pair, and the kind it counts through."""

    consent: Consent
    loosens: Identifies


class Parties(NamedTuple):
    """Who holds a right: nobody, where it is absent or where no naming counts.

    `standing_in` has the mandated parties whose Consent is also the holder's.
    """

    absent: bool
    holders: frozenset[str]
    standing_in: dict[str, tuple[str, ...]]


class Case(NamedTuple):
    """A question and what bears on it at an instant.

    `known` and `known_to_loosen` are the identifiers by which the track is known (reading rule 6).
    """

    question: Question
    documents: Documents
    at: str
    assurance: Assurance
    force: Force
    known: frozenset[str]
    known_to_loosen: frozenset[str]
    applying: Sequence[Applying]
    rights: dict[Right, Parties]
    offered: Sequence[Offered]
    closing: Sequence[Piece]
