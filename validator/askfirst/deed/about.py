"""Say of any document who made it, what it rests on, and that it is no more than it is."""

from collections.abc import Iterator

import askfirst
from askfirst.deed.kinds import Kind, Part
from askfirst.deed.parties import called, name
from askfirst.deed.statements import Address, Day, Plain, Section, Statement, Theirs, Token
from askfirst.model.decisions import Decision
from askfirst.model.declarations import Declaration, Release, Stating
from askfirst.model.parts import Document, Party

__all__ = ["made", "same", "signed", "stating", "witness"]

_LICENSE = "LicenseRef-AskFirst-1.0"


def stating(document: Declaration | Release) -> Section:
    """Return what is said about a Declaration or a Release as a document."""
    return Section(
        Part.DOCUMENT,
        (
            made(document),
            *witness(document.witness),
            *_replaces(document),
            *_source(document),
            signed(document, Kind.UNSIGNED_PERMITS if _permits(document) else Kind.UNSIGNED),
            Statement(Kind.LAW, {"license": Plain(_LICENSE)}),
            same(document),
        ),
    )


def made(document: Document) -> Statement:
    """Return who made a document, and when."""
    return Statement(Kind.MADE, {"by": called(document.by), "issued": Day(document.issued)})


def witness(party: Party | None) -> Iterator[Statement]:
    """Yield before whom a document was made."""
    if party:
        yield Statement(Kind.WITNESS, {"witness": called(party)})


def signed(document: Document, unsigned: Kind) -> Statement:
    """Return what it means that a document is signed, or that it is not."""
    if document.proofs:
        return Statement(Kind.SIGNED, {"count": len(document.proofs)})
    return Statement(unsigned, {"by": name(document.by)})


def same(document: Document | Decision) -> Statement:
    """Return which document is said in plain words, so that one can be held to the other."""
    return Statement(
        Kind.SAME_AS_DOCUMENT,
        {
            "id": Theirs(document.id),
            "version": Plain(askfirst.SPEC_VERSION),
            "sha256": Plain(document.sha256),
        },
    )


def _permits(document: Declaration | Release) -> bool:
    return any(
        one.own.permits or (one.general and one.general.permits) for one in document.declared
    )


def _replaces(document: Stating) -> Iterator[Statement]:
    if document.supersedes:
        ids = tuple(Theirs(id_) for id_ in document.supersedes)
        yield Statement(Kind.REPLACES, {"ids": ids})


def _source(document: Stating) -> Iterator[Statement]:
    source = document.source
    if source:
        url = {"url": Address(source.url)} if source.url else {}
        kind = Kind.SOURCE_AT if url else Kind.SOURCE
        yield Statement(kind, {"signal": Token(source.signal), **url})
