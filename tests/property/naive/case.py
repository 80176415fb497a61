"""Say what applies to a question: rules 3, 6, 9 and 10."""

from typing import NamedTuple

from askfirst.identifiers import iri
from tests.property.naive.documents import Declared, Given, declared, given, maker
from tests.property.naive.invalid import Remains, ended, remains
from tests.property.naive.proofs import Demand, Signed, counts, signed
from tests.property.naive.tables import ALL_RIGHTS, Object
from tests.property.naive.times import effective
from tests.property.naive.tracks import (
    Names,
    contradicts,
    kind,
    names,
    rights_through,
    shared,
)
from tests.property.naive.trust import read

__all__ = [
    "Case",
    "case",
    "kind_loosening",
    "kind_restricting",
    "loosens",
    "replaced",
    "rights_restricted",
]


class Case(NamedTuple):
    """A Request and what applies to it; for what loosens, its track is known right by right."""

    request: Object
    demand: Demand
    given: Given
    own: Names
    known_restricting: Names
    known_loosening: dict[str, Names]
    all_declared: list[Declared]
    in_force: list[Declared]
    consents: list[tuple[Object, Signed]]
    broken: list[Remains]


def case(
    request: Object, documents: list[Object], at: str, assurance: str, trust: Object | None
) -> Case:
    """Rule 9: everything is evaluated as of `at`; rule 10: what is set aside counts for nothing."""
    trusted = read(trust)
    demand = Demand(maker(request, trusted), at, assurance, trusted)
    found = given(documents, trusted.aside)
    own = names(request["track"])
    every = [one for document in found.declarations for one in declared(document, trusted)]
    broken = [track for document in found.broken_declarations for track in remains(document)]
    question = Case(request, demand, found, own, own, {}, every, [], [], broken)
    in_force = [one for one in every if one.issued <= at and not replaced(one, question)]
    return question._replace(
        in_force=in_force,
        known_restricting=own.union(*lent(question, in_force)),
        known_loosening={
            right: own.union(*(one.names for one in in_force if lends(one, right, question)))
            for right in ALL_RIGHTS
        },
        consents=consenting(question),
    )


def lent(question: Case, in_force: list[Declared]) -> list[Names]:
    """Rule 6: what is lent for what restricts, also by what does not conform (rule 11)."""
    known = [one.names for one in in_force] + [one.names for one in question.broken if one.names]
    return [one for one in known if shared(one, question.own)]


def lends(one: Declared, right: str, question: Case) -> bool:
    """Rules 6 and 10: tell whether a Declaration in force lends for what loosens."""
    through = shared(one.names, question.own)
    fits = bool(through) and not contradicts(one.names, question.own)
    return fits and counts(one.signed, one.by, right, through, question.demand)


def consenting(question: Case) -> list[tuple[Object, Signed]]:
    """Rules 9 and 11: the Consents that are effective, and that nothing ends by force."""
    withdrawals, at, trust = question.given.withdrawals, question.demand.at, question.demand.trust
    ends = {ended(one) for one in question.given.broken_withdrawals}
    return [
        (one, signed(one, maker(one, trust), trust))
        for one in question.given.consents
        if effective(one, withdrawals, at, trust)
        and iri.normal(one["id"]) not in ends
        and None not in ends
    ]


def replaced(earlier: Declared, question: Case) -> bool:
    """Rule 3: also a Declaration that is replaced itself keeps replacing."""
    return any(replaces(later, earlier, question) for later in question.all_declared)


def replaces(later: Declared, earlier: Declared, question: Case) -> bool:
    """Rule 3: an earlier Declaration is replaced only by one for which all of this holds."""
    return (
        bool(shared(later.names, earlier.names) and shared(later.names, question.own))
        and earlier.id in later.supersedes
        and later.by == earlier.by
        and earlier.issued < later.issued <= question.demand.at
        and not contradicts(later.names, question.own)
        and {right for entry in earlier.rightsholders for right in entry["rights"]}
        <= speaks_for(later, question)
    )


def speaks_for(later: Declared, question: Case) -> set[str]:
    """Rule 10: the rights for which a Declaration counts through what the Request names."""
    through = shared(later.names, question.own)
    return {
        right
        for right in ALL_RIGHTS
        if counts(later.signed, later.by, right, through, question.demand)
    }


def kind_restricting(one: Declared, question: Case) -> str:
    """Rule 6: the kind through which it applies, for what restricts, with all that is lent."""
    return kind(one.names, question.known_restricting)


def rights_restricted(one: Declared, question: Case) -> set[str]:
    """Rule 6: the rights for which it can name a further holder."""
    return rights_through(kind_restricting(one, question))


def kind_loosening(one: Declared, right: str, question: Case) -> str:
    """Rule 6: the kind for what loosens, with what is lent by Declarations that count."""
    if contradicts(one.names, question.own):
        return "nothing"
    return kind(one.names, question.known_loosening[right])


def loosens(one: Declared, who: str, right: str, question: Case) -> bool:
    """Rules 6 and 10: tell whether a Declaration can loosen for a party and a right."""
    through = shared(one.names, question.known_loosening[right], right)
    applies = right in rights_through(kind_loosening(one, right, question))
    return applies and counts(one.signed, who, right, through, question.demand)
