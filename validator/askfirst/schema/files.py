"""Load the published schemas from where they ship."""

import json
from functools import cache
from typing import Any, TypeAlias

from askfirst import resources
from askfirst.vocabulary import Configuration, DocumentType

__all__ = ["BASE", "NAMES", "Schema", "at", "load"]

Schema: TypeAlias = dict[str, Any]

#: Every published schema but the shared one; from the trust file on they are of no document.
NAMES = (
    *(kind.lower() for kind in (*DocumentType, *Configuration)),
    *("report", "diff", "vector", "conformance", "preset", "loss", "verification", "scan"),
    *("summary", "evidence"),
)

BASE = "https://w3id.org/askfirst/1.0/"


@cache
def load(name: str) -> Schema:
    """Return a published schema by its short name, `declaration` for example."""
    schema: Schema = json.loads(resources.read(f"schemas/1.0/{name}.schema.json"))
    return schema


def at(location: str) -> list[Schema]:
    """Return the schemas on the way to a keyword, the outermost first.

    `location` is absolute: `https://…/common.schema.json#/$defs/instant/pattern`.
    """
    address, _, pointer = location.partition("#")
    here: object = load(address.removeprefix(BASE).removesuffix(".schema.json"))
    found = [here]
    for token in pointer.split("/")[1:-1]:
        here = here[int(token)] if isinstance(here, list) else _member(here, token)
        found.append(here)
    return [schema for schema in found if isinstance(schema, dict)]


def _member(schema: object, token: str) -> object:
    name = token.replace("%24", "$").replace("~1", "/").replace("~0", "~")
    return schema[name] if isinstance(schema, dict) else None
