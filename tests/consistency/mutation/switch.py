"""Call the mutant that is on in place of its function, and note which functions are called.

The mutated modules import this one under mutmut's names.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeAlias

__all__ = ["MutantDict", "called", "switched", "turn_on"]

MutantDict: TypeAlias = dict[str, Callable[..., Any]]

#: The functions that were called, by module and mangled name.
called: set[tuple[str, str]] = set()
_on: list[tuple[str, str]] = []


def turn_on(module: str, name: str) -> None:
    """Let a mutant stand for its function in this process from now on."""
    _on.append((module, name))


def switched(mutants: MutantDict) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that calls the original function, or the mutant that is on."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - any function's
            original = mutants["_mutmut_orig"]
            called.add((function.__module__, original.__name__.removesuffix("__mutmut_orig")))
            module, name = _on[0] if _on else ("", "")
            chosen = mutants.get(name, original) if module == function.__module__ else original
            return chosen(*arguments, **named)

        return call

    return decorate
