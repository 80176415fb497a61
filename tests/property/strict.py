"""Read JSON and YAML strictly with other parsers than the validator's, and find the documents."""

import json
from collections.abc import Iterator

import yaml

from askfirst.schema.reference import violations
from tests.consistency.shipped import Json, document_schemas

__all__ = ["Refused", "documents", "has_its_shape", "read"]

_DISPUTED = frozenset("\t\x85\u2028\u2029")


class Refused(ValueError):
    """The text says different things to different programs, or nothing."""


def documents(value: Json, pointer: str | None = None) -> list[Json]:
    """Return the documents in a value, or where a pointer leads."""
    return list(_documents(value if pointer is None else _at(value, pointer)))


def has_its_shape(document: Json) -> bool:
    """Tell whether a document has the shape of the type that it names."""
    kind = document.get("type")
    return kind in document_schemas() and not any(violations(kind.lower(), document))


def _at(value: Json, pointer: str) -> Json:
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def _documents(value: Json) -> Iterator[Json]:
    """Yield every object that names a version, and nothing that stands inside one."""
    if isinstance(value, dict) and isinstance(value.get("askfirst"), str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _documents(part)


def read(data: bytes, *, yaml_text: bool) -> Json:
    """Return the value of a text. Raises `Refused`."""
    try:
        text = data.decode()
        return _yaml(text) if yaml_text else _json(text)
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        raise Refused(str(error)) from error


def _json(text: str) -> Json:
    return json.loads(text, object_pairs_hook=_members, parse_constant=_refuse)


def _members(pairs: list[tuple[str, Json]]) -> Json:
    if len(dict(pairs)) < len(pairs):
        raise Refused("a name stands twice")
    return dict(pairs)


def _refuse(written: str) -> Json:
    raise Refused(written)


def _yaml(text: str) -> Json:
    if _DISPUTED.intersection(text):
        raise Refused("a character that YAML programs read in different ways")
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, yaml.SafeLoader)):
        raise Refused("an alias")
    return _value(yaml.compose(text, yaml.SafeLoader))


def _value(node: yaml.Node | None) -> Json:
    if isinstance(node, yaml.MappingNode):
        return _members([(_name(name), _value(value)) for name, value in node.value])
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    return _scalar(node) if isinstance(node, yaml.ScalarNode) else _refuse("nothing")


def _name(node: yaml.Node) -> str:
    name = _value(node)
    return name if isinstance(name, str) else _refuse(f"{name} as a name")


def _scalar(node: yaml.ScalarNode) -> Json:
    """Return a text, or something that no text is; around a document such things can stand."""
    kind = node.tag.rpartition(":")[2]
    if kind in ("merge", "value"):
        return _refuse(node.value)
    return None if kind in ("bool", "null", "int", "float") else node.value
