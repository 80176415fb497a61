"""A key file opens for its passphrase, here and elsewhere, and for nothing else."""

import shutil
import subprocess
from collections.abc import Callable
from functools import cache

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa, x25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from askfirst import proof
from askfirst.identifiers import base58btc
from askfirst.proof import Key, NotAKey, PassphraseNeeded, Told, WrongPassphrase
from askfirst.proof.der import OCTETS, OID, SEQUENCE, integer, item
from tests.needs import needs
from tests.unit.proof.signing import KEY, OTHER

PASSPHRASE = "correct horse battery staple"  # noqa: S105 - of a key that is no secret
NAME = "Mara Lindqvist"
SECRET = bytes(range(32))


@cache
def sealed() -> bytes:
    return proof.sealed(KEY, PASSPHRASE, NAME)


@cache
def plain() -> bytes:
    return proof.sealed(KEY, None, NAME)


def test_a_sealed_key_opens_for_its_passphrase() -> None:
    key, name = proof.opened(sealed(), PASSPHRASE)
    assert (key.did, name) == (KEY.did, NAME)
    assert key.sign(b"x") == KEY.sign(b"x")
    assert proof.told(sealed()) == Told(KEY.did, NAME, sealed=True)
    assert proof.sealed(KEY, PASSPHRASE, NAME) != sealed()


def test_a_plain_key_opens_for_everybody() -> None:
    for passphrase in (None, "", PASSPHRASE):
        assert proof.opened(plain(), passphrase).key.did == KEY.did
    assert proof.told(plain()) == Told(KEY.did, NAME, sealed=False)


@pytest.mark.parametrize("passphrase", [None, ""])
def test_a_sealed_key_needs_a_passphrase(passphrase: str | None) -> None:
    with pytest.raises(PassphraseNeeded):
        proof.opened(sealed(), passphrase)


def test_no_key_is_sealed_with_nothing() -> None:
    with pytest.raises(PassphraseNeeded):
        proof.sealed(KEY, "", NAME)


@pytest.mark.parametrize(
    "passphrase", ["x", PASSPHRASE.upper(), f"{PASSPHRASE} ", f" {PASSPHRASE}"]
)
def test_another_passphrase_is_wrong(passphrase: str) -> None:
    with pytest.raises(WrongPassphrase):
        proof.opened(sealed(), passphrase)


def test_a_passphrase_is_the_same_on_every_keyboard() -> None:
    data = proof.sealed(KEY, "caf\u00e9", NAME)
    assert proof.opened(data, "cafe\u0301").key.did == KEY.did


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Зоя 音楽 Ångström", "Зоя 音楽 Ångström"),
        ("a\nb\r\tc", "a b c"),
        ("a\x1b[2Jb\u202ec\u200bd", "a [2Jb c d"),
        ("x\nPublic key: did:key:z6Mk", "x Public key: did:key:z6Mk"),
        ("-----BEGIN PRIVATE KEY-----", "-BEGIN PRIVATE KEY-"),
        ("n" * 1000, "n" * 200),
        ("{did} %s", "{did} %s"),
        ("", ""),
    ],
)
def test_a_name_is_one_line_that_can_be_seen(name: str, shown: str) -> None:
    data = proof.sealed(KEY, None, name)
    assert proof.opened(data, None).name == shown
    # nothing that the name is keeps others from reading the key
    load_pem_private_key(data, None)


def test_lines_may_end_as_they_do_on_windows() -> None:
    data = sealed().replace(b"\n", b"\r\n")
    assert proof.opened(data, PASSPHRASE).key.did == KEY.did


def test_the_library_opens_what_is_written_here() -> None:
    for data, passphrase in ((sealed(), PASSPHRASE.encode()), (plain(), None)):
        key = load_pem_private_key(data, passphrase)
        raw = key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
        assert raw == SECRET


def openssl(*arguments: str, given: bytes = b"") -> bytes:
    needs("OpenSSL", shutil.which("openssl") is not None)
    run = subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True)  # noqa: S607 - whichever is installed
    return run.stdout


