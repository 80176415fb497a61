"""Hold what bears on one question: who is known to hold what, and which Consents are open to it."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from askfirst.decision.assurance import Judge
from askfirst.decision.broken import Piece
from askfirst.decision.documents import Documents
from askfirst.decision.force import Force
from askfirst.decision.identity import Known
from askfirst.decision.question import Question
from askfirst.model.declarations import Claim, Declared
from askfirst.model.documents import Consent
from askfirst.model.parts import Track
from askfirst.vocabulary import Assurance, Identifies, Right

__all__ = ["Applying", "Case", "Grant", "Holdings"]


class Applying(NamedTuple):
    """A Declaration that applies, and through which kind for what restricts.

    `opens` is its track, or none where that contradicts the Request's own. `loosens` are the
    rights for which it counts for its maker, and `absent` those that it so says are not there.
    """

    declared: Declared
    restricts: Identifies
    opens: tuple[Track, ...]
    loosens: frozenset[Right]
    absent: Sequence[Right]


class Holdings(NamedTuple):
    """Who is named for which right, for which rights one naming counts, and which are absent.

    `standing_in` has, for a claim of a holder, those of the mandated parties beside it whose
    Consent is also the holder's.
    """

    claims: frozenset[Claim]
    held: frozenset[Right]
    absent: frozenset[Right]
    standing_in: dict[Claim, frozenset[Claim]]


#: A Consent that covers all of the question but the pair, and the claims it speaks for.
Grant: TypeAlias = tuple[Consent, frozenset[Claim]]


class Case(NamedTuple):
    """A question and what bears on it, as far as the judge lets it count.

    `known` and `known_to_loosen` are the identifiers by which the track is known (reading rule 6).
    """

    question: Question
    documents: Documents
    judge: Judge
    force: Force
    known: frozenset[str]
    known_to_loosen: Known
    applying: Sequence[Applying]
    holdings: Holdings
    grants: Sequence[Grant]
    closing: Sequence[Piece]

    @property
    def at(self) -> str:
        """The instant as of which everything is looked at."""
        return self.judge.at

    @property
    def assurance(self) -> Assurance:
        """What is demanded of what loosens."""
        return self.judge.assurance
