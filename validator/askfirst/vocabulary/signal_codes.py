"""Say what can be wrong with a text that holds a signal of others (spec 16.4)."""

from enum import StrEnum

__all__ = ["SignalCode"]


class SignalCode(StrEnum):
    """What is wrong with a text; its value is the code, and `sentence` what it means."""

    UNREADABLE = "AF901"
    OF_ANOTHER = "AF902"
    MEANINGLESS = "AF903"
    CONTRADICTORY = "AF904"

    @property
    def sentence(self) -> str:
        """What is true of the text."""
        return _SENTENCES[self]


_SENTENCES = {
    SignalCode.UNREADABLE: "The text cannot be read by the specification of the signal.",
    SignalCode.OF_ANOTHER: "The text has a label of another signal.",
    SignalCode.MEANINGLESS: "The text has a label or a value without meaning there.",
    SignalCode.CONTRADICTORY: "The text contradicts itself.",
}
