"""Find what in a document breaks its schema."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

__all__ = ["Acceptor", "Violation", "acceptor", "violations"]

#: (name of a schema, value) to (location of the keyword, path of the value, value).
Engine: TypeAlias = Callable[[str, object], Iterator[tuple[str, tuple[str | int, ...], object]]]

#: (name of a schema, value) to whether nothing is broken.
Acceptor: TypeAlias = Callable[[str, object], bool]


class Violation(NamedTuple):
    """A keyword of a schema that a value breaks; `location` is the keyword's absolute address."""

    location: str
    path: tuple[str | int, ...]
    value: object


def violations(name: str, value: object) -> Iterator[Violation]:
    """Yield what breaks the schema of that name, in the order of the engine that is installed."""
    for location, path, instance in _engine()(name, value):
        yield Violation(location, path, instance)


def _engine() -> Engine:
    try:
        from askfirst.schema.fast import violations as run  # noqa: PLC0415 - where it is installed
    except ImportError:  # the fast engine has no build for this machine
        from askfirst.schema.reference import violations as run  # noqa: PLC0415 - a slow import
    return run


def acceptor() -> Acceptor:
    """Return what tells, without saying why, whether a value meets a schema."""
    try:
        from askfirst.schema.fast import accepts  # noqa: PLC0415 - where it is installed
    except ImportError:
        from askfirst.schema.reference import accepts  # noqa: PLC0415 - as above
    return accepts
