"""Say what applies to a question: rules 3, 6, 9 and 10."""

from typing import NamedTuple

from askfirst.identifiers import iri
from tests.property.naive.consents import effective
from tests.property.naive.documents import Declared, Given, declared, given
from tests.property.naive.invalid import Remains, ended, remains
from tests.property.naive.tables import Object
from tests.property.naive.tracks import (
    Names,
    contradicts,
    kind,
    names,
    rights_through,
    same_recording,
)

__all__ = [
    "Case",
    "case",
    "kind_loosening",
    "kind_restricting",
    "loosens",
    "replaced",
    "rights_loosened",
    "rights_restricted",
]


class Case(NamedTuple):
    """A Request and what applies to it."""

    request: Object
    at: str
    assurance: str
    given: Given
    own: Names
    known_restricting: Names
    known_loosening: Names
    all_declared: list[Declared]
    in_force: list[Declared]
    consents: list[Object]
    broken: list[Remains]


def case(request: Object, documents: list[Object], at: str, assurance: str) -> Case:
    """Rule 9: everything is evaluated as of `at`; rule 10: at `trusted`, no Consent counts."""
    found = given(documents)
    own = names(request["track"])
    every = [one for document in found.declarations for one in declared(document)]
    broken = [track for document in found.broken_declarations for track in remains(document)]
    question = Case(request, at, assurance, found, own, own, own, every, [], [], broken)
    in_force = [one for one in every if one.issued <= at and not replaced(one, question)]
    lending = [one for one in in_force if same_recording(one.names, own)]
    consents = [one for one in found.consents if effective(one, found.withdrawals, at)]
    ends = {ended(one) for one in found.broken_withdrawals}
    silent = assurance != "unsigned" or None in ends
    # what an invalid document lends can only restrict
    lent = [one.names for one in broken if one.names and same_recording(one.names, own)]
    return question._replace(
        in_force=in_force,
        known_restricting=own.union(*(one.names for one in lending), *lent),
        known_loosening=own.union(*(one.names for one in lending if loosens(one, question))),
        consents=[one for one in consents if not silent and iri.normal(one["id"]) not in ends],
    )


def loosens(one: Declared, question: Case) -> bool:
    """Rules 6 and 10: no proof can be verified, so nothing is trusted, and a proof is no help.

    What was read from a signal is not from a rightsholder, as `unsigned` demands.
    """
    counts = question.assurance == "unsigned" and not one.proof and not one.imported
    return counts and not contradicts(one.names, question.own)


def replaced(earlier: Declared, question: Case) -> bool:
    """Rule 3: also a Declaration that is replaced itself keeps replacing."""
    return any(replaces(later, earlier, question) for later in question.all_declared)


def replaces(later: Declared, earlier: Declared, question: Case) -> bool:
    """Rule 3: an earlier Declaration is replaced only by one for which all of this holds."""
    return (
        same_recording(later.names, earlier.names)
        and same_recording(later.names, question.own)
        and earlier.id in later.supersedes
        and later.by == earlier.by
        and earlier.issued < later.issued <= question.at
        and loosens(later, question)
    )


def kind_restricting(one: Declared, question: Case) -> str:
    """Rule 6: the kind through which it applies, for what restricts, with all that is lent."""
    return kind(one.names, question.known_restricting)


def rights_restricted(one: Declared, question: Case) -> set[str]:
    """Rule 6: the rights for which it can name a further holder."""
    return rights_through(kind_restricting(one, question))


def kind_loosening(one: Declared, question: Case) -> str:
    """Rule 6: the kind for what loosens, with what is lent by Declarations that count."""
    return kind(one.names, question.known_loosening) if loosens(one, question) else "nothing"


def rights_loosened(one: Declared, question: Case) -> set[str]:
    """Rule 6: the rights for which it can loosen."""
    return rights_through(kind_loosening(one, question))
