"""Say a Request in plain language (spec 4.8)."""

from collections.abc import Iterator

from askfirst.deed import about, limits
from askfirst.deed.kinds import Kind, Part
from askfirst.deed.parties import called, name
from askfirst.deed.standing import listed
from askfirst.deed.statements import Address, Deed, Section, Statement
from askfirst.model.documents import Request
from askfirst.vocabulary import DocumentType, leaves

__all__ = ["request_deed"]


def request_deed(document: Request) -> Deed:
    """Return the deed of a Request; what it leaves out is said as the widest."""
    asked = [leaf for use in document.uses for leaf in leaves(use)]
    return Deed(
        type=DocumentType.REQUEST,
        title=Statement(Kind.TITLE_REQUEST, {"by": name(document.by)}),
        lead=(Statement(Kind.LEAD_REQUEST),),
        sections=(
            Section(Part.ASKED, (listed(Kind.ASKED, asked, by=called(document.by)),)),
            Section(Part.LIMITS, tuple(_limits(document))),
            Section(Part.CONDITIONS, (_accepts(document),)),
            Section(Part.DOCUMENT, tuple(_document(document))),
        ),
    )


def _limits(document: Request) -> Iterator[Statement]:
    yield limits.tracks([document.track])
    yield limits.material(document.material)
    yield limits.models([document.model] if document.model else [])
    yield limits.territories(document.territories)
    yield limits.purpose(document.purpose)


def _accepts(document: Request) -> Statement:
    who = name(document.by)
    parts = tuple(limits.condition(one, who) for one in document.accepts)
    return Statement(Kind.ACCEPTS, parts=parts) if parts else Statement(Kind.ACCEPTS_NOTHING)


def _document(document: Request) -> Iterator[Statement]:
    yield about.made(document)
    if document.contact:
        yield Statement(Kind.CONTACT, {"contact": Address(document.contact)})
    yield about.same(document)
