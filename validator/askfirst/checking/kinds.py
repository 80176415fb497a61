"""Tell which type of document, or of configuration, an object is meant to be."""

from askfirst.vocabulary import AnyType, Configuration, DocumentType
from askfirst.vocabulary.spelling import nearest

__all__ = ["kind_of", "stated"]

_TYPES: dict[str, AnyType] = {str(kind): kind for kind in (*DocumentType, *Configuration)}

#: Members that tell the type of a document; what several types share comes after what one has.
_TELLING: dict[str, AnyType] = {
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
    "mandates": Configuration.TRUST,
    "witnesses": Configuration.TRUST,
    "setAside": Configuration.TRUST,
    "holders": Configuration.TRUST,
}


def kind_of(value: object) -> AnyType | None:
    """Return the type an object names or, where it misspells or leaves it out, the likely one.

    The guess serves only to find more in one run: a document that needs it has an error.
    """
    if not isinstance(value, dict):
        return None
    named = value.get("type")
    if isinstance(named, str):
        return _TYPES.get(nearest(named, _TYPES) or "")
    return next(
        (kind for name, kind in _TELLING.items() if "type" not in value and name in value), None
    )


def stated(value: object) -> AnyType | None:
    """Return the type an object names exactly; None where it names none."""
    named = value.get("type") if isinstance(value, dict) else None
    return _TYPES.get(named) if isinstance(named, str) else None
