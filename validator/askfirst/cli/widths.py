"""Tell how wide a text may be."""

import shutil

__all__ = ["columns"]

#: Narrower and wider lines are hard to read; what goes into a file is as wide as mail.
_NARROWEST, _WIDEST, _FILE = 20, 100, 80


def columns(output: str | None) -> int:
    """Return how many columns a text takes at the most: those of the terminal, within reason."""
    wide = shutil.get_terminal_size((_FILE, 24)).columns if output is None else _FILE
    return max(_NARROWEST, min(wide, _WIDEST))
