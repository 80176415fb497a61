"""Read somebody else's JSON object so that no member is lost, not even one written twice.

Python's own reader keeps the last of two members with one name, so whoever adds a second one could
take back what the first refused.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, NoReturn, TypeAlias, TypeGuard

from askfirst.signals.signal import Channel, Found, Reading, Trouble
from askfirst.signals.terms import Answer

__all__ = ["Meanings", "Members", "Said", "Words", "line_of", "members", "readings", "said_in"]

_MOST_CHARACTERS = 2**20
_MOST_STRANGERS = 20

#: What the values of a member mean; None says nothing, as silence does.
Meanings: TypeAlias = Mapping[str | bool, Answer | None]
#: The meanings of the values of each member that is a term.
Words: TypeAlias = Mapping[str, Meanings]


class Members(tuple[tuple[str, object], ...]):
    """The members of an object, in the order of the text; one name may stand in it twice."""

    __slots__ = ()

    def names(self) -> frozenset[str]:
        """Return the names of the members."""
        return frozenset(name for name, _ in self)

    def first(self, name: str) -> object:
        """Return the first value that stands under a name; None where there is none."""
        return next(iter(self.values(name)), None)

    def beside(self, known: Collection[str]) -> list[str]:
        """Return the first names, in order of the alphabet, that are none of those known."""
        return sorted(self.names() - set(known))[:_MOST_STRANGERS]

    def values(self, name: str) -> list[object]:
        """Return the values that stand under a name."""
        return [value for other, value in self if other == name]


class Said(NamedTuple):
    """What the members of an object answer, and what is wrong with them."""

    answers: dict[str, Answer]
    troubles: list[Trouble]


def members(text: str) -> Members | None:
    """Return the members of a JSON object, None for everything else. Never raises."""
    if len(text) > _MOST_CHARACTERS:
        return None
    try:
        value = json.loads(
            text.removeprefix("\ufeff"), object_pairs_hook=Members, parse_constant=_refuse
        )
    except (ValueError, RecursionError):  # no JSON, a number too long, or a thousand brackets
        return None
    return value if isinstance(value, Members) else None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def readings(
    found: Found, names: Collection[str], read: Callable[[Members, str], Iterable[Reading]]
) -> tuple[Reading, ...]:
    """Return what a file says that holds a JSON object, read by a signal whose names those are.

    Another file says nothing, but one that holds a name and is no object is broken (AF901).
    """
    if found.channel not in (Channel.FILE, Channel.WELL_KNOWN):
        return ()
    object_ = members(found.text)
    if object_ is not None:
        return tuple(read(object_, found.text))
    if not any(json.dumps(name) in found.text for name in names):
        return ()
    message = f"this is not one JSON object of at most {_MOST_CHARACTERS:,} characters"
    return (Reading({}, (Trouble("AF901", message),)),)


def line_of(text: str, name: str) -> int:
    """Return the line, from 1, where a member's name stands first."""
    return text.count("\n", 0, max(text.find(json.dumps(name)), 0)) + 1


def said_in(object_: Members, words: Words, line_of_name: Callable[[str], int]) -> Said:
    """Return what the members that are terms say.

    A value that is no word of its term is no answer (AF903). Of two answers to one term the
    stricter holds (AF904).
    """
    answers: dict[str, Answer] = {}
    troubles: list[Trouble] = []
    for name in [name for name in words if name in object_.names()]:
        values, meanings = object_.values(name), words[name]
        found = [meanings[value] for value in values if _is_word(value, meanings)]
        meant = [answer for answer in found if answer]
        if meant:
            answers[name] = max(meant, key=lambda one: one.status.strictness)
        if len(found) < len(values):
            troubles.append(_no_word(name, meanings, line_of_name(name)))
        if len(set(found)) > 1:
            message = f"`{name}` stands here twice, and the stricter value holds"
            troubles.append(Trouble("AF904", message, line_of_name(name)))
    return Said(answers, troubles)


def _is_word(value: object, meanings: Meanings) -> TypeGuard[str | bool]:
    """Tell whether a value is a word; 1 is not true, whatever Python says."""
    return isinstance(value, str | bool) and value in meanings


def _no_word(name: str, meanings: Meanings, line: int) -> Trouble:
    known = " or ".join(json.dumps(word) for word in meanings)
    return Trouble("AF903", f"`{name}` has a value that says nothing; what counts is {known}", line)
