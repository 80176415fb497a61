"""Tell which type of document an object is meant to be."""

from askfirst.vocabulary import DocumentType
from askfirst.vocabulary.spelling import nearest

__all__ = ["kind_of", "stated"]

#: Members that tell the type of a document; what several types share comes after what one has.
_TELLING = {
    "to": DocumentType.CONSENT,
    "expression": DocumentType.CONSENT,
    "models": DocumentType.CONSENT,
    "consent": DocumentType.WITHDRAWAL,
    "withoutAsking": DocumentType.POLICY,
    "asksFirst": DocumentType.POLICY,
    "never": DocumentType.POLICY,
    "leaves": DocumentType.DECISION,
    "outcome": DocumentType.DECISION,
    "uses": DocumentType.REQUEST,
    "material": DocumentType.REQUEST,
    "release": DocumentType.RELEASE,
    "track": DocumentType.DECLARATION,
    "tracks": DocumentType.RELEASE,
}


def kind_of(value: object) -> DocumentType | None:
    """Return the type an object names or, where it misspells or leaves it out, the likely one.

    The guess serves only to find more in one run: a document that needs it has an error.
    """
    if not isinstance(value, dict):
        return None
    named = value.get("type")
    if isinstance(named, str):
        meant = nearest(named, DocumentType)
        return DocumentType(meant) if meant else None
    return next(
        (kind for name, kind in _TELLING.items() if "type" not in value and name in value), None
    )


def stated(value: object) -> DocumentType | None:
    """Return the type an object names exactly; None where it names none."""
    named = value.get("type") if isinstance(value, dict) else None
    return DocumentType(named) if named in tuple(DocumentType) else None
