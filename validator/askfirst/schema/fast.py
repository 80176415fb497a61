"""Run the engine that users wait for: compiled, with linear patterns."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs

from askfirst.schema.files import BASE, load

__all__ = ["violations"]


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(
        _flat(load(name)),
        registry=jsonschema_rs.Registry([(f"{BASE}common.schema.json", _flat(load("common")))]),
        validate_formats=True,
        pattern_options=jsonschema_rs.RegexOptions(),
    )


def violations(name: str, value: object) -> Iterator[tuple[str, tuple[str | int, ...], object]]:
    """Yield (absolute location of the keyword, path of the value, value) for what is broken."""
    for error in _validator(name).iter_errors(value):
        location = error.absolute_keyword_location or ""
        yield re.sub("/enum$", "/oneOf", location), tuple(error.instance_path), error.instance


def _flat(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Write each list of words as `enum`, which is quicker and makes one error, not one a word."""
    if isinstance(schema, list):
        return [_flat(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    flat = {key: _flat(part) for key, part in schema.items() if key != "oneOf"}
    if "oneOf" in schema:
        flat["enum"] = [choice["const"] for choice in schema["oneOf"]]
    return flat
