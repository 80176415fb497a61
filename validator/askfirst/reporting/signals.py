"""Show what signals say, what they add up to, and where they contradict each other."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from askfirst.reporting.visible import visible
from askfirst.signals.importing import Import, agreed
from askfirst.signals.terms import Standing
from askfirst.vocabulary import Status, Use, groups

__all__ = ["Contradiction", "contradictions", "signals_json", "signals_text"]

_RESTRICTING = (Status.CONSENT_REQUIRED, Status.PROHIBITED)


class Contradiction(NamedTuple):
    """Leaves that one signal allows and another one does not."""

    uses: tuple[Use, ...]
    allows: str
    restricts: str


def contradictions(found: Sequence[Import]) -> Iterator[Contradiction]:
    """Yield what one signal allows and another one restricts, in the fewest terms."""
    for one in found:
        for other in found:
            uses = [
                leaf
                for leaf, status in one.standing.items()
                if status is Status.PERMITTED and other.standing[leaf] in _RESTRICTING
            ]
            if uses:
                yield Contradiction(groups(uses), str(one.signal.name), str(other.signal.name))


def signals_text(found: Sequence[Import]) -> str:
    """Return the list for people."""
    return "".join(f"{line}\n" for line in _lines(found))


def _lines(found: Sequence[Import]) -> Iterator[str]:
    if not found:
        yield "no signals here"
        return
    for one in found:
        said = ", ".join(f"{term} {answer}" for term, answer in one.said.items())
        yield f"{one.signal.name} ({one.signal.version}): {said or 'says nothing'}"
        for trouble in one.troubles:
            yield f"  line {trouble.line}: {trouble.code} {visible(trouble.message)}"
    yield "\nTogether, the strictest of each:"
    yield from _standing(agreed(found))
    for one_ in contradictions(found):
        uses = ", ".join(one_.uses)
        yield f"contradiction: {one_.allows} allows {uses}, {one_.restricts} does not"


def _standing(standing: Standing) -> Iterator[str]:
    for status in (Status.PROHIBITED, Status.CONSENT_REQUIRED, Status.PERMITTED):
        uses = groups([leaf for leaf in standing if standing[leaf] is status])
        if uses:
            yield f"  {status}: {', '.join(uses)}"
    silent = groups([leaf for leaf in standing if standing[leaf] is Status.UNSPECIFIED])
    if silent:
        yield f"  nothing is said: {', '.join(silent)}"


def signals_json(found: Sequence[Import]) -> dict[str, Any]:
    """Return the same for programs."""
    return {
        "signals": [_one(one) for one in found],
        "together": _statuses(agreed(found)),
        "contradictions": [
            {"uses": list(map(str, one.uses)), "allows": one.allows, "restricts": one.restricts}
            for one in contradictions(found)
        ],
    }


def _one(one: Import) -> dict[str, Any]:
    return {
        "signal": str(one.signal.name),
        "version": one.signal.version,
        "said": {term: str(answer) for term, answer in one.said.items()},
        "statements": _statuses(one.standing),
        "troubles": [trouble._asdict() for trouble in one.troubles],
    }


def _statuses(standing: Standing) -> dict[str, str]:
    said: Iterable[tuple[Use, Status]] = standing.items()
    return {str(leaf): str(one) for leaf, one in said if one is not Status.UNSPECIFIED}
