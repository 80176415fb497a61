"""Find what in a document breaks its schema."""

from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Violation", "violations"]


class Violation(NamedTuple):
    """A keyword of a schema that a value breaks; `location` is the keyword's absolute address."""

    location: str
    path: tuple[str | int, ...]
    value: object

    @property
    def keyword(self) -> str:
        """The keyword that is broken."""
        return self.location.rpartition("/")[2]


def violations(name: str, value: object) -> Iterator[Violation]:
    """Yield what breaks the schema of that name, in the order of the engine that is installed."""
    try:
        from askfirst.schema import fast as engine  # noqa: PLC0415 - where it is installed
    except ImportError:  # no build of the fast engine for this machine
        from askfirst.schema import reference as engine  # noqa: PLC0415 - its import is slow
    for location, path, instance in engine.violations(name, value):
        yield Violation(location, path, instance)
