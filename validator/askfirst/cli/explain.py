"""Explain a code, or list them all."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from askfirst.reporting.explanation import Explanation

__all__ = ["explain"]


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A code such as AF301 or AF451.")
    ] = None,
) -> None:
    """Explain a code: what it means, and what is right or what to do. Without a code: the list."""
    from askfirst.cli.streams import complain
    from askfirst.reporting.explanation import EXPLAINED
    from askfirst.reporting.explanation import explain as page

    if code is None:
        for known in map(page, EXPLAINED):
            typer.echo(f"{known.code} {known.severity:7} {known.title}")
        return
    code = f"AF{code}" if code.isdecimal() else code.upper()
    if code not in EXPLAINED:
        complain(f"there is no code {code}; `askfirst explain` lists them")
        raise typer.Exit(COULD_NOT_LOOK)
    typer.echo(_page(page(code)))


def _page(explanation: "Explanation") -> str:
    return "\n".join(
        [
            f"{explanation.code} ({explanation.severity}): {explanation.title}",
            "",
            f"Specification: {explanation.sentence}",
            f"Documents: {', '.join(explanation.types) or _other(explanation)}",
            "",
            *_plain(explanation.body),
        ]
    )


def _other(explanation: "Explanation") -> str:
    return f"none; {'the texts of signals' if explanation.severity == 'signal' else 'audio files'}"


def _plain(markdown: str) -> Iterator[str]:
    """Yield the lines of a page as a terminal shows them best: headings bare, code indented."""
    code = False
    for line in markdown.splitlines():
        if line.startswith("```"):
            code = not code
        elif line.startswith("## "):
            yield f"{line.removeprefix('## ')}:"
        else:
            yield f"    {line}" if code and line else line
