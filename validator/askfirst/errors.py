"""Name what stops us from looking at all; a document that is wrong is data, not an exception."""

__all__ = ["AskFirstError", "InvalidIdentifier", "NoSuchPart", "NoSuchResource"]


class AskFirstError(Exception):
    """The base of every exception AskFirst raises on purpose."""


class NoSuchResource(AskFirstError):
    """A file that ships with AskFirst is not where the installation should hold it."""


class NoSuchPart(AskFirstError):
    """A JSON Pointer leads to nothing in what was given."""


class InvalidIdentifier(AskFirstError):
    """A text is not the identifier it is given as; the message says what would be right."""
