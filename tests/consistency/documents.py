"""Collect conforming documents: those of the stories, the specification, the schemas, and ours."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from askfirst.reading import Syntax, plain, read_bytes
from askfirst.vocabulary import Configuration
from tests.consistency.shipped import Json, document_schemas, specification

__all__ = ["EVERYTHING", "STORIES", "conforming", "documents_in", "stories", "twins"]

STORIES = Path(__file__).parents[2] / "examples" / "pass"
#: Documents that together hold every member.
EVERYTHING: list[Json] = json.loads(Path(__file__).with_name("everything.json").read_bytes())


def conforming() -> dict[str, Json]:
    """Return every conforming document by where it stands."""
    sources = {
        "everything": EVERYTHING,
        "specification": _from_specification(),
        **{name: root.content["examples"] for name, root in document_schemas().items()},
        **{str(file.relative_to(STORIES)): documents_in(file) for file in stories()},
    }
    return {f"{name} {i}": one for name, found in sources.items() for i, one in enumerate(found)}


def _from_specification() -> list[Json]:
    fence = re.compile(r"^```(json|yaml) pass\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    fences = fence.findall(specification())
    read = [_parsed(text.encode(), Syntax(syntax)) for syntax, text in fences]
    return [document for documents in read for document in documents]


def stories() -> list[Path]:
    """Return the files of the stories that hold documents."""
    return sorted(file for file in STORIES.rglob("*") if file.suffix in {".json", ".yaml", ".yml"})


def twins() -> list[tuple[Path, Path]]:
    """Return the files that say the same in YAML and in JSON."""
    written = [(file, file.with_suffix(".json")) for file in stories() if file.suffix != ".json"]
    return [(yaml, json_) for yaml, json_ in written if json_.exists()]


def documents_in(file: Path) -> list[Json]:
    """Return the documents in a file, be it one, a list of them, or somebody else's object."""
    return _parsed(file.read_bytes(), Syntax.JSON if file.suffix == ".json" else Syntax.YAML)


def _parsed(data: bytes, syntax: Syntax) -> list[Json]:
    if syntax is Syntax.JSON:
        return list(_documents(json.loads(data)))
    source = read_bytes(data, syntax)
    assert source.root is not None, source.problems
    return list(_documents(plain(source.root)))


def _documents(value: Json) -> Iterator[Json]:
    if isinstance(value, dict) and isinstance(value.get("askfirst"), str):
        yield from [value] if value.get("type") != Configuration.TRUST else []
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _documents(part)
