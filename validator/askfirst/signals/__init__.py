"""Read and write the signals of others, and say what is lost (spec 2.4)."""

from askfirst.signals.loss import Loss, LossKind, losses
from askfirst.signals.registry import NoSuchSignal, editions, signal
from askfirst.signals.signal import (
    Carrier,
    Channel,
    Found,
    Reading,
    Signal,
    Trouble,
    Unwritable,
    Wanted,
)
from askfirst.signals.terms import Answer, Standing, Term, answers, heard, imported

__all__ = [
    "Answer",
    "Carrier",
    "Channel",
    "Found",
    "Loss",
    "LossKind",
    "NoSuchSignal",
    "Reading",
    "Signal",
    "Standing",
    "Term",
    "Trouble",
    "Unwritable",
    "Wanted",
    "answers",
    "editions",
    "heard",
    "imported",
    "losses",
    "signal",
]
