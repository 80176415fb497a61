"""Give the reasons that lie in who holds what, and who agreed."""

from collections.abc import Collection, Iterator

from askfirst.decision.agreement import (
    Pair,
    demanded,
    lacking,
    permitting,
    touched_rights,
)
from askfirst.decision.because import Reasoned, because, entry_of, maker, rule_says
from askfirst.decision.case import Case
from askfirst.decision.identity import reached
from askfirst.decision.question import touched
from askfirst.decision.statement import status
from askfirst.model.declarations import Declared
from askfirst.vocabulary import Assurance, Because, Identifies, Right, Status, Use

__all__ = ["agreement_reasons"]


def agreement_reasons(case: Case, leaf: Use) -> Iterator[Reasoned]:
    """Yield whose agreement a leaf has, and whose it lacks."""
    demand = demanded(case, leaf)
    unheld: set[Right] = set()
    unasked: dict[str, set[Right]] = {}
    for pair in (Pair(leaf, material) for material in case.question.materials):
        rights = touched_rights(case, pair)
        unheld |= rights - case.holdings.held
        yield from _absent(case, pair)
        for holder, right in lacking(case, pair, demand):
            unasked.setdefault(holder, set()).add(right)
        if demand is Status.UNSPECIFIED:
            yield from _permits(case, leaf, rights & case.holdings.held)
    for holder, lacked_by in unasked.items():
        yield from _not_agreed(case, holder, lacked_by)
    if unheld:
        yield rule_says(Because.NOBODY_HOLDS, f"Nobody counts as holder of {_named(unheld)}.")
    if case.assurance is Assurance.TRUSTED:
        yield from _too_low(case, leaf, unheld, demand)


def _named(rights: Collection[Right]) -> str:
    return ", ".join(f"`{right}`" for right in Right if right in rights)


def _absent(case: Case, pair: Pair) -> Iterator[Reasoned]:
    for right in touched(*pair).by_material:
        for one in case.applying if right in case.holdings.absent else ():
            if one.loosens is Identifies.RECORDING and right in one.declared.absent_rights:
                sentence = f"{maker(one.declared)} says that the track has no `{right}`."
                at = _absence(one.declared, right)
                yield because(Because.ABSENT, one.declared.document, at, sentence)


def _absence(declared: Declared, right: Right) -> str:
    return f"{declared.absent_rights_at}/{declared.absent_rights.index(right)}"


def _not_agreed(case: Case, party: str, rights: Collection[Right]) -> Iterator[Reasoned]:
    """Yield each entry through which a party that has not agreed is one to ask."""
    for one in case.applying:
        for n, entry in enumerate(one.declared.rightsholders):
            named = reached(one.restricts).intersection(entry.rights, rights)
            at = f"{one.declared.rightsholders_at}/{n}"
            if named and entry.holder == party:
                sentence = f"{entry.name} has not agreed for {_named(named)}."
                yield because(Because.NOT_AGREED, one.declared.document, at, sentence)
            if named and entry.mandate and entry.mandate.id == party:
                sentence = f"{entry.mandate.name} has not agreed for {_named(named)}."
                yield because(Because.NOT_AGREED, one.declared.document, f"{at}/mandate", sentence)


def _permits(case: Case, leaf: Use, rights: frozenset[Right]) -> Iterator[Reasoned]:
    """Yield the Declarations by which a holder of a touched right permits a leaf."""
    for one in permitting(case, leaf):
        by = one.declared.document.by.id
        if any((by, right) in case.holdings.claims for right in rights & reached(one.loosens)):
            sentence = f"{maker(one.declared)} permits `{leaf}` to everybody."
            at = entry_of(one.declared, status(one.declared, leaf))
            yield because(Because.PERMITS, one.declared.document, at, sentence)


def _too_low(
    case: Case, leaf: Use, unheld: frozenset[Right] | set[Right], demand: Status
) -> Iterator[Reasoned]:
    """Yield what in Declarations would loosen if it met the demanded assurance."""
    needs = "carries no proof that is trusted"
    for one in case.applying:
        document, said = one.declared.document, status(one.declared, leaf)
        if said.status is Status.PERMITTED and demand is Status.UNSPECIFIED:
            at = entry_of(one.declared, said)
            yield because(Because.TOO_LOW, document, at, f"What permits `{leaf}` here {needs}.")
        for right in unheld:
            if right in one.declared.absent_rights and one.restricts is Identifies.RECORDING:
                at, told = _absence(one.declared, right), f"That `{right}` is absent {needs}."
                yield because(Because.TOO_LOW, document, at, told)
            for n, entry in enumerate(one.declared.rightsholders):
                if right in entry.rights and right in reached(one.restricts):
                    at = f"{one.declared.rightsholders_at}/{n}"
                    told = f"The claim of {entry.name} {needs}."
                    yield because(Because.TOO_LOW, document, at, told)
