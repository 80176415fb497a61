"""Decide whether tracks may be used for something, with reasons and what is missing."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from askfirst.cli.asking import (
    Accepts,
    By,
    Flags,
    Material,
    Model,
    Purpose,
    Territory,
    Tracks,
    TrustFile,
    Uses,
)
from askfirst.cli.check import Format
from askfirst.cli.exits import CONFORMS, ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from askfirst.cli.questions import Question
    from askfirst.decision import Answer
    from askfirst.decision.narrowing import Index
    from askfirst.reporting.given import Given
    from askfirst.reporting.style import Style
    from askfirst.vocabulary import Status

__all__ = ["decide"]


def decide(  # noqa: PLR0913, PLR0917 - typer takes one for each flag
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="[REQUEST|POLICY] DOCUMENT...",
            help="License files, folders of them or patterns; - is the standard input. A Request "
            "or Policy in the first place is the question, instead of flags.",
        ),
    ],
    use: Uses = None,
    by: By = None,
    track: Tracks = None,
    material: Material = None,
    model: Model = None,
    territory: Territory = None,
    accepts: Accepts = None,
    purpose: Purpose = None,
    at: Annotated[
        str | None,
        typer.Option(
            help="The instant to answer for, such as 2026-12-05T00:00:00Z. Left out, now.",
            metavar="T",
        ),
    ] = None,
    assurance: Annotated[
        str,
        typer.Option(
            help="What to demand of what opens: trusted (a proof), or unsigned, which you answer "
            "for.",
            metavar="trusted|unsigned",
        ),
    ] = "trusted",
    trust: TrustFile = None,
    withdrawals: Annotated[
        list[str] | None,
        typer.Option(
            help="A JSON list of very many Withdrawals, of which those that bear on the Consents "
            "here are applied. Repeatable.",
            metavar="FILE",
        ),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="How answers are written; json is a Decision.")
    ] = Format.FULL,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Write to this file, whole or not at all.", metavar="FILE"
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print only what is not permitted.")
    ] = False,
) -> None:
    """Decide whether tracks may be used for something: the answer, why, and whom to ask.

    Silence is no permission, a broad word asks for all it contains, and what is not said of the
    question is read as the widest.

    Exit codes: 0 everything is permitted, 1 something is not, 2 could not look.
    """
    from askfirst.cli.documents import protect, read
    from askfirst.cli.questions import instant, questions, taken_apart
    from askfirst.cli.streams import style_for, write
    from askfirst.cli.trusting import documents_of, trust_given
    from askfirst.cli.withdrawing import with_withdrawals
    from askfirst.decision.narrowing import Index
    from askfirst.model.documents import Request
    from askfirst.vocabulary import Status

    flags = Flags(use, by, track, material, model, territory, accepts, purpose)
    when = instant(at)
    trusted = trust_given(trust)
    files = documents_of(read(paths), trust)
    protect(files, output)
    asking, given = taken_apart(paths, files, flags, trusted)
    index = Index(with_withdrawals(given.documents, withdrawals))
    asked = questions(asking, flags, index, when)
    outcomes: set[Status] = set()
    how = {"at": when, "assurance": assurance, "trust": given.trust}
    answers = _answers(asked, index, how, outcomes)
    text = _text(answers, given, output_format, style_for(output), len(asked), quiet=quiet)
    write(text, output)
    if track or isinstance(asking, Request):
        _tell_unheard(asked, index)
    raise typer.Exit(ERRORS if outcomes - {Status.PERMITTED} else CONFORMS)


def _answers(
    asked: "list[Question]", index: "Index", how: dict[str, Any], outcomes: "set[Status]"
) -> "Iterator[Answer]":
    """Yield the answers and note their outcomes; of several, each from what bears on its track."""
    from askfirst.cli.progress import progress
    from askfirst.cli.tracks import known_by
    from askfirst.decision import decide as decided

    for question in progress(asked):
        documents = index.documents if len(asked) == 1 else index.about(question.track)
        track = known_by(question.track)
        answer = decided(question.asked, documents, track=track, **how)
        outcomes.add(answer.outcome)
        yield answer


def _text(  # noqa: PLR0913 - all that a text is made from
    answers: "Iterator[Answer]",
    given: "Given",
    output_format: Format,
    style: "Style",
    count: int,
    *,
    quiet: bool,
) -> str:
    from askfirst.reporting import decision

    if output_format is Format.JSON:
        return decision.as_json(answers, several=count > 1)
    show = decision.full if output_format is Format.FULL else decision.concise
    return show(answers, given, style, quiet=quiet)


def _tell_unheard(asked: "list[Question]", index: "Index") -> None:
    """Say which of the tracks that were named no document is about."""
    from askfirst.cli.streams import complain
    from askfirst.reporting.wording import identifier

    for question in asked:
        if not index.about(question.track).all:
            track = identifier(question.track)
            complain(f"note: no document here is about {track}; silence is no permission")
