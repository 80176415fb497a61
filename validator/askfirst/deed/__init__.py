"""Say in plain language what a document says, and where to put it; never more, never less."""

from askfirst.deed.catalogs import english, language
from askfirst.deed.deeds import deed
from askfirst.deed.saying import page

__all__ = ["deed", "english", "language", "page"]
