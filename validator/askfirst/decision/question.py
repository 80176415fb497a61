"""Read a Request, or a Policy as one, as broadly as it can be read (reading rule 4)."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from askfirst.errors import AskFirstError
from askfirst.model.documents import Policy, Request
from askfirst.model.parts import Model, Track
from askfirst.vocabulary import (
    ANY,
    Condition,
    Material,
    Right,
    Use,
    leaves,
    touched_by_material,
    touched_by_use,
)
from askfirst.vocabulary.promises import PROMISES, WITHOUT_ASKING, promised

__all__ = ["NothingAsked", "Question", "Touched", "from_policy", "from_request", "touched"]


class NothingAsked(AskFirstError):
    """A Policy that does nothing without asking has nothing to decide."""


class Question(NamedTuple):
    """What is asked, by whom, of which track; None and an empty list are the widest.

    `models` are the entries of a Consent that cover the model.
    """

    id: str
    sha256: str
    party: str
    leaves: tuple[Use, ...]
    materials: tuple[Material, ...]
    track: Track
    model: Model | None
    territories: tuple[str, ...]
    accepts: tuple[Condition, ...]
    purpose: str
    models: frozenset[tuple[str, str]]


class Touched(NamedTuple):
    """The rights that a use of a material touches; those of the material may be absent."""

    by_material: tuple[Right, ...]
    all: frozenset[Right]


def from_request(request: Request) -> Question:
    """Return the question of a Request: all leaves of every term it names."""
    return Question(
        id=request.id,
        sha256=request.sha256,
        party=request.by.id,
        leaves=_leaves(request.uses),
        materials=request.material,
        track=request.track,
        model=request.model,
        territories=request.territories,
        accepts=request.accepts,
        purpose=request.purpose,
        models=_models(request.model),
    )


def from_policy(policy: Policy, track: Track) -> Question:
    """Return the standing question of a Policy: every leaf it does unasked, of every material.

    Raises `NothingAsked` where there is no such leaf (spec 5.13).
    """
    terms = (policy.without_asking, policy.asks_first, policy.never)
    lists = dict(zip(PROMISES, terms, strict=True))
    stated = ((leaf, promised(leaf, lists)) for leaf in leaves(Use.ANY_AI_USE))
    unasked = tuple(leaf for leaf, found in stated if found and found.kind == WITHOUT_ASKING)
    if not unasked:
        raise NothingAsked("the Policy does nothing without asking, so there is nothing to decide")
    return Question(
        id=policy.id,
        sha256=policy.sha256,
        party=policy.by.id,
        leaves=unasked,
        materials=tuple(Material),
        track=track,
        model=None,
        territories=(),
        accepts=(),
        purpose=ANY,
        models=frozenset(),
    )


@lru_cache(maxsize=4096)
def _models(asked: Model | None) -> frozenset[tuple[str, str]]:
    """Return the names and versions that cover a model; only `models: any` covers none named."""
    return frozenset({(asked.name, asked.version), (asked.name, ANY)} if asked else ())


@lru_cache(maxsize=4096)
def _leaves(uses: Iterable[Use]) -> tuple[Use, ...]:
    """Return all leaves of every term, in tree order."""
    named = {leaf for use in uses for leaf in leaves(use)}
    return tuple(leaf for leaf in Use if leaf in named)


@cache
def touched(leaf: Use, material: Material) -> Touched:
    """Return the rights that a use of a material touches, before any of them is absent."""
    by_material = touched_by_material(material)
    return Touched(by_material, frozenset((*by_material, *touched_by_use(leaf))))
