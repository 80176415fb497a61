"""Say a Policy in plain language: what is done unasked, asked first, and never (spec 4.7)."""

import re
from collections.abc import Iterator

from askfirst.deed import about
from askfirst.deed.kinds import Kind, Part
from askfirst.deed.parties import name
from askfirst.deed.standing import listed
from askfirst.deed.statements import Address, Deed, Moment, Quote, Section, Statement
from askfirst.model.documents import Policy
from askfirst.vocabulary import DocumentType, Use, leaves
from askfirst.vocabulary.promises import PROMISES, promised

__all__ = ["policy_deed"]

_SAID = {
    "withoutAsking": (Part.WITHOUT_ASKING, Kind.WITHOUT_ASKING),
    "asksFirst": (Part.ASKS_FIRST, Kind.ASKS_FIRST),
    "never": (Part.NEVER, Kind.NEVER),
    None: (Part.SILENT, Kind.SILENT),
}
_QUANTITY = re.compile(r"(T)|([0-9]+)([A-Z])")
_UNITS = {
    "Y": Kind.DURATION_YEARS,
    "M": Kind.DURATION_MONTHS,
    "W": Kind.DURATION_WEEKS,
    "D": Kind.DURATION_DAYS,
    "H": Kind.DURATION_HOURS,
    "TM": Kind.DURATION_MINUTES,
    "S": Kind.DURATION_SECONDS,
}


def policy_deed(document: Policy) -> Deed:
    """Return the deed of a Policy."""
    return Deed(
        type=DocumentType.POLICY,
        title=Statement(Kind.TITLE_POLICY, {"by": name(document.by)}),
        lead=(Statement(Kind.LEAD_POLICY),),
        sections=(
            *_promises(document),
            Section(Part.DOCUMENT, tuple(_document(document))),
        ),
    )


def _promises(document: Policy) -> Iterator[Section]:
    lists = dict(zip(PROMISES, _lists(document), strict=True))
    found = {leaf: promised(leaf, lists) for leaf in leaves(Use.ANY_AI_USE)}
    for promise, (part, kind) in _SAID.items():
        those = [leaf for leaf, one in found.items() if (one and one.kind) == promise]
        if those:
            yield Section(part, (listed(kind, those, by=name(document.by)),))


def _lists(document: Policy) -> tuple[tuple[Use, ...], ...]:
    return document.without_asking, document.asks_first, document.never


def _document(document: Policy) -> Iterator[Statement]:
    yield about.made(document)
    yield Statement(Kind.EFFECTIVE, {"effective": Moment(document.effective)})
    if document.notice:
        yield Statement(Kind.NOTICE, {"notice": tuple(_duration(document.notice))})
    if document.terms:
        quote = {"quote": Quote(document.terms.quote)} if document.terms.quote else {}
        kind = Kind.TERMS_QUOTE if quote else Kind.TERMS
        yield Statement(kind, {"url": Address(document.terms.url), **quote})
    if document.how_to_opt_out:
        yield Statement(Kind.OPT_OUT, {"text": Quote(document.how_to_opt_out)})
    if document.contact:
        yield Statement(Kind.CONTACT, {"contact": Address(document.contact)})
    yield about.same(document)


def _duration(text: str) -> Iterator[Statement]:
    """Yield the quantities of an ISO 8601 duration; after the T an M is of minutes."""
    time = False
    for t, number, unit in _QUANTITY.findall(text):
        time = time or bool(t)
        if number:
            kind = _UNITS["TM" if time and unit == "M" else unit]
            yield Statement(kind, {"count": int(number)})
