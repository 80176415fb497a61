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
from askfirst.cli.exits import CONFORMS, ERRORS
from askfirst.cli.formats import Format, Output, Reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from askfirst.cli.formats import Target
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
    output: Output = None,
    reports: Reports = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print only what is not permitted.")
    ] = False,
) -> None:
    """Decide whether tracks may be used for something: the answer, why, and whom to ask.

    Silence is no permission, a broad word asks for all it contains, and what is not said of the
    question is read as the widest.

    Exit codes: 0 everything is permitted, 1 something is not, 2 could not look.
    """
    from askfirst.cli.documents import read
    from askfirst.cli.formats import targets
    from askfirst.cli.questions import instant, questions, taken_apart
    from askfirst.cli.trusting import documents_of, trust_given
    from askfirst.cli.withdrawing import with_withdrawals
    from askfirst.decision.narrowing import Index
    from askfirst.model.documents import Request
    from askfirst.vocabulary import Status

    flags = Flags(use, by, track, material, model, territory, accepts, purpose)
    when = instant(at)
    trusted = trust_given(trust)
    files = documents_of(read(paths), trust)
    wanted = targets(output_format, output, reports, [file.path for file in files])
    asking, given = taken_apart(paths, files, flags, trusted)
    index = Index(with_withdrawals(given.documents, withdrawals))
    asked = questions(asking, flags, index, when)
    outcomes: set[Status] = set()
    how = {"at": when, "assurance": assurance, "trust": given.trust}
    answers = _answers(asked, index, how, outcomes)
    _write(answers, given, wanted, several=len(asked) > 1, quiet=quiet)
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


def _write(
    answers: "Iterable[Answer]",
    given: "Given",
    wanted: "list[Target]",
    *,
    several: bool,
    quiet: bool,
) -> None:
    from askfirst.cli.formats import write_all
    from askfirst.cli.repository import placer
    from askfirst.reporting import decision
    from askfirst.reporting.listing.answers import listed

    # each answer is dropped once it is written, unless it is written again
    kept = answers if len(wanted) == 1 else tuple(answers)

    def own(output_format: Format, style: "Style") -> str:
        if output_format is Format.JSON:
            return decision.as_json(kept, several=several)
        if output_format is Format.JSONL:
            return decision.as_json_lines(kept)
        show = decision.full if output_format is Format.FULL else decision.concise
        return show(kept, given, style, quiet=quiet)

    write_all(wanted, own, lambda: listed(kept, given, placer()))


def _tell_unheard(asked: "list[Question]", index: "Index") -> None:
    """Say which of the tracks that were named no document is about."""
    from askfirst.cli.streams import complain
    from askfirst.reporting.wording import identifier

    for question in asked:
        if not index.about(question.track).all:
            track = identifier(question.track)
            complain(f"note: no document here is about {track}; silence is no permission")
