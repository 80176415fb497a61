"""Check that periods and moments fit together (AF6)."""

from collections.abc import Iterator

from askfirst.identifiers import instant
from askfirst.rules.part import Part
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import DocumentType

__all__: list[str] = []


@rule("AF602", DocumentType.CONSENT)
def period_is_not_empty(document: Part) -> Iterator[Fault]:
    """The period of a Consent MUST NOT be empty."""
    end = document["validUntil"]
    starts = [document["issued"], document["validFrom"], document["expression"]["at"]]
    begin = max((start.text for start in starts if _is_instant(start)), default="")
    if _is_instant(end) and begin and end.text <= begin:
        message = f"this is not later than {begin}, when the Consent begins to count"
        yield Fault(end, message, "write a later moment")


@rule("AF603", DocumentType.CONSENT)
def expression_comes_first(document: Part) -> Iterator[Fault]:
    """The expression of a Consent SHOULD NOT be later than its validFrom."""
    at, start = document["expression"]["at"], document["validFrom"]
    if _is_instant(at) and _is_instant(start) and at.text > start.text:
        message = "this is later than `validFrom`: the Consent counts only from here on"
        yield Fault(at, message, "nothing is retroactive; let `validFrom` be the same moment")


@rule("AF604", DocumentType.WITHDRAWAL)
def withdrawal_looks_ahead(document: Part) -> Iterator[Fault]:
    """A Withdrawal SHOULD NOT be effective before it is issued."""
    effective, issued = document["effective"], document["issued"]
    if _is_instant(effective) and _is_instant(issued) and effective.text < issued.text:
        message = "this is before `issued`: the Withdrawal counts only from then on"
        yield Fault(effective, message, "nothing is retroactive; let both be the same moment")


def _is_instant(part: Part) -> bool:
    """Tell whether a part is an instant that exists; two of them are in time order as texts."""
    return instant.is_valid(part.text)
