"""Tell which documents bear on an audio file, by where they stand and what they name (spec 17)."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from askfirst.authoring.belonging import is_called
from askfirst.authoring.naming import SIDECARS
from askfirst.checking import Checked, Report
from askfirst.decision.broken import pieces, restricts
from askfirst.decision.identity import through
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.model.parts import Track
from askfirst.vocabulary import DocumentType, Identifies

__all__ = ["Bearing", "Place", "Site", "bearing", "declaring", "orphans"]

_MEANT = (DocumentType.DECLARATION, DocumentType.RELEASE, None)
_SURE = (Identifies.RECORDING, Identifies.WORK)


class Site(StrEnum):
    """Where a declaration can stand: in the audio file, beside it, or in its folder."""

    EMBEDDED = "embedded"
    SIDECAR = "sidecar"
    FOLDER = "folder"


class Place(NamedTuple):
    """A text with documents: the name is that of the license file, or of the tag it was read in."""

    site: Site
    name: str
    report: Report


class Bearing(NamedTuple):
    """A document that bears on a file.

    `declared` is None where the document does not conform, or where it is a Release without a
    track that is this file. There is no document at all where a text cannot be read.
    """

    place: Place
    checked: Checked | None
    declared: Declared | None

    @property
    def conforms(self) -> bool:
        """Whether what stands there is a document without errors."""
        return self.checked is not None and self.checked.conforms


def declaring(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the places with something that declares, or that may have been meant to."""
    return tuple(
        place
        for place in places
        if not place.report.documents or any(one.kind in _MEANT for one in place.report.documents)
    )


def bearing(places: Iterable[Place], own: Track, name: str) -> Iterator[Bearing]:
    """Yield what bears on a file: `own` is what identifies it, `name` what it is called.

    What cannot be read, or only in part, may be about any file of its folder (reading rule 11).
    """
    for place in places:
        if not place.report.documents:
            yield Bearing(place, None, None)
        for checked in place.report.documents:
            if checked.kind in _MEANT:
                yield from _bearing(place, checked, own, name)


def _bearing(place: Place, checked: Checked, own: Track, name: str) -> Iterator[Bearing]:
    document = checked.document
    if not isinstance(document, Declaration | Release):
        beside = place.site is not Site.FOLDER
        if beside or any(restricts(piece, own.identifiers) for piece in pieces(checked)):
            yield Bearing(place, checked, None)
        return
    several = document.declared
    if place.site is not Site.FOLDER and len(several) == 1:
        yield Bearing(place, checked, several[0])
        return
    found = _named(several, own, name)
    yield from (Bearing(place, checked, one) for one in found)
    if place.site is not Site.FOLDER and not found:
        yield Bearing(place, checked, None)


def _named(several: Iterable[Declared], own: Track, name: str) -> list[Declared]:
    """Return the tracks that are this file: by an identifier, else by the name of the file."""
    each = list(several)
    known = [one for one in each if through(one.track, own.identifiers) in _SURE]
    return known or [one for one in each if is_called(one.track, name)]


def orphans(names: Collection[str]) -> Iterator[str]:
    """Yield the license files in a folder whose audio file is not there, by their names."""
    there = frozenset(names)
    for name in sorted(there):
        end = next((end for end in SIDECARS if name.lower().endswith(end)), None)
        if end and len(name) > len(end) and name[: -len(end)] not in there:
            yield name
