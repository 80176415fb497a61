"""A proof is made over the whole document, and holds for nothing else."""

import json
from dataclasses import replace
from functools import reduce
from unicodedata import normalize

import pytest

import askfirst
from askfirst import proof
from askfirst.identifiers import base58btc, did_key
from askfirst.proof import AlreadySigned, Key
from askfirst.vocabulary import DocumentType
from tests.consistency.shipped import Json
from tests.unit.proof.signing import (
    AT,
    CONTEXT,
    KEY,
    OTHER,
    codes,
    document,
    holds,
    resigned,
    signed,
)

#: The order of the group of Ed25519 (RFC 8032, section 5.1).
L = 2**252 + 27742317777372353535851937790883648493


@pytest.mark.parametrize("context", [True, False])
@pytest.mark.parametrize("kind", DocumentType)
def test_what_is_signed_holds(kind: str, context: bool) -> None:
    plain = document(kind, context=context)
    made = proof.sign(plain, KEY, AT)

    assert holds({**plain, "proof": made})
    assert made["verificationMethod"] == did_key.method(KEY.did)
    assert made["created"] == AT
    assert made.get("@context") == (CONTEXT if context else None)
    assert codes({**plain, "proof": made}) == codes(plain)


def test_what_was_checked_before_is_signed_alike() -> None:
    (checked,) = askfirst.check(json.dumps(document())).documents
    assert proof.sign(checked, KEY, AT) == proof.sign(document(), KEY, AT)


def test_order_of_members_is_nothing_that_is_signed() -> None:
    backwards = dict(reversed(document().items()))
    assert proof.sign(backwards, KEY, AT) == proof.sign(document(), KEY, AT)


@pytest.mark.parametrize("at", ["", "2026-11-22", "2026-02-30T10:00:00Z", "2026-11-22T10:00:00+00"])
def test_a_proof_is_made_at_an_instant(at: str) -> None:
    with pytest.raises(ValueError, match="instant"):
        proof.sign(document(), KEY, at)


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"askfirst": document()},
        {**document(), "permits": ["generative-training"]},
        {**document(), "one": "x"},
        {**document(), "x-size": 1},
        {**document(), "proof": None},
        {**document(), "proof": []},
        {"askfirst": "1.0.0", "type": "Trust"},
    ],
)
def test_only_what_conforms_is_signed(value: Json) -> None:
    with pytest.raises(askfirst.InvalidDocument):
        proof.sign(value, KEY, AT)


def test_what_was_checked_and_does_not_conform_is_not_signed() -> None:
    (checked,) = askfirst.check({**document(), "one": "x"}).documents
    with pytest.raises(askfirst.InvalidDocument, match="AF103"):
        proof.sign(checked, KEY, AT)


@pytest.mark.parametrize("keys", [(KEY,), (OTHER, KEY), (KEY, OTHER)])
def test_a_key_signs_once(keys: tuple[Key, ...]) -> None:
    with pytest.raises(AlreadySigned):
        proof.sign(signed(document(), *keys), KEY, AT)


def test_several_sign_the_same() -> None:
    third = Key.new()
    value = signed(document(), KEY, OTHER, third)
    methods = [one["verificationMethod"] for one in value["proof"]]

    assert holds(value)
    assert methods == [did_key.method(key.did) for key in (KEY, OTHER, third)]
    assert value["proof"][1] == proof.sign(document(), OTHER, AT)
    # each holds alone, and in any order
    assert all(holds({**value, "proof": one}) for one in value["proof"])
    assert holds({**value, "proof": value["proof"][::-1]})
    assert holds({**value, "proof": value["proof"][1:]})


def test_a_list_of_one_proof_is_one() -> None:
    alone = {**document(), "proof": [proof.sign(document(), KEY, AT)]}
    assert holds(alone)
    assert len(signed(alone, OTHER)["proof"]) == 2


