"""The same answers for very many documents and tracks, at the speed of the machine."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from askfirst.catalog.batches import check_batch, check_batches, decide_batches
    from askfirst.catalog.deciding import Decider, decide_batch

__all__ = ["Decider", "check_batch", "check_batches", "decide_batch", "decide_batches"]

#: Where each public name lives; it is imported when it is first used, for it needs the extra.
_HOMES = {
    "Decider": "deciding",
    "check_batch": "batches",
    "check_batches": "batches",
    "decide_batch": "deciding",
    "decide_batches": "batches",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only where a public name is used

    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return found


def __dir__() -> list[str]:
    return __all__
