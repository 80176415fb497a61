"""Order the uses of a track in their closed tree; a use is the set of its leaves (spec 3.1)."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

__all__ = [
    "Use",
    "contains_floor",
    "covers",
    "groups",
    "leaves",
    "nearest_stated",
    "parent",
    "path",
]


_List = TypeVar("_List")


class Use(StrEnum):
    """A use of a track, in tree order: every group stands before its parts."""

    ANY_AI_USE = "any-ai-use"
    TRAINING = "training"
    GENERATIVE_TRAINING = "generative-training"
    MUSIC_GENERATION_TRAINING = "music-generation-training"
    STYLE_REPLICATION_TRAINING = "style-replication-training"
    VOICE_REPLICATION_TRAINING = "voice-replication-training"
    LIKENESS_REPLICATION_TRAINING = "likeness-replication-training"
    OTHER_GENERATIVE_TRAINING = "other-generative-training"
    ANALYTIC_TRAINING = "analytic-training"
    RECOMMENDATION_TRAINING = "recommendation-training"
    FRAUD_DETECTION_TRAINING = "fraud-detection-training"
    IDENTIFICATION_TRAINING = "identification-training"
    TAGGING_TRAINING = "tagging-training"
    OTHER_ANALYTIC_TRAINING = "other-analytic-training"
    INPUT = "input"
    GENERATIVE_INPUT = "generative-input"
    VOICE_REPLICATION_INPUT = "voice-replication-input"
    LIKENESS_REPLICATION_INPUT = "likeness-replication-input"
    OTHER_GENERATIVE_INPUT = "other-generative-input"
    ANALYTIC_INPUT = "analytic-input"
    SEARCH_INDEXING = "search-indexing"
    DATASET_DISTRIBUTION = "dataset-distribution"
    OTHER_DATA_MINING = "other-data-mining"

    @property
    def leaf(self) -> bool:
        """Whether the use has no parts."""
        return self not in _GROUPS

    @property
    def by_name_only(self) -> bool:
        """Whether a Consent has to name this leaf itself rather than a group around it."""
        return self in _BY_NAME_ONLY

    @property
    def floor(self) -> bool:
        """Whether this leaf needs consent whatever anybody states (reading rule 2)."""
        return self in _FLOOR

    @property
    def permittable(self) -> bool:
        """Whether `permits` takes the term: no leaf of it is under the floor."""
        return not contains_floor(self)


_PARTS: dict[Use, tuple[Use, ...]] = {
    Use.ANY_AI_USE: (
        Use.TRAINING,
        Use.INPUT,
        Use.SEARCH_INDEXING,
        Use.DATASET_DISTRIBUTION,
        Use.OTHER_DATA_MINING,
    ),
    Use.TRAINING: (Use.GENERATIVE_TRAINING, Use.ANALYTIC_TRAINING),
    Use.GENERATIVE_TRAINING: (
        Use.MUSIC_GENERATION_TRAINING,
        Use.STYLE_REPLICATION_TRAINING,
        Use.VOICE_REPLICATION_TRAINING,
        Use.LIKENESS_REPLICATION_TRAINING,
        Use.OTHER_GENERATIVE_TRAINING,
    ),
    Use.ANALYTIC_TRAINING: (
        Use.RECOMMENDATION_TRAINING,
        Use.FRAUD_DETECTION_TRAINING,
        Use.IDENTIFICATION_TRAINING,
        Use.TAGGING_TRAINING,
        Use.OTHER_ANALYTIC_TRAINING,
    ),
    Use.INPUT: (Use.GENERATIVE_INPUT, Use.ANALYTIC_INPUT),
    Use.GENERATIVE_INPUT: (
        Use.VOICE_REPLICATION_INPUT,
        Use.LIKENESS_REPLICATION_INPUT,
        Use.OTHER_GENERATIVE_INPUT,
    ),
}
_GROUPS = frozenset(_PARTS)
_PARENT = {part: group for group, parts in _PARTS.items() for part in parts}
_BY_NAME_ONLY = frozenset(
    {
        Use.STYLE_REPLICATION_TRAINING,
        Use.VOICE_REPLICATION_TRAINING,
        Use.LIKENESS_REPLICATION_TRAINING,
        Use.VOICE_REPLICATION_INPUT,
        Use.LIKENESS_REPLICATION_INPUT,
    }
)


_FLOOR = _BY_NAME_ONLY | frozenset(_PARTS[Use.GENERATIVE_TRAINING])


def parent(use: Use) -> Use | None:
    """Return the group that a use is a part of; None for the root."""
    return _PARENT.get(use)


@cache
def path(use: Use) -> tuple[Use, ...]:
    """Return a use and the groups around it, from itself to the root."""
    above = parent(use)
    return (use,) if above is None else (use, *path(above))


@cache
def leaves(use: Use) -> tuple[Use, ...]:
    """Return the leaves of a use, in tree order; a leaf is its own only leaf.

    >>> [str(leaf) for leaf in leaves(Use.INPUT)][-1]
    'analytic-input'
    """
    return tuple(other for other in Use if other.leaf and use in path(other))


def groups(some: Iterable[Use]) -> tuple[Use, ...]:
    """Return the fewest terms that mean some leaves, in tree order.

    >>> [str(use) for use in groups(leaves(Use.INPUT))]
    ['input']
    """
    return _groups(frozenset(some))


@lru_cache(maxsize=4096)
def _groups(some: frozenset[Use]) -> tuple[Use, ...]:
    whole = [use for use in Use if some.issuperset(leaves(use))]
    return tuple(use for use in whole if parent(use) not in whole)


@cache
def contains_floor(use: Use) -> bool:
    """Tell whether a use is or contains a leaf under the floor."""
    return any(leaf.floor for leaf in leaves(use))


def covers(wide: Use, narrow: Use) -> bool:
    """Tell whether a use is a part of another one, however deep, and not that use itself."""
    return wide is not narrow and wide in path(narrow)


def nearest_stated(leaf: Use, lists: Mapping[_List, Collection[Use]]) -> tuple[Use, _List] | None:
    """Return the nearest term to a leaf that stands in a list, and the list (reading rule 1).

    Where a term stands in several lists the first of them holds; None where nothing is stated.
    """
    for term in path(leaf):
        for name, uses in lists.items():
            if term in uses:
                return term, name
    return None
