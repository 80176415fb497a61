"""Tell the uses, rights and materials, copied from design 2.1 and 2.2 by hand."""

from collections.abc import Iterable
from typing import Any, TypeAlias

__all__ = [
    "ALL_RIGHTS",
    "FLOOR",
    "MATERIAL_RIGHTS",
    "NAMED_ONLY",
    "PERSONAL",
    "STRICTNESS",
    "USES",
    "WORK_RIGHTS",
    "Object",
    "covered",
    "leaf_rights",
    "leaves",
    "strictest",
    "way",
]

#: A JSON object, whatever is in it.
Object: TypeAlias = dict[str, Any]

#: The closed tree of 2.1: every group with what stands directly under it.
TREE = {
    "any-ai-use": [
        "training",
        "input",
        "search-indexing",
        "dataset-distribution",
        "other-data-mining",
    ],
    "training": ["generative-training", "analytic-training"],
    "generative-training": [
        "music-generation-training",
        "style-replication-training",
        "voice-replication-training",
        "likeness-replication-training",
        "other-generative-training",
    ],
    "analytic-training": [
        "recommendation-training",
        "fraud-detection-training",
        "identification-training",
        "tagging-training",
        "other-analytic-training",
    ],
    "input": ["generative-input", "analytic-input"],
    "generative-input": [
        "voice-replication-input",
        "likeness-replication-input",
        "other-generative-input",
    ],
}
USES = {"any-ai-use"} | {use for below in TREE.values() for use in below}

NAMED_ONLY = {
    "style-replication-training",
    "voice-replication-training",
    "likeness-replication-training",
    "voice-replication-input",
    "likeness-replication-input",
}

ALL_RIGHTS = {"composition", "lyrics", "recording", "performance", "voice", "likeness"}
WORK_RIGHTS = {"composition", "lyrics"}
PERSONAL = {"voice", "likeness"}
MATERIAL_RIGHTS = {
    "audio": {"composition", "lyrics", "recording", "performance"},
    "stems": {"composition", "lyrics", "recording", "performance"},
    "lyrics-text": {"lyrics"},
    "sheet-music": {"composition"},
}

#: Rule 3, from the mildest to the strictest.
STRICTNESS = ["permitted", "unspecified", "consent-required", "prohibited"]


def leaves(term: str) -> set[str]:
    """2.1: a group means all of its leaves; a leaf means itself."""
    if term not in TREE:
        return {term}
    return {leaf for below in TREE[term] for leaf in leaves(below)}


def covered(term: str) -> set[str]:
    """2.1: naming a group in a Consent does not cover the leaves that go by name only."""
    return {leaf for leaf in leaves(term) if leaf == term or leaf not in NAMED_ONLY}


def way(leaf: str) -> list[str]:
    """Return the terms on the way from a leaf to the root, the nearest first (rule 1)."""
    above = [group for group in TREE if leaf in TREE[group]]
    return [leaf] + [term for group in above for term in way(group)]


def leaf_rights(leaf: str) -> set[str]:
    """2.1: the rights touched because of the leaf."""
    return {right for right in ("voice", "likeness") if leaf.startswith(f"{right}-replication-")}


def strictest(outcomes: Iterable[str]) -> str:
    """Return the strictest of some outcomes (rule 3)."""
    return max(outcomes, key=STRICTNESS.index)


#: Rule 2: the leaves under `generative-training`, and all that go by name only.
FLOOR = leaves("generative-training") | NAMED_ONLY
