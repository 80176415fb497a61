"""Collect the conforming documents: those in `examples/pass` and the examples of the schemas."""

import json
from collections.abc import Iterator
from pathlib import Path

from askfirst.reading import Syntax, plain, read_bytes
from tests.consistency.shipped import Json, document_schemas

__all__ = ["STORIES", "conforming", "documents_in", "stories", "twins"]

STORIES = Path(__file__).parents[2] / "examples" / "pass"


def conforming() -> dict[str, Json]:
    """Return every conforming document by where it stands."""
    return dict(_from_schemas()) | dict(_from_stories())


def _from_schemas() -> Iterator[tuple[str, Json]]:
    for name, root in document_schemas().items():
        for number, example in enumerate(root.content["examples"]):
            yield f"{name} {number}", example


def _from_stories() -> Iterator[tuple[str, Json]]:
    for file in stories():
        for number, document in enumerate(documents_in(file)):
            yield f"{file.relative_to(STORIES)} {number}", document


def stories() -> list[Path]:
    """Return the files of the stories that hold documents."""
    return sorted(file for file in STORIES.rglob("*") if file.suffix in {".json", ".yaml", ".yml"})


def twins() -> list[tuple[Path, Path]]:
    """Return the files that say the same in YAML and in JSON."""
    written = [(file, file.with_suffix(".json")) for file in stories() if file.suffix != ".json"]
    return [(yaml, json_) for yaml, json_ in written if json_.exists()]


def documents_in(file: Path) -> list[Json]:
    """Return the documents in a file, be it one, a list of them, or somebody else's object."""
    data = file.read_bytes()
    return list(_documents_in(json.loads(data) if file.suffix == ".json" else _yaml(data)))


def _yaml(data: bytes) -> Json:
    source = read_bytes(data, Syntax.YAML)
    assert source.root is not None, source.problems
    return plain(source.root)


def _documents_in(value: Json) -> Iterator[Json]:
    if isinstance(value, dict) and isinstance(value.get("askfirst"), str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _documents_in(part)
