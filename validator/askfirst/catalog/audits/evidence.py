"""Write what an audit found as Evidence, and tell what an Evidence says of who signed it."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

import askfirst
from askfirst.catalog.audits.asking import Asking
from askfirst.catalog.audits.figures import Figures
from askfirst.catalog.fingerprint import writable
from askfirst.catalog.inputs import Input, opened
from askfirst.checking.making import proofs
from askfirst.proof import verifies
from askfirst.schema import acceptor

__all__ = ["Signed", "evidence", "hashed", "is_evidence", "signed_by", "unsigned"]

_BLOCK = 2**20


class Signed(NamedTuple):
    """A key that signed, and whether its proof verifies."""

    key: str
    verifies: bool


def evidence(
    asking: Asking, figures: Figures, root: str, inputs: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """Return the Evidence of an audit without a proof; `inputs` are paths and their digests."""
    request = json.loads(asking.request)
    trust = {"trust": sha256(asking.trust).hexdigest()} if asking.trust else {}
    named = dict.fromkeys((writable(path), digest) for path, digest in inputs)
    return {
        "askfirst": askfirst.SPEC_VERSION,
        "type": "Evidence",
        "request": {"id": request["id"], "sha256": sha256(asking.request).hexdigest()},
        "at": asking.at,
        "assurance": asking.assurance,
        **trust,
        "tool": f"askfirst {askfirst.__version__} (specification {askfirst.SPEC_VERSION})",
        "inputs": [{"path": path, "sha256": digest} for path, digest in named],
        **figures.counts(),
        "merkleRoot": root,
    }


def hashed(one: Input) -> str:
    """Return the SHA-256 of a file that is what it was. Raises `Unreadable`."""
    found = sha256()
    with opened(one) as file:
        while block := file.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


def is_evidence(value: object) -> bool:
    """Tell whether a value has the shape of Evidence."""
    return acceptor()("evidence", value)


def signed_by(value: Mapping[str, Any]) -> tuple[Signed, ...]:
    """Return the keys that signed Evidence."""
    return tuple(Signed(one.key, verifies(one)) for one in proofs(value))


def unsigned(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return Evidence without its proofs."""
    return {name: member for name, member in value.items() if name != "proof"}
