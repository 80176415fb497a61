"""Read what somebody declared in the signals of others."""

from typing import Annotated

import typer

from askfirst.cli.exits import CONFORMS, ERRORS

__all__ = ["import_"]


def import_(  # noqa: PLR0913 - one for each flag
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Saved headers, robots.txt, pages, XML, XMP or JSON; - is the standard input.",
        ),
    ],
    *,
    start: Annotated[
        list[str] | None,
        typer.Option(
            "--from", help="Only this signal. Repeatable. Left out, all.", metavar="SIGNAL"
        ),
    ] = None,
    version: Annotated[
        str | None, typer.Option(help="The version to read it by. Left out, the newest.")
    ] = None,
    track: Annotated[
        str | None,
        typer.Option(
            help="The track it is about, by ISRC, ISWC, MBID, URL or hash; else the address.",
            metavar="IDENTIFIER",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="What the track is called.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was saved from.", metavar="URL")] = None,
    at: Annotated[str | None, typer.Option(help="When. Left out, now.", metavar="T")] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="Write to this file.", metavar="FILE"),
    ] = None,
) -> None:
    """Read signals that were saved, and write what they come to as Declarations.

    A signal is never read as permitting more than it permits, and nothing under the floor is
    permitted by any. What it says is somebody's word: it restricts, and opens only where you
    trust it.

    Exit codes: 0 written, 1 nothing is said, 2 could not look.
    """
    from askfirst.cli.importing import Asked, documents, imports, tell_troubles, texts
    from askfirst.cli.streams import complain, write

    asked = Asked(tuple(sources), tuple(start or ()), version, track, title, url, at)
    given = texts(asked.sources, asked.url)
    found = imports(asked, given)
    tell_troubles(found)
    if not any(one.said for one in found):
        complain("no signal here says anything")
        raise typer.Exit(ERRORS)
    write(documents(asked, given, found), output)
    raise typer.Exit(CONFORMS)
