"""Point a reason at the sentence that decided."""

from collections.abc import Iterator
from typing import TypeAlias

from askfirst.checking import Checked
from askfirst.checking.making import AnyDocument
from askfirst.decision.assurance import verified, verifies
from askfirst.decision.broken import id_of
from askfirst.decision.case import Case
from askfirst.decision.statement import Stated
from askfirst.model.decisions import Reason
from askfirst.model.declarations import Declared
from askfirst.model.parts import Document
from askfirst.vocabulary import Because, Status

__all__ = ["Reasoned", "assured", "because", "entry_of", "falls_short", "maker", "rule_says"]

_LISTS = {
    Status.PROHIBITED: ("prohibits", "prohibits"),
    Status.CONSENT_REQUIRED: ("requiresConsent", "requires_consent"),
    Status.PERMITTED: ("permits", "permits"),
}


#: What a reason is sorted by, and the reason.
Reasoned: TypeAlias = tuple[tuple[str, str, str], Reason]


def because(
    code: Because, document: AnyDocument | Document | Checked, pointer: str, sentence: str
) -> Reasoned:
    """Return a reason that stands in a document."""
    name = id_of(document) if isinstance(document, Checked) else document.id
    reason = Reason(str(code), name, document.sha256, pointer, sentence)
    return (code, document.sha256, pointer), reason


def falls_short(document: Document, pointer: str, what: str) -> Iterator[Reasoned]:
    """Yield why what would loosen in a document does not count at the demanded assurance."""
    if verified(document):
        how = " was read from a signal and" if document.imported else ""
        sentence = f"{what}{how} carries no proof that is trusted for this."
        yield because(Because.TOO_LOW, document, pointer, sentence)
        return
    for proof in document.proofs:
        if not verifies(proof):
            sentence = "This proof does not verify, so the document opens nothing."
            yield because(Because.NOT_VERIFIED, document, proof.pointer, sentence)


def assured(case: Case, document: Document) -> str:
    """Return the words that say which assurance a document has that loosens something."""
    if not document.proofs:
        return " (unsigned)"
    return " (trusted)" if case.judge.assured(document) else " (signed, not trusted)"


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
