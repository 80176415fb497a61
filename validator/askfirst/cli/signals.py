"""List the signals in files that were saved, what they add up to, and where they contradict."""

from enum import StrEnum
from typing import Annotated

import typer

from askfirst.cli.exits import CONFORMS, ERRORS

__all__ = ["Format", "signals"]


class Format(StrEnum):
    """How the list is written."""

    TEXT = "text"
    JSON = "json"


def signals(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Saved headers, robots.txt, pages, XML, XMP, JSON, or folders of them.",
        ),
    ],
    *,
    url: Annotated[
        str | None,
        typer.Option(help="The address they were saved from, such as the track's.", metavar="URL"),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="How it is written.")
    ] = Format.TEXT,
) -> None:
    """List the signals in saved files: what each says, what they add up to, what contradicts.

    Inside a signal its own rule of precedence holds; across signals the strictest counts.

    Exit codes: 0 they agree, 1 they contradict each other or one is broken, 2 could not look.
    """
    import json

    from askfirst.cli.importing import under
    from askfirst.cli.streams import write
    from askfirst.reporting.signals import contradictions, signals_json, signals_text
    from askfirst.signals.importing import read

    texts = under(paths, url)
    found = read(texts)
    if output_format is Format.JSON:
        write(json.dumps(signals_json(found), indent=2, ensure_ascii=False) + "\n", None)
    else:
        write(signals_text(found), None)
    broken = any(trouble.code == "AF901" for one in found for trouble in one.troubles)
    raise typer.Exit(ERRORS if broken or any(contradictions(found)) else CONFORMS)
