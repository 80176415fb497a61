"""Encrypt a private key with a passphrase, as every reader of PKCS#8 decrypts it (RFC 8018, 7914).

The key derivation is scrypt with 16 MiB; the library's own writer knows only a weaker one.
"""

from askfirst.proof.der import INTEGER, OCTETS, OID, SEQUENCE, integer, item, items, read
from askfirst.proof.keys import Key, NotAKey, WrongPassphrase

__all__ = ["decrypted", "encrypted"]

_PBES2 = bytes.fromhex("2a864886f70d01050d")
_PBKDF2 = bytes.fromhex("2a864886f70d01050c")
_SCRYPT = bytes.fromhex("2b06010401da47040b")
_AES_256_CBC = bytes.fromhex("60864801650304012a")

#: Cost, block size and parallelization (RFC 7914, section 2); about a fifth of a second.
_N, _R, _P = 2**14, 8, 5
_BLOCK = 16

#: The most that a file may ask for: 128 MiB and some seconds.
_MOST_MEMORY = 128 * 2**20
_MOST_SCRYPT = 2**23
_MOST_PBKDF2 = 2_000_000


def encrypted(pkcs8: bytes, passphrase: bytes) -> bytes:
    """Return the DER of an EncryptedPrivateKeyInfo that holds a key."""
    from os import urandom  # noqa: PLC0415 - as below

    from cryptography.hazmat.primitives.ciphers import (  # noqa: PLC0415 - heavy
        Cipher,
        algorithms,
        modes,
    )
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415 - heavy

    salt, vector = urandom(_BLOCK), urandom(_BLOCK)
    secret = Scrypt(salt=salt, length=32, n=_N, r=_R, p=_P).derive(passphrase)
    padding = _BLOCK - len(pkcs8) % _BLOCK
    writer = Cipher(algorithms.AES(secret), modes.CBC(vector)).encryptor()
    content = writer.update(pkcs8 + bytes([padding]) * padding) + writer.finalize()
    costs = (item(OCTETS, salt), integer(_N), integer(_R), integer(_P))
    derivation = item(SEQUENCE, item(OID, _SCRYPT), item(SEQUENCE, *costs))
    cipher = item(SEQUENCE, item(OID, _AES_256_CBC), item(OCTETS, vector))
    scheme = item(SEQUENCE, item(OID, _PBES2), item(SEQUENCE, derivation, cipher))
    return item(SEQUENCE, scheme, item(OCTETS, content))


def decrypted(der: bytes, passphrase: bytes) -> Key:
    """Return the key in an EncryptedPrivateKeyInfo.

    Raises `WrongPassphrase`, and `NotAKey` for what is none, is encrypted in other ways, or takes
    more memory or time than a key is worth, which is told before any of it is spent.
    """
    try:
        bearable = _bearable(der)
    except ValueError:
        raise NotAKey("this key is damaged, or sealed in a way that is not known here") from None
    if not bearable:
        raise NotAKey("opening this key would take too much memory or time")
    try:
        return Key.of_pkcs8(der, passphrase)
    except ValueError:
        raise WrongPassphrase("this is not the passphrase of the key") from None


def _bearable(der: bytes) -> bool:
    """Tell whether what derives the key stays within bounds; raises `ValueError`."""
    (whole,) = read(der, SEQUENCE)
    scheme, _ = read(whole.content, SEQUENCE, OCTETS)
    name, parameters = read(scheme.content, OID, SEQUENCE)
    if name.content != _PBES2:
        raise ValueError("another scheme than PBES2")
    derivation, _ = read(parameters.content, SEQUENCE, SEQUENCE)
    function, costs = read(derivation.content, OID, SEQUENCE)
    numbers = [one.number for one in items(costs.content) if one.tag == INTEGER]
    if function.content == _PBKDF2:
        iterations, *_ = numbers
        return 0 < iterations <= _MOST_PBKDF2
    if function.content != _SCRYPT:
        raise ValueError("another function than scrypt and PBKDF2")
    n, r, p, *_ = numbers
    return min(n, r, p) > 0 and 128 * n * r <= _MOST_MEMORY and n * r * p <= _MOST_SCRYPT
