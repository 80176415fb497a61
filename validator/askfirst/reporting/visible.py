"""Make every character of somebody else's text visible, so that none can steer a terminal."""

from unicodedata import combining, east_asian_width

__all__ = ["visible", "width"]


def visible(text: str) -> str:
    r"""Return the text with control, direction and surrogate characters written as escapes.

    >>> print(visible("a\x1b[2Jb"))
    a\x1b[2Jb
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _escaped(c) for c in text)


def width(text: str) -> int:
    """Return how many columns of a terminal a visible text takes."""
    return sum(0 if combining(c) else 1 + (east_asian_width(c) in "WF") for c in text)


def _escaped(character: str) -> str:
    if character == "\t":
        return " "
    return character.encode("unicode_escape", errors="surrogatepass").decode()
