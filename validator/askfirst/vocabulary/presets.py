"""Name the answers that most artists give, so that every form writes the same thing (spec 3.4)."""

from collections.abc import Mapping
from enum import StrEnum

from askfirst.vocabulary.uses import Use

__all__ = ["Preset"]


class Preset(StrEnum):
    """What to copy into a Declaration or a Release; from the mildest to the strictest."""

    ASK_FIRST = "ask-first"
    NO_GENERATIVE = "no-generative"
    NO_AI = "no-ai"

    @property
    def statements(self) -> Mapping[str, tuple[Use, ...]]:
        """The lists of uses by the names of their members. No preset permits anything."""
        return _STATEMENTS[self]


_GENERATIVE = (Use.GENERATIVE_TRAINING, Use.GENERATIVE_INPUT)
_STATEMENTS: dict[Preset, dict[str, tuple[Use, ...]]] = {
    Preset.ASK_FIRST: {"requiresConsent": (*_GENERATIVE, Use.DATASET_DISTRIBUTION)},
    Preset.NO_GENERATIVE: {
        "requiresConsent": (Use.DATASET_DISTRIBUTION,),
        "prohibits": _GENERATIVE,
    },
    Preset.NO_AI: {
        "prohibits": (
            Use.TRAINING,
            Use.INPUT,
            Use.DATASET_DISTRIBUTION,
            Use.OTHER_DATA_MINING,
        )
    },
}
