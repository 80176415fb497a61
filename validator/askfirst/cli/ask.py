"""Ask for consent: a Request for each track, and a letter to everybody who has to agree."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.asking import (
    Accepts,
    Flags,
    Material,
    Model,
    Purpose,
    Territory,
    Tracks,
    TrustFile,
    Uses,
)
from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from askfirst.authoring.enquiry import Enquiry
    from askfirst.cli.enquiring import Mailing
    from askfirst.reporting.given import Given

__all__ = ["ask"]


def ask(  # noqa: PLR0913 - one for each flag
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="DOCUMENT...", help="License files of the tracks, folders or patterns."
        ),
    ],
    *,
    use: Uses = None,
    by: Annotated[
        str | None, typer.Option(help="Who asks: a home page or another address.", metavar="ID")
    ] = None,
    name: Annotated[str | None, typer.Option(help="What you are called.", metavar="NAME")] = None,
    track: Tracks = None,
    material: Material = None,
    model: Model = None,
    territory: Territory = None,
    accepts: Accepts = None,
    purpose: Purpose = None,
    contact: Annotated[
        str | None,
        typer.Option(help="Where answers go, such as mailto:me@example.com.", metavar="ADDRESS"),
    ] = None,
    at: Annotated[
        str | None, typer.Option(help="When it is asked. Left out, now.", metavar="T")
    ] = None,
    assurance: Annotated[
        str,
        typer.Option(
            help="What to demand of what opens. trusted asks everybody who is named; unsigned "
            "takes Consents and permissions that you have at their word.",
            metavar="trusted|unsigned",
        ),
    ] = "trusted",
    trust: TrustFile = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The folder to write to.", metavar="DIR")
    ] = ".",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be written, and write nothing.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
) -> None:
    """Ask for consent: a Request for each track, and a letter to everybody who has to agree.

    What is prohibited is left out, because asking does not open it.

    Exit codes: 0 there is a letter to everybody, or nobody has to be asked; 1 something cannot be
    asked for; 2 could not look.
    """
    from askfirst.cli.enquiring import mailings

    flags = Flags(use, by, track, material, model, territory, accepts, purpose)
    _refuse_missing(flags)
    enquiries, given = _enquiries(paths, flags, name, contact, at, assurance, trust)
    made = mailings(enquiries, given.files, Path(output), again=at is None)
    _write(made, given, Path(output), dry_run=dry_run, force=force)
    _tell(made, given, assurance, dry_run=dry_run)
    lacking = any(not one.letters and not one.enquiry.settled for one in made)
    raise typer.Exit(ERRORS if lacking else CONFORMS)


def _refuse_missing(flags: Flags) -> None:
    from askfirst.cli.streams import complain

    missing = [flag for flag, said in (("--use", flags.use), ("--by", flags.by)) if not said]
    if missing:
        complain(f"a letter says what is asked and who asks; say also {', '.join(missing)}")
        raise typer.Exit(COULD_NOT_LOOK)


def _enquiries(  # noqa: PLR0913, PLR0917 - what the command line says
    paths: list[str],
    flags: Flags,
    name: str | None,
    contact: str | None,
    at: str | None,
    assurance: str,
    trust: str | None,
) -> "tuple[list[Enquiry], Given]":
    """Return whom to ask for what, for each track, and what that was found in."""
    from askfirst.authoring.enquiry import enquire
    from askfirst.cli.documents import read
    from askfirst.cli.proposing import proposals
    from askfirst.cli.questions import instant
    from askfirst.cli.trusting import documents_of, trust_given
    from askfirst.decision import gather
    from askfirst.decision.narrowing import Index
    from askfirst.reporting.given import Given

    when, trusted = instant(at), trust_given(trust)
    given = Given(tuple(documents_of(read(paths), trust)), tuple(paths), trusted)
    index = Index(gather(given.documents))
    return [
        enquire(proposal, index.about(track), at=when, assurance=assurance, trust=given.trust)
        for proposal, track in proposals(index, flags, when, name=name, contact=contact)
    ], given


def _write(
    made: "list[Mailing]", given: "Given", folder: Path, *, dry_run: bool, force: bool
) -> None:
    """Write the files, or print them; exits where one would replace another one."""
    from askfirst.cli.outputs import write_new
    from askfirst.cli.prompts import tell

    texts = {path: text for one in made for path, text in one.texts.items()}
    if dry_run:
        for path, text in texts.items():
            tell(f"--- {path}\n{text}")
    elif texts:
        _make(folder)
        stating = [one.path for one in given.files if one.path not in texts]
        write_new(texts, stating, force=force)


def _make(folder: Path) -> None:
    from askfirst.cli.streams import complain

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        complain(f"{folder}: {error.strerror}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def _tell(made: "list[Mailing]", given: "Given", assurance: str, *, dry_run: bool) -> None:
    """Say what was made, for whom, and what to do next."""
    from askfirst.cli.enquiring import summary
    from askfirst.cli.prompts import tell

    for path in given.broken:
        tell(f"note: {path} does not conform, and closes whatever it may be about until it does")
    for line in (line for one in made for line in summary(one, assurance)):
        tell(line)
    if dry_run:
        tell("Nothing was written.")
    elif any(one.letters for one in made):
        tell("Send each letter with the files it names. No answer is no.")
