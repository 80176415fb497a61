"""Write a listing in the formats that other programs read, each in a module of its own."""

from importlib import import_module

from askfirst.reporting.listing import Listing

__all__ = ["FORMATS", "written"]

#: The formats that a listing can be written in.
FORMATS = ("sarif", "junit", "github", "gitlab", "markdown")


def written(name: str, listing: Listing) -> str:
    """Return a listing as text in one of the formats; it ends with a newline."""
    text: str = import_module(f"{__name__}.{name}").written(listing)
    return text
