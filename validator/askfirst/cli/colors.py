"""Say whether to color: what the option and the environment ask for, on every command."""

import os
from enum import StrEnum

import typer

__all__ = ["Color", "asked", "choose"]


class Color(StrEnum):
    """When words are colored."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def asked() -> bool | None:
    """Return whether the environment asks for colors, or for none; None where the screen decides.

    `NO_COLOR` goes first, and counts unless it is empty; `FORCE_COLOR` counts for a pipe too, and
    0 or false is no.
    """
    forced = os.environ.get("FORCE_COLOR", "").lower()
    if os.environ.get("NO_COLOR") or forced in ("0", "false"):
        return False
    if forced:
        return True
    return False if os.environ.get("TERM") == "dumb" else None


def choose(context: typer.Context, color: Color | None) -> None:
    """Do what --color says, also in the programs that we start; typer strips what is not wanted."""
    if color in (Color.ALWAYS, Color.NEVER):
        os.environ.pop("NO_COLOR", None)
        os.environ["FORCE_COLOR"] = str(int(color is Color.ALWAYS))
    context.color = asked()
