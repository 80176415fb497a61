"""Point a reason at the sentence that decided."""

from typing import TypeAlias

from askfirst.checking import Checked
from askfirst.decision.broken import id_of
from askfirst.decision.statement import Stated
from askfirst.model.decisions import Reason
from askfirst.model.declarations import Declared
from askfirst.model.parts import Document
from askfirst.vocabulary import Because, Status

__all__ = ["Reasoned", "because", "entry_of", "falls_short", "maker", "rule_says"]

_LISTS = {
    Status.PROHIBITED: ("prohibits", "prohibits"),
    Status.CONSENT_REQUIRED: ("requiresConsent", "requires_consent"),
    Status.PERMITTED: ("permits", "permits"),
}


#: What a reason is sorted by, and the reason.
Reasoned: TypeAlias = tuple[tuple[str, str, str], Reason]


def because(code: Because, document: Document | Checked, pointer: str, sentence: str) -> Reasoned:
    """Return a reason that stands in a document."""
    name = id_of(document) if isinstance(document, Checked) else document.id
    reason = Reason(str(code), name, document.sha256, pointer, sentence)
    return (code, document.sha256, pointer), reason


def falls_short(document: Document, pointer: str, what: str) -> Reasoned:
    """Return why what would loosen in a document does not count at the demanded assurance."""
    if document.proofs:
        sentence = "This document carries a proof that does not verify, so it opens nothing."
        return because(Because.NOT_VERIFIED, document, "/proof", sentence)
    if document.imported:
        sentence = f"{what} was read from a signal and carries no proof that is trusted."
        return because(Because.TOO_LOW, document, pointer, sentence)
    return because(Because.TOO_LOW, document, pointer, f"{what} carries no proof that is trusted.")


def rule_says(code: Because, sentence: str) -> Reasoned:
    """Return a reason that no document gives."""
    reason = Reason(str(code), None, None, None, sentence)
    return (code, "", ""), reason


def entry_of(declared: Declared, said: Stated) -> str:
    """Return the pointer of the entry that states something."""
    statements = declared.general if said.general else declared.own
    member, name = _LISTS[said.status]
    at = "" if said.general else declared.pointer
    return f"{at}/{member}/{getattr(statements, name).index(said.term)}"


def maker(declared: Declared) -> str:
    """Return how people call the maker of a Declaration."""
    return declared.document.by.name or declared.document.by.id
