"""Hold a Decision as a value, as it was read."""

from dataclasses import dataclass
from typing import NamedTuple

from askfirst.model.parts import Proof, Track
from askfirst.vocabulary import Assurance, DocumentType, Right, Status, Use

__all__ = ["Claimant", "Decision", "Given", "Leaf", "Missing", "Question", "Reason"]


class Reason(NamedTuple):
    """A sentence that decided, and where it stands; without a document, the rules say it."""

    code: str
    document: str | None
    sha256: str | None
    pointer: str | None
    sentence: str


class Leaf(NamedTuple):
    """An asked leaf, its outcome and the reasons."""

    use: Use
    outcome: Status
    reasons: tuple[Reason, ...]


class Claimant(NamedTuple):
    """Somebody who is named as holder without counting as one."""

    holder: str
    name: str
    contact: str | None


class Missing(NamedTuple):
    """An agreement that would be needed; without a holder, nobody counts as one."""

    right: Right
    holder: str | None
    use: Use
    ask_at: tuple[str, ...]
    claimed_by: tuple[Claimant, ...]


class Given(NamedTuple):
    """A document that the answer was sought in."""

    id: str | None
    type: DocumentType | None
    sha256: str
    assurance: Assurance
    set_aside: str | None


class Question(NamedTuple):
    """The Request or Policy that is answered."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The answer to a Request: an outcome, reasons, and what is missing."""

    id: str
    issued: str
    sha256: str
    proofs: tuple[Proof, ...]
    request: Question
    track: Track | None
    assurance: Assurance
    trust: str | None
    documents: tuple[Given, ...]
    outcome: Status
    leaves: tuple[Leaf, ...]
    missing: tuple[Missing, ...]
