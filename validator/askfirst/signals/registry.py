"""Find the signals by name; each is one module, imported when it is asked for."""

from functools import cache
from importlib import import_module

from askfirst.errors import AskFirstError
from askfirst.signals.signal import Signal
from askfirst.vocabulary import Signal as Name

__all__ = ["NoSuchSignal", "editions", "signal"]


class NoSuchSignal(AskFirstError):
    """There is no such signal, or no such version of it; the message names those that there are."""


@cache
def editions(name: Name) -> tuple[Signal, ...]:
    """Return a signal in each of its versions, the newest last."""
    module = import_module(f"askfirst.signals.{name.replace('-', '_')}")
    found: tuple[Signal, ...] = module.EDITIONS
    return found


def signal(name: str, version: str | None = None) -> Signal:
    """Return a signal by its name: in a version, or in the newest that is not experimental.

    Raises `NoSuchSignal`.
    """
    if name not in list(Name):
        raise NoSuchSignal(f"there is no signal `{name}`; there are {', '.join(Name)}")
    known = editions(Name(name))
    wanted = [one for one in known if one.version == version or not (version or one.experimental)]
    if not wanted:
        versions = ", ".join(one.version for one in known)
        raise NoSuchSignal(f"there is no version `{version}` of `{name}`; there are {versions}")
    return wanted[-1]
