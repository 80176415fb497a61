"""Tell what reaches as far as something else: territories, models, tracks (reading rule 5)."""

from collections.abc import Callable, Collection

from askfirst.model.parts import Model, Track
from askfirst.vocabulary import ANY, WORLDWIDE

__all__ = ["AnyModel", "covering_models", "covering_territories", "covering_tracks", "shown_model"]

#: A model, or `any` for all of them.
AnyModel = Model | str


def covering_territories(held: Collection[str]) -> Callable[[str], bool]:
    """Return what tells whether some territories cover one."""
    return lambda one: WORLDWIDE in held or one in held


def covering_models(held: Collection[AnyModel]) -> Callable[[AnyModel], bool]:
    """Return what tells whether some models cover one: by `any`, or by every version of it."""

    def covers(one: AnyModel) -> bool:
        every = one if isinstance(one, str) else Model(name=one.name, version=ANY)
        return ANY in held or every in held or one in held

    return covers


def shown_model(one: AnyModel) -> str:
    """Return a model as one text, its name and its version."""
    return one if isinstance(one, str) else f"{one.name}@{one.version}"


def covering_tracks(held: Collection[Track]) -> Callable[[Track], bool]:
    """Return what tells whether some entries of the tracks of a Consent cover one."""
    holding: dict[str, list[Track]] = {}
    for other in held:
        for identifier in other.identifiers:
            holding.setdefault(identifier, []).append(other)

    def covers(one: Track) -> bool:
        rarest = min((holding.get(each, []) for each in one.recording | one.work), key=len)
        return any(_reaches(other, one) for other in rarest)

    return covers


def _reaches(wide: Track, narrow: Track) -> bool:
    """Tell whether one entry counts wherever another one does (reading rule 6).

    An entry with an ISRC or ISWC contradicts tracks that have another one, so that it reaches
    less far than one without.
    """
    shared = narrow.recording <= wide.recording and narrow.work <= wide.work
    return shared and wide.isrc in (None, narrow.isrc) and wide.iswc in (None, narrow.iswc)
