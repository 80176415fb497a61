"""Say a Decision in plain language: the answer, and who still has to agree (spec 4.9)."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.deed import about
from askfirst.deed.kinds import Kind, Part
from askfirst.deed.parties import addresses, party, track
from askfirst.deed.standing import listed
from askfirst.deed.statements import Deed, Moment, Section, Statement, Theirs, Token, Value
from askfirst.model.decisions import Claimant, Decision
from askfirst.vocabulary import DocumentType, Right, Status, Use, groups

__all__ = ["decision_deed"]


class _Whom(NamedTuple):
    """Whom to ask: a holder, or those who claim to be one."""

    holder: str | None
    ask_at: tuple[str, ...]
    claimed_by: tuple[Claimant, ...]


def decision_deed(document: Decision) -> Deed:
    """Return the deed of a Decision."""
    title = Statement(Kind.TITLE_ANSWER)
    if document.track:
        title = Statement(Kind.TITLE_DECISION, {"track": track(document.track)})
    return Deed(
        type=DocumentType.DECISION,
        title=title,
        lead=(Statement(Kind.LEAD_DECISION, {"outcome": document.outcome}),),
        sections=(
            *_answers(document),
            *_missing(document),
            Section(Part.DOCUMENT, tuple(_basis(document))),
        ),
    )


def _answers(document: Decision) -> Iterator[Section]:
    for status in reversed(Status):
        those = [leaf.use for leaf in document.leaves if leaf.outcome is status]
        if those:
            yield Section(Part(status), (listed(Kind.DECIDED, those, status=status),))


def _missing(document: Decision) -> Iterator[Section]:
    """Yield who has to agree; rights are named together where they lack the same leaves."""
    uses: dict[tuple[_Whom, Right], list[Use]] = {}
    for one in document.missing:
        whom = _Whom(one.holder, one.ask_at, one.claimed_by)
        uses.setdefault((whom, one.right), []).append(one.use)
    rights: dict[tuple[_Whom, tuple[Use, ...]], list[Right]] = {}
    for (whom, right), those in uses.items():
        rights.setdefault((whom, groups(those)), []).append(right)
    parts = tuple(_owed(whom, held, terms) for (whom, terms), held in rights.items())
    if parts:
        yield Section(Part.MISSING, (Statement(Kind.MISSING, parts=parts),))


def _owed(whom: _Whom, rights: list[Right], terms: tuple[Use, ...]) -> Statement:
    said: dict[str, Value] = {
        "rights": tuple(right for right in Right if right in rights),
        "uses": tuple(map(Token, terms)),
        "addresses": addresses(whom.ask_at),
    }
    if whom.holder is None:
        kind = Kind.MISSING_NOBODY if whom.ask_at else Kind.MISSING_ANYBODY
        return Statement(kind, said, tuple(_claimed(one) for one in whom.claimed_by))
    kind = Kind.MISSING_HOLDER if whom.ask_at else Kind.MISSING_NOWHERE
    return Statement(kind, {"holder": party(whom.holder, None), **said})


def _claimed(one: Claimant) -> Statement:
    return Statement(Kind.MISSING_CLAIMED, {"holder": party(one.holder, one.name)})


def _basis(document: Decision) -> Iterator[Statement]:
    yield Statement(
        Kind.DECIDED_FROM,
        {
            "at": Moment(document.issued),
            "count": len(document.documents),
            "assurance": document.assurance,
        },
    )
    yield Statement(Kind.ANSWERS, {"id": Theirs(document.request.id)})
    if document.outcome is Status.PERMITTED:
        yield Statement(Kind.ASK_AGAIN)
    yield about.same(document)
