"""Decide worlds, and say which of two outcomes is the better one for who asks."""

from collections.abc import Iterable
from typing import Any

from askfirst import Answer, decide
from askfirst.vocabulary import Status
from tests.property import naive
from tests.property.naive.tables import Object
from tests.property.worlds_alphabet import World

__all__ = ["answer", "brief", "is_as_strict", "naively"]

Brief = tuple[str, dict[str, str], frozenset[tuple[str, str | None, str]]]


def answer(world: World, documents: Iterable[Any] | None = None, **asked: Any) -> Answer:  # noqa: ANN401 - JSON
    """Return the answer for a world, with other documents or another Request if they are given."""
    given = list(world.documents if documents is None else documents)
    request = {**world.request, **asked}
    return decide(request, given, at=world.at, assurance=world.assurance, trust=world.trust)


def naively(world: World) -> Object:
    """Return the answer of the naive reading for a world."""
    assurance, trust = world.assurance, world.trust
    return naive.decide(
        world.request, world.documents, at=world.at, assurance=assurance, trust=trust
    )


def brief(given: Answer) -> Brief:
    """Return what two implementations compare of an answer, but for its reasons."""
    missing = frozenset((str(one.right), one.holder, str(one.use)) for one in given.missing)
    leaves = {str(leaf): str(status) for leaf, status in given.outcomes.items()}
    return str(given.outcome), leaves, missing


def is_as_strict(one: Answer, other: Answer) -> bool:
    """Tell whether an answer is at least as strict as another on every leaf of the other."""
    return all(
        one.outcomes.get(leaf, Status.PROHIBITED).strictness >= status.strictness
        for leaf, status in other.outcomes.items()
    )
