"""Suspect Consents and Withdrawals (AF501 to AF503, AF602 to AF604)."""

from typing import Any

from askfirst.vocabulary import UNTIL_WITHDRAWN, WORLDWIDE, Condition, Method
from askfirst.vocabulary.territories import COUNTRIES

__all__ = ["CODES", "ENDING", "screen", "screen_ending"]

CODES = ("AF501", "AF502", "AF503", "AF602", "AF603")
ENDING = ("AF604",)

_EXPLICIT = frozenset(str(method) for method in Method if method.explicit)
_TERRITORIES = frozenset({*COUNTRIES, WORLDWIDE})
_COMPENSATION = str(Condition.COMPENSATION)


def screen(consent: dict[str, Any], suspected: list[str]) -> None:
    """Add the codes of the rules about a Consent that may find something."""
    expression, start, end = consent["expression"], consent["validFrom"], consent["validUntil"]
    if expression["method"] not in _EXPLICIT:
        suspected.append("AF501")
    if _COMPENSATION in consent["conditions"]:
        suspected.append("AF502")
    if not _TERRITORIES.issuperset(consent["territories"]):
        suspected.append("AF503")
    if end != UNTIL_WITHDRAWN and end <= max(consent["issued"], start, expression["at"]):
        suspected.append("AF602")
    if expression["at"] > start:
        suspected.append("AF603")


def screen_ending(withdrawal: dict[str, Any], suspected: list[str]) -> None:
    """Add the code of the rule about a Withdrawal if it may find something."""
    if withdrawal["effective"] < withdrawal["issued"]:
        suspected.append("AF604")
