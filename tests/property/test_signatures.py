"""What a signature is over, for documents of every type with every member."""

import json
from hashlib import sha256
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from askfirst import proof
from askfirst.canonical import to_be_signed
from askfirst.identifiers import base58btc, did_key
from askfirst.model.parts import Proof
from tests.consistency.changes import Route, at, replaced, steps_in, without
from tests.consistency.shipped import Json
from tests.property.documents import documents
from tests.unit.proof.signing import AT, KEY, OTHER, holds, signed

RANDOM = st.integers(0, 2**32).map(Random)
SECRET = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
#: Members of a proof that its signature is not over; what they are is looked at by itself.
BESIDE = ("verificationMethod", "proofValue")


def unsigned(document: Json) -> Json:
    return {name: document[name] for name in document if name != "proof"}


def canonical(value: Json) -> bytes:
    """Return the RFC 8785 form of a value without numbers."""
    return json.dumps(_sorted(value), ensure_ascii=False, separators=(",", ":")).encode()


def _sorted(value: Json) -> Json:
    if isinstance(value, list):
        return [_sorted(one) for one in value]
    if not isinstance(value, dict):
        return value
    names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
    return {name: _sorted(value[name]) for name in names}


def changes(random: Random, document: Json, route: Route) -> Json:
    """Return the document with something else at a place, or nothing, or something more."""
    old = at(document, route)
    if isinstance(old, list) and old:
        return replaced(document, route, random.choice([old[1:], [*old, "x"], [*old, old[0]]]))
    if isinstance(old, dict) and random.random() < 0.5:
        return replaced(document, route, {**old, "x-": "x"})
    if random.random() < 0.5:
        return without(document, route)
    others = [f"{old}x", f"{old}"[:-1], f" {old}", f"{old}".swapcase(), "", [old]]
    return replaced(document, route, random.choice([one for one in others if one != old]))


class TestSignatures:
    """A signature made by one implementation verifies in another, and any change of any member
    breaks it.
    """

    @given(documents())
    def test_another_implementation_signs_the_same(self, document: Json) -> None:
        value = unsigned(document)
        made = proof.sign(value, KEY, AT)
        options = {name: made[name] for name in made if name != "proofValue"}
        parts = (sha256(canonical(one)).digest() for one in (options, value))
        signature = SECRET.sign(b"".join(parts))

        assert made["proofValue"] == f"z{base58btc.encode(signature)}"
        assert holds({**value, "proof": made})

    @given(documents(), RANDOM)
    def test_no_change_is_taken_for_what_was_signed(self, document: Json, random: Random) -> None:
        value = signed(unsigned(document), *random.choice([(KEY,), (KEY, OTHER)]))
        routes = list(steps_in(value))
        for route in random.sample(routes, min(len(routes), 8)):
            changed = changes(random, value, route)
            assert not holds(changed) or _fewer(value, changed)

    @given(documents(), RANDOM)
    def test_a_change_breaks_the_signature_itself(self, document: Json, random: Random) -> None:
        value = signed(unsigned(document), KEY)
        routes = [route for route in steps_in(value) if route != ("proof",)]
        for route in random.sample(routes, min(len(routes), 8)):
            changed = changes(random, value, route)
            same = route[0] == "proof" and route[-1] in BESIDE
            claimed = {**value["proof"], **changed["proof"]} if same else value["proof"]
            assert not proof.verifies(
                Proof(
                    pointer="/proof",
                    created=AT,
                    verification_method=str(claimed["verificationMethod"]),
                    value=str(claimed["proofValue"]),
                    signed=to_be_signed(changed, changed["proof"]),
                )
            ) or (same and claimed == value["proof"])


def _fewer(value: Json, changed: Json) -> bool:
    """Tell whether all that changed is how many of its true proofs a document carries."""
    same = unsigned(value) == unsigned(changed)
    return same and all(one in listed(value) for one in listed(changed))


def listed(value: Json) -> list[Json]:
    made = value["proof"]
    return made if isinstance(made, list) else [made]


def test_the_key_of_these_tests_is_one() -> None:
    assert did_key.written(SECRET.public_key().public_bytes_raw()) == KEY.did
