"""Say why a leaf has its outcome: every sentence that decided, and where it stands (spec 5.14)."""

from collections.abc import Iterable, Iterator, Mapping

from askfirst.decision.agreed import agreement_reasons
from askfirst.decision.aside import aside_reasons
from askfirst.decision.because import Reasoned
from askfirst.decision.case import Case
from askfirst.decision.consented import Heard, consent_reasons
from askfirst.decision.stated import statement_reasons
from askfirst.model.decisions import Reason
from askfirst.vocabulary import Status, Use

__all__ = ["reasons"]


def reasons(
    case: Case,
    leaf: Use,
    outcome: Status,
    consents: Iterable[Heard],
    otherwise: Mapping[str, Case],
) -> tuple[Reason, ...]:
    """Return the reasons of a leaf, each once, by code, digest and pointer.

    `consents` are those about the track. `otherwise` has, by the digest of each document that is
    set aside, the case in which it is not.
    """
    told = [*_found(case, leaf, outcome, consents), *aside_reasons(case, leaf, outcome, otherwise)]
    # one place can be told of in several sentences: the first of them stands, in any order of them
    told.sort(key=_by_place_and_sentence, reverse=True)
    found = dict(told)
    return tuple(found[key] for key in sorted(found))


def _by_place_and_sentence(told: Reasoned) -> tuple[tuple[str, str, str], str]:
    key, reason = told
    return key, reason.sentence


def _found(case: Case, leaf: Use, outcome: Status, consents: Iterable[Heard]) -> Iterator[Reasoned]:
    yield from statement_reasons(case, leaf, outcome)
    yield from consent_reasons(case, leaf, consents)
    if outcome is not Status.PROHIBITED:
        yield from agreement_reasons(case, leaf)
