"""Sign documents by a few keys that are the same in every run, and trust them."""

from hashlib import sha256

from askfirst.proof import Key, sign, with_proof
from tests.property.naive.tables import Object
from tests.property.worlds_by_hand import BEFORE

__all__ = ["holder", "key", "mandate", "signed", "trusting", "witness"]


def key(name: str) -> Key:
    """Return the key that is made of a name; no key to be used for anything."""
    return Key.of_secret(sha256(name.encode()).digest())


def signed(document: Object, *names: str, created: str = BEFORE) -> Object:
    """Return a document with a proof by the key of each name."""
    for name in names:
        document = with_proof(document, sign(document, key(name), created))
    return document


def _entry(names: tuple[str, ...], more: Object) -> Object:
    speaks = {"rights": ["any"], "identifiers": ["any"], **more}
    return {"keys": [key(name).did for name in names], **speaks}


def holder(party: str, *names: str, **more: object) -> Object:
    """Return an entry for a party whose keys are those of some names."""
    return {"holder": party, **_entry(names, more)}


def mandate(party: str, *names: str, **more: object) -> Object:
    """Return an entry for a party that speaks for others."""
    return {"id": party, "capacity": "agent", **_entry(names, more)}


def witness(party: str, *names: str, **more: object) -> Object:
    """Return an entry for a party before whom acts are made."""
    return {"id": party, **_entry(names, more)}


def trusting(**members: object) -> Object:
    """Return a trust file with some members."""
    return {"askfirst": "1.0.0", "type": "Trust", **members}
