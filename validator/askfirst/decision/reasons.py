"""Say why a leaf has its outcome: every sentence that decided, and where it stands (spec 5.14)."""

from collections.abc import Iterator, Mapping

from askfirst.decision.agreed import agreement_reasons
from askfirst.decision.aside import aside_reasons
from askfirst.decision.because import Reasoned
from askfirst.decision.case import Case
from askfirst.decision.consented import consent_reasons
from askfirst.decision.stated import statement_reasons
from askfirst.model.decisions import Reason
from askfirst.vocabulary import Status, Use

__all__ = ["reasons"]


def reasons(
    case: Case, leaf: Use, outcome: Status, otherwise: Mapping[str, Case]
) -> tuple[Reason, ...]:
    """Return the reasons of a leaf, each once, by code, digest and pointer.

    `otherwise` has, by the digest of each document that is set aside, the case in which it is not.
    """
    found = dict(_found(case, leaf, outcome))
    found |= dict(aside_reasons(case, leaf, outcome, otherwise))
    return tuple(found[key] for key in sorted(found))


def _found(case: Case, leaf: Use, outcome: Status) -> Iterator[Reasoned]:
    yield from statement_reasons(case, leaf, outcome)
    yield from consent_reasons(case, leaf)
    if outcome is not Status.PROHIBITED:
        yield from agreement_reasons(case, leaf)
