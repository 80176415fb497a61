"""Find everybody who has to be asked, and where (spec 5.7, 5.12).

Nobody is left out: whoever an applying Declaration names for a touched right is asked, whether
the naming counts or not, unless they agree already at the demanded assurance.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from askfirst.decision import Answer
from askfirst.decision.missing import addresses, called, namings
from askfirst.model.decisions import Missing
from askfirst.model.declarations import Declared
from askfirst.model.parts import Mandate, Rightsholder
from askfirst.vocabulary import Right, Use

__all__ = ["Addressee", "Naming", "addressees", "unheld"]

#: The entries that name each party, by the right for which they do.
_Named: TypeAlias = dict[Right, dict[str, list[tuple[Declared, Rightsholder]]]]


class Naming(NamedTuple):
    """An entry of an applying Declaration that names a party, as holder or as mandated."""

    declared: Declared
    entry: Rightsholder
    rights: tuple[Right, ...]


class Addressee(NamedTuple):
    """A party to ask: for which rights and leaves, where, and who names it.

    `proven` is false where the party only claims some of the rights, at the demanded assurance.
    """

    id: str
    name: str
    rights: tuple[Right, ...]
    leaves: tuple[Use, ...]
    addresses: tuple[str, ...]
    namings: tuple[Naming, ...]
    proven: bool

    @property
    def own(self) -> tuple[Right, ...]:
        """The rights that the party holds itself, rather than standing beside who does."""
        held = {right for n in self.namings if n.entry.holder == self.id for right in n.rights}
        return tuple(right for right in Right if right in held)

    @property
    def stands_for(self) -> tuple[tuple[Mandate, str], ...]:
        """The mandates of the party, each with the name of the holder that it stands beside."""
        mandates = [(n.entry.mandate, n.entry.name) for n in self.namings if n.entry.mandate]
        return tuple(dict.fromkeys(one for one in mandates if one[0].id == self.id))

    @property
    def beside(self) -> tuple[Mandate, ...]:
        """The mandated parties that stand beside the party where it is a holder."""
        entries = [n.entry for n in self.namings if n.entry.holder == self.id]
        return tuple(dict.fromkeys(entry.mandate for entry in entries if entry.mandate))


def addressees(answer: Answer) -> tuple[Addressee, ...]:
    """Return everybody whose agreement the open leaves lack, by name."""
    wanted: dict[str, list[Missing]] = {}
    for missing in answer.missing:
        for party in _parties(missing):
            wanted.setdefault(party, []).append(missing)
    named = {right: namings(answer.case, right) for right in Right}
    found = (_addressee(party, lacking, named) for party, lacking in wanted.items())
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))


def unheld(answer: Answer) -> tuple[Right, ...]:
    """Return the rights of open leaves for which nobody is named: nobody can be asked for them."""
    return tuple(dict.fromkeys(one.right for one in answer.missing if not any(_parties(one))))


def _parties(missing: Missing) -> Iterator[str]:
    """Yield whom to ask for a missing agreement: the holder, or everybody who claims to be one."""
    if missing.holder is not None:
        yield missing.holder
    else:
        yield from dict.fromkeys(claimant.holder for claimant in missing.claimed_by)


def _addressee(party: str, lacking: list[Missing], named: _Named) -> Addressee:
    rights = {missing.right for missing in lacking}
    leaves = {missing.use for missing in lacking}
    found = tuple(_namings(party, rights, named))
    return Addressee(
        id=party,
        name=_name(party, found),
        rights=tuple(right for right in Right if right in rights),
        leaves=tuple(leaf for leaf in Use if leaf in leaves),
        addresses=addresses([(n.declared, n.entry) for n in found], party),
        namings=found,
        proven=all(missing.holder is not None for missing in lacking),
    )


def _namings(party: str, rights: Iterable[Right], named: _Named) -> Iterator[Naming]:
    """Yield every entry that names a party for some of the rights."""
    found: dict[tuple[Declared, Rightsholder], list[Right]] = {}
    for right in (right for right in Right if right in rights):
        for one in named[right].get(party, ()):
            found.setdefault(one, []).append(right)
    for (declared, entry), by in found.items():
        yield Naming(declared, entry, tuple(by))


def _name(party: str, namings: Iterable[Naming]) -> str:
    """Return what a party is called: by itself rather than by others."""
    names = {
        (naming.declared.document.by.id != party, name)
        for naming in namings
        for who, name in called(naming.entry)
        if who == party
    }
    return min(names)[1]
