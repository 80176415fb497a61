"""Say why an audio file cannot be used; the messages are for people."""

from askfirst.errors import AskFirstError

__all__ = ["NoTagReader", "NotEmbedded", "UnreadableAudio"]


class UnreadableAudio(AskFirstError):
    """A file is no audio of a kind that is read, or is damaged; the message says what would do."""


class NotEmbedded(AskFirstError):
    """A statement cannot be written into a file; the message says what would do."""


class NoTagReader(AskFirstError):
    """The library that reads tags is not installed."""
