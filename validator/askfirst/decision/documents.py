"""Take the given documents apart: equal digests count once, and the order never matters."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from askfirst.checking import Checked, InvalidDocument, check
from askfirst.checking.making import AnyDocument
from askfirst.decision.broken import Piece, ended_consent, kind_of, pieces
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.model.documents import Consent, Withdrawal
from askfirst.vocabulary import DocumentType

__all__ = ["Documents", "Givable", "gather"]

#: A document as the caller has it: parsed, read, or out of a report.
Givable: TypeAlias = Mapping[str, object] | AnyDocument | Checked


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Documents:
    """The given documents by what they do; `all` has each of them once, by its digest.

    What does not conform stands apart: `broken` restricts, `spoiled` are Consents that count for
    nothing, and `ends` are Withdrawals with the Consent they name, or None if that is not known.
    """

    all: dict[str, AnyDocument | Checked]
    declared: tuple[Declared, ...]
    consents: tuple[Consent, ...]
    withdrawals: dict[str, tuple[Withdrawal, ...]]
    broken: tuple[Piece, ...]
    spoiled: tuple[Piece, ...]
    ends: tuple[tuple[Checked, str | None], ...]

    def ending(self, consent: Consent) -> tuple[Checked, ...]:
        """Return the Withdrawals that do not conform and end a Consent, whoever made them."""
        return tuple(one for one, named in self.ends if named in (None, consent.id))


def gather(documents: Iterable[Givable]) -> Documents:
    """Return the documents that were given, sorted out.

    Raises `InvalidDocument` where something given holds no document at all (reading rule 11).
    """
    found = {one.sha256: one for given in documents for one in _read(given)}
    conforming = [one for one in found.values() if not isinstance(one, Checked)]
    broken = [(kind_of(one), one) for one in found.values() if isinstance(one, Checked)]
    withdrawals: dict[str, tuple[Withdrawal, ...]] = {}
    for one in conforming:
        if isinstance(one, Withdrawal):
            withdrawals[one.consent] = (*withdrawals.get(one.consent, ()), one)
    stating = [one for one in conforming if isinstance(one, Declaration | Release)]
    ending = [one for kind, one in broken if kind is DocumentType.WITHDRAWAL]
    return Documents(
        all=found,
        declared=tuple(declared for one in stating for declared in one.declared),
        consents=tuple(one for one in conforming if isinstance(one, Consent)),
        withdrawals=withdrawals,
        broken=_pieces(broken, DocumentType.DECLARATION, DocumentType.RELEASE, None),
        spoiled=_pieces(broken, DocumentType.CONSENT),
        ends=tuple((one, ended_consent(one)) for one in ending),
    )


def _pieces(
    broken: list[tuple[DocumentType | None, Checked]], *kinds: DocumentType | None
) -> tuple[Piece, ...]:
    """Return what is said of each track in the broken documents of some types."""
    return tuple(piece for kind, one in broken if kind in kinds for piece in pieces(one))


def _read(given: Givable) -> Iterator[AnyDocument | Checked]:
    """Yield each document in what was given: its value, or what was read where it has none."""
    if isinstance(given, Checked):
        yield given.document or given
    elif isinstance(given, Mapping):
        report = check(given)
        if not report.documents:
            raise InvalidDocument(report)
        yield from (one.document or one for one in report.documents)
    else:
        yield given
