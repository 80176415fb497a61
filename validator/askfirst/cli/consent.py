"""Answer a Request: consent, to all of it or to a part, or to nothing."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from askfirst.cli.asking import TrustFile
from askfirst.cli.exits import COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from askfirst.checking import Checked
    from askfirst.cli.consenting import Flags
    from askfirst.model.documents import Request
    from askfirst.reporting.given import Given

__all__ = ["consent"]

_REQUEST = re.compile(r"(\.request)?(\.askfirst)?\.(ya?ml|json)$", re.IGNORECASE)


def consent(  # noqa: PLR0913 - one for each flag
    request: Annotated[
        str, typer.Argument(metavar="REQUEST", help="The file of the Request; - is the input.")
    ],
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT...", help="The license files that name you, files or folders."
        ),
    ] = None,
    *,
    by: Annotated[
        str | None, typer.Option(help="Who you are: your address in the documents.", metavar="ID")
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="What you are called; else as in them.", metavar="NAME")
    ] = None,
    use: Annotated[
        list[str] | None,
        typer.Option(help="What you allow; imitation only by its own name. Repeatable."),
    ] = None,
    material: Annotated[
        list[str] | None,
        typer.Option(help="What of the track: audio, stems, lyrics-text, sheet-music. Repeatable."),
    ] = None,
    model: Annotated[
        list[str] | None,
        typer.Option(help="For which model, or any. Repeatable.", metavar="NAME@VERSION|any"),
    ] = None,
    territory: Annotated[
        list[str] | None,
        typer.Option(help="Where: a country code. Repeatable.", metavar="CODE|worldwide"),
    ] = None,
    purpose: Annotated[
        str | None, typer.Option(help="For what, in the Request's words.", metavar="TEXT|any")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="From when on.", metavar="T|now")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Until when.", metavar="T|until-withdrawn")
    ] = None,
    condition: Annotated[
        list[str] | None,
        typer.Option(help="What they must keep. Repeatable.", metavar="CONDITION|none"),
    ] = None,
    at_end: Annotated[
        str | None,
        typer.Option(
            help="What they must do at its end.", metavar="stop-new-training|retire-models"
        ),
    ] = None,
    right: Annotated[
        list[str] | None,
        typer.Option(help="For which of your rights; else all it touches. Repeatable."),
    ] = None,
    track: Annotated[
        list[str] | None,
        typer.Option(help="For which of the Request's identifiers. Repeatable.", metavar="ID"),
    ] = None,
    to: Annotated[
        str | None, typer.Option(help="Who may do it; else who asks.", metavar="ID|anyone")
    ] = None,
    to_name: Annotated[str | None, typer.Option(help="What they are called.")] = None,
    agreement: Annotated[
        str | None, typer.Option(help="The agreement about compensation.", metavar="URL")
    ] = None,
    agreement_sha256: Annotated[
        str | None, typer.Option(help="Its SHA-256, 64 digits.", metavar="H")
    ] = None,
    witness: Annotated[
        str | None, typer.Option(help="Before whom you consent.", metavar="ID")
    ] = None,
    witness_name: Annotated[str | None, typer.Option(help="What the witness is called.")] = None,
    method: Annotated[
        str | None,
        typer.Option(help="How you consent.", metavar="opt-in|signature|written-agreement"),
    ] = None,
    statement: Annotated[
        str | None, typer.Option(help="What you affirmed; else what is shown.", metavar="TEXT")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="The language of --statement.", metavar="TAG")
    ] = None,
    i_consent: Annotated[
        bool, typer.Option("--i-consent", help="Affirm what is shown, without being asked.")
    ] = False,
    more_than_asked: Annotated[
        bool, typer.Option("--more-than-asked", help="Allow more than the Request asks for.")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="Write to this file, not beside you.", metavar="FILE"),
    ] = None,
    trust: TrustFile = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Answer a Request: what you allow of it, point by point, and nothing that you do not say.

    On a terminal you are asked for each point that no flag states, and the answer is written once
    you have typed that you consent. Elsewhere flags have to state every point.

    Exit codes: 0 written, 1 you allow nothing, 2 could not look.
    """
    from askfirst.cli.consenting import Flags

    stated = {
        "--use": use,
        "--material": material,
        "--model": model,
        "--territory": territory,
        "--purpose": _alone(purpose),
        "--from": _alone(start),
        "--until": _alone(until),
        "--condition": condition,
        "--at-end": _alone(at_end),
    }
    who = (by, name, right, track, to, to_name)
    how = (agreement, agreement_sha256, witness, witness_name, method, statement, language)
    flags = Flags(stated, *who, *how, i_consent, more_than_asked)
    _answer(request, _given(documents or [], trust), flags, output, force=force)


def _alone(value: str | None) -> list[str] | None:
    return None if value is None else [value]


def _answer(path: str, given: "Given", flags: "Flags", output: str | None, *, force: bool) -> None:
    """Write the Consent that is answered; exits where there is none."""
    from askfirst.authoring.consents import written
    from askfirst.cli.outlook import outlook
    from askfirst.cli.outputs import write_new
    from askfirst.cli.prompts import tell
    from askfirst.cli.single import single
    from askfirst.model.documents import Request

    request, asked = single(path, Request)
    document = _affirmed(request, asked, given, flags)
    target = output or _target(path, document["by"])
    write_new({target: written(document)}, [path, *(one.path for one in given.files)], force=force)
    tell(f"\nwritten: {target}")
    for line in outlook(request, given, document):
        tell(line)


def _given(documents: list[str], trust: str | None) -> "Given":
    """Return the license files that name the holder, and the trust file."""
    from askfirst.cli.documents import read
    from askfirst.cli.trusting import documents_of, trust_given
    from askfirst.reporting.given import Given

    files = documents_of(read(documents), trust) if documents else []
    return Given(tuple(files), tuple(documents), trust_given(trust))


def _affirmed(
    request: "Request", asked: "Checked", given: "Given", flags: "Flags"
) -> dict[str, Any]:
    """Return the Consent that the holder affirmed; exits where there is none."""
    from askfirst.authoring.tracks import SeveralTracks
    from askfirst.cli.affirming import affirmed
    from askfirst.cli.answering import Incomplete
    from askfirst.cli.consenting import draft, refuse_missing
    from askfirst.cli.prompts import Unfit, nothing_written, tell
    from askfirst.cli.questioning import Declined
    from askfirst.cli.streams import complain

    try:
        with nothing_written():
            refuse_missing(flags)
            return affirmed(draft(request, asked, given, flags), request, flags)
    except Declined:
        tell("\nYou allow nothing, so nothing was written. Silence means no as well.")
        raise typer.Exit(ERRORS) from None
    except (Incomplete, SeveralTracks, Unfit) as error:
        for trouble in error.troubles if isinstance(error, Incomplete) else [str(error)]:
            complain(trouble)
        raise typer.Exit(COULD_NOT_LOOK) from error


def _target(path: str, by: dict[str, str]) -> str:
    """Return the file of a Consent, named after the Request and the holder."""
    from askfirst.authoring.naming import slugs

    stem = _REQUEST.sub("", Path(path).name).strip("-") or "request"
    return f"{stem}.{slugs([(by.get('name', by['id']), by['id'])])[0]}.consent.askfirst.yaml"
