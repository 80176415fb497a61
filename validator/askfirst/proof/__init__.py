"""Sign documents, verify proofs, and keep the keys that sign (spec 4.12)."""

from askfirst.proof.files import Opened, Told, opened, sealed, told
from askfirst.proof.keys import Key, NotAKey, PassphraseNeeded, WrongPassphrase
from askfirst.proof.suite import AlreadySigned, prove, sign, verifies, with_proof

__all__ = [
    "AlreadySigned",
    "Key",
    "NotAKey",
    "Opened",
    "PassphraseNeeded",
    "Told",
    "WrongPassphrase",
    "opened",
    "prove",
    "sealed",
    "sign",
    "told",
    "verifies",
    "with_proof",
]
