"""Sign documents with a few fixed keys, as those who are named in them would, or somebody else."""

from collections.abc import Callable
from functools import cache
from random import Random

from askfirst import check
from askfirst.canonical import to_be_signed
from askfirst.identifiers import base58btc, did_key, party
from tests.property.naive.proofs import verifies
from tests.property.naive.tables import Object
from tests.property.signers import key
from tests.property.worlds_alphabet import (
    HOLDERS,
    INSTANTS,
    LABS,
    STAND_INS,
    Forms,
    World,
    chance,
    until,
)

__all__ = [
    "KEYS",
    "PLATFORM",
    "STRANGER",
    "again",
    "digests",
    "proof",
    "proofs",
    "signed",
    "tampered",
]

PLATFORM: Forms = ("https://platform.example.com/", "https://PLATFORM.example.com")
STRANGER: Forms = ("https://stranger.example.com/",)

_SIGNERS = (*HOLDERS, *STAND_INS, *LABS, PLATFORM, STRANGER)
_KEYS = {key(forms[0]).did: key(forms[0]) for forms in _SIGNERS}
#: The one key of each party.
KEYS = {forms: key(forms[0]).did for forms in _SIGNERS}
_PARTIES = {forms[0]: forms for forms in _SIGNERS}


def proof(document: Object, did: str, created: str) -> Object:
    """Return the proof of a document by one of the keys."""
    options = {
        **({"@context": document["@context"]} if "@context" in document else {}),
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-jcs-2022",
        "created": created,
        "verificationMethod": did_key.method(did),
        "proofPurpose": "assertionMethod",
    }
    return {**options, "proofValue": _signature(did, to_be_signed(document, options))}


@cache
def _signature(did: str, data: bytes) -> str:
    return "z" + base58btc.encode(_KEYS[did].sign(data))


def proofs(document: Object) -> list[Object]:
    """Return the proofs of a document, be there one, several or none."""
    found = document.get("proof", [])
    return found if isinstance(found, list) else [found]


def signed(random: Random, document: Object, at: str) -> Object:
    """Return the document with the proofs of its maker and of others who are named in it."""
    keys = _signers(random, document)
    if not keys or chance(random, 4):
        return document
    found = []
    for did in keys:
        created = until(random, at) if chance(random, 93) else random.choice(INSTANTS)
        found.append(proof(document, did, created))
    proven = {**document, "proof": found if len(found) > 1 or chance(random, 20) else found[0]}
    return tampered(random, proven) if chance(random, 3 * len(found)) else proven


def _signers(random: Random, document: Object) -> list[str]:
    entries = document.get("rightsholders", [])
    by = document["by"]["id"] if "by" in document else entries[0]["holder"]
    others = [one["holder"] for one in entries]
    others += [one["mandate"]["id"] for one in entries if "mandate" in one]
    named = [by] if chance(random, 93) else []
    named += [one for one in others if chance(random, 60)]
    if "witness" in document and chance(random, 60):
        # who signs before a witness need not have a key
        named = [document["witness"]["id"], *(named if chance(random, 40) else [])]
    if chance(random, 10):
        # somebody else signs too, or in the place of the others
        named = [*(named if chance(random, 40) else []), random.choice([STRANGER, *STAND_INS])[0]]
    owners = [_PARTIES[name] for name in map(party.normal, named) if name in _PARTIES]
    return [KEYS[forms] for forms in dict.fromkeys(owners)]


def tampered(random: Random, document: Object) -> Object:
    """Return the document with one of its proofs made false."""
    several = proofs(document)
    position = random.randrange(len(several))
    several = [*several[:position], _false(random, several[position]), *several[position + 1 :]]
    return {**document, "proof": several if isinstance(document["proof"], list) else several[0]}


def _false(random: Random, proof: Object) -> Object:
    value = proof["proofValue"]
    other = random.choice([did for did in _KEYS if did not in proof["verificationMethod"]])
    moments = [one for one in INSTANTS if one != proof["created"]]
    changes: list[Object] = [
        {"proofValue": value[:-1] + ("2" if value[-1] != "2" else "3")},
        {"proofValue": random.choice(["z5", value[:-1], f"{value}1", "z" + value[1:-1][::-1]])},
        {"created": random.choice(moments)},
        {"verificationMethod": did_key.method(other)},
    ]
    return {**proof, **random.choice(changes)}


def again(world: World, change: Callable[[Object], Object]) -> World:
    """Return the world with its documents changed, and signed and set aside as they were."""
    documents = [_renewed(one, change(one)) for one in world.documents]
    if world.trust is None:
        return world._replace(documents=documents)
    before, after = map(digests, (world.documents, documents))
    renamed = dict(zip(before, after, strict=True))
    aside = [
        {**one, "sha256": renamed.get(one["sha256"], one["sha256"])}
        for one in world.trust.get("setAside", [])
    ]
    trust = {**world.trust, "setAside": aside} if aside else world.trust
    return world._replace(documents=documents, trust=trust)


def digests(documents: list[Object]) -> list[str]:
    """Return the digest of each document, be it broken or not."""
    return [check(one).documents[0].sha256 for one in documents]


def _renewed(old: Object, new: Object) -> Object:
    """Return a changed document with the proofs that were true made anew."""
    before = {name: value for name, value in old.items() if name != "proof"}
    if before == {name: value for name, value in new.items() if name != "proof"}:
        return new
    several = [_as_before(old, new, one) for one in proofs(new)]
    if not several:
        return new
    return {**new, "proof": several if isinstance(new["proof"], list) else several[0]}


def _as_before(old: Object, new: Object, one: Object) -> Object:
    did = one["verificationMethod"].partition("#")[0]
    true = did in _KEYS and verifies(old, one)
    return proof(new, did, one["created"]) if true else one
