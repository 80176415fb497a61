"""Sign the examples that conform anew: `python -m tests.consistency.signed`.

They carry proofs by a key whose secret is the hash of its name, so everybody can.
"""

import re
from pathlib import Path
from typing import Any

from askfirst import check
from askfirst.proof import sign
from tests.property.signers import key

__all__ = ["FILES", "KEY"]

ROOT = Path(__file__).parents[2]
KEY = key("example")
FILES = [
    path
    for path in sorted((ROOT / "examples/pass").rglob("*.*"))
    if "proofValue" in path.read_text(encoding="utf-8")
]
_VALUE = re.compile(r"\bz[1-9A-HJ-NP-Za-km-z]{80,90}\b")


def _signed(text: str) -> str:
    """Return the text of a document with the value of its one proof made anew."""
    value: Any = check(text).documents[0].value
    proof = value.pop("proof")
    one = proof[0] if isinstance(proof, list) else proof
    made = sign(value, KEY, one["created"])
    return _VALUE.sub(str(made["proofValue"]), text)


if __name__ == "__main__":
    for path in FILES:
        path.write_text(_signed(path.read_text(encoding="utf-8")), encoding="utf-8")
