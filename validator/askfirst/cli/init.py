"""Make the license file of a track or of a folder, or bring it up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from shlex import quote
from typing import Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

__all__ = ["init"]


def init(  # noqa: PLR0913 - one for each flag
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH...]", help="Audio files, or a folder of them. Left out, this folder."
        ),
    ] = None,
    *,
    preset: Annotated[
        str | None,
        typer.Option(
            help="What others may do; `askfirst presets` says what each means.",
            metavar="ask-first|no-generative|no-ai",
        ),
    ] = None,
    voice: Annotated[
        str | None,
        typer.Option(help="Whether your voice may be imitated.", metavar="no|ask"),
    ] = None,
    did: Annotated[
        list[str] | None,
        typer.Option(
            help="What you did: music, words, played, sang, recorded, or everything. Repeatable.",
            metavar="DEED",
        ),
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            help="Who else: 'NAME; WHAT THEY DID; ADDRESS; TRACKS', such as 'Idris; sang; ; 3'. "
            "They did the same things, or cover: they wrote it, and you did not. Repeatable.",
            metavar="WHO",
        ),
    ] = None,
    instrumental: Annotated[
        bool, typer.Option("--instrumental", help="There are no words in it.")
    ] = False,
    name: Annotated[
        str | None, typer.Option(help="What you are called; else as the tags say.")
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(help="Where people can ask you: a mail address or a page.", metavar="URL"),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="The title of a track whose file is not here.")
    ] = None,
    isrc: Annotated[str | None, typer.Option(help="Its ISRC.")] = None,
    url: Annotated[str | None, typer.Option(help="The address of its page.")] = None,
    sheet: Annotated[
        str | None,
        typer.Option(help="Write a spreadsheet to fill in, and no license.", metavar="FILE.csv"),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option("--from", help="Read the spreadsheet that was filled in.", metavar="FILE.csv"),
    ] = None,
    editor: Annotated[
        bool,
        typer.Option("--editor", help="Put the schema beside the file, so that editors help."),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Ask nothing: ask-first, and all of it is yours.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a sheet that is there.")] = False,
) -> None:
    """Make a license file: for a track beside its audio file, for a folder as askfirst.yaml.

    You are asked at most five questions. A file that is there already is brought up to date, and
    nothing in it is lost.

    Exit codes: 0 written, or nothing to do; 1 a file that is there does not conform, or nothing was
    written after all; 2 could not look.
    """
    from askfirst.cli.declaring import Flags
    from askfirst.cli.drafting import drafted
    from askfirst.cli.editors import helped
    from askfirst.cli.finishing import finish
    from askfirst.cli.paths import expanded
    from askfirst.cli.pointing import Named
    from askfirst.cli.prompts import nothing_written
    from askfirst.cli.tabling import drafted_from

    flags = Flags(preset, voice, name, contact, did, with_, instrumental, yes)
    named, given = Named(title, isrc, url), expanded(paths or [])
    if sheet is not None:
        _write_sheet(given or ["."], sheet, force=force)
        return
    with _explained(), nothing_written():
        drafts = drafted_from(start, given, flags) if start else drafted(given, flags, named)
        settled = finish(helped(drafts) if editor else drafts, sure=yes, dry_run=dry_run)
    raise typer.Exit(CONFORMS if settled else ERRORS)


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what stops us into an exit that says what would be right."""
    from askfirst.authoring.licenses import NotYours
    from askfirst.authoring.sheets import BadSheet
    from askfirst.cli.answering import Incomplete
    from askfirst.cli.drafting import NotEdited
    from askfirst.cli.listening import NotAudio
    from askfirst.cli.streams import complain

    try:
        yield
    except (BadSheet, Incomplete) as error:
        for trouble in error.troubles:
            complain(trouble)
        raise typer.Exit(COULD_NOT_LOOK) from error
    except (NotAudio, NotYours, NotEdited) as error:
        complain(str(error))
        raise typer.Exit(ERRORS if isinstance(error, NotEdited) else COULD_NOT_LOOK) from error


def _write_sheet(paths: list[str], name: str, *, force: bool) -> None:
    """Write the spreadsheet of the audio files under the paths."""
    from askfirst.cli.outputs import write_new
    from askfirst.cli.prompts import tell
    from askfirst.cli.tabling import tabled

    with _explained():
        text = tabled(paths)
    write_new({name: text}, [], force=force)
    folder = quote(paths[0]) + " " if paths != ["."] else ""
    tell(
        f"written: {name}\nFill in what is not yours alone; a cell that stays empty means you.\n"
        f"Then: askfirst init {folder}--from {quote(name)}"
    )
