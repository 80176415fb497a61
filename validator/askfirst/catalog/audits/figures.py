"""Count what the lines of rows say, so that anybody can count again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from askfirst.catalog.answers import DECLARATION, Agreed
from askfirst.catalog.audits.lines import UNIDENTIFIED
from askfirst.identifiers import iri
from askfirst.vocabulary import Because, Right, Status

__all__ = ["OUTCOMES", "Figures"]

OUTCOMES = (*map(str, Status), UNIDENTIFIED)
_PERMITTED = str(Status.PERMITTED)
#: The reasons by which a row can be permitted.
_GRANTS = {str(Because.COVERS): "consents", str(Because.PERMITS): "declarations"}
_AGREED = {
    Agreed.AGREED: "agreed",
    Agreed.TO_ASK: "toAsk",
    Agreed.HOLDER_UNKNOWN: "holderUnknown",
    Agreed.PROHIBITED: "prohibited",
}


@dataclass
class Figures:
    """Numbers of rows.

    By outcome, by code, by kind of identifier, by `right agreed`; by what reserves a use, and by
    outcome of those in which one is reserved; by what permits it; by domain name of an address.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    identifiers: Counter[str] = field(default_factory=Counter)
    rights: Counter[str] = field(default_factory=Counter)
    reserved: Counter[str] = field(default_factory=Counter)
    reserved_outcomes: Counter[str] = field(default_factory=Counter)
    granted: Counter[str] = field(default_factory=Counter)
    domains: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.outcomes.total()

    @property
    def permitted(self) -> bool:
        """Whether there is a row, and every row is permitted."""
        return 0 < self.rows == self.outcomes[_PERMITTED]

    def add(self, track: Mapping[str, Any], rest: Mapping[str, Any]) -> None:
        """Count a row: its track, and what is said of it."""
        outcome, why, reserved = rest["outcome"], rest.get("why", ()), rest.get("reserved", ())
        self.outcomes[outcome] += 1
        self.codes.update(why)
        self.identifiers.update(set(_kinds(track)))
        self.domains.update({iri.host(one) for one in track.get("urls", ())} - {""})
        for right, agreed in rest.get("rights", {}).items():
            self.rights[f"{right} {agreed}"] += 1
        self.reserved.update(reserved)
        if reserved:
            self.reserved_outcomes[outcome] += 1
        if outcome == _PERMITTED:
            self.granted.update({_GRANTS[code] for code in why if code in _GRANTS})

    def join(self, other: "Figures") -> None:
        """Add what was counted elsewhere."""
        for name, counted in vars(other).items():
            getattr(self, name).update(counted)

    @classmethod
    def of(cls, value: Mapping[str, Mapping[str, int]]) -> "Figures":
        """Return what was written as JSON."""
        return cls(**{name: Counter(counted) for name, counted in value.items()})

    def counts(self) -> dict[str, Any]:
        """Return the counts that stand in the evidence, as text."""
        return {
            "rows": str(self.rows),
            "outcomes": {name: str(self.outcomes[name]) for name in OUTCOMES},
            "perRight": dict(self._rights()),
        }

    def to_dict(self, root: str, period: tuple[str, str] | None) -> dict[str, Any]:
        """Return all figures as JSON has them, counts as text; `root` is that of the rows."""
        domains = sorted(self.domains, key=lambda name: (-self.domains[name], name))
        signals = sorted(name for name in self.reserved if name != DECLARATION)
        return {
            "merkleRoot": root,
            **self.counts(),
            "identified": str(self.rows - self.outcomes[UNIDENTIFIED]),
            "identifiers": _texts(self.identifiers),
            "reasons": _texts(self.codes),
            "reservations": {
                "rows": str(self.reserved_outcomes.total()),
                "outcomes": {str(one): str(self.reserved_outcomes[one]) for one in Status},
                "declarations": str(self.reserved[DECLARATION]),
                "signals": {name: str(self.reserved[name]) for name in signals},
            },
            "permittedBy": {one: str(self.granted[one]) for one in _GRANTS.values()},
            "domains": {
                "number": str(len(domains)),
                "topTenth": str(-(-len(domains) // 10)),
                "rows": [{"domain": one, "rows": str(self.domains[one])} for one in domains],
            },
            **({"documents": dict(zip(("from", "until"), period, strict=True))} if period else {}),
        }

    def _rights(self) -> Iterator[tuple[str, dict[str, str]]]:
        for right in Right:
            found = {name: self.rights[f"{right} {one}"] for one, name in _AGREED.items()}
            if any(found.values()):
                yield str(right), {name: str(count) for name, count in found.items()}


def _kinds(track: Mapping[str, Any]) -> Iterator[str]:
    for name, value in track.items():
        if name == "files":
            yield from (kind for file in value for kind in file if kind != "name")
        elif name != "license":
            yield name


def _texts(counted: Counter[str]) -> dict[str, str]:
    return {name: str(counted[name]) for name in sorted(counted)}
