"""Take the given documents apart: equal digests count once, and the order never matters."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from askfirst.checking import Checked, InvalidDocument, check
from askfirst.checking.making import AnyDocument
from askfirst.decision.broken import Piece, ended_consent, kind_of, pieces
from askfirst.errors import AskFirstError
from askfirst.model.decisions import Decision
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.model.documents import Consent, Policy, Request, Withdrawal
from askfirst.model.trust import Trust
from askfirst.vocabulary import Configuration, DocumentType

__all__ = ["Documents", "Givable", "NoDocument", "gather"]

#: A document as the caller has it: parsed, read, or out of a report.
Givable: TypeAlias = Mapping[str, object] | AnyDocument | Checked

#: Values are the usual case, and there may be very many of them.
_VALUES = frozenset({Declaration, Release, Consent, Withdrawal, Policy, Request, Decision})
_KINDS = (*_VALUES, Checked)
_WITHDRAWAL = DocumentType.WITHDRAWAL


class NoDocument(AskFirstError):
    """What was given among the documents is a configuration."""


class Documents(NamedTuple):
    """The given documents by what they do; `all` has each of them once, by its digest.

    What does not conform stands apart: `broken` restricts, `spoiled` are Consents that count for
    nothing, and `ends` are Withdrawals with the Consent they name, or None if that is not known.
    """

    all: dict[str, AnyDocument | Checked]
    declared: Sequence[Declared]
    consents: Sequence[Consent]
    withdrawals: dict[str, tuple[Withdrawal, ...]]
    broken: tuple[Piece, ...]
    spoiled: tuple[Piece, ...]
    ends: Sequence[tuple[Checked, str | None]]

    def ending(self, consent: Consent) -> tuple[Checked, ...]:
        """Return the Withdrawals that do not conform and end a Consent, whoever made them."""
        return tuple(one for one, named in self.ends if named in (None, consent.id))


def gather(documents: Iterable[Givable]) -> Documents:
    """Return the documents that were given, sorted out.

    Raises `InvalidDocument` where something given holds no document at all (reading rule 11), and
    `NoDocument` where it is a trust file.
    """
    found: dict[str, AnyDocument | Checked] = {}
    for given in documents:
        if type(given) in _VALUES:
            found[given.sha256] = given  # type: ignore[union-attr, assignment]  # it is a value
        else:
            found.update((one.sha256, one) for one in _read(given))
    by_type: dict[type, list[Any]] = {kind: [] for kind in _KINDS}
    for one in found.values():
        by_type[type(one)].append(one)
    broken = [(kind_of(one), one) for one in by_type[Checked]]
    stating = (*by_type[Declaration], *by_type[Release])
    return Documents(
        all=found,
        declared=[declared for one in stating for declared in one.declared],
        consents=by_type[Consent],
        withdrawals=_by_consent(by_type[Withdrawal]),
        broken=_pieces(broken, DocumentType.DECLARATION, DocumentType.RELEASE, None),
        spoiled=_pieces(broken, DocumentType.CONSENT),
        ends=[(one, ended_consent(one)) for kind, one in broken if kind is _WITHDRAWAL],
    )


def _by_consent(withdrawals: Iterable[Withdrawal]) -> dict[str, tuple[Withdrawal, ...]]:
    found: dict[str, tuple[Withdrawal, ...]] = {}
    for one in withdrawals:
        found[one.consent] = (*found.get(one.consent, ()), one)
    return found


def _pieces(
    broken: list[tuple[DocumentType | None, Checked]], *kinds: DocumentType | None
) -> tuple[Piece, ...]:
    """Return what is said of each track in the broken documents of some types."""
    return tuple(piece for kind, one in broken if kind in kinds for piece in pieces(one))


def _read(given: Givable) -> Iterator[AnyDocument | Checked]:
    """Yield each document in what was given: its value, or what was read where it has none."""
    if isinstance(given, Checked):
        yield _value(given)
    elif isinstance(given, Mapping):
        report = check(given)
        if not report.documents:
            raise InvalidDocument(report)
        yield from map(_value, report.documents)
    else:
        yield given


def _value(checked: Checked) -> AnyDocument | Checked:
    value = checked.document
    if isinstance(checked.kind, Configuration) or isinstance(value, Trust):
        raise NoDocument("a trust file is no document; give it as what to trust")
    return value or checked
