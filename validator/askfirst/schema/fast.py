"""Run the engine that users wait for: compiled, with linear patterns."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs

from askfirst.schema.bundle import bundle
from askfirst.schema.files import BASE, Schema, load

__all__ = ["accepts", "violations"]


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


def accepts(name: str, value: object) -> bool:
    """Tell whether a value breaks nothing in the schema of that name, and nothing more."""
    acceptor, known = _acceptor(name)
    if type(value) is dict and value.keys() <= known:
        return acceptor.is_valid(value)
    return _any_acceptor(name).is_valid(value)


@cache
def _acceptor(name: str) -> tuple[jsonschema_rs.Draft202012Validator, frozenset[str]]:
    """Return the engine for objects that have known members only, and their names.

    Looking at names is a quarter of the work; where all are known there is nothing to look for.
    """
    schema = {**bundle(name)}
    for about_names in ("propertyNames", "patternProperties"):
        schema.pop(about_names, None)
    return _compiled(schema), frozenset(schema["properties"])


@cache
def _any_acceptor(name: str) -> jsonschema_rs.Draft202012Validator:
    return _compiled(bundle(name))


def _compiled(schema: Schema) -> jsonschema_rs.Draft202012Validator:
    """Return the engine for a schema without references, which are slow to follow."""
    return jsonschema_rs.Draft202012Validator(
        _flat(schema), validate_formats=True, pattern_options=jsonschema_rs.RegexOptions()
    )


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
