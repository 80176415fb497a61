"""The rules of an RSL license: which usages it permits or prohibits, and of what they consist."""

import re
from collections.abc import Iterable

from askfirst.signals.xml_tree import Element

__all__ = [
    "AI_ALL",
    "ALL",
    "PARTS",
    "RULES",
    "TOKENS",
    "WITHIN",
    "tokens",
    "type_of",
    "usage",
    "within",
]

ALL, AI_ALL = "all", "ai-all"
#: The tokens that have no parts.
TOKENS = ("ai-train", "ai-input", "ai-index", "search")
#: What the wide tokens consist of, the inner one first.
PARTS = {AI_ALL: ("ai-train", "ai-input", "ai-index"), ALL: (AI_ALL, "search")}
WITHIN = {AI_ALL: (AI_ALL, *PARTS[AI_ALL]), ALL: (ALL, AI_ALL, *TOKENS)}
RULES = ("permits", "prohibits")


def usage(license_: Element, rule: str) -> list[Element]:
    """Return the lists of usages in a license."""
    return [one for one in license_.each(rule) if type_of(one) == "usage"]


def type_of(rule: Element) -> str:
    """Return what a rule lists: usages, users or places; usages where it does not say."""
    return rule.attributes.get("type", "usage")


def tokens(rule: Element) -> list[str]:
    """Return the tokens in a list; those between commas, as in RSL 0.9, count as well."""
    return [token for token in re.split(r"[ \t\r\n,]+", rule.text) if token]


def within(some: Iterable[str]) -> frozenset[str]:
    """Return the known ones of some tokens and all what they consist of."""
    known = (WITHIN.get(token, (token,)) for token in some)
    return frozenset(token for inner in known for token in inner if token in WITHIN[ALL])
