"""Make types of a published schema that decode a document quickly, and refuse what it refuses.

What such a type takes has the members, kinds of values and words of the schema, and no other;
whatever of the schema it does not know it leaves out, so that it refuses it. Patterns of texts,
and that the entries of a list differ, are left to whoever reads the result.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from askfirst.schema import bundle
from askfirst.schema.files import Schema

__all__ = ["form"]

_TEXT = Annotated[str, Meta(min_length=1)]
#: What says something about a schema, not about a value.
_TOLD = frozenset({"$schema", "$comment", "title", "description", "examples"})
#: What is left to the reader, or is stricter here.
_LEFT = frozenset({"pattern", "not", "format", "maxLength", "uniqueItems", "allOf", "anyOf"})
_ABOUT_NAMES = frozenset({"additionalProperties", "patternProperties", "propertyNames"})
_KNOWN = {
    "string": _TOLD | _LEFT | {"type", "const", "minLength"},
    "array": _TOLD | _LEFT | {"type", "items", "minItems"},
    "object": _TOLD | _LEFT | _ABOUT_NAMES | {"type", "properties", "required"},
}


def form(name: str) -> Any:  # noqa: ANN401 - a type that is made here
    """Return the type of a document that has the shape of a published schema."""
    return _type(bundle(name), name)


def _type(schema: Schema, name: str) -> Any:  # noqa: ANN401 - as form
    """Return the type of a part of a schema; None where it says more than is known here."""
    if "oneOf" in schema:
        return Literal[tuple(choice["const"] for choice in schema["oneOf"])]
    kind = schema.get("type")
    if kind not in _KNOWN or not schema.keys() <= _KNOWN[kind]:
        return None
    if kind == "string":
        return Literal[schema["const"]] if "const" in schema else _TEXT
    if kind == "array":
        entry = _type(schema["items"], name)
        least = Meta(min_length=schema.get("minItems", 0))
        # the entries have a type that nobody knows before the schema is read
        return entry and Annotated[tuple[entry, ...], least]  # type: ignore[valid-type]
    return _object(schema, name)


def _object(schema: Schema, name: str) -> Any:  # noqa: ANN401 - as form
    required = schema.get("required", ())
    known = {one: _type(below, one) for one, below in schema["properties"].items()}
    fields = [
        (_attribute(one), kind) if one in required else (_attribute(one), kind | UnsetType, UNSET)
        for one, kind in sorted(known.items(), key=lambda item: item[0] not in required)
        if kind is not None
    ]
    names = {_attribute(one): one for one in known}
    return msgspec.defstruct(name, fields, rename=names, forbid_unknown_fields=True, gc=False)


def _attribute(member: str) -> str:
    """Return the name of an attribute: `type` and `@context` get another one than their member."""
    return member if member.isidentifier() else f"at_{member[1:]}"
