"""Answer a question: `decide`, and the answer it gives."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, cast

from askfirst.checking import InvalidDocument, check, read_trust
from askfirst.decision.agreement import outcome
from askfirst.decision.aside import without
from askfirst.decision.assurance import Judge
from askfirst.decision.case import Case
from askfirst.decision.consented import heard
from askfirst.decision.documents import Documents, Givable, gather
from askfirst.decision.hearing import hear
from askfirst.decision.missing import missing
from askfirst.decision.parties import named
from askfirst.decision.question import Question, from_policy, from_request
from askfirst.decision.reasons import reasons
from askfirst.decision.writing import written
from askfirst.errors import AskFirstError
from askfirst.identifiers import instant
from askfirst.model.decisions import Leaf, Missing
from askfirst.model.documents import Policy, Request
from askfirst.model.parts import Track
from askfirst.model.trust import Trust
from askfirst.vocabulary import Assurance, Status, Use

__all__ = ["Answer", "NoQuestion", "decide"]

_ASSURANCES = {str(assurance): assurance for assurance in Assurance}


class NoQuestion(AskFirstError):
    """What was asked is no question that has an answer."""


class Answer:
    """The answer to a question; reasons and the written Decision are made when they are read.

    `given` are the documents with those that are set aside.
    """

    def __init__(self, case: Case, given: Documents) -> None:
        self.case = case
        self.given = given
        self.outcomes = {leaf: outcome(case, leaf) for leaf in case.question.leaves}

    @property
    def outcome(self) -> Status:
        """The strictest of the outcomes of the leaves."""
        return Status.strictest(self.outcomes.values())

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The asked leaves in tree order, each with its outcome and its reasons."""
        consents, otherwise = heard(self.case), self._otherwise()
        return tuple(
            Leaf(leaf, status, reasons(self.case, leaf, status, consents, otherwise))
            for leaf, status in self.outcomes.items()
        )

    def _otherwise(self) -> dict[str, Case]:
        """Return the case in which each document that is set aside is the only one that is not."""
        judge, question = self.case.judge, self.case.question
        false = judge.trust.false if judge.trust else {}
        aside = {sha256 for sha256 in self.given.all if sha256 in false}
        return {one: hear(question, without(self.given, aside - {one}), judge) for one in aside}

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """The agreements that would be needed, sorted by right, holder and leaf."""
        return missing(self.case, self.outcomes)

    @property
    def id(self) -> str:
        """The id of the Decision: the digest of everything else in it."""
        return str(self.to_dict()["id"])

    def to_dict(self) -> dict[str, Any]:
        """Return the Decision as a document; the same question always gives the same bytes."""
        return self._written

    @cached_property
    def _written(self) -> dict[str, Any]:
        return written(self.case, self.outcome, self.leaves, self.missing)


def decide(  # noqa: PLR0913 - all that an answer depends on
    request: Mapping[str, object] | Request | Policy,
    documents: Iterable[Givable] | Documents,
    *,
    at: str,
    assurance: str = Assurance.TRUSTED,
    trust: Mapping[str, object] | Trust | None = None,
    track: Mapping[str, object] | Track | None = None,
) -> Answer:
    """Return whether a track may be used, as of an instant, with reasons and what is missing.

    The documents are parsed mappings or values of the model. At the assurance `trusted` what
    loosens counts only by keys that the trust file lists; what it sets aside counts for nothing
    at any. A Policy asks for every leaf it does unasked, of `track`. Raises `NoQuestion` or
    `InvalidDocument` where there is nothing that could be answered.
    """
    if not instant.is_valid(at):
        raise NoQuestion(f"`{at}` is not an instant; write YYYY-MM-DDThh:mm:ssZ")
    demanded = _ASSURANCES.get(assurance)
    if demanded is None:
        raise NoQuestion(f"`{assurance}` is not an assurance; write trusted or unsigned")
    trusted = read_trust(trust) if isinstance(trust, Mapping) else trust
    question, given = _question(request, track), _gathered(documents)
    if trusted:
        question = question._replace(party=trusted.name(question.party))
        given = named(given, trusted)
    judge = Judge(demanded, trusted, question.party, at)
    false = trusted.false.keys() if trusted else ()
    return Answer(hear(question, without(given, false), judge), given)


def _gathered(documents: Iterable[Givable] | Documents) -> Documents:
    return documents if isinstance(documents, Documents) else gather(documents)


def _question(
    request: Mapping[str, object] | Request | Policy, track: Mapping[str, object] | Track | None
) -> Question:
    asked = _read(request) if isinstance(request, Mapping) else request
    if isinstance(asked, Request):
        return from_request(asked)
    if isinstance(asked, Policy) and track is not None:
        return from_policy(asked, track if isinstance(track, Track) else _track(track))
    if isinstance(asked, Policy):
        raise NoQuestion("a Policy asks about any track; say which one")
    raise NoQuestion("only a Request or a Policy can be asked")


def _track(value: Mapping[str, object]) -> Track:
    """Return the track in a mapping, looked at as a Request would be."""
    party = {"id": "urn:askfirst:anybody"}
    head = {"askfirst": "1.0.0", "type": "Request", "id": party["id"], "by": party}
    asked = {"issued": "2026-01-01T00:00:00Z", "uses": [Use.ANY_AI_USE], "material": ["audio"]}
    return cast("Request", _read({**head, **asked, "track": value})).track


def _read(request: Mapping[str, object]) -> object:
    """Return the Request or Policy in a mapping; also a Policy that breaks the license."""
    report = check(request)
    document = report.documents[0].document if len(report.documents) == 1 else None
    if document is None:
        raise InvalidDocument(report)
    return document
