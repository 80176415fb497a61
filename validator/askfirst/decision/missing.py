"""List whose agreement would be needed, and where to ask for it (spec 5.12)."""

from collections.abc import Iterable, Iterator

from askfirst.decision.agreement import Pair, demanded, lacking, touched_rights
from askfirst.decision.case import Case
from askfirst.decision.identity import reached
from askfirst.decision.question import touched
from askfirst.model.decisions import Claimant, Missing
from askfirst.model.declarations import Declared
from askfirst.model.parts import Rightsholder
from askfirst.vocabulary import Right, Status, Use

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
    ordered = sorted(wanted, key=lambda one: (one[0], one[1] or "", one[2]))
    return tuple(_missing(case, right, holder, leaf) for right, holder, leaf in ordered)


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


def _missing(case: Case, right: Right, holder: str | None, leaf: Use) -> Missing:
    naming = list(entries(case, right))
    if holder is not None:
        return Missing(
            right=right,
            holder=holder,
            use=leaf,
            ask_at=addresses(naming, holder),
            claimed_by=(),
        )
    claimants = dict.fromkeys(party for _, entry in naming for party, _ in called(entry))
    return Missing(
        right=right,
        holder=None,
        use=leaf,
        ask_at=tuple(sorted({at for one in claimants for at in addresses(naming, one)})),
        claimed_by=tuple(sorted(_claimants(naming), key=_by_holder)),
    )


def _by_holder(claimant: Claimant) -> tuple[str, str, str]:
    return claimant.holder, claimant.name, claimant.contact or ""


def entries(case: Case, right: Right) -> Iterator[tuple[Declared, Rightsholder]]:
    """Yield the entries that name somebody for a right, as far as rule 6 lets them through."""
    for one in case.applying:
        if right in reached(one.restricts):
            yield from ((one.declared, e) for e in one.declared.rightsholders if right in e.rights)


def called(entry: Rightsholder) -> Iterator[tuple[str, str]]:
    """Yield the holder and the mandated party of an entry, each with its name."""
    yield entry.holder, entry.name
    if entry.mandate:
        yield entry.mandate.id, entry.mandate.name


def addresses(entries: Iterable[tuple[Declared, Rightsholder]], party: str) -> tuple[str, ...]:
    """Return where a party can be asked."""
    naming = ((d, e) for d, e in entries if party in (who for who, _ in called(e)))
    return tuple(sorted({at for d, e in naming if (at := _address(d, e, party))}))


def _address(declared: Declared, entry: Rightsholder, party: str) -> str | None:
    """Return the contact of an entry, else `askAt`, else the party where that is an address."""
    own = party if party.lower().startswith(("https:", "mailto:")) else None
    return entry.contact or declared.document.ask_at or own


def _claimants(entries: Iterable[tuple[Declared, Rightsholder]]) -> set[Claimant]:
    return {
        Claimant(holder=party, name=name, contact=entry.contact)
        for _, entry in entries
        for party, name in called(entry)
    }
