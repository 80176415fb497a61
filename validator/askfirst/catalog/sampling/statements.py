"""Draw what a document of a sample states: some answers are frequent, others rare."""

from typing import Any, NamedTuple

from askfirst.catalog.sampling.draws import Draws

__all__ = ["state"]


class _Answer(NamedTuple):
    """How many of a hundred documents state it, and what, in the order of the three lists."""

    weight: int
    permits: str = ""
    requires: str = ""
    prohibits: str = ""


_PLAIN = "recommendation-training fraud-detection-training search-indexing"
_ALL_PLAIN = "analytic-training analytic-input search-indexing"
_ASK = "generative-training generative-input"
_ASK_FIRST = "generative-training generative-input dataset-distribution"

_ANSWERS = (
    _Answer(17, "", _ASK_FIRST),
    _Answer(14, _PLAIN, _ASK),
    _Answer(11, _PLAIN, _ASK_FIRST),
    _Answer(9, "search-indexing identification-training", "generative-training"),
    _Answer(8, _ALL_PLAIN, _ASK_FIRST),
    _Answer(6, "search-indexing", "training generative-input other-data-mining"),
    _Answer(5, "search-indexing tagging-training", _ASK, "dataset-distribution"),
    _Answer(5, _PLAIN, "generative-training", "generative-input dataset-distribution"),
    _Answer(4, "fraud-detection-training", _ASK_FIRST, "voice-replication-input"),
    _Answer(4, "", "any-ai-use"),
    _Answer(3, "search-indexing", "music-generation-training other-generative-training"),
    _Answer(3),
    # these prohibit something of generative training
    _Answer(3, "", "dataset-distribution", "generative-training generative-input"),
    _Answer(3, _PLAIN, _ASK, "voice-replication-training likeness-replication-training"),
    _Answer(2, "search-indexing", "", "training input dataset-distribution other-data-mining"),
    _Answer(2, "search-indexing", "generative-input", "style-replication-training"),
    _Answer(1, "", "", "any-ai-use"),
)
_DRAWN = tuple(answer for answer in _ANSWERS for _ in range(answer.weight))


def state(draws: Draws, document: dict[str, Any]) -> None:
    """Draw the three lists of a document; some say a thing twice, or make an exception."""
    answer = draws.one(_DRAWN)
    lists = {
        "permits": answer.permits.split(),
        "requiresConsent": answer.requires.split(),
        "prohibits": answer.prohibits.split(),
    }
    asked = lists["requiresConsent"]
    if draws.often("finding", "AF304") and "generative-training" in asked:
        asked.append("music-generation-training")
    if draws.often("finding", "AF305") and "generative-training" in asked:
        lists["permits"] = ["tagging-training", "search-indexing"]
        lists["prohibits"].append("analytic-training")
    document.update({name: uses for name, uses in lists.items() if uses})
