"""Put each dimension of a Consent to the holder in everyday words; nothing is chosen before."""

from typing import NamedTuple

from askfirst.authoring import phrases
from askfirst.authoring.consents import asked_leaves
from askfirst.cli.prompts import answer, yes
from askfirst.deed.catalogs import english
from askfirst.errors import AskFirstError
from askfirst.model.documents import Request
from askfirst.vocabulary import (
    ANY,
    UNTIL_WITHDRAWN,
    WORLDWIDE,
    AtEnd,
    Condition,
    Right,
    Use,
)

__all__ = [
    "Asked",
    "Declined",
    "agreement",
    "at_end",
    "conditions",
    "material",
    "models",
    "purpose",
    "territories",
    "uses",
    "valid_from",
    "valid_until",
]

_AS_ASKED = "as asked"


class Declined(AskFirstError):
    """The holder allows nothing."""


class Asked(NamedTuple):
    """What a holder is asked: the Request, the rights that are theirs, and the present moment.

    `more` is whether they may allow more than the Request asks for.
    """

    request: Request
    rights: tuple[Right, ...]
    at: str
    more: bool

    @property
    def asker(self) -> str:
        """How the asking party is called in a sentence."""
        return phrases.one_line(self.request.by.name or self.request.by.id)


def uses(asked: Asked) -> list[str]:
    """Return the leaves that are allowed, each asked for by itself."""
    leaves = asked_leaves(asked.request)
    return [str(leaf) for n, leaf in enumerate(leaves, 1) if _allows(asked, leaf, n, len(leaves))]


def _allows(asked: Asked, leaf: Use, n: int, several: int) -> bool:
    named = ", asked for by its own name" if leaf.by_name_only else ""
    said = phrases.act(leaf, asked.rights)
    return yes(
        f"Use {n} of {several}{named}:\nmay {asked.asker} {said}?\n{english().acts[leaf].comes_to}"
    )


def material(asked: Asked) -> list[str]:
    """Return what of the track may be used, each material asked for by itself."""
    return [
        str(one)
        for one in asked.request.material
        if yes(f"Of the track: may {asked.asker} use {english().words[one]} ({one})?")
    ]


def models(asked: Asked) -> list[str]:
    """Return the models that it is allowed for."""
    wanted = asked.request.model
    text = answer(
        f"With which model? Asked for: {phrases.model(wanted)}.\n"
        f"Type NAME@VERSION, NAME@any for every version, any for every model, or: {_AS_ASKED}",
        str,
    )
    if text.casefold() != _AS_ASKED:
        return [text]
    return [f"{wanted.name}@{wanted.version}" if wanted else ANY]


def territories(asked: Asked) -> list[str]:
    """Return where it is allowed."""
    wanted = asked.request.territories
    text = answer(
        f"Where? Asked for: {phrases.territories(wanted)}.\n"
        f"Type country codes such as SE DK, or {WORLDWIDE}, or: {_AS_ASKED}",
        str,
    )
    return (list(wanted) or [WORLDWIDE]) if text.casefold() == _AS_ASKED else [text]


def purpose(asked: Asked) -> list[str]:
    """Return for what it is allowed."""
    wanted = asked.request.purpose
    text = answer(
        f"For what? Asked for: {phrases.purpose(wanted)}.\n"
        f"Type the purpose, or {ANY} for every purpose, or: {_AS_ASKED}",
        str,
    )
    return [wanted if text.casefold() == _AS_ASKED else text]


def valid_from(_asked: Asked) -> list[str]:
    """Return from when on it is allowed."""
    return [answer("From when on?\nType now, or a day such as 2027-01-01.", str)]


def valid_until(_asked: Asked) -> list[str]:
    """Return until when it is allowed."""
    return [
        answer(
            "Until when? That day is not in it. You can end it earlier at any time.\n"
            f"Type a day such as 2029-01-01, or {UNTIL_WITHDRAWN} for no end but that.",
            str,
        )
    ]


def conditions(asked: Asked) -> list[str]:
    """Return the conditions, each asked for by itself."""
    return [str(one) for one in Condition if _demands(asked, one)]


def _demands(asked: Asked, one: Condition) -> bool:
    accepted = one in asked.request.accepts
    told = (
        f"{asked.asker} accepts this."
        if accepted
        else f"{asked.asker} has not said that it accepts this; until it does, your answer will "
        "not count."
    )
    return yes(
        f"A condition: do you demand that {asked.asker} {english().words[one]} ({one})?\n{told}"
    )


def at_end(asked: Asked) -> list[str]:
    """Return what the asking party does when the Consent ends."""
    choices = "\n".join(f"  {one}: {asked.asker} {english().words[one]}" for one in AtEnd)
    words = " or ".join(AtEnd)
    return [answer(f"When your consent ends:\n{choices}\nType {words}.", str.casefold)]


def agreement(_asked: Asked) -> dict[str, str]:
    """Return where the agreement about compensation is, and its digest."""
    return {
        "url": answer("Where is the agreement about what is paid? Type its address.", str),
        "sha256": answer("The SHA-256 of its file? Type its 64 digits.", str.lower),
    }
