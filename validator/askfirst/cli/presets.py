"""Print the presets: answers that most artists give, so that every form writes the same."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from askfirst.deed.catalogs import Language
    from askfirst.vocabulary import Preset

__all__ = ["Format", "presets"]


class Format(StrEnum):
    """How presets are written."""

    TEXT = "text"
    JSON = "json"


def presets(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="ask-first, no-generative or no-ai.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(help="en or sv. Left out, that of the environment, else en.", metavar="L"),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--format", help="In plain words, or as a form writes it.")
    ] = Format.TEXT,
) -> None:
    """Print what the presets of `askfirst init` mean in plain words: all of them, or one.

    As JSON they are what a form writes into a Declaration or a Release. No preset permits
    anything.
    """
    from askfirst.cli.languages import chosen
    from askfirst.cli.streams import complain, write
    from askfirst.vocabulary import Preset

    words = chosen(language)
    if name is not None and name.lower() not in list(Preset):
        complain(f"there is no preset {name}; there are {', '.join(Preset)}")
        raise typer.Exit(COULD_NOT_LOOK)
    named = tuple(Preset) if name is None else (Preset(name.lower()),)
    as_json = output_format is Format.JSON
    write(_json(named, several=name is None) if as_json else _deeds(named, words), None)


def _json(named: "Sequence[Preset]", *, several: bool) -> str:
    """Return a preset as it ships, or several as a list."""
    import json

    from askfirst import resources

    texts = [resources.read(f"spec/1.0/presets/{one}.json").decode() for one in named]
    every = [json.loads(text) for text in texts]
    return f"{json.dumps(every, indent=2, ensure_ascii=False)}\n" if several else texts[0]


def _deeds(named: "Sequence[Preset]", words: "Language") -> str:
    from askfirst.cli.streams import style_for
    from askfirst.cli.widths import columns
    from askfirst.deed import deed, page
    from askfirst.reporting.deed import text

    pages = (page(deed(one), words) for one in named)
    return "\n".join(text(one, columns(None), style_for(None)) for one in pages)
