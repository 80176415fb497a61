"""Answer whether a track may be used for something: the eleven reading rules (spec 5)."""

from askfirst.decision.answer import Answer, NoQuestion, decide
from askfirst.decision.documents import Documents, NoDocument, gather
from askfirst.decision.expansion import expand
from askfirst.decision.question import NothingAsked
from askfirst.decision.revocations import withdrawals

__all__ = [
    "Answer",
    "Documents",
    "NoDocument",
    "NoQuestion",
    "NothingAsked",
    "decide",
    "expand",
    "gather",
    "withdrawals",
]
