"""Hold a trust file as a value: whose keys count, which ids are one party, what is false."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from askfirst.vocabulary import Capacity, Identifier, Right

__all__ = ["Holder", "Mandated", "Pattern", "SetAside", "Speaker", "Trust", "Witness"]


class Pattern(NamedTuple):
    """An identifier as a track has it, `kind:value`, or the beginning of many."""

    text: str
    beginning: bool

    @property
    def written(self) -> str:
        """How a trust file writes it, in which one of the `urls` of a track is a `url`."""
        kind, _, value = self.text.partition(":")
        return f"{'url' if kind == Identifier.URLS else kind}:{value}" + "*" * self.beginning

    def meets(self, identifiers: Iterable[str]) -> bool:
        """Tell whether one of the identifiers is meant."""
        if self.beginning:
            return any(one.startswith(self.text) for one in identifiers)
        return self.text in identifiers


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Keys, and what they speak for; `identifiers` is None where they speak for every track.

    `rights` are those that the entry stands for: where it says `any`, all but voice and likeness,
    and never more than its capacity allows.
    """

    keys: tuple[str, ...]
    rights: frozenset[Right]
    identifiers: tuple[Pattern, ...] | None
    begins: str | None
    ends: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder(Speaker):
    """A party that speaks for itself, and the other ids that it has."""

    holder: str
    same_as: tuple[str, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids of the party that the entry lists."""
        return (self.holder, *self.same_as)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandated(Speaker):
    """A party that speaks for others."""

    id: str
    parties: tuple[str, ...]
    capacity: Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness(Speaker):
    """A party before whom acts are made; `own_uses` lets it witness what it benefits from."""

    id: str
    own_uses: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A document that the caller examined and found false."""

    sha256: str
    reason: str
    name: str
    at: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Trust:
    """A trust file (spec 4.14); `sha256` is its digest, as that of a document."""

    sha256: str
    holders: tuple[Holder, ...]
    mandates: tuple[Mandated, ...]
    witnesses: tuple[Witness, ...]
    set_aside: tuple[SetAside, ...]

    @cached_property
    def false(self) -> dict[str, SetAside]:
        """The documents that are set aside, by digest."""
        return {one.sha256: one for one in self.set_aside}

    @cached_property
    def by_key(self) -> dict[str, tuple[Speaker, ...]]:
        """The entries that list a key."""
        found: dict[str, tuple[Speaker, ...]] = {}
        for entry in self._speakers():
            for key in entry.keys:
                found[key] = (*found.get(key, ()), entry)
        return found

    def _speakers(self) -> Iterator[Speaker]:
        yield from (*self.holders, *self.mandates, *self.witnesses)

    @cached_property
    def called(self) -> dict[str, str]:
        """The other ids of parties that have several, and how an answer calls each (spec 5.10)."""
        parties: list[tuple[set[str], set[str]]] = []
        for entry in self.holders:
            ids, holders = set(entry.ids), {entry.holder}
            for party in [one for one in parties if not ids.isdisjoint(one[0])]:
                parties.remove(party)
                ids, holders = ids | party[0], holders | party[1]
            parties.append((ids, holders))
        names = [(ids, min(holders)) for ids, holders in parties]
        return {id_: name for ids, name in names for id_ in ids if id_ != name}

    def name(self, party: str) -> str:
        """Return how an answer calls a party."""
        return self.called.get(party, party)
