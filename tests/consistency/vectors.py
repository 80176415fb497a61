"""Write the conformance vectors one way, and their manifest: `python -m tests.consistency.vectors`.

With `reasons`, the reasons that decisions expect are written anew as the reference validator
gives them; outcomes and what is missing stay as they were written by hand.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from askfirst.conformance import Kind, answer

__all__ = ["FOLDER", "codes_of", "files", "manifest", "with_reasons", "written"]

FOLDER = Path(__file__).parents[2] / "spec/1.0/conformance"
Json: TypeAlias = Any
#: How deep lists and objects are spread over lines.
_SPREAD = 4


def files() -> list[Path]:
    """Return the files of vectors, in the order of their paths."""
    return sorted(FOLDER.glob("*/*.json"))


def written(value: Json, depth: int = 0) -> str:
    """Return a file as it is written: spread where one reads, one line where one need not."""
    if depth == _SPREAD or not isinstance(value, list | dict) or not value:
        return json.dumps(value)
    pad, end = "  " * (depth + 1), "  " * depth
    if isinstance(value, list):
        parts = [written(part, depth + 1) for part in value]
        return "[\n" + ",\n".join(f"{pad}{part}" for part in parts) + f"\n{end}]"
    parts = [f"{json.dumps(n)}: {_member(n, part, depth + 1)}" for n, part in value.items()]
    return "{\n" + ",\n".join(f"{pad}{part}" for part in parts) + f"\n{end}}}"


def _member(name: str, value: Json, depth: int) -> str:
    lines = name in {"documents", "expect", "findings", "leaves", "missing", "expanded", "changes"}
    return written(value, depth if lines else _SPREAD)


def manifest() -> Json:
    """Return what the manifest says of the files."""
    listed = [
        {
            "path": file.relative_to(FOLDER).as_posix(),
            "kind": file.parent.name,
            "vectors": len(json.loads(file.read_bytes())),
            "sha256": sha256(file.read_bytes()).hexdigest(),
        }
        for file in files()
    ]
    return {"askfirst": "1.0.0", "files": listed}


def codes_of(vector: Json) -> list[str]:
    """Return the codes that stand in what a vector expects."""
    expect = vector["expect"]
    reasons = [reason for leaf in expect.get("leaves", ()) for reason in leaf["reasons"]]
    found = {one["code"] for one in [*expect.get("findings", ()), *reasons]}
    return sorted({*found, *expect.get("codes", ())})


def with_reasons(vector: Json) -> Json:
    """Return a vector about a decision with the reasons and codes as they are now."""
    if "leaves" not in vector["expect"]:
        return vector
    told = answer({**vector, "id": "", "kind": Kind.DECISIONS})
    reasons = {leaf["use"]: leaf["reasons"] for leaf in told["leaves"]}
    leaves = [
        {**leaf, "reasons": [_reason(one) for one in reasons[leaf["use"]]]}
        for leaf in vector["expect"]["leaves"]
    ]
    changed = {**vector, "expect": {**vector["expect"], "leaves": leaves}}
    return {**changed, "codes": codes_of(changed)}


def _reason(one: Json) -> Json:
    return {name: one[name] for name in ("code", "document", "pointer") if name in one}


if __name__ == "__main__":
    for path in files():
        vectors = json.loads(path.read_bytes())
        if "reasons" in sys.argv[1:]:
            vectors = [with_reasons(vector) for vector in vectors]
        path.write_text(written(vectors) + "\n", encoding="utf-8")
    (FOLDER / "manifest.json").write_text(json.dumps(manifest(), indent=2) + "\n", encoding="utf-8")
