"""Give the reasons that lie in who holds what, and who agreed."""

from collections.abc import Collection, Iterator, Mapping

from askfirst.decision.agreement import (
    Pair,
    agrees,
    demanded,
    lacking,
    permitting,
    touched_rights,
)
from askfirst.decision.because import (
    Reasoned,
    assured,
    because,
    entry_of,
    falls_short,
    maker,
    rule_says,
)
from askfirst.decision.case import Applying, Case
from askfirst.decision.identity import reached
from askfirst.decision.question import touched
from askfirst.decision.statement import status
from askfirst.model.declarations import Declared
from askfirst.vocabulary import Because, Identifies, Right, Status, Use

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
    yield from _not_agreed(case, unasked)
    if unheld:
        yield rule_says(Because.NOBODY_HOLDS, f"Nobody counts as holder of {_named(unheld)}.")
    yield from _short(case, leaf, unheld, demand)


def _named(rights: Collection[Right]) -> str:
    return ", ".join(f"`{right}`" for right in Right if right in rights)


def _absent(case: Case, pair: Pair) -> Iterator[Reasoned]:
    for right in touched(*pair).by_material:
        for one in case.applying if right in case.holdings.absent else ():
            if right in one.absent:
                how = assured(case, one.declared.document)
                sentence = f"{maker(one.declared)} says that the track has no `{right}`{how}."
                at = _absence(one.declared, right)
                yield because(Because.ABSENT, one.declared.document, at, sentence)


def _absence(declared: Declared, right: Right) -> str:
    return f"{declared.absent_rights_at}/{declared.absent_rights.index(right)}"


def _not_agreed(case: Case, lacking: Mapping[str, set[Right]]) -> Iterator[Reasoned]:
    """Yield each entry through which a party that has not agreed is one to ask."""
    for one, kind in ((one.declared, one.restricts) for one in case.applying):
        for n, entry in enumerate(one.rightsholders):
            named = reached(kind).intersection(entry.rights)
            at = f"{one.rightsholders_at}/{n}"
            parties = [(entry.holder, entry.name, at)]
            if entry.mandate:
                parties.append((entry.mandate.id, entry.mandate.name, f"{at}/mandate"))
            for party, name, pointer in parties:
                rights = named & lacking.get(party, set())
                if rights:
                    sentence = f"{name} has not agreed for {_named(rights)}."
                    yield because(Because.NOT_AGREED, one.document, pointer, sentence)


def _permits(case: Case, leaf: Use, rights: frozenset[Right]) -> Iterator[Reasoned]:
    """Yield the Declarations by which a holder of a touched right permits a leaf."""
    claims = [claim for claim in case.holdings.claims if claim[1] in rights]
    for one in permitting(case, leaf):
        if any(agrees(case, one, claim) for claim in claims):
            document = one.declared.document
            how = assured(case, document)
            sentence = f"{maker(one.declared)} permits `{leaf}` to everybody{how}."
            at = entry_of(one.declared, status(one.declared, leaf))
            yield because(Because.PERMITS, document, at, sentence)


def _short(case: Case, leaf: Use, unheld: Collection[Right], demand: Status) -> Iterator[Reasoned]:
    """Yield what in Declarations would loosen if it met the demanded assurance."""
    for one in case.applying:
        if demand is Status.UNSPECIFIED:
            yield from _short_permission(case, one, leaf)
        for right in (right for right in Right if right in unheld):
            if _is_short(case, one, {right}):
                yield from _short_naming(one, right)


def _is_short(case: Case, one: Applying, rights: Collection[Right]) -> bool:
    document = one.declared.document
    by, known = document.by.id, case.known_to_loosen
    return case.judge.falls_short(document, by, rights, one.opens, known)


def _short_permission(case: Case, one: Applying, leaf: Use) -> Iterator[Reasoned]:
    """Yield where a Declaration permits a leaf, if it falls short for a right that it should."""
    said, document = status(one.declared, leaf), one.declared.document
    if said.status is not Status.PERMITTED:
        return
    touching = set[Right]().union(
        *(touched_rights(case, Pair(leaf, material)) for material in case.question.materials)
    )
    heard = {right for right in touching if (document.by.id, right) in case.holdings.claims}
    if _is_short(case, one, heard or touching):
        at = entry_of(one.declared, said)
        yield from falls_short(document, at, f"What permits `{leaf}` here")


def _short_naming(one: Applying, right: Right) -> Iterator[Reasoned]:
    """Yield where a Declaration names a holder for a right, or says that it is absent."""
    declared, kind = one.declared, one.restricts
    if right in declared.absent_rights and kind is Identifies.RECORDING:
        at = _absence(declared, right)
        yield from falls_short(declared.document, at, f"That `{right}` is absent")
    for n, entry in enumerate(declared.rightsholders if right in reached(kind) else ()):
        if right in entry.rights:
            at = f"{declared.rightsholders_at}/{n}"
            yield from falls_short(declared.document, at, f"The claim of {entry.name}")
