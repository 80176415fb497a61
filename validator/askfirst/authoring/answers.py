"""Hold what an artist answers about tracks, and turn it into members of a document (spec 3.4)."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from askfirst.authoring.people import ME, NOBODY, Part, Person, entries
from askfirst.identifiers import party
from askfirst.vocabulary import Preset, Right, Status, Use, nearest_stated

__all__ = ["Answers", "Credit", "Voice", "maker", "rightsholders", "statements"]

_VOICE = (Use.VOICE_REPLICATION_TRAINING, Use.VOICE_REPLICATION_INPUT)
_STATUSES = {"prohibits": Status.PROHIBITED, "requiresConsent": Status.CONSENT_REQUIRED}


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

    `presets` has the answers for single tracks that differ, by their numbers from 1.
    """

    preset: Preset
    voice: Voice
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
        return (mine, *(p._replace(person=self.me) if p.person == ME else p for p in named))

    def stated(self, number: int) -> dict[str, list[str]]:
        """Return the lists of uses of a track."""
        return statements(self.presets.get(number, self.preset), self.voice)

    def absent(self, number: int | None) -> list[str]:
        """Return the rights that a track does not have; without a number, that no track has."""
        found = {
            r for one in self.others if one.absent and one.is_of(number) for r in one.part.rights
        }
        return [str(right) for right in Right if right in found]


def statements(preset: Preset, voice: Voice) -> dict[str, list[str]]:
    """Return the lists of uses that a preset comes to, with the answer about the voice in them."""
    lists = {name: list(uses) for name, uses in preset.statements.items()}
    if voice is Voice.NO:
        stated = {status: lists.get(name, []) for name, status in _STATUSES.items()}
        open_ = [leaf for leaf in _VOICE if not _prohibited(leaf, stated)]
        lists["prohibits"] = [*lists.get("prohibits", []), *open_]
    return {name: [str(use) for use in lists[name]] for name in _lists(lists)}


def _prohibited(leaf: Use, stated: Mapping[Status, list[Use]]) -> bool:
    found = nearest_stated(leaf, stated)
    return found is not None and found[1] is Status.PROHIBITED


def _lists(lists: Mapping[str, list[Use]]) -> Iterator[str]:
    """Yield the names of the lists that say something, in the order in which people read them."""
    return (name for name in ("requiresConsent", "prohibits") if lists.get(name))


def rightsholders(answers: Answers, number: int | None, document_id: str) -> dict[str, Any]:
    """Return the members that say whose a track is; without a number, for all tracks."""
    found: dict[str, Any] = {"rightsholders": entries(answers.of(number), document_id)}
    absent = answers.absent(number)
    return {**found, "absentRights": absent} if absent else found


def maker(name: str, held: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the member `by`, which is needed where more than one holder is named (AF401)."""
    several = len({party.normal(entry["holder"]) for entry in held}) > 1
    mine = next((entry["holder"] for entry in held if entry["name"] == name), None)
    return {"by": {"id": mine, "name": name}} if several and mine else {}