def test_a_proof_that_stands_twice_is_none() -> None:
    made = proof.sign(document(), KEY, AT)
    assert codes({**document(), "proof": [made, made]}) - codes(document()) == {"AF109"}


#: What else a proof could say, each with a true signature over it; the shape or a rule refuses it.
OTHERWISE: dict[str, tuple[Json, str]] = {
    "cryptosuite": ({"cryptosuite": "eddsa-rdfc-2022"}, "AF701"),
    "a later cryptosuite": ({"cryptosuite": "eddsa-jcs-2026"}, "AF701"),
    "none": ({"cryptosuite": "none"}, "AF701"),
    "type": ({"type": "Ed25519Signature2020"}, "AF701"),
    "purpose": ({"proofPurpose": "authentication"}, "AF701"),
    "expires": ({"expires": "2027-01-01T00:00:00Z"}, "AF103"),
    "nonce": ({"nonce": "1"}, "AF103"),
    "domain": ({"domain": "https://lab.example.com/"}, "AF103"),
    "previous proof": ({"previousProof": "urn:x"}, "AF103"),
    "id": ({"id": "urn:x"}, "AF103"),
    "extension": ({"x-note": "1"}, "AF103"),
    "another context": ({"@context": "https://www.w3.org/ns/credentials/v2"}, "AF701"),
    "a list as context": ({"@context": [CONTEXT]}, "AF701"),
    "created": ({"created": "2026-11-22T10:00:00+00:00"}, "AF110"),
    "a key at an address": ({"verificationMethod": "did:web:x.example#key"}, "AF701"),
    "a key without fragment": ({"verificationMethod": KEY.did}, "AF701"),
    "another fragment": ({"verificationMethod": f"{KEY.did}#z6MkKey"}, "AF704"),
}


@pytest.mark.parametrize(("said", "code"), OTHERWISE.values(), ids=OTHERWISE)
def test_a_proof_says_nothing_else(said: Json, code: str) -> None:
    value = resigned(document(), {**proof.sign(document(), KEY, AT), **said})
    assert code in codes(value)
    assert not holds(value)


def test_a_context_is_not_read_before_it_is_pinned() -> None:
    plain = document(context=False)
    made = proof.sign(plain, KEY, AT)
    others: list[Json] = [[CONTEXT], [CONTEXT, {"permits": "urn:x"}], {}, "urn:x", f"{CONTEXT}#"]
    for context in others:
        value = resigned({"@context": context, **plain}, {"@context": context, **made})
        assert not holds(value)
        assert not askfirst.check(value).conforms


#: A member of a signed document, and what else stands there; None where nothing does.
CHANGES: dict[str, tuple[str, Json]] = {
    "context removed": ("@context", None),
    "context of the proof removed": ("proof/@context", None),
    "created": ("proof/created", "2026-11-22T10:00:01Z"),
    "the key": ("proof/verificationMethod", did_key.method(OTHER.did)),
    "a member added": ("x-note", "x"),
    "a schema named": ("$schema", "urn:x"),
    "a list in another order": ("rightsholders", document()["rightsholders"][::-1]),
    "a use more": ("permits", [*document()["permits"], "other-data-mining"]),
    "a statement removed": ("prohibits", None),
    "a track of another": ("track/isrc", "SEXYZ2600099"),
    "a holder of another": ("rightsholders/0/holder", "https://lab.example.com/"),
}


def changed(value: Json, place: str, other: Json) -> Json:
    *way, last = place.split("/")
    part = reduce(lambda found, name: found[int(name) if name.isdigit() else name], way, value)
    part.pop(last, None)
    part.update({} if other is None else {last: other})
    return value


@pytest.mark.parametrize(("place", "other"), CHANGES.values(), ids=CHANGES)
def test_a_change_breaks_it(place: str, other: Json) -> None:
    assert not holds(changed(signed(document()), place, other))


def test_without_its_context_a_document_is_another_one() -> None:
    value = changed(signed(document()), "@context", None)
    assert not holds(changed(value, "proof/@context", None))
    assert askfirst.check(value).conforms


