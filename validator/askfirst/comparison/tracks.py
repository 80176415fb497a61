"""Compare which track is meant: its identifiers, and which track of a Release became which."""

from collections import deque
from collections.abc import Iterator, Sequence

from askfirst.comparison.change import Change, Kind
from askfirst.comparison.members import Reader, entries, noted
from askfirst.model.declarations import Declared
from askfirst.model.parts import Track
from askfirst.vocabulary import Identifier

__all__ = ["identified", "paired", "track_changes"]

_LIKENESS = f"{Identifier.ISCC}:"
_NOTES: dict[str, Reader] = {
    "title": lambda track: track.title,
    "artists": lambda track: ", ".join(track.artists) or None,
    "license": lambda track: track.license,
}


def identified(track: Track) -> str:
    """Return what a track is known by, as one text."""
    return ", ".join(sorted(track.identifiers))


def track_changes(
    old: Track, new: Track, at: tuple[str, str], *, alike: Kind, unlike: Kind
) -> Iterator[Change]:
    """Yield which identifiers were added and dropped, and what differs for people.

    Through an identifier of a recording or a work, something is restricted and something else
    loosened, so that either change widens. A likeness only restricts: `alike` says what one that
    is added does, and `unlike` what one that is dropped does.
    """
    before, after = _identifiers(old, at[0]), _identifiers(new, at[1])
    for change in entries("track", before, after, dropped=Kind.WIDENED):
        if not (change.before or change.after or "").startswith(_LIKENESS):
            yield change
    likenesses = _likenesses(before), _likenesses(after)
    yield from entries("track", *likenesses, added=alike, dropped=unlike)
    yield from noted(old, new, _NOTES, within="track/", at=at)


def _identifiers(track: Track, at: str) -> dict[str, str]:
    """Return each identifier of a track, written `kind:value`, with its pointer."""
    found = [
        (Identifier.ISRC, track.isrc, Identifier.ISRC),
        (Identifier.MBID, track.mbid, Identifier.MBID),
        (Identifier.ISWC, track.iswc, Identifier.ISWC),
        (Identifier.ISCC, track.iscc, Identifier.ISCC),
        *((Identifier.URLS, url, f"urls/{n}") for n, url in enumerate(track.urls)),
    ]
    for n, file in enumerate(track.files):
        packets, samples = Identifier.PACKETS_SHA256, Identifier.PCM_MD5
        found.append((packets, file.packets_sha256, f"files/{n}/{packets}"))
        found.append((samples, file.pcm_md5, f"files/{n}/{samples}"))
    # from the end, so that of equal ones the first has its pointer
    return {f"{kind}:{text}": f"{at}/{place}" for kind, text, place in reversed(found) if text}


def _likenesses(identifiers: dict[str, str]) -> dict[str, str]:
    return {one: at for one, at in identifiers.items() if one.startswith(_LIKENESS)}


def paired(
    old: Sequence[Declared], new: Sequence[Declared]
) -> Iterator[tuple[Declared | None, Declared | None]]:
    """Yield the tracks of two Releases in pairs, and alone those that are in one of them only.

    A track goes with the first one left that shares a recording identifier, then with the one
    left at its own place.
    """
    matched = _by_identifier(old, new)
    taken = set(matched.values())
    for n, other in enumerate(new[: len(old)]):
        if n not in matched and other not in taken:
            matched[n] = other
            taken.add(other)
    yield from ((one, matched.get(n)) for n, one in enumerate(old))
    yield from ((None, other) for other in new if other not in taken)


def _by_identifier(old: Sequence[Declared], new: Sequence[Declared]) -> dict[int, Declared]:
    """Return the track of the new Release that shares an identifier, by place in the old one."""
    waiting: dict[str, deque[int]] = {}
    for n, other in enumerate(new):
        for identifier in other.track.recording:
            waiting.setdefault(identifier, deque()).append(n)
    found: dict[int, Declared] = {}
    taken: set[int] = set()
    for n, one in enumerate(old):
        left = (_first(waiting.get(each), taken) for each in one.track.recording)
        place = min((each for each in left if each is not None), default=None)
        if place is not None:
            found[n] = new[place]
            taken.add(place)
    return found


def _first(waiting: deque[int] | None, taken: set[int]) -> int | None:
    """Return the first place in a queue that is not taken, and forget those before it."""
    while waiting and waiting[0] in taken:
        waiting.popleft()
    return waiting[0] if waiting else None
