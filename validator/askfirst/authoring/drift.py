"""Find where the documents about one audio file disagree with each other (spec 17)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from askfirst.authoring.coverage import Bearing
from askfirst.decision.statement import status
from askfirst.model.declarations import Declared
from askfirst.vocabulary import DriftCode, Status, Use, groups, leaves

__all__ = ["Drift", "disagreements", "pointer", "standing"]


class Drift(NamedTuple):
    """What is wrong with an audio file, and with which part of which document of those about it.

    `place` is the name of the place of the document, None where it is about no single one.
    """

    code: DriftCode
    message: str
    help: str | None = None
    place: str | None = None
    pointer: str = ""


def pointer(one: Bearing, member: str = "") -> str:
    """Return the JSON Pointer, in its text, of the track that is the file or of a member of it."""
    document = one.checked.pointer if one.checked else ""
    track = one.declared.pointer if one.declared and one.declared.pointer else "/track"
    return f"{document}{track}{f'/{member}' if member else ''}"


def standing(several: Iterable[Declared]) -> Mapping[Use, Status]:
    """Return how each leaf stands: as the strictest says, and never below the floor."""
    each = list(several)
    return {
        leaf: Status.strictest(
            [status(one, leaf).status for one in each]
            + ([Status.CONSENT_REQUIRED] if leaf.floor else [Status.UNSPECIFIED])
        )
        for leaf in leaves(Use.ANY_AI_USE)
    }


def disagreements(several: Sequence[Bearing]) -> Iterator[Drift]:
    """Yield the uses for which one maker says different things in different places.

    What several makers say adds up, and need not be the same.
    """
    makers: dict[str, dict[str, list[Declared]]] = {}
    for one in several:
        if one.declared:
            places = makers.setdefault(one.declared.document.by.id, {})
            places.setdefault(one.place.name, []).append(one.declared)
    for places in makers.values():
        same = {frozenset((one.document.sha256, one.pointer) for one in p) for p in places.values()}
        if len(same) > 1:
            yield from _differences({name: standing(said) for name, said in places.items()})


def _differences(said: Mapping[str, Mapping[Use, Status]]) -> Iterator[Drift]:
    """Yield one drift for all leaves about which the places differ in the same way."""
    ways: dict[tuple[Status, ...], list[Use]] = {}
    for leaf in leaves(Use.ANY_AI_USE):
        way = tuple(one[leaf] for one in said.values())
        if len(set(way)) > 1:
            ways.setdefault(way, []).append(leaf)
    for way, uses in ways.items():
        terms = ", ".join(f"`{use}`" for use in groups(uses))
        each = ", ".join(f"`{one}` in {name}" for one, name in zip(way, said, strict=True))
        yield Drift(
            DriftCode.PLACES_DISAGREE,
            f"{terms}: {each}; `{Status.strictest(way)}` counts",
            "change the license file, and embed it again",
        )
