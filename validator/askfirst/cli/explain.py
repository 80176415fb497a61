"""Explain a code, or list them all."""

from typing import TYPE_CHECKING, Annotated

import typer

from askfirst.cli.exits import COULD_NOT_LOOK

if TYPE_CHECKING:
    from askfirst.reporting.explanation import Explanation

__all__ = ["explain"]


def explain(
    code: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="A code such as AF301.")
    ] = None,
) -> None:
    """Explain a code: what it means, and what is wrong and right. Without a code: the list."""
    from askfirst.reporting.explanation import explain as page
    from askfirst.vocabulary import CODES

    if code is None:
        for known in CODES:
            typer.echo(f"{known} ({page(known).severity}) {page(known).title}")
        return
    if code.upper() not in CODES:
        typer.echo(f"askfirst: there is no code {code}; `askfirst explain` lists them", err=True)
        raise typer.Exit(COULD_NOT_LOOK)
    typer.echo(_page(page(code.upper())))


def _page(explanation: "Explanation") -> str:
    types = ", ".join(explanation.types)
    return "\n".join(
        [
            f"{explanation.code} ({explanation.severity}): {explanation.title}",
            "",
            f"  {explanation.sentence}",
            f"  In: {types}",
            "",
            explanation.body,
        ]
    )