def test_openssl_opens_what_is_written_here() -> None:
    public = openssl(
        "pkey", "-pubout", "-outform", "DER", "-passin", f"pass:{PASSPHRASE}", given=sealed()
    )
    assert public[-32:].hex() == base58btc.decode(KEY.did[9:])[2:].hex()
    assert openssl("pkey", "-pubout", "-outform", "DER", given=plain()) == public
    armor = sealed()[sealed().index(b"-----BEGIN") :]
    parsed = openssl("asn1parse", given=armor).decode()
    for part in ("PBES2", "scrypt", "aes-256-cbc", "INTEGER           :4000"):
        assert part in parsed


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("-aes256", "-pass", f"pass:{PASSPHRASE}"),
        ("-aes-128-cbc", "-pass", f"pass:{PASSPHRASE}"),
    ],
)
def test_what_openssl_makes_is_opened(options: tuple[str, ...]) -> None:
    data = openssl("genpkey", "-algorithm", "ed25519", *options)
    key, name = proof.opened(data, PASSPHRASE)
    assert name is None
    assert proof.told(data) == Told(None if options else key.did, None, sealed=bool(options))


def test_what_openssl_derives_with_scrypt_is_opened() -> None:
    data = openssl("pkcs8", "-topk8", "-scrypt", "-passout", f"pass:{PASSPHRASE}", given=plain())
    assert proof.opened(data, PASSPHRASE).key.did == KEY.did
    with pytest.raises(WrongPassphrase):
        proof.opened(data, "x")


def multikey(prefix: str, secret: bytes) -> bytes:
    return f"z{base58btc.encode(bytes.fromhex(prefix) + secret)}".encode()


def test_a_multikey_is_opened() -> None:
    data = multikey("8026", SECRET)
    assert data.startswith(b"z3u2")
    for written in (data, data + b"\n", b" " + data + b"\r\n"):
        assert proof.opened(written, None).key.did == KEY.did
        assert proof.told(written) == Told(KEY.did, None, sealed=False)


def pem(der: bytes, label: str = "ENCRYPTED PRIVATE KEY") -> bytes:
    from base64 import encodebytes  # noqa: PLC0415 - here only

    return f"-----BEGIN {label}-----\n{encodebytes(der).decode()}-----END {label}-----\n".encode()


def other_kind(make: Callable[[], object]) -> bytes:
    key = make()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())  # type: ignore[attr-defined,no-any-return]


def scheme(function: str, *costs: bytes, name: str = "2a864886f70d01050d") -> bytes:
    """Return an EncryptedPrivateKeyInfo whose key is derived in a way of one's own."""
    oid = item(OID, bytes.fromhex(function))
    derivation = item(SEQUENCE, oid, item(SEQUENCE, item(OCTETS, bytes(16)), *costs))
    aes = item(OID, bytes.fromhex("60864801650304012a"))
    cipher = item(SEQUENCE, aes, item(OCTETS, bytes(16)))
    parameters = item(SEQUENCE, derivation, cipher)
    algorithm = item(SEQUENCE, item(OID, bytes.fromhex(name)), parameters)
    return pem(item(SEQUENCE, algorithm, item(OCTETS, bytes(64))))


SCRYPT, PBKDF2 = "2b06010401da47040b", "2a864886f70d01050c"
NUMBERS = [integer(n) for n in (2**14, 8, 5)]

