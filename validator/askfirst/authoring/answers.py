"""Hold what an artist answers about tracks, and turn it into members of a document (spec 3.4)."""

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from askfirst.authoring.people import ME, NOBODY, Part, Person, entries
from askfirst.identifiers import party
from askfirst.vocabulary import Preset, Right, Use, nearest_stated

__all__ = [
    "VOICE",
    "Answers",
    "Credit",
    "Voice",
    "maker",
    "prohibited",
    "rightsholders",
    "statements",
]

VOICE = (Use.VOICE_REPLICATION_TRAINING, Use.VOICE_REPLICATION_INPUT)


class Voice(StrEnum):
    """Whether a voice may be imitated: never, or after asking; there is no yes in advance."""

    NO = "no"
    ASK = "ask"


class Credit(NamedTuple):
    """The part that somebody has in tracks, by their numbers from 1; in all of them if none.

    `instead` are the rights that who answers then does not have there, as in a cover; `absent` is
    whether nobody has theirs, because there is no such thing in the track.
    """

    part: Part
    tracks: frozenset[int] = frozenset()
    instead: tuple[Right, ...] = ()
    absent: bool = False

    def is_of(self, number: int | None) -> bool:
        """Tell whether this is about a track; without a number, about all of them."""
        return not self.tracks or number in self.tracks


class Answers(NamedTuple):
    """What an artist answers: what they allow, who they are, what is theirs, and whose the rest.

    `voice` is None where nobody said anything of it. `presets` has the answers for single tracks
    that differ, by their numbers from 1.
    """

    preset: Preset
    voice: Voice | None
    me: Person
    mine: tuple[Right, ...]
    others: tuple[Credit, ...] = ()
    presets: Mapping[int, Preset] = MappingProxyType({})

    def of(self, number: int | None) -> tuple[Part, ...]:
        """Return whose a track is; without a number, what holds for all tracks."""
        others = [one for one in self.others if one.is_of(number)]
        taken = {right for one in others for right in one.instead}
        mine = Part(self.me, tuple(right for right in self.mine if right not in taken))
        named = (one.part for one in others if one.part.person != NOBODY)
        return (mine, *(p._replace(person=self._meant(p.person)) for p in named))

    def _meant(self, person: Person) -> Person:
        """Return who answers for `me`, for the same address, and for the same name without one."""
        if person.address and self.me.address:
            mine = party.normal(person.address) == party.normal(self.me.address)
        else:
            mine = person == ME or person.name.casefold() == self.me.name.casefold()
        return self.me if mine else person

    def stated(self, number: int) -> dict[str, list[str]]:
        """Return the lists of uses of a track."""
        never = VOICE if self.voice is Voice.NO else ()
        return statements(self.presets.get(number, self.preset), never)

    def absent(self, number: int | None) -> list[str]:
        """Return the rights that a track does not have; without a number, that no track has."""
        found = {
            r for one in self.others if one.absent and one.is_of(number) for r in one.part.rights
        }
        return [str(right) for right in Right if right in found]


def statements(preset: Preset, never: Iterable[Use] = ()) -> dict[str, list[str]]:
    """Return the lists of uses that a preset comes to, with leaves prohibited that it leaves open.

    The lists are in the order in which people read them.
    """
    lists = preset.statements
    open_ = [leaf for leaf in never if not prohibited(leaf, lists)]
    asked, refused = lists.get("requiresConsent", ()), (*lists.get("prohibits", ()), *open_)
    found = {"requiresConsent": asked, "prohibits": refused}
    return {name: [str(use) for use in uses] for name, uses in found.items() if uses}


def prohibited(leaf: Use, lists: Mapping[str, Collection[Use]]) -> bool:
    """Tell whether lists of uses, by the names of their members, prohibit a leaf (rule 1)."""
    found = nearest_stated(leaf, lists)
    return found is not None and found[1] == "prohibits"


def rightsholders(answers: Answers, number: int | None, document_id: str) -> dict[str, Any]:
    """Return the members that say whose a track is; without a number, for all tracks."""
    found: dict[str, Any] = {"rightsholders": entries(answers.of(number), document_id)}
    absent = answers.absent(number)
    return {**found, "absentRights": absent} if absent else found


def maker(who: str, name: str, held: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the member `by`, which is needed where more than one holder is named (AF401)."""
    several = len({party.normal(entry["holder"]) for entry in held}) > 1
    return {"by": {"id": who, "name": name}} if several else {}
