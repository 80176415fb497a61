"""Read JSON and YAML strictly with other parsers than the validator's, and find the documents."""

import json
from collections.abc import Iterator

import yaml

from askfirst.schema.reference import violations
from tests.consistency.shipped import Json, document_schemas

__all__ = ["Refused", "is_good", "read"]


class Refused(ValueError):
    """The text says different things to different programs, or nothing."""


def is_good(value: Json, pointer: str | None = None) -> bool:
    """Tell whether documents stand in a value, or where a pointer leads, and all have a shape."""
    place = value if pointer is None else _at(value, pointer)
    documents = list(_documents(place))
    return bool(documents) and all(map(_has_its_shape, documents))


def _has_its_shape(document: Json) -> bool:
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
    """Return the value of YAML; tabs as spaces, since PyYAML refuses some that YAML allows."""
    spaced = text.replace("\t", " ")
    if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(spaced, yaml.SafeLoader)):
        raise Refused("an alias")
    return _value(yaml.compose(spaced, yaml.SafeLoader))


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
