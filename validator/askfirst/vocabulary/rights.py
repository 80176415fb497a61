"""Name the rights in a track, what touches them, and who can stand for their holders (spec 3.2)."""

from enum import StrEnum

from askfirst.vocabulary.uses import Use

__all__ = ["Capacity", "Material", "Right", "touched_by_material", "touched_by_use"]


class Right(StrEnum):
    """A right that a use of a track may touch."""

    COMPOSITION = "composition"
    LYRICS = "lyrics"
    RECORDING = "recording"
    PERFORMANCE = "performance"
    VOICE = "voice"
    LIKENESS = "likeness"

    @property
    def personal(self) -> bool:
        """Whether the right belongs to a person: it cannot be absent, nor be run by a society."""
        return self in (Right.VOICE, Right.LIKENESS)

    @property
    def through_work(self) -> bool:
        """Whether a work identifier is enough to speak for the right."""
        return self in _THROUGH_WORK


_THROUGH_WORK = frozenset({Right.COMPOSITION, Right.LYRICS})


class Material(StrEnum):
    """What of a track is used."""

    AUDIO = "audio"
    STEMS = "stems"
    LYRICS_TEXT = "lyrics-text"
    SHEET_MUSIC = "sheet-music"


class Capacity(StrEnum):
    """In which capacity a mandated party stands beside a holder."""

    SOCIETY = "society"
    AGENT = "agent"
    GUARDIAN = "guardian"
    ESTATE = "estate"

    @property
    def rights(self) -> tuple[Right, ...]:
        """The rights a party of this capacity can stand for."""
        personal_too = self in (Capacity.GUARDIAN, Capacity.ESTATE)
        return tuple(right for right in Right if personal_too or not right.personal)


_SOUND = (Right.COMPOSITION, Right.LYRICS, Right.RECORDING, Right.PERFORMANCE)
_TOUCHED_BY_MATERIAL = {
    Material.AUDIO: _SOUND,
    Material.STEMS: _SOUND,
    Material.LYRICS_TEXT: (Right.LYRICS,),
    Material.SHEET_MUSIC: (Right.COMPOSITION,),
}
_TOUCHED_BY_USE = {
    Use.VOICE_REPLICATION_TRAINING: (Right.VOICE,),
    Use.VOICE_REPLICATION_INPUT: (Right.VOICE,),
    Use.LIKENESS_REPLICATION_TRAINING: (Right.LIKENESS,),
    Use.LIKENESS_REPLICATION_INPUT: (Right.LIKENESS,),
}


def touched_by_material(material: Material) -> tuple[Right, ...]:
    """Return the rights that any use of a material touches."""
    return _TOUCHED_BY_MATERIAL[material]


def touched_by_use(leaf: Use) -> tuple[Right, ...]:
    """Return the rights that a leaf touches whatever the material; none for most leaves."""
    return _TOUCHED_BY_USE.get(leaf, ())
