"""One small function per sentence that can be checked; importing the room registers them all."""

from askfirst.rules import (
    consents,
    decisions,
    holders,
    identifiers,
    policies,
    proofs,
    repetitions,
    statements,
    times,
    trust,
)
from askfirst.rules.part import Part
from askfirst.rules.registry import RULES, Rule, check

__all__ = [
    "RULES",
    "Part",
    "Rule",
    "check",
    "consents",
    "decisions",
    "holders",
    "identifiers",
    "policies",
    "proofs",
    "repetitions",
    "statements",
    "times",
    "trust",
]
