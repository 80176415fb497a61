"""Read a value that somebody already parsed, as strictly as a text."""

from collections.abc import Iterator, Mapping, Sequence

from askfirst.reading.building import Event, Kind, text_event
from askfirst.reading.tree import Flaw

__all__ = ["events"]


def events(value: object) -> Iterator[Event]:
    """Yield the events of a value, without offsets; whoever takes them stops what is too deep."""
    if isinstance(value, Mapping):
        yield Event(Kind.MAPPING, 0, 0)
        for name, member in value.items():
            yield _scalar(name)
            yield from events(member)
        yield Event(Kind.END, 0, 0)
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        yield Event(Kind.SEQUENCE, 0, 0)
        for item in value:
            yield from events(item)
        yield Event(Kind.END, 0, 0)
    else:
        yield _scalar(value)


def _scalar(value: object) -> Event:
    if isinstance(value, str):
        return text_event(0, 0, str.__str__(value))  # a subclass is no JSON text
    if value is None or isinstance(value, bool):
        return Event(Kind.SCALAR, 0, 0, value)
    kind = type(value).__name__
    if isinstance(value, int | float):
        flaw = Flaw("AF005", f"this is a number ({kind})", "write it as text")
        return Event(Kind.SCALAR, 0, 0, _written(value), flaw)
    flaw = Flaw("AF105", f"a value of the type {kind} is no JSON value", "write text")
    return Event(Kind.SCALAR, 0, 0, None, flaw)


def _written(value: float) -> str:
    """Return a number as text; Python itself refuses to write very long integers in decimal."""
    try:
        return str(value)
    except ValueError:
        return hex(int(value))
