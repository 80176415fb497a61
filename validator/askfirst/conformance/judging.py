"""Hold an answer against what a vector expects (spec 15)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from askfirst.conformance.facts import (
    Malformed,
    codes,
    errors,
    facts_of_audio,
    facts_of_decision,
    facts_of_diff,
    facts_of_expansion,
    facts_of_signal,
    findings,
    permitted,
)
from askfirst.conformance.vectors import Kind, Vector

__all__ = ["Malformed", "differences"]

_Object: TypeAlias = Mapping[str, Any]
_Facts: TypeAlias = dict[str, frozenset[str]]


def differences(vector: Vector, answer: _Object) -> tuple[str, ...]:
    """Return how an answer differs from what a vector expects; nothing where it passes.

    Raises `Malformed` where the answer has not the shape of an answer.
    """
    return tuple(_JUDGES[vector.kind](vector.value["expect"], answer))


def _findings(expect: _Object, answer: _Object) -> Iterator[str]:
    """Yield the findings that are not reported, and the errors where there should be none."""
    reported = findings(answer) | codes(answer)
    yield from (f"does not report {due}" for due in sorted(findings(expect) - reported))
    if not errors(expect):
        yield from (f"reports {found}, which is not wrong here" for found in sorted(errors(answer)))


def _hostile(expect: _Object, answer: _Object) -> Iterator[str]:
    if "permitted" not in expect:
        return _findings(expect, answer)
    return (f"permits {leaf}" for leaf in sorted(permitted(answer) - set(expect["permitted"])))


def _equal(facts: Callable[[_Object], _Facts]) -> Callable[[_Object, _Object], Iterator[str]]:
    """Return what judges answers that must hold the same facts as the expectation."""

    def judge(expect: _Object, answer: _Object) -> Iterator[str]:
        wanted, found = facts(expect), facts(answer)
        for about in dict.fromkeys([*wanted, *found]):
            given, due = found.get(about, frozenset()), wanted.get(about, frozenset())
            yield from (f"{about}: expected {fact}" for fact in sorted(due - given))
            yield from (f"{about}: answered {fact}" for fact in sorted(given - due))

    return judge


_JUDGES: dict[Kind, Callable[[_Object, _Object], Iterator[str]]] = {
    Kind.CHECK: _findings,
    Kind.DECISIONS: _equal(facts_of_decision),
    Kind.EXPAND: _equal(facts_of_expansion),
    Kind.DIFF: _equal(facts_of_diff),
    Kind.HOSTILE: _hostile,
    Kind.AUDIO: _equal(facts_of_audio),
    Kind.SIGNALS: _equal(facts_of_signal),
}
