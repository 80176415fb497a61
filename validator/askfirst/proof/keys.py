"""Hold the private key of a signer, which shows itself to nobody (RFC 8032, Ed25519)."""

from typing import TYPE_CHECKING, NoReturn

from askfirst.errors import AskFirstError
from askfirst.identifiers import did_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

__all__ = ["Key", "NotAKey", "PassphraseNeeded", "WrongPassphrase"]


class NotAKey(AskFirstError):
    """What was given is not one Ed25519 private key."""


class PassphraseNeeded(AskFirstError):
    """A key is sealed, or is to be, and there is no passphrase."""


class WrongPassphrase(AskFirstError):
    """A passphrase does not open a key."""


class Key:
    """An Ed25519 private key; `did` is the did:key of its public key, and all it shows."""

    __slots__ = ("_private", "did")

    def __init__(self, private: "Ed25519PrivateKey") -> None:
        self._private = private
        self.did = did_key.written(private.public_key().public_bytes_raw())

    @classmethod
    def new(cls) -> "Key":
        """Return a key that nobody had before."""
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - heavy

        return cls(ed25519.Ed25519PrivateKey.generate())

    @classmethod
    def of_secret(cls, secret: bytes) -> "Key":
        """Return the key that 32 secret bytes are; raises `NotAKey` for another number of bytes."""
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - heavy

        try:
            return cls(ed25519.Ed25519PrivateKey.from_private_bytes(secret))
        except ValueError:
            raise NotAKey("the secret of a key has 32 bytes") from None

    @classmethod
    def of_pkcs8(cls, der: bytes, passphrase: bytes | None = None) -> "Key":
        """Return the key in PKCS#8, encrypted where there is a passphrase.

        Raises `NotAKey` for other keys; what does not decrypt or parse is a `ValueError`.
        """
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - heavy
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - heavy
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - heavy
            load_der_private_key,
        )

        try:
            private = load_der_private_key(der, passphrase)
        except (TypeError, UnsupportedAlgorithm):
            raise NotAKey("this is a key of a kind that is not known here") from None
        if not isinstance(private, ed25519.Ed25519PrivateKey):
            raise NotAKey("this is a key of another kind; only Ed25519 keys sign here")
        return cls(private)

    def sign(self, data: bytes) -> bytes:
        """Return the 64 bytes of the signature of bytes."""
        return self._private.sign(data)

    def pkcs8(self) -> bytes:
        """Return the key as a file holds it, PKCS#8 in DER: this is the secret (RFC 8410)."""
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - heavy
            Encoding,
            NoEncryption,
            PrivateFormat,
        )

        return self._private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())

    def __repr__(self) -> str:
        return f"Key({self.did})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a private key is neither copied nor pickled")
