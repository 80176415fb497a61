"""List whose agreement would be needed, and where to ask for it (spec 5.12)."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from askfirst.decision.agreement import Pair, demanded, lacking, touched_rights
from askfirst.decision.case import Case
from askfirst.decision.identity import reached
from askfirst.decision.question import touched
from askfirst.model.decisions import Claimant, Missing
from askfirst.model.declarations import Declared
from askfirst.model.parts import Rightsholder
from askfirst.vocabulary import Right, Status, Use

#: An entry that names somebody, and the Declaration that it stands in.
Naming: TypeAlias = tuple[Declared, Rightsholder]

__all__ = ["addresses", "called", "entries", "missing"]


def missing(case: Case, outcomes: dict[Use, Status]) -> tuple[Missing, ...]:
    """Return the agreements that the open leaves lack, sorted by right, holder and leaf."""
    settled = (Status.PERMITTED, Status.PROHIBITED)
    wanted = {
        (right, holder, leaf)
        for leaf, outcome in outcomes.items()
        if outcome not in settled
        for right, holder in _lacking(case, leaf)
    }
    asked = {right: namings(case, right) for right in {one[0] for one in wanted}}
    nobody = {right: _claimed(named) for right, named in asked.items()}
    ordered = sorted(wanted, key=lambda one: (one[0], one[1] or "", one[2]))
    return tuple(
        Missing(right, None, leaf, *nobody[right])
        if holder is None
        else Missing(right, holder, leaf, addresses(asked[right].get(holder, ()), holder), ())
        for right, holder, leaf in ordered
    )


def _lacking(case: Case, leaf: Use) -> Iterator[tuple[Right, str | None]]:
    demand = demanded(case, leaf)
    for pair in (Pair(leaf, material) for material in case.question.materials):
        by_material = touched(*pair).by_material
        if case.holdings.absent.issuperset(by_material):
            yield from ((right, None) for right in by_material)
        for right in touched_rights(case, pair) - case.holdings.held:
            yield right, None
        for holder, right in lacking(case, pair, demand):
            yield right, holder


def _claimed(
    named: dict[str, list[Naming]],
) -> tuple[tuple[str, ...], tuple[Claimant, ...]]:
    """Return where to ask about a right that nobody counts as holder of, and who claims it."""
    ask_at = {at for party, by in named.items() for at in addresses(by, party)}
    claimants = {
        Claimant(party, name, entry.contact)
        for who, by in named.items()
        for _, entry in by
        for party, name in called(entry)
        if party == who
    }
    return tuple(sorted(ask_at)), tuple(sorted(claimants, key=_by_holder))


def _by_holder(claimant: Claimant) -> tuple[str, str, str]:
    return claimant.holder, claimant.name, claimant.contact or ""


def entries(case: Case, right: Right) -> Iterator[Naming]:
    """Yield the entries that name somebody for a right, as far as rule 6 lets them through."""
    for one in case.applying:
        if right in reached(one.restricts):
            yield from ((one.declared, e) for e in one.declared.rightsholders if right in e.rights)


def called(entry: Rightsholder) -> Iterator[tuple[str, str]]:
    """Yield the holder and the mandated party of an entry, each with its name."""
    yield entry.holder, entry.name
    if entry.mandate:
        yield entry.mandate.id, entry.mandate.name


def namings(case: Case, right: Right) -> dict[str, list[Naming]]:
    """Return the entries that name each holder and mandated party for a right."""
    found: dict[str, list[Naming]] = {}
    for one in entries(case, right):
        for party in dict.fromkeys(who for who, _ in called(one[1])):
            found.setdefault(party, []).append(one)
    return found


def addresses(naming: Iterable[Naming], party: str) -> tuple[str, ...]:
    """Return where a party can be asked, by the entries that name it.

    That is at the contact of the entry, else at `askAt`, else at the party itself where it is
    an address.
    """
    own = party if party.lower().startswith(("https:", "mailto:")) else None
    found = {entry.contact or declared.document.ask_at or own for declared, entry in naming}
    return tuple(sorted(at for at in found if at is not None))
