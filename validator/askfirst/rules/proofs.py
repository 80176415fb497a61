"""Check that proofs have their context, and that keys are keys (AF702 to AF704)."""

from collections.abc import Iterator

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import did_key
from askfirst.rules.anatomy import speakers
from askfirst.rules.part import Part
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import Configuration, DocumentType

__all__: list[str] = []


@rule("AF702")
def proof_has_the_context_of_its_document(document: Part) -> Iterator[Fault]:
    """A proof MUST have `@context` where the document has it, and nowhere else."""
    for proof in _proofs(document):
        if document["@context"].present and not proof["@context"].present:
            message = "`@context` is missing here, as the document has it"
            yield Fault(proof, message, "sign the document again; a proof is not changed by hand")
        elif proof["@context"].present and not document["@context"].present:
            message = "the document has no `@context`, so its proof has none"
            yield Fault(proof["@context"], message, "sign the document again")


@rule("AF703", *DocumentType, Configuration.TRUST)
def key_is_an_ed25519_public_key(document: Part) -> Iterator[Fault]:
    """A key MUST be a `did:key` of an Ed25519 public key."""
    for proof in _proofs(document):
        method = proof["verificationMethod"]
        yield from _unusable(method, method.text.partition("#")[0])
    for key in (key for entry in speakers(document) for key in entry["keys"]):
        yield from _unusable(key, key.text)


@rule("AF704")
def fragment_repeats_the_key(document: Part) -> Iterator[Fault]:
    """The fragment of `verificationMethod` MUST repeat the key before it."""
    for proof in _proofs(document):
        method = proof["verificationMethod"]
        right = did_key.method(method.text.partition("#")[0])
        if method.text and method.text != right:
            message = "what follows the number sign is not the key before it"
            yield Fault(method, message, f"sign the document again; `{right}` stands there then")


def _unusable(part: Part, key: str) -> Iterator[Fault]:
    """Yield why a key in a part cannot be used, if it is so."""
    try:
        if part.text:
            did_key.public_key(key)
    except InvalidIdentifier as error:
        yield Fault(part, f"`{key}` is no key that can be used", str(error))


def _proofs(document: Part) -> Iterator[Part]:
    """Yield the one proof of a document, or each of several; nothing where they have no shape."""
    proof = document["proof"]
    several = proof if isinstance(proof.value, list) else iter((proof,))
    return (one for one in several if isinstance(one.value, dict))
