"""Make the schema of a file whose kind nobody knows yet, for editors."""

from typing import Any

from askfirst.schema.bundle import bundle
from askfirst.schema.files import BASE, Schema, load
from askfirst.vocabulary import Configuration, DocumentType

__all__ = ["document_schema"]


def document_schema() -> Schema:
    """Return one schema for every document and the trust file, which tells them by their `type`.

    It needs no other schema and no network. A list of documents, as JSON files may hold, meets it
    too. It is no published schema: it says where each of those applies, and nothing of its own.
    """
    kinds = (*DocumentType, *Configuration)
    return {
        "$schema": load("common")["$schema"],
        "$id": f"{BASE}document.schema.json",
        "title": "AskFirst document",
        "description": "A document or a trust file of AskFirst, or a list of documents in JSON.",
        "type": ["object", "array"],
        "items": {"$ref": "#"},
        "required": ["askfirst", "type"],
        "properties": {
            "askfirst": _version(),
            "type": {
                "title": "Document type",
                "description": "What kind of document it is; the other members depend on it.",
                "oneOf": [_word(kind) for kind in kinds],
            },
        },
        "allOf": [_if(kind) for kind in kinds],
    }


def _version() -> Schema:
    """Return the schema of the version without its examples, which would be shown twice."""
    version: Schema = load("common")["$defs"]["askfirst"]
    return {key: value for key, value in version.items() if key != "examples"}


def _word(kind: str) -> dict[str, Any]:
    schema = load(kind.lower())
    return {"const": kind, "title": schema["title"], "description": schema["description"]}


def _if(kind: str) -> dict[str, Any]:
    said = {"type": "object", "required": ["type"], "properties": {"type": {"const": kind}}}
    return {"if": said, "then": bundle(kind.lower())}
