"""Collect what stands under examples/fail, without asking the validator about it."""

import json
from pathlib import Path

from askfirst.schema import NAMES
from askfirst.vocabulary import CODES, Severity
from tests.consistency.documents import STORIES
from tests.consistency.shipped import Json

__all__ = ["FAULTS", "broken", "faulty_files", "severity"]

FAULTS = STORIES.with_name("fail")


def faulty_files() -> list[Path]:
    """Return the files of the examples that show a fault, in any syntax and any state."""
    endings = {".json", ".yaml", ".yml"}
    files = (file for file in FAULTS.rglob("*") if file.suffix in endings)
    return sorted(file for file in files if file.name != "findings.json")


def severity(file: Path) -> Severity:
    """Return how severe the fault is that a file shows; its folder begins with the code."""
    return CODES[file.relative_to(FAULTS).parts[0].partition("-")[0]]


def broken() -> list[tuple[str, Json]]:
    """Return the documents with a fault that JSON can say, each with the name of its schema."""
    files = (file for file in faulty_files() if file.suffix == ".json")
    return [one for file in files for one in _documents(_value(file), file.stem)]


def _value(file: Path) -> Json:
    """Return the value of a file; numbers as text, as they are read, and null for no JSON."""
    try:
        return json.loads(file.read_bytes(), parse_int=str, parse_float=str)
    except ValueError:
        return None


def _documents(value: Json, name: str) -> list[tuple[str, Json]]:
    """Return the document of a file that is named after its type, or those inside, by theirs."""
    if not isinstance(value, dict | list):
        return []
    if name in NAMES and isinstance(value, dict):
        return [(name, value)]
    held = value.get("askfirst", [*value.values()]) if isinstance(value, dict) else value
    return [one for part in (held if isinstance(held, list) else [held]) for one in _typed(part)]


def _typed(value: Json) -> list[tuple[str, Json]]:
    kind = value.get("type") if isinstance(value, dict) else None
    return _documents(value, str(kind).lower())
