"""A private key shows in nothing but the file that it is written to."""

import copy
import pickle
import traceback
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator

import pytest

from askfirst import proof
from askfirst.identifiers import base58btc
from askfirst.proof import Key
from askfirst.proof.der import OCTETS, item
from tests.unit.proof.signing import AT, document, signed

SECRET = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PASSPHRASE = "a passphrase of 31 characters!!"  # noqa: S105 - of a key that is no secret
KEY = Key.of_secret(SECRET)
PKCS8 = KEY.pkcs8()
MULTIKEY = f"z{base58btc.encode(bytes.fromhex('8026') + SECRET)}"
PLAIN, SEALED = proof.sealed(KEY, None, "Mara"), proof.sealed(KEY, PASSPHRASE, "Mara")


def forms() -> Iterator[str]:
    """Yield the ways in which the secret could be written, whole and in part."""
    for secret in (SECRET, SECRET[:8], SECRET[-8:]):
        yield from (secret.hex(), secret.hex().upper(), secret.decode("latin-1"))
        yield from (repr(secret)[2:-1], repr(list(secret))[1:-1])
        yield from (str(int.from_bytes(secret)), str(int.from_bytes(secret, "little")))
    for whole in (SECRET, PKCS8, item(OCTETS, SECRET)):
        for encode in (b64encode, urlsafe_b64encode):
            yield encode(whole).decode().rstrip("=")
        yield base58btc.encode(whole)
    yield from (MULTIKEY[1:], MULTIKEY[10:], b64encode(PKCS8).decode()[24:56], PASSPHRASE)


FORMS = [form for form in forms() if len(form) >= 8]

DAMAGED = PLAIN.replace(b"PRIVATE KEY-", b"PRIVATE CAY-")
OTHER = Key.new()
#: Everything one can do with a key, right and wrong.
ACTS: dict[str, Callable[[], object]] = {
    "show it": lambda: KEY,
    "format it": lambda: f"{KEY} {KEY!r} {KEY!s}",
    "list it": lambda: dir(KEY),
    "show its parts": lambda: [getattr(KEY, name) for name in dir(KEY) if name != "pkcs8"],
    "take its variables": lambda: vars(KEY),
    "copy it": lambda: copy.copy(KEY),
    "copy it deeply": lambda: copy.deepcopy(KEY),
    "pickle it": lambda: pickle.dumps(KEY),
    "compare it": lambda: KEY == OTHER,
    "sort it": lambda: sorted([KEY, OTHER]),  # type: ignore[type-var]
    "iterate over it": lambda: list(KEY),  # type: ignore[call-overload]
    "sign": lambda: KEY.sign(b"x"),
    "sign no bytes": lambda: KEY.sign("x"),  # type: ignore[arg-type]
    "make it of too few bytes": lambda: Key.of_secret(SECRET[:-1]),
    "make it of too many bytes": lambda: Key.of_secret(SECRET + b"\0"),
    "make it of damaged PKCS#8": lambda: Key.of_pkcs8(PKCS8[:-1]),
    "make it of a text": lambda: Key.of_pkcs8(PKCS8.hex()),  # type: ignore[arg-type]
    "sign a document": lambda: proof.sign(document(), KEY, AT),
    "sign at no time": lambda: proof.sign(document(), KEY, "now"),
    "sign what is none": lambda: proof.sign({}, KEY, AT),
    "sign twice": lambda: proof.sign(signed(document(), KEY), KEY, AT),
    "seal with nothing": lambda: proof.sealed(KEY, "", "Mara"),
    "seal": lambda: SEALED,
    "open": lambda: proof.opened(PLAIN, None),
    "open what is sealed": lambda: proof.opened(SEALED, PASSPHRASE),
    "open without a passphrase": lambda: proof.opened(SEALED, None),
    "open with another passphrase": lambda: proof.opened(SEALED, "x"),
    "open what is damaged": lambda: proof.opened(DAMAGED, None),
    "open what is cut off": lambda: proof.opened(PLAIN[:-40], None),
    "open a damaged PKCS#8": lambda: proof.opened(PLAIN.replace(b"MC4C", b"MC4D"), None),
    "open another public key": lambda: proof.opened(
        PLAIN.replace(KEY.did.encode(), OTHER.did.encode()), None
    ),
    "open a multikey": lambda: proof.opened(MULTIKEY.encode(), None),
    "open a longer multikey": lambda: proof.opened(MULTIKEY.encode() + b"2", None),
    "open a multikey with a zero": lambda: proof.opened(MULTIKEY.encode() + b"0", None),
    "tell": lambda: proof.told(PLAIN),
    "tell what is sealed": lambda: proof.told(SEALED),
    "tell what is damaged": lambda: proof.told(DAMAGED),
}


def shown(act: Callable[[], object]) -> str:
    """Return all that an act shows: what it returns, or its exception with all causes."""
    try:
        found = act()
    except Exception as error:  # noqa: BLE001 - whatever it is, its text is looked at
        return "".join(traceback.format_exception(error)) + repr(vars(error)) + repr(error.args)
    written = found.decode("latin-1") if isinstance(found, bytes) else ""
    return f"{found!r}{found}{written}"


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_nothing_shows_the_secret(
    act: Callable[[], object], capfd: pytest.CaptureFixture[str]
) -> None:
    text = shown(act) + "".join(capfd.readouterr())
    assert [form for form in FORMS if form in text] == []


def test_the_forms_are_those_that_a_file_has() -> None:
    assert [form for form in FORMS if form in PLAIN.decode()]
    assert [form for form in FORMS if form in MULTIKEY]


@pytest.mark.parametrize("take", [copy.copy, copy.deepcopy, pickle.dumps])
def test_a_key_stays_where_it_is(take: Callable[[Key], object]) -> None:
    with pytest.raises(TypeError):
        take(KEY)


def test_a_traceback_with_all_variables_does_not_show_a_key_that_is_held() -> None:
    with pytest.raises(proof.AlreadySigned) as refused:
        proof.sign(signed(document(), KEY), KEY, AT)
    told = traceback.TracebackException.from_exception(refused.value, capture_locals=True)
    assert [form for form in FORMS if form in "".join(told.format())] == []
