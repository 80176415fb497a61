"""Run the reference engine: slower, in pure Python, and held equal to the fast one by a test."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any

import jsonschema
import referencing.jsonschema

from askfirst.schema.files import BASE, load

__all__ = ["accepts", "violations"]

_FORMATS = jsonschema.FormatChecker(formats=())


@_FORMATS.checks("date-time", raises=ValueError)
def _is_instant(value: object) -> bool:
    """Tell whether a text in the form of an instant is one; the engine itself does not look."""
    return not isinstance(value, str) or datetime.fromisoformat(value) is not None


@cache
def _validator(name: str) -> jsonschema.Draft202012Validator:
    shared = referencing.jsonschema.DRAFT202012.create_resource(load("common"))
    registry: referencing.jsonschema.SchemaRegistry = referencing.Registry()
    return jsonschema.Draft202012Validator(
        load(name),
        registry=registry.with_resource(f"{BASE}common.schema.json", shared),
        format_checker=_FORMATS,
    )


def violations(name: str, value: object) -> Iterator[tuple[str, tuple[str | int, ...], object]]:
    """Yield (absolute location of the keyword, path of the value, value) for what is broken."""
    for error in _validator(name).iter_errors(value):
        location = _location(name, error.absolute_schema_path)
        path, instance = tuple(error.absolute_path), error.instance
        if "/propertyNames/" in location:
            # the other engine speaks of the object whose names they are
            location, instance = location.partition("/not")[0], _at(value, path)
        yield location, path, instance


def accepts(name: str, value: object) -> bool:
    """Tell whether a value breaks nothing in the schema of that name, and nothing more."""
    return _validator(name).is_valid(value)


def _at(value: Any, path: tuple[str | int, ...]) -> object:  # noqa: ANN401 - any JSON value
    for token in path:
        value = value[token]
    return value


def _location(name: str, path: Iterable[str | int]) -> str:
    """Follow the references that the engine leaves out of its path."""
    here: Any = load(name)
    address = f"{BASE}{name}.schema.json#"
    for token in map(str, path):
        while isinstance(here, dict) and token not in here:
            address, here = _target(address, str(here["$ref"]))
        address += f"/{token}"
        here = here[int(token)] if isinstance(here, list) else dict(here or {}).get(token)
    return address


def _target(address: str, reference: str) -> tuple[str, object]:
    file, _, pointer = reference.partition("#")
    target = f"{BASE}{file}" if file else address.partition("#")[0]
    here: Any = load(target.removeprefix(BASE).removesuffix(".schema.json"))
    for token in pointer.split("/")[1:]:
        here = here[token]
    return f"{target}#{pointer}", here
