"""Find the questions of a run: a Request or a Policy in the first file, or what the flags ask."""

from typing import Any, NamedTuple, NoReturn, cast

import typer

from askfirst.canonical import digest
from askfirst.checking.making import make
from askfirst.checking.pieces import track as read_track
from askfirst.cli.asking import Flags, about, request
from askfirst.cli.documents import is_file
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.moments import now
from askfirst.cli.streams import complain
from askfirst.cli.tracks import known_by, named
from askfirst.decision.broken import kind_of
from askfirst.decision.narrowing import Index
from askfirst.identifiers.instant import is_valid as is_instant
from askfirst.model.documents import Policy, Request
from askfirst.model.parts import Track
from askfirst.reporting import FileReport
from askfirst.reporting.given import Given, TrustGiven
from askfirst.vocabulary import DocumentType

__all__ = ["Question", "instant", "questions", "taken_apart"]

_COMMON = (
    "training, generative-training, music-generation-training, voice-replication-training, "
    "recommendation-training, generative-input, dataset-distribution, any-ai-use"
)


class Question(NamedTuple):
    """What is asked of a track; the track is stated apart, because a Policy names none."""

    asked: Request | Policy
    track: Track


def instant(text: str | None) -> str:
    """Return the instant to answer for, now where none is given; exits where it is none."""
    if text is None:
        return now()
    if not is_instant(text):
        _stop(f"--at: `{text}` is no instant; write one such as 2026-12-05T00:00:00Z")
    return text


def taken_apart(
    paths: list[str], files: list[FileReport], flags: Flags, trust: TrustGiven | None
) -> tuple[Request | Policy | None, Given]:
    """Return the Request or Policy in the first file, if there is one, and what to answer from."""
    first = files[0] if is_file(paths[0]) else None
    asking = _asking(first, flags) if first else None
    if asking is None and not flags.use:
        _stop(f"say what for, with --use; common uses: {_COMMON}")
    begin = 1 if asking else 0
    given = Given(tuple(files[begin:]), tuple(paths[begin:]), trust)
    if not given.documents:
        _stop("there is nothing to decide from: name the license files, or a folder of them")
    return asking, given


def questions(
    asking: Request | Policy | None, flags: Flags, index: Index, at: str
) -> list[Question]:
    """Return a question for the track of a Request, else for each track that is named."""
    if isinstance(asking, Request):
        return [Question(asking, asking.track)]
    wanted = [read_track(named(text)) for text in dict.fromkeys(flags.track or ())]
    tracks = wanted or index.tracks()
    if not tracks:
        _stop("the documents name no track to ask about; name one with --track")
    if isinstance(asking, Policy):
        return [Question(asking, track) for track in tracks]
    # the tracks that the documents name were checked with them
    checked = [request(flags, known_by(track), at) for track in wanted or tracks[:1]]
    asked = checked if wanted else [about(checked[0], known_by(track)) for track in tracks]
    return [Question(_made(one), track) for one, track in zip(asked, tracks, strict=True)]


def _made(asked: dict[str, Any]) -> Request:
    return cast("Request", make(DocumentType.REQUEST, asked, digest(asked)))


def _asking(first: FileReport, flags: Flags) -> Request | Policy | None:
    """Return the one Request or Policy in a file; exits where it cannot be asked."""
    documents = first.report.documents
    kind = kind_of(documents[0]) if len(documents) == 1 else None
    if kind not in (DocumentType.REQUEST, DocumentType.POLICY):
        return None
    free = ["--track"] if kind is DocumentType.POLICY else []
    superfluous = [flag for flag in flags.given() if flag not in free]
    if superfluous:
        named = ", ".join(superfluous)
        _stop(f"{first.path} is a {kind}, which is the question: leave it out, or {named}")
    document = documents[0].document
    if not isinstance(document, Request | Policy):
        error = documents[0].errors[0]
        place = f"{first.path}:{error.position}: {error.code}"
        _stop(f"{place}: this {kind} does not conform and asks nothing; see `askfirst check`")
    return document


def _stop(trouble: str) -> NoReturn:
    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)
