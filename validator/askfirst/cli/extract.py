"""Print the documents that stand in the tags of audio files."""

from enum import StrEnum
from typing import Annotated

import typer

from askfirst.cli.exits import CONFORMS, COULD_NOT_LOOK, ERRORS

__all__ = ["Format", "extract"]


class Format(StrEnum):
    """How documents are written."""

    JSON = "json"
    YAML = "yaml"


def extract(
    audio: Annotated[list[str], typer.Argument(metavar="AUDIO...", help="Audio files.")],
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", help="Write to this file, whole or not at all.", metavar="FILE"
        ),
    ] = None,
    output_format: Annotated[
        Format | None,
        typer.Option("--format", help="How it is written. Left out, as FILE ends, else JSON."),
    ] = None,
) -> None:
    """Print the documents that stand in the tags of audio files, and say in which tags.

    Several documents are written as one list, each of them once; YAML holds one only.

    Exit codes: 0 found in each file, 1 none found, one does not conform, or tags of one file
    differ, 2 could not look.
    """
    from askfirst.cli.audio_files import audio_under
    from askfirst.cli.extracting import extracted
    from askfirst.cli.streams import complain, write

    found = [extracted(path) for path in audio_under(audio)]
    for line in (line for one in found for line in one.lines):
        typer.echo(line, err=True)
    documents = {digest: value for one in found for digest, value in one.documents.items()}
    if output in audio:
        complain(f"{output} is one of the files to read and is not overwritten")
        raise typer.Exit(COULD_NOT_LOOK)
    if documents:
        write(_text(list(documents.values()), _format(output, output_format)), output)
    raise typer.Exit(CONFORMS if all(one.whole for one in found) else ERRORS)


def _format(output: str | None, wanted: Format | None) -> Format:
    yaml = output is not None and output.lower().endswith((".yaml", ".yml"))
    return wanted or (Format.YAML if yaml else Format.JSON)


def _text(documents: list[object], output_format: Format) -> str:
    """Return the documents as a text in which nothing can steer a terminal."""
    import json

    from askfirst.cli.streams import complain

    value = documents[0] if len(documents) == 1 else documents
    if output_format is Format.JSON:
        text = json.dumps(value, indent=2, ensure_ascii=False)
        return (
            "".join(one if one.isprintable() or one == "\n" else _escape(one) for one in text)
            + "\n"
        )
    if not isinstance(value, dict):
        complain("YAML holds one document; there are several, or what is none: use --format json")
        raise typer.Exit(COULD_NOT_LOOK)
    from askfirst.editing import yaml_text

    return yaml_text(value, {})


def _escape(character: str) -> str:
    import json

    return json.dumps(character)[1:-1]
