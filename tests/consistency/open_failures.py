"""Count the bad documents of sample catalogs that others let pass, and write it into the page.

`python -m tests.consistency.open_failures` brings validator/docs/catalogs.md up to date.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import fastjsonschema
import jsonschema_rs
import orjson

from askfirst.catalog import sampling
from askfirst.catalog.sampling.breaking import KINDS
from askfirst.catalog.verdicts import verdict
from askfirst.schema import bundle
from tests.acceptance.fences import ROOT

__all__ = ["PAGE", "accepted", "page"]

PAGE = ROOT / "validator/docs/catalogs.md"
#: So many documents of each type are broken in each way that fits it.
EACH = 5
_CHECK_JSONSCHEMA = Path(sys.executable).parent / "check-jsonschema"
_TYPES = ("Declaration", "Consent", "Withdrawal")

#: Bytes of a document and its type to whether somebody takes it.
Taker: TypeAlias = Callable[[bytes, str], bool]


@cache
def broken() -> dict[str, list[tuple[str, bytes]]]:
    """Return for each way of being broken some documents, with their types."""
    made = {
        "Declaration": _documents(sampling.declarations),
        "Consent": _documents(sampling.consents),
        "Withdrawal": _documents(sampling.withdrawals),
    }
    return {
        name: [
            (kind, way.made(document))
            for kind in _TYPES
            if kind in way.types
            for document in made[kind]
        ]
        for name, way in KINDS.items()
    }


def _documents(some: Callable[..., Iterator[bytes]]) -> list[dict[str, Any]]:
    found = (json.loads(text) for text in some(7, 0, 100, invalid=0))
    return [one for one in found if one["type"] != "Release"][:EACH]


def accepted() -> dict[str, dict[str, int]]:
    """Return, for each way of being broken, how many of the documents each of us takes."""
    takers = _takers()
    return {
        name: {who: sum(takes(data, kind) for kind, data in ones) for who, takes in takers.items()}
        for name, ones in broken().items()
    }


def _takers() -> dict[str, Taker]:
    return {
        "json": lambda data, _: _is_taken(json.loads, data),
        "orjson": lambda data, _: _is_taken(orjson.loads, data),
        "fastjsonschema": lambda data, kind: _is_taken(_fast(kind), _value(data)),
        "jsonschema-rs": lambda data, kind: _is_taken(_rust(kind), _value(data)),
        "check-jsonschema": lambda data, kind: _by_command(kind, data),
        "askfirst": lambda data, _: verdict(data).conforms,
    }


def _is_taken(takes: Callable[[Any], object], value: object) -> bool:
    """Tell whether something is taken: what takes it says no otherwise by an exception."""
    try:
        takes(value)
    except (ValueError, RecursionError, fastjsonschema.JsonSchemaException):
        return False
    return True


def _value(data: bytes) -> object:
    """Return what Python's own parser makes of bytes; what it cannot read is no document."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


@cache
def _fast(kind: str) -> Callable[[Any], object]:
    # it rewrites every dollar sign, also among the characters of `propertyNames`, and then fails
    schema = {name: one for name, one in bundle(kind.lower()).items() if name != "propertyNames"}
    compiled: Callable[[Any], object] = fastjsonschema.compile(schema)
    return compiled


@cache
def _rust(kind: str) -> Callable[[Any], object]:
    return jsonschema_rs.Draft202012Validator(bundle(kind.lower())).validate


def _by_command(kind: str, data: bytes) -> bool:
    return data in _taken_by_command(kind)


@cache
def _taken_by_command(kind: str) -> frozenset[bytes]:
    """Return the broken documents of a type that check-jsonschema takes, asked once for all."""
    texts = {data for ones in broken().values() for one, data in ones if one == kind}
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder) / "schema.json"
        schema.write_text(json.dumps(bundle(kind.lower())), encoding="utf-8")
        files = {str(Path(folder) / f"{n}.json"): data for n, data in enumerate(sorted(texts))}
        for path, data in files.items():
            Path(path).write_bytes(data)
        command = [str(_CHECK_JSONSCHEMA), "-o", "json", "--schemafile", str(schema), *files]
        said = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    refused = {one["filename"] for one in (*said["errors"], *said.get("parse_errors", ()))}
    return frozenset(data for path, data in files.items() if path not in refused)


def page(text: str) -> str:
    """Return the page with its table as it is counted now."""
    begin, end = (f"<!-- {at} of what others let pass -->\n" for at in ("begin", "end"))
    before, _, rest = text.partition(begin)
    return f"{before}{begin}{_table()}{end}{rest.partition(end)[2]}"


def _table() -> str:
    found = accepted()
    whose = list(next(iter(found.values())))
    lines = [
        f"| what is wrong | code | documents | {' | '.join(whose)} |",
        f"| --- | --- {'| ---: ' * (len(whose) + 1)}|",
    ]
    for name, counts in found.items():
        told = " | ".join(str(counts[who] or "·") for who in whose)
        lines.append(f"| {name} | {KINDS[name].code} | {len(broken()[name])} | {told} |")
    sums = " | ".join(f"**{sum(one[who] for one in found.values())}**" for who in whose)
    lines.append(f"| all | | **{sum(map(len, broken().values()))}** | {sums} |")
    return "".join(f"{line}\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
