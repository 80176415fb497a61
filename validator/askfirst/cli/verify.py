"""Verify the proofs of documents, and say whose keys signed them."""

from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.asking import TrustFile
from askfirst.cli.exits import CONFORMS, ERRORS
from askfirst.cli.presets import Format

if TYPE_CHECKING:
    from askfirst.model.trust import Trust
    from askfirst.reporting import FileReport
    from askfirst.reporting.verification import Verification

__all__ = ["verify"]


def verify(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Files, folders or patterns; - is the input."),
    ],
    *,
    trust: TrustFile = None,
    at: Annotated[
        str | None,
        typer.Option(help="The instant to look at. Left out, now.", metavar="T"),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="How the result is written.")
    ] = Format.TEXT,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print only what is not verified or trusted.")
    ] = False,
) -> None:
    """Verify who signed documents, and that nothing in them was changed.

    With a trust file it is also said whose the keys are, and whether they count for who made the
    documents: for which rights, in which tracks, and until when.

    Exit codes: 0 every document is signed and verified, and trusted where a trust file is given;
    1 something is not; 2 could not look.
    """
    from askfirst.cli.documents import read
    from askfirst.cli.questions import instant
    from askfirst.cli.streams import style_for, write
    from askfirst.cli.trusting import documents_of, trust_in
    from askfirst.reporting.verification import as_json, as_text

    when, trusted = instant(at), trust_in(trust)
    found = _found(documents_of(read(paths), trust), trusted, when)
    if output_format is Format.JSON:
        write(as_json(found), None)
    else:
        write(as_text(found, style_for(None), quiet=quiet), None)
    raise typer.Exit(CONFORMS if found.holds else ERRORS)


def _found(files: "list[FileReport]", trust: "Trust | None", at: str) -> "Verification":
    """Return what the proofs of all documents are worth."""
    from askfirst.cli.progress import progress
    from askfirst.reporting.verification import Verification
    from askfirst.reporting.vouching import verified

    looked = (
        (path, tuple(verified(one, trust, at) for one in report.documents))
        for path, report in progress(files)
    )
    return Verification(tuple(looked), trust, at)
