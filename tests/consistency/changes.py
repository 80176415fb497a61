"""Change a document in one place."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TypeAlias

from tests.consistency.shipped import Json

__all__ = ["Route", "at", "members_in", "replaced", "steps_in", "without"]

Route: TypeAlias = tuple[str | int, ...]


def steps_in(value: Json, path: Route = ()) -> Iterator[Route]:
    """Yield the path of every member and every list entry, however deep."""
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield (*path, step)
            yield from steps_in(value[step], (*path, step))


def members_in(document: Json) -> Iterator[Route]:
    """Yield the path of every member, however deep."""
    return (path for path in steps_in(document) if isinstance(path[-1], str))


def at(document: Json, path: Route) -> Json:
    """Return the value at a path."""
    for step in path:
        document = document[step]
    return document


def without(document: Json, path: Route) -> Json:
    """Return the document without what stands at a path."""
    changed = deepcopy(document)
    del at(changed, path[:-1])[path[-1]]
    return changed


def replaced(document: Json, path: Route, value: Json) -> Json:
    """Return the document with another value at a path."""
    changed = deepcopy(document)
    at(changed, path[:-1])[path[-1]] = value
    return changed
