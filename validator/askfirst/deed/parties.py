"""Say who is who: parties, tracks, and where somebody can be asked."""

from collections.abc import Sequence

from askfirst.deed.kinds import Kind
from askfirst.deed.statements import Address, Plain, Quote, Statement, Theirs, Value
from askfirst.identifiers import isrc, iswc
from askfirst.model.parts import Party, Track

__all__ = ["addresses", "called", "identifiers", "name", "party", "title", "track"]

_DIGITS = 12


def party(id_: str, called: str | None) -> Value:
    """Return a party by its name and by who it is, which is what counts."""
    if called is None or called == id_:
        return Address(id_)
    return Statement(Kind.PARTY, {"name": Theirs(called), "id": Address(id_)})


def called(one: Party) -> Value:
    """Return a party by its name and by who it is."""
    return party(one.id, one.name)


def name(one: Party) -> Value:
    """Return what a party is called; one without a name is called by its id."""
    return Theirs(one.name) if one.name else Address(one.id)


def addresses(several: Sequence[str]) -> tuple[Value, ...]:
    """Return addresses of strangers."""
    return tuple(Address(one) for one in several)


def title(text: str, artists: Sequence[str]) -> Statement:
    """Return what a track or a release is called, as a heading."""
    by = tuple(Theirs(artist) for artist in artists)
    return Statement(Kind.TITLE_WORK, {"title": Theirs(text), "artists": by})


def track(one: Track, artists: Sequence[str] = ()) -> Statement:
    """Return a track by its title and what it is known by; by its artists too if they differ."""
    known = {"identifiers": _codes(one) or _fingerprints(one)}
    if one.title is None:
        return Statement(Kind.UNTITLED_TRACK, known)
    if not one.artists or tuple(one.artists) == tuple(artists):
        return Statement(Kind.TRACK, {"title": Quote(one.title), **known})
    by = tuple(Theirs(artist) for artist in one.artists)
    return Statement(Kind.TRACK_BY, {"title": Quote(one.title), "artists": by, **known})


def identifiers(one: Track) -> tuple[Value, ...]:
    """Return all that a track is known by; of a hash its first digits, which people compare."""
    return (*_codes(one), *_fingerprints(one))


def _codes(one: Track) -> tuple[Value, ...]:
    several = [
        ("ISRC", one.isrc and isrc.format(one.isrc)),
        ("ISWC", one.iswc and iswc.format(one.iswc)),
        ("MusicBrainz", one.mbid),
        ("ISCC", one.iscc and one.iscc.removeprefix("ISCC:")),
    ]
    known = (
        Statement(Kind.IDENTIFIER, {"kind": Plain(kind), "code": Theirs(code)})
        for kind, code in several
        if code
    )
    return (*known, *addresses(one.urls))


def _fingerprints(one: Track) -> tuple[Value, ...]:
    hashes = (file.packets_sha256 or file.pcm_md5 or "" for file in one.files)
    return tuple(
        Statement(Kind.FINGERPRINT, {"code": Plain(f"{digits[:_DIGITS]}…")}) for digits in hashes
    )
