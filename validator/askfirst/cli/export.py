"""Say what a document declares in the signals of others."""

from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, ERRORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from askfirst.signals.exporting import Export

__all__ = ["export"]


def export(  # noqa: PLR0913 - one for each flag
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A license file; - is the standard input.")
    ],
    *,
    to: Annotated[
        list[str],
        typer.Option(
            help="A signal, such as aipref, or all of them: all; or what goes into one place: "
            "http-headers, robots, html, well-known. Repeatable.",
            metavar="SIGNAL",
        ),
    ],
    version: Annotated[
        str | None, typer.Option(help="The version of the signal. Left out, the newest.")
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(help="Where the license file can be read on the web.", metavar="URL"),
    ] = None,
    accept_gaps: Annotated[
        bool,
        typer.Option("--accept-gaps", help="Write it, also where it does not carry a restriction."),
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="The folder to write to; with --into the file.", metavar="DIR"
        ),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(
            help="Sign it into a copy of this audio file (cawg only), with --cert, --key and -o.",
            metavar="AUDIO",
        ),
    ] = None,
    cert: Annotated[
        str | None, typer.Option(help="The certificates to sign with.", metavar="PEM")
    ] = None,
    key: Annotated[
        str | None, typer.Option(help="The private key to sign with.", metavar="PEM")
    ] = None,
    losses: Annotated[
        bool, typer.Option("--losses", help="Print what is lost as JSON, and write nothing.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
) -> None:
    """Say what a document declares in the signals of others, and what they cannot say.

    Nothing is said more mildly than it is declared. A restriction that a signal cannot carry is a
    gap, and stops it unless you accept gaps. A bundle writes what it can and lists them; it stops
    only where it says nothing of a track at all.

    Exit codes: 0 written, 1 there are gaps and nothing was written, 2 could not look.
    """
    from askfirst.cli.exporting import exports, refuse_gaps, tell_losses, written
    from askfirst.cli.streams import write

    made = exports(file, to, version, url)
    if losses:
        _print_losses(made.found)
    if not accept_gaps:
        refuse_gaps(made)
    tell_losses(made, output)
    if into is not None:
        from askfirst.cli.c2pa import Signing, signed_into

        signed_into(made.found, Signing(into, cert, key, output, force))
        raise typer.Exit(CONFORMS)
    text = written(made, output, force=force)
    if output is None:
        write(text, None)
    raise typer.Exit(CONFORMS)


def _print_losses(found: "Sequence[Export]") -> None:
    """Print what is lost as JSON, and exit."""
    import json

    from askfirst.cli.streams import write
    from askfirst.reporting.losses import loss_json

    write(json.dumps(loss_json(found), indent=2, ensure_ascii=False) + "\n", None)
    gaps = any(one.gaps or one.trouble for one in found)
    raise typer.Exit(ERRORS if gaps else CONFORMS)
