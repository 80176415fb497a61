"""Ask a validator for a yes or a no in place of an exception."""

from collections.abc import Callable

from askfirst.errors import InvalidIdentifier

__all__ = ["accepts"]


def accepts(validate: Callable[[str], str], text: str) -> bool:
    """Tell whether a validator takes a text."""
    try:
        validate(text)
    except InvalidIdentifier:
        return False
    return True
