"""Find the track of a Request that a holder can speak about (reading rule 6).

A Request could name one track by its title and another one by its hashes. A Consent therefore
holds only identifiers that the holder's own documents know, and of one track only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from askfirst.checking.pieces import track as made
from askfirst.errors import AskFirstError
from askfirst.model.parts import Track

__all__ = ["SeveralTracks", "limited", "own_track"]


_TITLES = ("title", "artists")


class SeveralTracks(AskFirstError):
    """A Request mixes what identifies several tracks of a holder."""


def own_track(asked: Mapping[str, Any], known: Sequence[Track]) -> dict[str, Any]:
    """Return what of the asked track is known to be the holder's, with the holder's own title.

    That is the recording; or the work, where the holder knows no recording of it. Where nothing
    is known it stays as it is. Raises `SeveralTracks`.
    """
    own = made(asked)
    recorded = [track for track in known if not track.recording.isdisjoint(own.recording)]
    written = [track for track in known if not track.work.isdisjoint(own.work)]
    _refuse_several(recorded)
    if recorded:
        kept = frozenset[str]().union(*(track.recording for track in recorded))
        return _titled(recorded[0], _known(asked, kept))
    return _titled(written[0], _known(asked, own.work)) if written else dict(asked)


def limited(asked: Mapping[str, Any], wanted: Iterable[Track]) -> dict[str, Any]:
    """Return the asked track with those of its identifiers only that the wanted ones have."""
    kept = frozenset[str]().union(*(track.identifiers for track in wanted))
    return {**{name: asked[name] for name in _TITLES if name in asked}, **_known(asked, kept)}


def _titled(track: Track, identifiers: dict[str, Any]) -> dict[str, Any]:
    artists = {"artists": list(track.artists)} if track.artists else {}
    return {**({"title": track.title} if track.title else {}), **artists, **identifiers}


def _known(asked: Mapping[str, Any], known: Iterable[str]) -> dict[str, Any]:
    """Return the identifiers of a track that are among the known ones, as they are written."""
    found: dict[str, Any] = {}
    for name, value in _identifiers(asked):
        if made({name: value}).identifiers.intersection(known):
            found[name] = [*found.get(name, []), *value] if isinstance(value, list) else value
    return found


def _identifiers(asked: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield each identifier by itself, as a member of a track with this one only."""
    yield from ((name, asked[name]) for name in ("isrc", "mbid", "iswc") if name in asked)
    yield from (("urls", [url]) for url in asked.get("urls", ()))
    for file in asked.get("files", ()):
        hashes = (name for name in ("packetsSha256", "pcmMd5") if name in file)
        yield from (("files", [{name: file[name]}]) for name in hashes)


def _refuse_several(tracks: Sequence[Track]) -> None:
    """Raise where the tracks are not all linked by identifiers of recordings that they share."""
    linked, rest = list(tracks[:1]), list(tracks[1:])
    while found := [one for one in rest if any(_linked(one, other) for other in linked)]:
        linked += found
        rest = [one for one in rest if one not in linked]
    if rest:
        titles = sorted(
            f'"{track.title}" ({", ".join(sorted(track.recording))})' for track in tracks
        )
        raise SeveralTracks(
            f"the Request mixes what identifies several tracks: {'; '.join(titles)}; "
            "say which one with --track"
        )


def _linked(one: Track, other: Track) -> bool:
    return not one.recording.isdisjoint(other.recording)