def test_texts_that_look_alike_are_others() -> None:
    value = document()
    value["track"]["title"] = normalize("NFC", "Café Ångström")
    value = signed(value)
    assert holds(value)
    value["track"]["title"] = normalize("NFD", "Café Ångström")
    assert not holds(value)


def test_the_signature_of_another_document_is_none() -> None:
    value, other = signed(document("Consent")), signed(document("Withdrawal"))
    assert not holds({**value, "proof": other["proof"]})
    assert not holds({**value, "proof": [value["proof"], other["proof"]]})


def test_a_set_holds_if_each_does() -> None:
    value = signed(document(), KEY, OTHER)
    first, second = value["proof"]
    swapped = [
        {**first, "proofValue": second["proofValue"]},
        {**second, "proofValue": first["proofValue"]},
    ]
    assert not holds({**value, "proof": swapped})
    assert not holds({**value, "proof": [first, swapped[1]]})


(PROOF,) = askfirst.read(signed(document())).proofs
VALUE = PROOF.value
SIGNATURE = base58btc.decode(VALUE[1:])
S = int.from_bytes(SIGNATURE[32:], "little")


@pytest.mark.parametrize(
    "written",
    {
        "nothing": "",
        "z": "z",
        "shorter": VALUE[:-1],
        "longer": f"{VALUE}1",
        "another zero": f"z1{VALUE[1:]}",
        "no z": VALUE[1:],
        "two": f"z{VALUE}",
        "base64": "uAAAA",
        "a character that is none": VALUE.replace(VALUE[5], "0", 1),
        "a space": f" {VALUE}",
        "a line feed": f"{VALUE}\n",
        "too long": f"z{'2' * 4000}",
        "63 bytes": f"z{base58btc.encode(SIGNATURE[:63])}",
        "65 bytes": f"z{base58btc.encode(SIGNATURE + bytes(1))}",
        "S + L": f"z{base58btc.encode(SIGNATURE[:32] + (S + L).to_bytes(32, 'little'))}",
        "-S": f"z{base58btc.encode(SIGNATURE[:32] + (L - S).to_bytes(32, 'little'))}",
        "R = 1, S = 0": f"z{base58btc.encode(bytes([1]) + bytes(63))}",
        "zeros": f"z{base58btc.encode(bytes(64))}",
    }.items(),
    ids=lambda pair: pair[0],
)
def test_a_signature_is_written_in_one_way(written: tuple[str, str]) -> None:
    value = signed(document())
    assert holds(value)
    value["proof"]["proofValue"] = written[1]
    assert not holds(value)
    assert not proof.verifies(replace(PROOF, value=written[1]))


@pytest.mark.parametrize(
    "method",
    ["", "#", KEY.did, f"{KEY.did}#", f"#{KEY.did}", f"{KEY.did}#z6Mk", f"{KEY.did}#{KEY.did}"],
)
def test_a_key_is_named_in_one_way(method: str) -> None:
    assert proof.verifies(PROOF)
    assert not proof.verifies(replace(PROOF, verification_method=method))


@pytest.mark.parametrize("y", [0, 1, 2**255 - 20, 2**255 - 18])
def test_a_key_of_everybody_verifies_nothing(y: int) -> None:
    did = did_key.written(y.to_bytes(32, "little"))
    value = signed(document())
    # a signature of the neutral point, which many verifiers take for every text
    forged = f"z{base58btc.encode(bytes([1]) + bytes(63))}"
    value["proof"].update(verificationMethod=did_key.method(did), proofValue=forged)
    assert codes(value) - codes(document()) == {"AF703"}
    assert not proof.verifies(replace(PROOF, verification_method=did_key.method(did), value=forged))


def test_an_oversized_proof_is_refused() -> None:
    value = signed(document())
    value["proof"]["proofValue"] = "z" + "2" * 200_000
    assert "AF701" in codes(value)
