"""Keep a key in a file: a few lines for people, and PKCS#8 as every tool reads it (RFC 7468)."""

import re
from base64 import b64decode, b64encode
from textwrap import wrap
from typing import NamedTuple
from unicodedata import normalize

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import base58btc
from askfirst.proof.keys import Key, NotAKey, PassphraseNeeded
from askfirst.proof.pbes2 import decrypted, encrypted

__all__ = ["Opened", "Told", "opened", "sealed", "told"]

_LONGEST = 16_384
_LONGEST_NAME = 200
_HEAD = """\
This is a private key for AskFirst: whoever has it can sign in your name.
Keep it secret, keep a copy of it, and send it to nobody.
Name: {name}
Public key: {did}

"""
_LINE = re.compile("^(Name|Public key): (.*)$", re.MULTILINE)
_PEM = re.compile(
    "^-----BEGIN (ENCRYPTED |)PRIVATE KEY-----\n([A-Za-z0-9+/=\n]+)^-----END \\1PRIVATE KEY-----$",
    re.MULTILINE,
)
_BEGIN = re.compile("^-----BEGIN ", re.MULTILINE)
#: A secret as W3C's Multikey writes it: `z` and the base58 of these two bytes and the secret.
_MULTIKEY = re.compile("z[1-9A-HJ-NP-Za-km-z]{1,64}")
_SECRET = bytes.fromhex("8026")


class Opened(NamedTuple):
    """A key from a file, and the name that the file gives it."""

    key: Key
    name: str | None


class Told(NamedTuple):
    """What a key file says without its passphrase; only `did` of one that is not sealed is sure."""

    did: str | None
    name: str | None
    sealed: bool


class _File(NamedTuple):
    der: bytes
    sealed: bool
    name: str | None
    did: str | None


def sealed(key: Key, passphrase: str | None, name: str) -> bytes:
    """Return the text of a file that holds a key; without a passphrase whoever reads it has it.

    Raises `PassphraseNeeded` for an empty passphrase.
    """
    head = _HEAD.format(name=_one_line(name), did=key.did)
    if passphrase is None:
        kind, der = "PRIVATE KEY", key.pkcs8()
    else:
        kind, der = "ENCRYPTED PRIVATE KEY", encrypted(key.pkcs8(), _secret(passphrase))
    lines = "\n".join(wrap(b64encode(der).decode(), 64))
    return f"{head}-----BEGIN {kind}-----\n{lines}\n-----END {kind}-----\n".encode()


def opened(data: bytes, passphrase: str | None) -> Opened:
    """Return the key in a file that was written here, in another PKCS#8 file, or in a Multikey.

    Raises `NotAKey`, `PassphraseNeeded` or `WrongPassphrase`; the passphrase of what is not sealed
    is not looked at.
    """
    found = _read(data)
    if isinstance(found, Key):
        return Opened(found, None)
    key = decrypted(found.der, _secret(passphrase or "")) if found.sealed else _plain(found.der)
    if found.did not in (None, key.did):
        raise NotAKey("the file names another public key than that of the key in it")
    return Opened(key, found.name)


def told(data: bytes) -> Told:
    """Return whose key a file holds; raises `NotAKey`."""
    found = _read(data)
    if isinstance(found, _File) and found.sealed:
        return Told(found.did, found.name, sealed=True)
    key, name = opened(data, None)
    return Told(key.did, name, sealed=False)


def _read(data: bytes) -> _File | Key:
    """Return the one key that is meant; a Multikey says nothing but itself."""
    if len(data) > _LONGEST:
        raise NotAKey("this is longer than any key file")
    text = data.decode(errors="replace").replace("\r\n", "\n")
    if _MULTIKEY.fullmatch(text.strip()):
        return _multikey(text.strip())
    pem = _PEM.search(text)
    if pem is None or len(_BEGIN.findall(text)) != 1:
        raise NotAKey("a key file has one part that begins with -----BEGIN and PRIVATE KEY-----")
    said = _LINE.findall(text[: pem.start()])
    if len(dict(said)) != len(said):
        raise NotAKey("the file names the key twice")
    name, did = (dict(said).get(label) for label in ("Name", "Public key"))
    try:
        der = b64decode(pem[2].replace("\n", ""), validate=True)
    except ValueError:
        raise NotAKey("the key in this file is damaged") from None
    return _File(der, bool(pem[1]), None if name is None else _one_line(name), did)


def _multikey(text: str) -> Key:
    try:
        data = base58btc.decode(text[1:])
    except InvalidIdentifier:
        data = b""
    if not data.startswith(_SECRET):
        raise NotAKey("this is not the secret of an Ed25519 key; such a text begins with z3u2")
    return Key.of_secret(data.removeprefix(_SECRET))


def _plain(der: bytes) -> Key:
    try:
        return Key.of_pkcs8(der)
    except ValueError:
        raise NotAKey("the key in this file is damaged") from None


def _secret(passphrase: str) -> bytes:
    """Return the bytes of a passphrase; keyboards write one letter in several ways."""
    if not passphrase:
        raise PassphraseNeeded("the key is sealed: its passphrase is needed")
    return normalize("NFC", passphrase).encode(errors="surrogatepass")


def _one_line(name: str) -> str:
    """Return the characters of a name that can be seen, in one line."""
    visible = "".join(c if c.isprintable() else " " for c in name)
    # five hyphens would begin a part of the file for some readers
    return re.sub("--+", "-", " ".join(visible.split()))[:_LONGEST_NAME]
