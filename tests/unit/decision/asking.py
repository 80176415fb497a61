"""Ask about one song, and say briefly what was answered."""

from typing import Any, TypeVar

from askfirst import Answer, check, decide, read
from askfirst.decision.broken import Piece
from askfirst.decision.case import Case
from askfirst.decision.documents import Documents, gather
from askfirst.decision.question import Question, from_request
from askfirst.model.declarations import Declared
from askfirst.model.documents import Consent, Request
from askfirst.model.parts import Track
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import ISRC, LAB, NOW, head

__all__ = [
    "MUSIC",
    "SEARCH",
    "TAGS",
    "VOICE",
    "ask",
    "asked",
    "broken",
    "case",
    "codes",
    "consented",
    "declared",
    "pieces",
    "places",
    "question",
    "track_of",
]

MUSIC, VOICE = "music-generation-training", "voice-replication-training"
SEARCH, TAGS = "search-indexing", "tagging-training"

Place = tuple[str, str | None, str | None]
_Value = TypeVar("_Value")


def asked(*uses: str, **members: Json) -> Json:
    """Return a Request of the lab for the song; for searching without any uses."""
    wanted = {"uses": list(uses) or [SEARCH], "track": {"isrc": ISRC}, "material": ["audio"]}
    return {**head("Request", LAB), **wanted, **members}


def ask(
    use: str,
    *documents: Json,
    at: str = NOW,
    assurance: str = "unsigned",
    trust: Json = None,
    **members: Json,
) -> Answer:
    """Return the answer for one use."""
    return decide(asked(use, **members), documents, at=at, assurance=assurance, trust=trust)


def case(use: str, *documents: Json, **members: Json) -> Case:
    """Return what bears on a question."""
    return ask(use, *documents, **members).case


def question(**members: Json) -> Question:
    """Return what is asked."""
    return from_request(_of_type(Request, asked(**members)))


def places(answer: Answer, *wanted: str) -> list[Place]:
    """Return the reasons of the first leaf as code, document and pointer; of some codes or all."""
    return [
        (reason.code, reason.document, reason.pointer)
        for reason in answer.leaves[0].reasons
        if not wanted or reason.code in wanted
    ]


def codes(answer: Answer) -> list[str]:
    """Return the codes of the reasons of the first leaf."""
    return [code for code, *_ in places(answer)]


def track_of(**known: Json) -> Track:
    """Return the track of a Request that names these identifiers."""
    return question(track=known).track


def declared(document: Json) -> Declared:
    """Return what a Declaration declares."""
    value: Any = read(document)
    found: Declared = value.declared[0]
    return found


def consented(document: Json) -> Consent:
    """Return a Consent as a value."""
    return _of_type(Consent, document)


def broken(document: Json) -> Documents:
    """Return what is left of a document that does not conform."""
    assert not check(document).conforms
    return gather([document])


def pieces(document: Json) -> tuple[Piece, ...]:
    """Return what is left of each track of a Declaration that does not conform."""
    return broken(document).broken


def _of_type(kind: type[_Value], document: Json) -> _Value:
    value = read(document)
    assert isinstance(value, kind)
    return value
