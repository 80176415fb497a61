"""Hold what a deed says, whatever the language: statements, in sections, with their gaps filled.

A statement knows the words and texts that it speaks of as values, so that whoever reads a deed
can be held to the document: a use is a value of the tree, and a right one of the list.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias, Union

from askfirst.deed.kinds import Kind, Part
from askfirst.vocabulary import DocumentType, Use

__all__ = [
    "Act",
    "Address",
    "Day",
    "Deed",
    "Moment",
    "Plain",
    "Quote",
    "Section",
    "Statement",
    "Theirs",
    "Token",
    "Value",
    "Word",
]


@dataclass(frozen=True, slots=True)
class Act:
    """What would be done to the track, in words."""

    use: Use


@dataclass(frozen=True, slots=True)
class Token:
    """A word as documents have it."""

    word: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the vocabulary that stands in no list, in everyday words."""

    word: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A text of ours that is the same in every language."""

    text: str


@dataclass(frozen=True, slots=True)
class Theirs:
    """A text of a stranger, such as a name."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A text of a stranger that is shown in quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a stranger wrote."""

    iri: str


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, to the second."""

    instant: str


@dataclass(frozen=True, slots=True)
class Day:
    """The day of an instant."""

    instant: str


#: What fills a gap: a text or an address, a word of a list (said in everyday words),
#: a number, another statement, or several of these, which become a list in the sentence.
Value: TypeAlias = Union[
    Act,
    Token,
    Word,
    Plain,
    Theirs,
    Quote,
    Address,
    Moment,
    Day,
    StrEnum,
    int,
    "Statement",
    tuple["Value", ...],
]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a deed says, and the parts that stand below it."""

    kind: Kind
    values: Mapping[str, Value] = field(default_factory=dict)
    parts: tuple["Statement", ...] = ()

    @property
    def uses(self) -> tuple[Use, ...]:
        """The uses that are listed below it."""
        acts = (part.values.get("act") for part in self.parts if part.kind is Kind.USE)
        return tuple(act.use for act in acts if isinstance(act, Act))

    def within(self) -> Iterator["Statement"]:
        """Yield the statement and all that stand below it."""
        yield self
        for part in self.parts:
            yield from part.within()


class Section(NamedTuple):
    """Statements under one heading."""

    part: Part
    statements: tuple[Statement, ...]


class Deed(NamedTuple):
    """A document in plain language; a preset has no type."""

    type: DocumentType | None
    title: Statement
    lead: tuple[Statement, ...]
    sections: tuple[Section, ...]

    @property
    def statements(self) -> Iterator[Statement]:
        """Every statement, in the order in which it is read, the title included."""
        tops = (self.title, *self.lead, *(one for part in self.sections for one in part.statements))
        for top in tops:
            yield from top.within()
