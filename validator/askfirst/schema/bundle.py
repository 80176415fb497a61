"""Make one schema that needs no other, to be pasted wherever a schema goes."""

from typing import Any

from askfirst.schema.files import Schema, load

__all__ = ["bundle"]


def bundle(name: str) -> Schema:
    """Return a published schema with every reference replaced by what it refers to.

    The result needs no base address, so that an OpenAPI 3.1 description can hold it anywhere.
    """
    schema: Schema = _inlined(load(name), name)
    return {key: value for key, value in schema.items() if key not in ("$id", "$defs")}


def _inlined(value: Any, name: str) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(value, list):
        return [_inlined(item, name) for item in value]
    if not isinstance(value, dict):
        return value
    own = {key: _inlined(member, name) for key, member in value.items() if key != "$ref"}
    if "$ref" not in value:
        return own
    file, _, pointer = str(value["$ref"]).partition("#/$defs/")
    source = file.removesuffix(".schema.json") or name
    target = _inlined(load(source)["$defs"][pointer], source)
    return {**target, **own}
