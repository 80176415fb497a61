"""Hold Declarations and Releases, and what they declare for each track."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from askfirst.model.parts import Document, Party, Rightsholder, Source, Statements, Track
from askfirst.vocabulary import Right, Use

__all__ = ["Claim", "Declaration", "Declared", "Release", "ReleaseInfo", "ReleaseTrack", "Stating"]

#: A party that is named for a right.
Claim: TypeAlias = tuple[str, Right]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stating(Document):
    """What a Declaration and a Release have in common."""

    rightsholders: tuple[Rightsholder, ...]
    statements: Statements
    absent_rights: tuple[Right, ...]
    supersedes: tuple[str, ...]
    ask_at: str | None
    witness: Party | None
    language: str | None
    source: Source | None

    @property
    def imported(self) -> bool:
        """Whether a program read it from somebody else's signal."""
        return self.source is not None


@dataclass(frozen=True, kw_only=True, eq=False)
class Declared:
    """What a Declaration declares, or one track of a Release (spec 4.4).

    One is equal to itself only. The pointers say where the track, its holders and its absent
    rights stand in the document; `general` are the statements of the release around the track.
    `remembered` has what reading rule 1 made of them for a leaf: it always makes the same.
    """

    id: str
    document: "Declaration | Release"
    track: Track
    own: Statements
    general: Statements | None
    rightsholders: tuple[Rightsholder, ...]
    absent_rights: tuple[Right, ...]
    pointer: str = ""
    rightsholders_at: str = "/rightsholders"
    absent_rights_at: str = "/absentRights"
    remembered: dict[Use, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def claims(self) -> frozenset[Claim]:
        """The holders and mandated parties that are named, each with each of its rights."""
        named = [(entry.holder, right) for entry in self.rightsholders for right in entry.rights]
        beside = [(e.mandate.id, right) for e in self.mandates if e.mandate for right in e.rights]
        return frozenset((*named, *beside))

    @cached_property
    def held(self) -> frozenset[Right]:
        """The rights for which somebody is named."""
        return frozenset(right for entry in self.rightsholders for right in entry.rights)

    @cached_property
    def mandates(self) -> tuple[Rightsholder, ...]:
        """The entries that name a mandated party."""
        return tuple(entry for entry in self.rightsholders if entry.mandate)


@dataclass(frozen=True, kw_only=True)
class Declaration(Stating):
    """What a track's rightsholders permit, prohibit, or must be asked for."""

    track: Track

    @cached_property
    def declared(self) -> tuple[Declared, ...]:
        """What the Declaration declares, as a Release has it for each of its tracks."""
        return (
            Declared(
                id=self.id,
                document=self,
                track=self.track,
                own=self.statements,
                general=None,
                rightsholders=self.rightsholders,
                absent_rights=self.absent_rights,
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseInfo:
    """The album or folder; its identifiers name no track."""

    title: str
    artists: tuple[str, ...]
    upc: str | None
    mbid: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTrack:
    """A track of a Release; None for holders or absent rights means those of the release."""

    track: Track
    statements: Statements
    rightsholders: tuple[Rightsholder, ...] | None
    absent_rights: tuple[Right, ...] | None


@dataclass(frozen=True, kw_only=True)
class Release(Stating):
    """The statements for an album or a folder, and the tracks that may say otherwise."""

    release: ReleaseInfo
    tracks: tuple[ReleaseTrack, ...]

    @cached_property
    def declared(self) -> tuple[Declared, ...]:
        """What is declared for each track; what a track lacks is the release's (spec 4.4)."""
        return tuple(self._declared(n, track) for n, track in enumerate(self.tracks))

    def _declared(self, n: int, track: ReleaseTrack) -> Declared:
        at = f"/tracks/{n}"
        holders, absent = track.rightsholders, track.absent_rights
        return Declared(
            id=f"{self.id}#{at}",
            document=self,
            track=track.track,
            own=track.statements,
            general=self.statements,
            rightsholders=self.rightsholders if holders is None else holders,
            absent_rights=self.absent_rights if absent is None else absent,
            pointer=at,
            rightsholders_at="/rightsholders" if holders is None else f"{at}/rightsholders",
            absent_rights_at="/absentRights" if absent is None else f"{at}/absentRights",
        )
