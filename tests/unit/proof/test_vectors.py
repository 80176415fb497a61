"""What others signed verifies here, and what is signed here is what they would have signed."""

import json
from pathlib import Path

import pytest
import rfc8785

from askfirst import proof
from askfirst.canonical import to_be_signed
from askfirst.identifiers import base58btc, did_key
from askfirst.model.parts import Proof
from askfirst.proof import Key
from tests.consistency.shipped import Json

VECTORS = Path(__file__).parents[2] / "vectors" / "vc-di-eddsa"
SIGNED: Json = json.loads((VECTORS / "signed.json").read_bytes())

#: The hashes of the proof and of the document, as the vectors of W3C have them.
HASHES = (
    "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db",
    "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19",
)
#: RFC 8032, section 7.1, tests 1 to 3: the secret, the public key, the message, the signature.
RFC_8032 = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


def claimed(value: Json, made: Json) -> Proof:
    """Return a proof of a document of any kind."""
    return Proof(
        pointer="/proof",
        created=made["created"],
        verification_method=made["verificationMethod"],
        value=made["proofValue"],
        signed=to_be_signed(value, made),
    )


def test_the_credential_of_w3c_verifies() -> None:
    assert proof.verifies(claimed(SIGNED, SIGNED["proof"]))


def test_what_w3c_signed_are_these_bytes() -> None:
    of_proof, of_document = HASHES
    assert to_be_signed(SIGNED, SIGNED["proof"]).hex() == of_proof + of_document


@pytest.mark.parametrize("name", ["@context", "created", "cryptosuite", "type", "proofPurpose"])
def test_it_does_not_without_a_member_of_the_proof(name: str) -> None:
    made = SIGNED["proof"]
    less = {one: made[one] for one in made if one != name}
    assert not proof.verifies(
        Proof(
            pointer="",
            created="",
            verification_method=made["verificationMethod"],
            value=made["proofValue"],
            signed=to_be_signed(SIGNED, less),
        )
    )


def test_the_hash_of_the_proof_comes_first() -> None:
    made = {"created": "x", "proofValue": "z"}
    signed = to_be_signed({"proof": made, "a": "b"}, made)
    assert signed[:32] == to_be_signed({}, {"created": "x"})[:32]
    assert signed[32:] == to_be_signed({"a": "b"}, {})[32:]


def test_numbers_of_others_have_their_canonical_form() -> None:
    assert rfc8785.dumps({"b": 1e21, "a": 0.000001}) == b'{"a":0.000001,"b":1e+21}'
    with pytest.raises(ValueError):  # noqa: PT011 - any kind of it
        to_be_signed({"a": float("nan")}, {})


@pytest.mark.parametrize(("secret", "public", "message", "signature"), RFC_8032)
def test_signatures_are_those_of_the_standard(
    secret: str, public: str, message: str, signature: str
) -> None:
    key = Key.of_secret(bytes.fromhex(secret))
    assert did_key.public_key(key.did).hex() == public
    assert key.sign(bytes.fromhex(message)).hex() == signature
    assert proof.verifies(
        Proof(
            pointer="",
            created="",
            verification_method=did_key.method(key.did),
            value=f"z{base58btc.encode(bytes.fromhex(signature))}",
            signed=bytes.fromhex(message),
        )
    )
