"""Say a Consent and a Withdrawal in plain language (spec 4.5, 4.6)."""

from collections.abc import Iterator

from askfirst.deed import about, limits
from askfirst.deed.kinds import Kind, Part
from askfirst.deed.parties import called, name
from askfirst.deed.standing import listed
from askfirst.deed.statements import (
    Address,
    Deed,
    Moment,
    Plain,
    Quote,
    Section,
    Statement,
    Theirs,
    Token,
    Value,
    Word,
)
from askfirst.model.documents import Consent, Withdrawal
from askfirst.model.parts import Party
from askfirst.vocabulary import UNTIL_WITHDRAWN, Condition, DocumentType, Use, leaves

__all__ = ["consent_deed", "withdrawal_deed"]


def consent_deed(document: Consent) -> Deed:
    """Return the deed of a Consent."""
    return Deed(
        type=DocumentType.CONSENT,
        title=Statement(Kind.TITLE_CONSENT, {"by": name(document.by)}),
        lead=(Statement(Kind.LEAD_CONSENT),),
        sections=(
            Section(Part.GRANTED, tuple(_granted(document))),
            Section(Part.LIMITS, tuple(_limits(document))),
            Section(Part.CONDITIONS, tuple(_conditions(document))),
            Section(Part.EXPRESSION, tuple(_expression(document))),
            Section(Part.DOCUMENT, tuple(_document(document))),
        ),
    )


def withdrawal_deed(document: Withdrawal) -> Deed:
    """Return the deed of a Withdrawal."""
    return Deed(
        type=DocumentType.WITHDRAWAL,
        title=Statement(Kind.TITLE_WITHDRAWAL, {"by": name(document.by)}),
        lead=(Statement(Kind.LEAD_WITHDRAWAL),),
        sections=(
            Section(Part.ENDING, tuple(_ending(document))),
            Section(Part.DOCUMENT, (about.made(document), about.same(document))),
        ),
    )


def _granted(document: Consent) -> Iterator[Statement]:
    to: Value = called(document.to) if isinstance(document.to, Party) else Word(document.to)
    yield listed(Kind.GRANTED, document.leaves, by=called(document.by), to=to)
    named = {leaf for use in document.uses for leaf in leaves(use)}
    left = [leaf for leaf in Use if leaf in named - document.leaves]
    if left:
        yield listed(Kind.NOT_INCLUDED, left)
    yield Statement(Kind.NOTHING_ELSE)


def _limits(document: Consent) -> Iterator[Statement]:
    end = document.valid_until
    ends: Value = Word(end) if end == UNTIL_WITHDRAWN else Moment(end)
    yield limits.tracks(document.tracks)
    yield limits.material(document.material)
    yield limits.models(() if isinstance(document.models, str) else document.models)
    yield limits.territories(document.territories)
    yield limits.purpose(document.purpose)
    yield Statement(Kind.LIMIT_PERIOD, {"begins": Moment(document.begins), "ends": ends})
    yield Statement(Kind.LIMIT_RIGHTS, {"by": name(document.by), "rights": document.rights})


def _conditions(document: Consent) -> Iterator[Statement]:
    who = name(document.to) if isinstance(document.to, Party) else Statement(Kind.WHOEVER)
    parts = tuple(_condition(document, one, who) for one in document.conditions)
    yield Statement(Kind.CONDITIONS, parts=parts) if parts else Statement(Kind.NO_CONDITIONS)
    if document.agreement and Condition.COMPENSATION not in document.conditions:
        yield Statement(Kind.AGREEMENT, {"agreement": Address(document.agreement.url)})
    yield Statement(Kind.AT_END, {"who": who, "then": document.at_end})


def _condition(document: Consent, one: Condition, who: Value) -> Statement:
    if one is not Condition.COMPENSATION or document.agreement is None:
        return limits.condition(one, who)
    said = {"who": who, "agreement": Address(document.agreement.url), "word": Token(one)}
    return Statement(Kind.CONDITION_AGREEMENT, said)


def _expression(document: Consent) -> Iterator[Statement]:
    act = document.expression
    yield Statement(
        Kind.EXPRESSED,
        {
            "by": name(document.by),
            "method": act.method,
            "at": Moment(act.at),
            "language": Plain(act.language),
            "statement": Quote(act.statement),
        },
    )
    yield Statement(Kind.EXPLICIT)


def _ending(document: Withdrawal) -> Iterator[Statement]:
    ends = Moment(max(document.issued, document.effective))
    yield Statement(Kind.ENDS, {"consent": Theirs(document.consent), "ends": ends})
    yield Statement(Kind.ONLY_GIVER, {"by": name(document.by)})
    if document.reason:
        yield Statement(Kind.REASON, {"reason": Quote(document.reason)})


def _document(document: Consent) -> Iterator[Statement]:
    yield about.made(document)
    yield from about.witness(document.witness)
    if document.in_reply_to:
        yield Statement(Kind.IN_REPLY_TO, {"id": Theirs(document.in_reply_to)})
    yield about.signed(document, Kind.UNSIGNED_OPENS)
    yield Statement(Kind.WITHDRAWABLE, {"by": name(document.by)})
    yield about.same(document)
