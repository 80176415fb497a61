"""Look at one audio file of a library: which declarations it has, and whether they agree."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import BinaryIO, NamedTuple

from askfirst.audio import (
    CodedAudio,
    Embedded,
    Tags,
    UnreadableAudio,
    coded_audio,
    embedded,
    tags,
)
from askfirst.authoring.copies import copies
from askfirst.authoring.coverage import Bearing, Place, Site, bearing, declaring
from askfirst.authoring.drift import Drift, disagreements
from askfirst.authoring.drift_tags import Own, disagreeing
from askfirst.authoring.recordings import recorded
from askfirst.checking import Report, check
from askfirst.checking.pieces import track
from askfirst.model.declarations import Declaration, Release
from askfirst.model.findings import Finding
from askfirst.reading import Syntax
from askfirst.signals.importing import Import, read
from askfirst.signals.signal import Channel, Found
from askfirst.vocabulary import DriftCode, Severity
from askfirst.vocabulary import Signal as Name

__all__ = ["Cover", "Faulty", "Scanned", "State", "scan", "unopened"]


class State(StrEnum):
    """How an audio file stands, the best first."""

    DECLARED = "declared"
    CONTRADICTION = "contradiction"
    INVALID = "invalid"
    NOT_DECLARED = "not-declared"
    UNREADABLE = "unreadable"


class Cover(NamedTuple):
    """A document that bears on a file: where it stands and what it is."""

    site: Site
    place: str
    pointer: str
    id: str | None
    sha256: str | None
    conforms: bool


class Faulty(NamedTuple):
    """A text that does not conform, in the file or beside it, and what was found there."""

    site: Site
    place: str
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, places: Iterable[Place], *sites: Site) -> "tuple[Faulty, ...]":
        """Return what does not conform of the places of some kinds."""
        wrong = (one for one in places if one.site in sites and not one.report.conforms)
        return tuple(cls(one.site, one.name, one.report.findings) for one in wrong)


class Scanned(NamedTuple):
    """An audio file: how it stands, what bears on it, the signals in it, and what is wrong.

    `faulty` are the texts in it and beside it that do not conform; those of its folder are not
    its own.
    """

    name: str
    state: State
    covers: tuple[Cover, ...] = ()
    signals: tuple[Import, ...] = ()
    drifts: tuple[Drift, ...] = ()
    faulty: tuple[Faulty, ...] = ()


def unopened(name: str, why: str) -> Scanned:
    """Return a file that cannot be opened."""
    return Scanned(name, State.UNREADABLE, drifts=(_not_read(f"it cannot be opened: {why}"),))


def scan(name: str, file: BinaryIO, around: Sequence[Place], *, hashing: bool = True) -> Scanned:
    """Return how a seekable audio file stands, with the license files beside and around it.

    Raises `NoTagReader`. Without `hashing`, the audio is not read, and hashes are not compared.
    """
    unread, inside = [], Embedded()
    try:
        inside = embedded(file)
    except UnreadableAudio as error:
        unread.append(_not_read(str(error)))
    places = declaring([*_inside(inside), *around])
    # without anything declared, nobody needs to know what else the file says
    said = _tags(file, unread) if places and not unread else None
    audio = _hashed(file, unread) if hashing and _names_hashes(places) else None
    own = _own(name, inside, said, audio)
    found = tuple(bearing(places, own.track, name))
    drifts = [*unread, *_undeclared(found, around), *disagreements(found), *copies(found)]
    drifts += disagreeing(own, found)
    return Scanned(
        name,
        _state(found, drifts, unread),
        tuple(map(_cover, found)),
        own.signals,
        tuple(sorted(drifts, key=lambda one: one.code)),
        Faulty.of(places, Site.EMBEDDED, Site.SIDECAR),
    )


def _not_read(why: str) -> Drift:
    return Drift(DriftCode.NOT_READ, why)


def _inside(inside: Embedded) -> Iterator[Place]:
    for carried in inside.declarations:
        yield Place(Site.EMBEDDED, str(carried.carrier), _checked(carried.text))


@lru_cache(maxsize=16)
def _checked(text: str) -> Report:
    """Return the report about a text; the files of an album often have the same one."""
    return check(text, syntax=Syntax.JSON)


def _own(name: str, inside: Embedded, found: Tags | None, audio: CodedAudio | None) -> Own:
    """Return what a file says of itself."""
    said = recorded(name, audio, found).track
    # a title that is only the name of the file disagrees with nothing
    known = said if found and found.title else {**said, "title": None}
    return Own(
        track(known),
        audio is not None,
        inside.copyright,
        inside.license or said.get("license"),
        _signals(inside),
    )


def _tags(file: BinaryIO, unread: list[Drift]) -> Tags | None:
    try:
        return tags(file)
    except UnreadableAudio as error:
        unread.append(_not_read(str(error)))
        return None


def _names_hashes(places: Iterable[Place]) -> bool:
    documents = (one.document for place in places for one in place.report.documents)
    several = (one for one in documents if isinstance(one, Declaration | Release))
    return any(one.track.files for document in several for one in document.declared)


def _hashed(file: BinaryIO, unread: list[Drift]) -> CodedAudio | None:
    try:
        return coded_audio(file)
    except UnreadableAudio as error:
        if not unread:
            unread.append(_not_read(f"no hash can be made of its audio: {error}"))
        return None


def _signals(inside: Embedded) -> tuple[Import, ...]:
    if inside.xmp is None:
        return ()
    text = inside.xmp.decode("utf-8", "replace")
    return read([Found(Channel.FILE, text)], [Name.PLUS])


def _undeclared(found: Sequence[Bearing], around: Sequence[Place]) -> Iterator[Drift]:
    if not found:
        others = [one.name for one in around if one.site is Site.FOLDER]
        says = f", and no track in {', '.join(others)} is this file" if others else ""
        message = f"no declaration is in it or beside it{says}"
        yield Drift(DriftCode.NOT_DECLARED, message, "`askfirst init` makes one")


def _state(found: Sequence[Bearing], drifts: Sequence[Drift], unread: Sequence[Drift]) -> State:
    if not found:
        return State.UNREADABLE if unread else State.NOT_DECLARED
    if not all(one.conforms for one in found):
        return State.INVALID
    wrong = any(one.code.severity is Severity.ERROR for one in drifts)
    return State.CONTRADICTION if wrong else State.DECLARED


def _cover(one: Bearing) -> Cover:
    checked, declared = one.checked, one.declared
    return Cover(
        one.place.site,
        one.place.name,
        (checked.pointer if checked else "") + (declared.pointer if declared else ""),
        checked.id if checked else None,
        checked.sha256 if checked else None,
        one.conforms,
    )
