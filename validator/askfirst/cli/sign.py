"""Sign license files, Consents and all other documents."""

from typing import Annotated

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

__all__ = ["sign"]


def sign(  # noqa: PLR0913 - one for each flag
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Files, folders or patterns; - is the input."),
    ],
    *,
    key: Annotated[
        str, typer.Option(help="The key file to sign with; see askfirst key.", metavar="KEYFILE")
    ],
    at: Annotated[
        str | None,
        typer.Option(help="When it is signed. Left out, now.", metavar="T"),
    ] = None,
    context: Annotated[
        bool,
        typer.Option(
            "--context/--no-context",
            help="Add the member @context, which other implementations ask for.",
        ),
    ] = True,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be signed, and write nothing.")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="Write to this file; else in place.", metavar="FILE"),
    ] = None,
) -> None:
    """Sign documents in place; comments and layout stay as they are.

    What does not conform is not signed. What the key signed already stays as it is, and what was
    changed since is signed anew. A further key adds a further proof.

    Exit codes: 0 signed, 1 something was not signed, 2 could not look.
    """
    from askfirst.cli.key_files import key_in, warn_of_exposure
    from askfirst.cli.paths import STDIN, select
    from askfirst.cli.questions import instant
    from askfirst.cli.signing import Order, sign_all
    from askfirst.cli.streams import complain

    when, selection = instant(at), select(paths)
    files, troubles = list(selection.files), selection.troubles
    if not files and not troubles:
        troubles.append("nothing to sign: no file here is an AskFirst document")
    if len(files) > 1 and (output is not None or STDIN in files):
        troubles.append("several files are signed in place; -o and - are for one alone")
    for trouble in troubles:
        complain(trouble)
    if troubles:
        raise typer.Exit(COULD_NOT_LOOK)
    by = key_in(key)
    if files != [STDIN]:
        warn_of_exposure(key)
    raise typer.Exit(sign_all(files, Order(by, when, context, dry_run, output)))
