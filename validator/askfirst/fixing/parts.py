"""Look at the parts of a document by the tokens of their JSON Pointers, and change a copy of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any, TypeAlias

from askfirst.rules.repetitions import unordered

__all__ = ["Path", "at", "path_of", "renamed", "twins", "with_entries"]

Path: TypeAlias = tuple[str, ...]


def path_of(pointer: str) -> Path:
    """Return the tokens of a JSON Pointer (RFC 6901)."""
    return tuple(t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:])


def at(value: Any, path: Path) -> Any:  # noqa: ANN401 - as JSON is
    """Return the part that stands at a path."""
    for token in path:
        value = value[int(token) if isinstance(value, list) else token]
    return value


def with_entries(value: Any, path: Path, entries: list[Any]) -> Any:  # noqa: ANN401 - as above
    """Return a value with other entries in one of its lists, copied only on the way to them."""
    return _with(value, path, lambda _: entries)


def renamed(value: Any, path: Path, name: str) -> Any:  # noqa: ANN401 - as above
    """Return a value with another name for one of its members."""
    return _with(
        value, path[:-1], lambda one: {(name if old == path[-1] else old): one[old] for old in one}
    )


def twins(value: Any, respelt: Iterable[tuple[Path, str]]) -> set[Path]:  # noqa: ANN401 - as above
    """Return the entries of lists that another one equals once some texts are written anew."""
    after, found = deepcopy(value), set()
    changes = {path: text for path, text in respelt if path}
    for path, text in changes.items():
        around = at(after, path[:-1])
        around[int(path[-1]) if isinstance(around, list) else path[-1]] = text
    for whole in {path[:n] for path in changes for n in range(len(path))}:
        entries = at(after, whole)
        keys = [unordered(entry) for entry in entries] if isinstance(entries, list) else []
        times = Counter(keys)
        found |= {(*whole, str(n)) for n, key in enumerate(keys) if times[key] > 1}
    return found


def _with(value: Any, path: Path, change: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - as above
    if not path:
        return change(value)
    token, *rest = path
    if isinstance(value, list):
        n = int(token)
        return [*value[:n], _with(value[n], tuple(rest), change), *value[n + 1 :]]
    return {**value, token: _with(value[token], tuple(rest), change)}
