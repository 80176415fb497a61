"""Somebody strips, swaps or copies proofs, or signs with a key that is not for this."""

from askfirst.identifiers import base58btc
from tests.acceptance.attacking import (
    OURS,
    Attack,
    agreed,
    by,
)
from tests.property.naive.tables import Object
from tests.property.worlds_by_hand import LAB

__all__ = ["ATTACKS"]

OTHER, AHEAD = "consent-required", "2028-01-01T00:00:00Z"
CONSENT = by("mara", agreed())
PROOF: Object = CONSENT["proof"]
STRIPPED = {name: value for name, value in CONSENT.items() if name != "proof"}
SMALL_ORDER = "z" + base58btc.encode(b"\xed\x01\x01" + bytes(31))
#: With such a key this is a signature of everything.
EVERYTHING = "z" + base58btc.encode(b"\x01" + bytes(63))


def _proved(proof: Object | list[Object]) -> list[Object | str]:
    return [OURS, {**STRIPPED, "proof": proof}]


def _witnessed(party: str, name: str) -> list[Object | str]:
    return [OURS, by(name, agreed(witness={"id": party, "name": "Witness"}))]


ATTACKS = [
    Attack("the proof is stripped", [OURS, STRIPPED], OTHER, "AF750"),
    Attack("it is the proof of another document", _proved(OURS["proof"]), OTHER, "AF751"),
    Attack("it stands there twice", _proved([PROOF, PROOF]), OTHER, "AF050"),
    Attack("a false one is added to it", _proved([PROOF, OURS["proof"]]), OTHER, "AF751"),
    Attack("a thousand are attached", _proved([PROOF] * 1000), OTHER, "AF050"),
    Attack(
        "it is a megabyte long",
        _proved({**PROOF, "proofValue": "z" + "1" * 2**20}),
        OTHER,
        "AF050",
    ),
    Attack("it names another suite", _proved({**PROOF, "cryptosuite": "none"}), OTHER, "AF050"),
    Attack(
        "it names another purpose",
        _proved({**PROOF, "proofPurpose": "authentication"}),
        OTHER,
        "AF050",
    ),
    Attack(
        "it is by a key for which everybody can sign",
        _proved(
            {
                **PROOF,
                "verificationMethod": f"did:key:{SMALL_ORDER}#{SMALL_ORDER}",
                "proofValue": EVERYTHING,
            }
        ),
        OTHER,
        "AF050",
    ),
    Attack("a key that nobody knows", [OURS, by("nobody", agreed())], OTHER, "AF750"),
    Attack("a key that is trusted for other songs", [OURS, by("eve", agreed())], OTHER, "AF750"),
    Attack("a stolen key, dated back", [OURS, by("stolen", agreed())], OTHER, "AF750"),
    Attack("a proof that is dated ahead", [OURS, by("mara", agreed(), AHEAD)], OTHER, "AF650"),
    Attack("who asks is the witness", _witnessed(LAB, "lab"), OTHER, "AF750"),
    Attack("a witness whom nobody named", [OURS, by("platform", agreed())], OTHER, "AF750"),
    Attack(
        "a stranger signs as the witness", _witnessed("https://w.example/", "eve"), OTHER, "AF750"
    ),
]
