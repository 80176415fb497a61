"""Tell what counts of what loosens (reading rule 10)."""

from askfirst.model.parts import Document
from askfirst.vocabulary import Assurance

__all__ = ["loosens"]

_UNSIGNED = Assurance.UNSIGNED


def loosens(document: Document, assurance: Assurance) -> bool:
    """Tell whether what a document opens can count at an assurance.

    No proof can be verified yet. So nothing meets `trusted`, and a document that carries a proof
    loosens nothing at `unsigned` either: a proof that does not verify is worse than none. What a
    program read from a signal is no rightsholder's document, which `unsigned` is about.
    """
    return assurance is _UNSIGNED and not document.proofs and not document.imported
