"""Name what keeps a document from being a graph, and a graph from being a document."""

from askfirst.errors import AskFirstError

__all__ = ["NoGraph", "NoGraphLibrary", "NotADocument"]


class NoGraph(AskFirstError):
    """A document holds what its graph could not give back; the message says what and where."""


class NotADocument(AskFirstError):
    """A graph, or the text of one, says what no document says; the message names it."""


class NoGraphLibrary(AskFirstError):
    """The extra that reads and writes graphs is not installed."""
