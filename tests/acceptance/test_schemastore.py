"""The entry for SchemaStore finds what we find, and says what the guide says."""

import json
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from askfirst.cli.paths import select
from askfirst.schema.document import document_schema
from tests.acceptance.fences import ROOT, fences

ENTRY: dict[str, Any] = json.loads(
    (ROOT / "validator/integrations/schemastore/catalog-entry.json").read_bytes()
)
ADDRESS = {"type": "string", "format": "uri", "pattern": "^https://"}
#: What the catalog of SchemaStore asks of an entry (its schema-catalog.json).
CATALOG = {
    "type": "object",
    "required": ["name", "url", "description"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "description": {"type": "string"},
        "fileMatch": {"type": "array", "uniqueItems": True, "items": {"type": "string"}},
        "url": ADDRESS,
        "versions": {"type": "object", "additionalProperties": ADDRESS},
    },
}


def test_it_is_an_entry_of_the_catalog() -> None:
    jsonschema_rs.validator_for(CATALOG, validate_formats=True).validate(ENTRY)


def test_it_leads_to_the_schema_that_is_printed() -> None:
    assert ENTRY["url"] == ENTRY["versions"]["1.0"] == document_schema()["$id"]


@pytest.mark.parametrize(
    "name",
    [
        *("askfirst.yaml", "askfirst.yml", "askfirst.json", "askfirst-trust.yaml"),
        *("a.flac.askfirst.yaml", "a.consent.askfirst.yml", "a.decision.askfirst.json"),
        *("askfirst.toml", "askfirst.yaml.bak", "myaskfirst.yaml", "askfirst-other.yaml"),
        *("a.askfirst-trust.yaml", "yaml", "askfirst"),
    ],
)
def test_its_patterns_name_what_a_search_finds_by_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")

    found = bool(select([str(tmp_path)]).files)

    assert any(fnmatch(name, pattern) for pattern in ENTRY["fileMatch"]) is found


def test_the_guide_has_the_same_patterns() -> None:
    shown = next(f.text for f in fences("validator/docs/editors.md") if "yaml.schemas" in f.text)
    settings = json.loads(shown)
    in_json = [name for each in settings["json.schemas"] for name in each["fileMatch"]]
    in_yaml = [name for names in settings["yaml.schemas"].values() for name in names]

    assert sorted(in_json + in_yaml) == sorted(ENTRY["fileMatch"])
