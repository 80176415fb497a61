"""Compare a foreign vocabulary with ours, leaf by leaf, and never to the advantage of who asks.

A foreign term is known by two sets of our leaves: those that it contains for certain, and those
that it touches. Where a term is refused, only what it contains is surely refused to a foreign
reader, but all that it touches has to be closed to us. Where it is allowed, it is the other way
round (spec 2.4).
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from askfirst.vocabulary import Status, Use, leaves

__all__ = ["Answer", "Standing", "Term", "answers", "heard", "imported"]

#: The status of every leaf of the tree of uses.
Standing: TypeAlias = Mapping[Use, Status]


class Answer(StrEnum):
    """What a foreign signal says of one of its terms; where it is silent there is no answer."""

    ALLOWED = "allowed"
    ASK = "ask"
    REFUSED = "refused"

    @property
    def status(self) -> Status:
        """Our word for the answer."""
        return _STATUSES[self]


_STATUSES = {
    Answer.ALLOWED: Status.PERMITTED,
    Answer.ASK: Status.CONSENT_REQUIRED,
    Answer.REFUSED: Status.PROHIBITED,
}


class Term(NamedTuple):
    """A term of a foreign vocabulary: the leaves it contains, and all that it touches."""

    name: str
    contains: frozenset[Use]
    touches: frozenset[Use]

    @classmethod
    def of(cls, name: str, *uses: Use, in_part: Iterable[Use] = ()) -> "Term":
        """Return a term that contains some uses, and touches others in part."""
        contained = frozenset(leaf for use in uses for leaf in leaves(use))
        touched = frozenset(leaf for use in in_part for leaf in leaves(use))
        return cls(name, contained, contained | touched)


def answers(
    standing: Standing, terms: Iterable[Term], *, can_ask: bool = False
) -> dict[str, Answer]:
    """Return what to answer for each term, so that nothing is said more mildly than it stands.

    `can_ask` is whether the signal can say that one has to ask. A term of which nothing is said
    has no answer.
    """
    found = {}
    for term in terms:
        answer = _answer([standing[leaf] for leaf in term.touches], can_ask=can_ask)
        if answer:
            found[term.name] = answer
    return found


def _answer(said: list[Status], *, can_ask: bool) -> Answer | None:
    if Status.PROHIBITED in said:
        return Answer.REFUSED
    if Status.CONSENT_REQUIRED in said:
        return Answer.ASK if can_ask else Answer.REFUSED
    return Answer.ALLOWED if all(one is Status.PERMITTED for one in said) else None


def heard(said: Mapping[str, Answer], terms: Iterable[Term]) -> Standing:
    """Return what somebody hears who knows nothing but the signal."""
    return _standing(
        (answer.status, term.touches if answer is Answer.ALLOWED else term.contains)
        for term in terms
        if (answer := said.get(term.name))
    )


def imported(said: Mapping[str, Answer], terms: Iterable[Term]) -> Standing:
    """Return what a signal comes to for us; no leaf under the floor is ever permitted."""
    found = _standing(
        (answer.status, term.contains if answer is Answer.ALLOWED else term.touches)
        for term in terms
        if (answer := said.get(term.name))
    )
    return {
        leaf: Status.UNSPECIFIED if leaf.floor and status is Status.PERMITTED else status
        for leaf, status in found.items()
    }


def _standing(said: Iterable[tuple[Status, frozenset[Use]]]) -> Standing:
    """Return the strictest of what is said of each leaf; silence is no answer."""
    found: dict[Use, Status] = {}
    for status, those in said:
        for leaf in those:
            found[leaf] = Status.strictest([status, found.get(leaf, status)])
    return {leaf: found.get(leaf, Status.UNSPECIFIED) for leaf in leaves(Use.ANY_AI_USE)}
