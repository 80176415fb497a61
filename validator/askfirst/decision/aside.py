"""Leave out what the caller examined and found false, and say where that changed an answer."""

from collections.abc import Collection, Iterator, Mapping

from askfirst.decision.agreement import outcome
from askfirst.decision.because import Reasoned, because
from askfirst.decision.case import Case
from askfirst.decision.documents import Documents
from askfirst.decision.missing import missing
from askfirst.vocabulary import Because, Status, Use

__all__ = ["aside_reasons", "without"]


def without(documents: Documents, digests: Collection[str]) -> Documents:
    """Return the documents but those with some digests, which stay among the given ones."""
    if not digests:
        return documents
    ending = {
        id_: tuple(one for one in given if one.sha256 not in digests)
        for id_, given in documents.withdrawals.items()
    }
    return documents._replace(
        declared=[one for one in documents.declared if one.document.sha256 not in digests],
        consents=[one for one in documents.consents if one.sha256 not in digests],
        withdrawals={id_: left for id_, left in ending.items() if left},
        broken=tuple(one for one in documents.broken if one.checked.sha256 not in digests),
        spoiled=tuple(one for one in documents.spoiled if one.checked.sha256 not in digests),
        ends=tuple(one for one in documents.ends if one[0].sha256 not in digests),
    )


def aside_reasons(
    case: Case, leaf: Use, status: Status, otherwise: Mapping[str, Case]
) -> Iterator[Reasoned]:
    """Yield each document that is set aside and would have changed what is said of a leaf.

    `otherwise` has, for the digest of each, the case in which only that one is not set aside.
    """
    for sha256, other in otherwise.items():
        if _said(case, leaf, status) != _said(other, leaf, outcome(other, leaf)):
            entry = case.judge.trust and case.judge.trust.false[sha256]
            by = f" by {entry.name} at {entry.at}: {entry.reason}" if entry else ""
            document = case.documents.all[sha256]
            yield because(Because.SET_ASIDE, document, "", f"This was set aside{by}")


def _said(case: Case, leaf: Use, status: Status) -> tuple[Status, frozenset[object]]:
    """Return the outcome of a leaf, and whose agreement it lacks."""
    lacked = missing(case, {leaf: status})
    return status, frozenset((one.right, one.holder) for one in lacked)
