"""Compare Declarations and Releases: what they state, about what, in whose name (spec 5.15)."""

from collections.abc import Iterator
from dataclasses import replace

from askfirst.comparison.change import Change, Kind
from askfirst.comparison.holders import holder_changes
from askfirst.comparison.members import (
    Found,
    Reader,
    entries,
    found,
    leaf_changes,
    listed,
    milder,
    noted,
    value,
)
from askfirst.comparison.tracks import identified, paired, track_changes
from askfirst.decision.because import entry_of
from askfirst.decision.statement import status
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.vocabulary import Status, Use

__all__ = ["declaration_changes", "release_changes"]

_BY_STRICTNESS = milder(*Status)
_NOTES: dict[str, Reader] = {
    "id": lambda one: str(one.id),
    "issued": lambda one: str(one.issued),
    "askAt": lambda one: one.ask_at,
    "language": lambda one: one.language,
    "by/name": lambda one: one.by.name,
    "witness/id": lambda one: one.witness and one.witness.id,
    "witness/name": lambda one: one.witness and one.witness.name,
    "source/signal": lambda one: one.source and one.source.signal,
    "source/url": lambda one: one.source and one.source.url,
    "source/sha256": lambda one: one.source and one.source.sha256,
}
_RELEASE_NOTES: dict[str, Reader] = {
    "release/title": lambda one: str(one.release.title),
    "release/artists": lambda one: ", ".join(one.release.artists),
    "release/upc": lambda one: one.release.upc,
    "release/mbid": lambda one: one.release.mbid,
}


def declaration_changes(old: Declaration, new: Declaration) -> Iterator[Change]:
    """Yield what differs between two Declarations."""
    yield from _general(old, new)
    yield from _declared(old.declared[0], new.declared[0])


def release_changes(old: Release, new: Release) -> Iterator[Change]:
    """Yield what differs between two Releases, track by track."""
    yield from _general(old, new)
    yield from noted(old, new, _RELEASE_NOTES)
    for before, after in paired(old.declared, new.declared):
        if before and after:
            yield from (replace(one, track=after.pointer) for one in _declared(before, after))
        else:
            yield from _alone(before, after)


def _general(old: Declaration | Release, new: Declaration | Release) -> Iterator[Change]:
    """Yield what differs in whose name it is stated, what it replaces, and what people read."""
    yield from value("by", found(old.by.id, "/by"), found(new.by.id, "/by"), Kind.WIDENED)
    yield from _imported(old, new)
    # that the new document replaces the old one is what the comparison takes for granted
    superseded = {one: at for one, at in _superseded(new).items() if one != old.id}
    yield from entries("supersedes", _superseded(old), superseded, dropped=Kind.WIDENED)
    yield from noted(old, new, _NOTES)


def _imported(old: Declaration | Release, new: Declaration | Release) -> Iterator[Change]:
    """Yield that one was read from a signal: it opens nothing, and what it replaced holds again."""
    before, after = (
        found(str(one.source.signal) if one.source else None, "/source") for one in (old, new)
    )
    if old.imported != new.imported:
        yield from value("source", before, after, Kind.WIDENED)


def _superseded(document: Declaration | Release) -> dict[str, str]:
    return listed(document.supersedes, "/supersedes")


def _declared(old: Declared, new: Declared) -> Iterator[Change]:
    """Yield what differs in what is declared for one track."""

    def states(one: Declared, leaf: Use) -> Found:
        said = status(one, leaf)
        return said.status, entry_of(one, said) if said.term else None

    yield from leaf_changes(lambda leaf: states(old, leaf), lambda leaf: states(new, leaf), _kind)
    at = (old.pointer or "/track", new.pointer or "/track")
    yield from track_changes(old.track, new.track, at, alike=Kind.NARROWED, unlike=Kind.WIDENED)
    yield from holder_changes(old, new)
    yield from entries("absentRights", _absent(old), _absent(new))


def _kind(leaf: Use, before: str | None, after: str | None) -> Kind:
    """Tell what another status does; under the floor, silence requires consent as well."""
    if leaf.floor and Status.PROHIBITED not in (before, after):
        return Kind.CHANGED
    return _BY_STRICTNESS(leaf, before, after)


def _absent(declared: Declared) -> dict[str, str]:
    return listed(map(str, declared.absent_rights), declared.absent_rights_at)


def _alone(old: Declared | None, new: Declared | None) -> Iterator[Change]:
    """Yield that a track is in one of the Releases only: who holds what there is stated or not."""
    before = (identified(old.track), old.pointer) if old else (None, None)
    after = (identified(new.track), new.pointer) if new else (None, None)
    yield Change(
        kind=Kind.WIDENED,
        what="tracks",
        before=before[0],
        after=after[0],
        old=before[1],
        new=after[1],
    )
