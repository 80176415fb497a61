"""Show a document in plain language."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from askfirst.deed.catalogs import Language
    from askfirst.deed.deeds import Sayable
    from askfirst.deed.saying import Page
    from askfirst.reporting import FileReport

__all__ = ["Format", "show"]


class Format(StrEnum):
    """How a deed is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


def show(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A license file, or the audio file it stands beside; - is the standard input.",
        ),
    ],
    language: Annotated[
        str | None,
        typer.Option(help="en or sv. Left out, that of the environment, else en.", metavar="L"),
    ] = None,
    output_format: Annotated[
        Format | None, typer.Option("--format", help="How it is written. Left out, as text.")
    ] = None,
    where: Annotated[
        bool, typer.Option("--where", help="Say instead what to paste where, on which platform.")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Write to this file, whole or not at all.", metavar="FILE"
        ),
    ] = None,
) -> None:
    """Show a document in plain language: what it allows, what not, whom to ask, and how.

    The HTML page stands alone and prints on paper. A document that does not conform has no plain
    words: its findings are printed instead.

    Exit codes: 0 shown, 1 a document does not conform, 2 could not look.
    """
    from askfirst.cli.documents import protect, read
    from askfirst.cli.languages import chosen
    from askfirst.cli.streams import write
    from askfirst.deed import deed, page

    words = chosen(language)
    if where and output_format not in (None, Format.TEXT):
        _refuse(f"--where prints text, and no {output_format}")
    files = read([file])
    _refuse_broken(files)
    protect(files, output)
    documents = [one.document for each in files for one in each.report.documents if one.document]
    if not documents:
        _refuse(f"{file}: this is a trust file, and no document; see `askfirst trust list`")
    if where:
        write(_places(documents, words), output)
    else:
        pages = [page(deed(one), words) for one in documents]
        write(_written(pages, output_format or Format.TEXT, output), output)
    raise typer.Exit(CONFORMS)


def _refuse(trouble: str) -> None:
    from askfirst.cli.streams import complain

    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)


def _refuse_broken(files: "list[FileReport]") -> None:
    """Exit where a document does not conform: plain words would say more than it does."""
    broken = [file for file in files if not file.report.conforms]
    if broken:
        from askfirst.cli.streams import style_for, write
        from askfirst.reporting import Results, text

        write(text.concise(Results(tuple(broken), 0), style_for(None)), None)
        raise typer.Exit(ERRORS)


def _written(pages: "Sequence[Page]", output_format: Format, output: str | None) -> str:
    from askfirst.cli.streams import style_for
    from askfirst.cli.widths import columns
    from askfirst.reporting import deed

    if output_format is Format.HTML:
        return deed.html(pages)
    if output_format is Format.MARKDOWN:
        return "\n".join(map(deed.markdown, pages))
    return "\n".join(deed.text(one, columns(output), style_for(output)) for one in pages)


def _places(documents: "Sequence[Sayable]", words: "Language") -> str:
    """Return what to paste where; exits where there is nothing that is put anywhere."""
    from askfirst.deed.where import blocks
    from askfirst.model.declarations import Declaration, Release
    from askfirst.reporting.where import where_text

    stating = [one for one in documents if isinstance(one, Declaration | Release)]
    if not stating:
        _refuse("--where is for a Declaration or a Release; nothing else is put beside music")
    return "\n".join(where_text(blocks(one, words.tag)) for one in stating)
