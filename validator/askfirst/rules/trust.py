"""Check whose keys a trust file trusts for what (AF605, AF705 to AF707)."""

from collections.abc import Iterator

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import instant, pattern
from askfirst.rules.anatomy import speakers
from askfirst.rules.part import Part, words
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import ANY, Capacity, Configuration, Right

__all__: list[str] = []


@rule("AF605", Configuration.TRUST)
def period_of_a_key_is_not_empty(file: Part) -> Iterator[Fault]:
    """The period of a key MUST NOT be empty."""
    for entry in speakers(file):
        begin, end = entry["from"].text, entry["until"].text
        if instant.is_valid(begin) and instant.is_valid(end) and end <= begin:
            message = f"this is not later than {begin}, from when on the keys count"
            yield Fault(entry["until"], message, "write a later moment, or take the keys out")


@rule("AF705", Configuration.TRUST)
def identifiers_have_a_kind(file: Part) -> Iterator[Fault]:
    """An identifier of a trust file MUST be a kind, a colon and a value of that kind."""
    named = (part for entry in speakers(file) for part in entry["identifiers"])
    for part in (part for part in named if part.text not in ("", ANY)):
        try:
            pattern.meant(part.text)
        except InvalidIdentifier as error:
            yield Fault(part, f"`{part.text}` names no tracks", str(error))


@rule("AF706", Configuration.TRUST)
def keys_speak_for_something(file: Part) -> Iterator[Fault]:
    """An entry with keys SHOULD say for which rights and for which identifiers they speak."""
    for entry in speakers(file):
        silent = [name for name in ("rights", "identifiers") if not _says(entry[name])]
        if silent and _says(entry["keys"]):
            names = " and ".join(f"`{name}`" for name in silent)
            message = f"the keys speak for nothing without {names}"
            yield Fault(entry, message, "list what they are trusted for")


@rule("AF707", Configuration.TRUST)
def societies_speak_for_no_voice(file: Part) -> Iterator[Fault]:
    """A mandate of a society or an agent MUST NOT speak for voice or likeness."""
    for entry in file["mandates"]:
        capacity = entry["capacity"].text
        personal = (part for right, part in words(entry["rights"], Right) if right.personal)
        for part in personal if capacity in (Capacity.SOCIETY, Capacity.AGENT) else ():
            article = "an" if capacity == Capacity.AGENT else "a"
            message = f"{article} {capacity} cannot speak for a person's {part.text}"
            yield Fault(part, message, "take it out; a guardian or an estate can")


def _says(part: Part) -> bool:
    """Tell whether a list is there with something in it; what is no list is another's finding."""
    return part.present and part.value != []
