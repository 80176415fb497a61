"""Count verdicts, in memory that does not grow with the rows."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from askfirst.catalog.fingerprint import fingerprint, total
from askfirst.catalog.pieces import Row
from askfirst.catalog.verdicts import Verdict

__all__ = ["Disagreement", "Place", "Totals"]

#: How many disagreements with the reference are named; one is enough to trust nothing.
_NAMED = 10


class Place(NamedTuple):
    """Where a row is: its file, its offset there, and its number in a piece or file, from 1."""

    path: str
    offset: int
    number: int


class Disagreement(NamedTuple):
    """A row about which the reference says something else: the codes, and those it finds."""

    place: Place
    codes: tuple[str, ...]
    reference: tuple[str, ...]


@dataclass
class Totals:
    """What was found in a piece, or in several.

    `codes` and `types` count rows. `samples` are the first rows of each code, `fingerprint` is the
    sum over all verdicts, `audited` counts what was checked again and `disagreeing` where that
    led to something else; `troubles` say what could not be read.
    """

    rows: int = 0
    documents: int = 0
    conforming: int = 0
    types: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[Place]] = field(default_factory=dict)
    fingerprint: int = 0
    audited: int = 0
    disagreeing: int = 0
    disagreements: list[Disagreement] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def add(self, row: Row, name: str | None, verdict: Verdict, samples: int) -> bool:
        """Count a row; tell whether it is a sample of a code, of which `samples` are kept."""
        self.rows += 1
        self.documents += verdict.documents
        self.conforming += verdict.conforms
        self.types[verdict.kind or ""] += 1
        self.fingerprint += fingerprint(name, verdict.codes)
        if not verdict.codes:
            return False
        self.codes.update(verdict.codes)
        few = [code for code in verdict.codes if self.codes[code] <= samples]
        for code in few:
            place = Place(row.path, row.offset, self.rows)
            self.samples.setdefault(code, []).append(place)
        return bool(few)

    def disagree(self, row: Row, codes: tuple[str, ...], reference: tuple[str, ...]) -> None:
        """Count the row that was added last as one about which the reference disagrees."""
        self.disagreeing += 1
        if self.disagreeing <= _NAMED:
            place = Place(row.path, row.offset, self.rows)
            self.disagreements.append(Disagreement(place, codes, reference))

    def join(self, other: "Totals", number: Callable[[Place], int]) -> None:
        """Add what was found in the piece that follows, but no samples.

        `number` tells which row of its file one of the piece is.
        """
        self.rows += other.rows
        self.documents += other.documents
        self.conforming += other.conforming
        self.types.update(other.types)
        self.codes.update(other.codes)
        self.fingerprint = total((self.fingerprint, other.fingerprint))
        self.audited += other.audited
        self.disagreeing += other.disagreeing
        placed = [
            one._replace(place=one.place._replace(number=number(one.place)))
            for one in other.disagreements
        ]
        self.disagreements = [*self.disagreements, *placed][:_NAMED]
        if other.troubles:
            self.troubles = list(dict.fromkeys([*self.troubles, *other.troubles]))

    def to_dict(self) -> dict[str, Any]:
        """Return what can be written as JSON."""
        return vars(self)

    @classmethod
    def of(cls, value: dict[str, Any]) -> "Totals":
        """Return what was written."""
        samples = {
            code: [Place(*one) for one in value["samples"][code]] for code in value["samples"]
        }
        disagreements = [
            Disagreement(Place(*place), tuple(codes), tuple(reference))
            for place, codes, reference in value["disagreements"]
        ]
        counts = {name: Counter(value[name]) for name in ("types", "codes")}
        return cls(**{**value, **counts, "samples": samples, "disagreements": disagreements})