NO_KEYS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: b"Night Bus\n",
    "bytes": lambda: bytes(range(256)),
    "a public key": KEY.did.encode,
    "too long": lambda: plain() + b"\n" * 20_000,
    "two keys": lambda: plain() + plain(),
    "a key and a certificate": lambda: plain() + pem(b"x", "CERTIFICATE"),
    "no end": lambda: plain().rpartition(b"-----END")[0],
    "another end": lambda: plain().replace(b"END PRIVATE", b"END ENCRYPTED PRIVATE"),
    "an old form": lambda: plain().replace(b"PRIVATE KEY-", b"RSA PRIVATE KEY-"),
    "no base64": lambda: pem(b"xxxx", "PRIVATE KEY").replace(b"eHh4eA==", b"eHh4eA="),
    "damaged": lambda: pem(KEY.pkcs8()[:-1], "PRIVATE KEY"),
    "longer": lambda: pem(KEY.pkcs8() + b"\0", "PRIVATE KEY"),
    "sealed under a plain label": lambda: sealed().replace(b"ENCRYPTED ", b""),
    "plain under a sealed label": lambda: pem(KEY.pkcs8()),
    "another public key": lambda: plain().replace(KEY.did.encode(), OTHER.did.encode()),
    "a sealed other public key": lambda: sealed().replace(KEY.did.encode(), OTHER.did.encode()),
    "two public keys": lambda: plain().replace(
        b"Name: ", f"Public key: {KEY.did}\nName: ".encode()
    ),
    "an elliptic curve": lambda: other_kind(lambda: ec.generate_private_key(ec.SECP256R1())),
    "x25519": lambda: other_kind(x25519.X25519PrivateKey.generate),
    "rsa": lambda: other_kind(lambda: rsa.generate_private_key(65537, 2048)),
    "a multikey of 31 bytes": lambda: multikey("8026", SECRET[:-1]),
    "a multikey of 33 bytes": lambda: multikey("8026", SECRET + b"x"),
    "a public multikey": lambda: multikey("ed01", SECRET),
    "a multikey of another kind": lambda: multikey("8126", SECRET),
    "two multikeys": lambda: multikey("8026", SECRET) + b"\n" + multikey("8026", SECRET),
    "scrypt with 16 GiB": lambda: scheme(SCRYPT, *map(integer, (2**24, 8, 1))),
    "scrypt with too much of p": lambda: scheme(SCRYPT, *map(integer, (2**14, 8, 2**20))),
    "scrypt with too much of r": lambda: scheme(SCRYPT, *map(integer, (2, 2**30, 1))),
    "scrypt with huge numbers": lambda: scheme(SCRYPT, *[integer(2**2000)] * 3),
    "scrypt with nothing": lambda: scheme(SCRYPT, *map(integer, (0, 0, 0))),
    "scrypt with less": lambda: scheme(SCRYPT, *NUMBERS[:2]),
    "scrypt with negative numbers": lambda: scheme(SCRYPT, *[item(2, b"\xff")] * 3),
    "two thousand million rounds": lambda: scheme(PBKDF2, integer(2**31)),
    "no rounds": lambda: scheme(PBKDF2),
    "another function": lambda: scheme("2a864886f70d010501", *NUMBERS),
    "another scheme": lambda: scheme(SCRYPT, *NUMBERS, name="2a864886f70d010c0103"),
    "DER cut off": lambda: pem(b"\x30\x82\xff\xff"),
    "DER without a length": lambda: pem(b"\x30"),
    "DER of an endless length": lambda: pem(b"\x30\x80\0\0"),
    "empty DER": lambda: pem(b"\x30\0"),
}


@pytest.mark.parametrize("make", NO_KEYS.values(), ids=NO_KEYS)
def test_what_is_no_key_is_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(NotAKey):
        proof.opened(make(), PASSPHRASE)


def test_every_cut_is_refused_in_our_own_words() -> None:
    text = plain()
    for length in range(len(text) - 2):
        with pytest.raises(NotAKey):
            proof.told(text[:length])


def test_a_key_with_bounds_that_are_borne_is_tried() -> None:
    for data in (scheme(SCRYPT, *map(integer, (2**10, 8, 1))), scheme(PBKDF2, integer(10))):
        with pytest.raises(WrongPassphrase):
            proof.opened(data, PASSPHRASE)


def test_a_new_key_is_another_one() -> None:
    assert len({Key.new().did for _ in range(20)}) == 20
