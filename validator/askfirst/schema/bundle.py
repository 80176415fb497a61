"""Make one schema that needs no other, to be pasted wherever a schema goes."""

from typing import TypeAlias

from askfirst.schema.files import Schema, load

__all__ = ["bundle"]

_Json: TypeAlias = object


def bundle(name: str) -> Schema:
    """Return a published schema with every reference replaced by what it refers to.

    The result needs no base address, so that an OpenAPI 3.1 description can hold it anywhere.
    """
    schema = _inlined(load(name), name)
    assert isinstance(schema, dict)
    return {key: value for key, value in schema.items() if key not in ("$id", "$defs")}


def _inlined(value: _Json, name: str) -> _Json:
    if isinstance(value, list):
        return [_inlined(item, name) for item in value]
    if not isinstance(value, dict):
        return value
    own = {key: _inlined(member, name) for key, member in value.items() if key != "$ref"}
    if "$ref" not in value:
        return own
    file, _, pointer = str(value["$ref"]).partition("#/$defs/")
    source = file.removesuffix(".schema.json") or name
    target = _inlined(load(source)["$defs"][pointer], source)  # type: ignore[index]
    return {**target, **own}  # type: ignore[dict-item]
