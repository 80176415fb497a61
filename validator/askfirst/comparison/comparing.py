"""Compare two documents of one type."""

from collections.abc import Callable, Iterator
from typing import Any

from askfirst.checking.making import AnyDocument
from askfirst.comparison.change import Change, Difference
from askfirst.comparison.consents import consent_changes, withdrawal_changes
from askfirst.comparison.decisions import decision_changes
from askfirst.comparison.declarations import declaration_changes, release_changes
from askfirst.comparison.policies import policy_changes
from askfirst.comparison.requests import request_changes
from askfirst.errors import AskFirstError
from askfirst.model.decisions import Decision
from askfirst.model.declarations import Declaration, Release
from askfirst.model.documents import Consent, Policy, Request, Withdrawal

__all__ = ["NotComparable", "compare"]

_COMPARING: dict[type, Callable[[Any, Any], Iterator[Change]]] = {
    Declaration: declaration_changes,
    Release: release_changes,
    Consent: consent_changes,
    Withdrawal: withdrawal_changes,
    Policy: policy_changes,
    Request: request_changes,
    Decision: decision_changes,
}


class NotComparable(AskFirstError):
    """Two documents are not of one type."""


def compare(old: AnyDocument, new: AnyDocument) -> Difference:
    """Return what differs in a document that takes the place of another one (spec 5.15).

    Raises `NotComparable` where they are not of one type.
    """
    one, other = type(old), type(new)
    if one is not other:
        raise NotComparable(
            f"a {one.__name__} cannot be compared with a {other.__name__}; give two of one type"
        )
    found = set(_COMPARING[one](old, new))
    return Difference(old=old, new=new, changes=tuple(sorted(found, key=_order)))


def _order(change: Change) -> tuple[Any, ...]:
    return change.order
