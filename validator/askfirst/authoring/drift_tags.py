"""Find where an audio file and its tags disagree with what is declared for it (spec 17)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from askfirst.authoring.coverage import Bearing
from askfirst.authoring.drift import Drift, pointer, standing
from askfirst.decision.identity import through
from askfirst.identifiers import iri
from askfirst.model.declarations import Declared, Release
from askfirst.model.parts import Statements, Track
from askfirst.signals.importing import Import
from askfirst.vocabulary import DriftCode, Identifier, Status, groups

__all__ = ["Own", "disagreeing"]

_RESTRICTING = (Status.CONSENT_REQUIRED, Status.PROHIBITED)
_CODES = (Identifier.ISRC, Identifier.ISWC, Identifier.MBID)
_COMMONS = "creativecommons.org"
#: The line that `askfirst embed` puts into a copyright text.
_DECLARED = re.compile(r"AskFirst \d+\.\d+ declaration ([^\s,]+)")


class Own(NamedTuple):
    """What an audio file says of itself: what identifies it, its license, its signals.

    `hashed` is whether the hash of its audio is among what identifies it.
    """

    track: Track
    hashed: bool = False
    copyright: str | None = None
    license: str | None = None
    signals: tuple[Import, ...] = ()


def disagreeing(own: Own, several: Sequence[Bearing]) -> Iterator[Drift]:
    """Yield what a file says otherwise than the documents that bear on it."""
    for one in several:
        if one.declared is None and one.conforms:
            yield from _astray(own, one)
        if one.declared:
            yield from _identified(own, one, one.declared.track)
            yield from _titled(own, one, one.declared.track)
            yield from _licensed(own, one, one.declared.track)
    declared = [one.declared for one in several if one.declared]
    yield from _verified(own, several)
    yield from _commons(own, declared)
    yield from _allowed(own, declared)


def _astray(own: Own, one: Bearing) -> Iterator[Drift]:
    """Yield that a Release in or beside a file has no track that is this file."""
    document = one.checked and one.checked.document
    tracks = document.tracks if isinstance(document, Release) else ()
    if own.hashed or not any(each.track.files for each in tracks):
        at = f"{one.checked.pointer if one.checked else ''}/tracks"
        message = "no track of the Release is this file"
        advice = "`askfirst init` puts in what identifies the file"
        yield Drift(DriftCode.NOT_IDENTIFIED, message, advice, one.place.name, at)


def _identified(own: Own, one: Bearing, track: Track) -> Iterator[Drift]:
    """Yield that no hash is that of the file, and each code that is another one."""
    if own.hashed and track.files and through(track, own.track.identifiers) is None:
        yield Drift(
            DriftCode.NOT_IDENTIFIED,
            "no hash in the declaration is that of this file; it may have been encoded again",
            "`askfirst init` puts in the hash of the file as it is now",
            one.place.name,
            pointer(one, "files"),
        )
    for code in _CODES:
        said, declared = getattr(own.track, code), getattr(track, code)
        if said and declared and said != declared:
            message = f"the tags name the {code.upper()} {said}, and the declaration {declared}"
            advice = "correct the one that is wrong"
            at = pointer(one, code)
            yield Drift(DriftCode.OTHER_IDENTIFIER, message, advice, one.place.name, at)


def _titled(own: Own, one: Bearing, track: Track) -> Iterator[Drift]:
    said, declared = own.track.title, track.title
    if said and declared and _folded(said) != _folded(declared):
        message = f"the tags call it “{said}”, and the declaration “{declared}”"
        at = pointer(one, "title")
        yield Drift(DriftCode.OTHER_TITLE, message, None, one.place.name, at)


def _folded(title: str) -> str:
    """Return a title as two are compared: blanks and letter case tell no titles apart."""
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split())


def _licensed(own: Own, one: Bearing, track: Track) -> Iterator[Drift]:
    if own.license and track.license and _address(own.license) != _address(track.license):
        message = f"the tags name the license {own.license}, and the declaration {track.license}"
        at = pointer(one, "license")
        yield Drift(DriftCode.OTHER_LICENSE, message, "embed again", one.place.name, at)


def _address(license_: str) -> str:
    """Return an address as licenses are compared, which people write in several ways."""
    normal = iri.normal(license_).rstrip("/")
    return normal.removeprefix("http://").removeprefix("https://").removeprefix("www.")


def _verified(own: Own, several: Iterable[Bearing]) -> Iterator[Drift]:
    """Yield that the copyright text names a document that is none of those about the file."""
    named = _DECLARED.search(own.copyright or "")
    if not named:
        return
    ids = [one.checked.id for one in several if one.checked]
    known = {iri.normal(id_).partition("#")[0] for id_ in ids if id_}
    if known and iri.normal(named[1]).partition("#")[0] not in known:
        message = f"the copyright text in the tags names the document {named[1]}, which is not here"
        yield Drift(DriftCode.OTHER_LICENSE, message, "embed again")


def _commons(own: Own, declared: Iterable[Declared]) -> Iterator[Drift]:
    restricted = [one for one in declared if _restricts(one.own) or _restricts(one.general)]
    licenses = [own.license, *(one.track.license for one in restricted)]
    named = next((one for one in licenses if one and _is_commons(one)), None)
    if named and restricted:
        message = f"the file is under {named}, and the restrictions do not bind who goes by that"
        advice = "choose one of them: nobody can take back a Creative Commons license"
        yield Drift(DriftCode.COMMONS_RESTRICTED, message, advice)


def _is_commons(address: str) -> bool:
    return iri.host(address).removeprefix("www.") == _COMMONS


def _restricts(statements: Statements | None) -> bool:
    return bool(statements and (statements.requires_consent or statements.prohibits))


def _allowed(own: Own, declared: Sequence[Declared]) -> Iterator[Drift]:
    """Yield what a signal in the file allows and the declarations restrict."""
    stands = standing(declared) if declared and own.signals else {}
    for one in own.signals:
        uses = [
            leaf
            for leaf, status in stands.items()
            if status in _RESTRICTING and one.standing[leaf] is Status.PERMITTED
        ]
        if uses:
            terms = ", ".join(f"`{use}`" for use in groups(uses))
            message = f"the signal {one.signal.name} in the file allows {terms}"
            yield Drift(DriftCode.SIGNAL_ALLOWS, message, "embed again, or take the signal out")
