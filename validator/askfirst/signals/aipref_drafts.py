"""List the vocabularies of AIPREF, draft by draft: the same labels have meant different things.

Read on 2026-11-22 in the repository of the working group, ietf-wg-aipref/drafts, at the tags
`draft-ietf-aipref-vocab-02` to `-07`, section 4 of each. Draft 08 was not to be had: it is put
together from four readings of it by others, which agree, and therefore experimental.
"""

from typing import NamedTuple

from askfirst.signals.terms import Term
from askfirst.vocabulary import Use

__all__ = ["DRAFTS", "Draft", "Label"]


class Label(NamedTuple):
    """A label: what it means beside the labels below it, and the label whose answer it takes.

    It takes that answer where it has none of its own ("Applying Statements of Preference").
    """

    term: Term
    above: str | None = None


class Draft(NamedTuple):
    """A version of the vocabulary, and its labels, each one after the label above it."""

    version: str
    date: str
    labels: tuple[Label, ...]
    experimental: bool = False

    @property
    def terms(self) -> tuple[Term, ...]:
        """What the labels mean."""
        return tuple(label.term for label in self.labels)

    @property
    def above(self) -> frozenset[str | None]:
        """The labels whose answer others take."""
        return frozenset(label.above for label in self.labels)


# Search is what finds a track and sends people to it, in every draft.
_SEARCH = Term.of("search", Use.SEARCH_INDEXING)

# To hand on data is not to analyze it; only who allows all processing may seem to allow it.
_ALL = Term.of("all", Use.OTHER_DATA_MINING, in_part=[Use.DATASET_DISTRIBUTION])

# Without a label for the use of models, that use is processing as far as it analyzes.
_BOTS_03 = Term.of(
    "bots",
    Use.OTHER_DATA_MINING,
    Use.ANALYTIC_INPUT,
    in_part=[Use.GENERATIVE_INPUT, Use.DATASET_DISTRIBUTION],
)

# In draft 04 the same holds for the training of what is no foundation model.
_BOTS_04 = Term.of(
    "bots",
    Use.OTHER_DATA_MINING,
    Use.ANALYTIC_INPUT,
    Use.ANALYTIC_TRAINING,
    in_part=[Use.GENERATIVE_TRAINING, Use.GENERATIVE_INPUT, Use.DATASET_DISTRIBUTION],
)

# What clients get to see, made from assets that they did not bring, and all training for it.
_AI_OUTPUT = Term.of("ai-output", in_part=[Use.TRAINING, Use.INPUT])

# Most models that generate are no foundation models, and some foundation models do not generate.
_FOUNDATION = Term.of("train-ai", in_part=[Use.TRAINING])

_ANALYTIC = Term.of("train-ai", Use.ANALYTIC_TRAINING)
_GENERATIVE = Term.of("train-genai", Use.GENERATIVE_TRAINING)

# A model that "can generate content" may be one that describes tracks or takes them apart.
_CAPABLE = Term.of(
    "train-ai",
    Use.GENERATIVE_TRAINING,
    in_part=[Use.TAGGING_TRAINING, Use.OTHER_ANALYTIC_TRAINING],
)
_SYNTHETIC = Term.of("train-ai", Use.GENERATIVE_TRAINING)

# What users bring themselves is left out, so that no leaf is contained for certain.
_AI_USE = Term.of("ai-use", in_part=[Use.GENERATIVE_INPUT])

#: The drafts, the newest last.
DRAFTS = (
    Draft(
        "vocab-02",
        "2025-07-21",
        (
            Label(_ALL),
            Label(_ANALYTIC, "all"),
            Label(_GENERATIVE, "train-ai"),
            Label(Term.of("ai-use", Use.INPUT), "all"),
            Label(_SEARCH, "all"),
        ),
    ),
    Draft(
        "vocab-03",
        "2025-09-05",
        (
            Label(_BOTS_03),
            Label(_ANALYTIC, "bots"),
            Label(_GENERATIVE, "train-ai"),
            Label(_SEARCH, "bots"),
        ),
    ),
    Draft(
        "vocab-04",
        "2025-10-28",
        (
            Label(_BOTS_04),
            Label(_FOUNDATION, "bots"),
            Label(_AI_OUTPUT, "bots"),
            Label(_SEARCH, "ai-output"),
        ),
    ),
    Draft("vocab-05", "2025-12-01", (Label(_FOUNDATION), Label(_SEARCH))),
    Draft("vocab-06", "2026-04-28", (Label(_CAPABLE), Label(_SEARCH))),
    Draft("vocab-07", "2026-08-19", (Label(_SYNTHETIC), Label(_SEARCH))),
    Draft(
        "vocab-08",
        "2026-09-14",
        (Label(_SYNTHETIC), Label(_AI_USE), Label(_SEARCH)),
        experimental=True,
    ),
)
