"""Say a Release in plain language: what most tracks have in common, and what one has not."""

from collections import Counter
from collections.abc import Iterator

from askfirst.deed import about, standing
from askfirst.deed.declarations import standing_of, uses_sections
from askfirst.deed.holders import alone, holders
from askfirst.deed.kinds import Kind, Part
from askfirst.deed.parties import title, track
from askfirst.deed.statements import Deed, Section, Statement
from askfirst.model.declarations import Declared, Release
from askfirst.model.parts import Rightsholder
from askfirst.vocabulary import DocumentType, Right

__all__ = ["release_deed"]


def release_deed(document: Release) -> Deed:
    """Return the deed of a Release.

    The tracks are compared with one of them that is like most others: what it has is said first.
    """
    usual = _usual(document.declared)
    tracks = tuple(_track(one, usual, document) for one in document.declared)
    differ = any(one.parts for one in tracks)
    kind = Kind.TRACKS_DIFFER if differ else Kind.TRACKS_ALIKE
    return Deed(
        type=DocumentType.RELEASE,
        title=title(document.release.title, document.release.artists),
        lead=(Statement(Kind.LEAD_RELEASE, {"count": len(tracks)}),),
        sections=(
            *uses_sections(usual),
            Section(Part.HOLDERS, (*holders(usual), Statement(Kind.HOW_TO_ASK))),
            Section(Part.TRACKS, (Statement(kind, parts=tracks),)),
            about.stating(document),
        ),
    )


def _usual(tracks: tuple[Declared, ...]) -> Declared:
    """Return the first of the tracks that have most in common with others."""
    aspects = [(tuple(standing_of(one).values()), _held(one)) for one in tracks]
    ((usual, _),) = Counter(aspects).most_common(1)
    return tracks[aspects.index(usual)]


def _held(one: Declared) -> tuple[tuple[Rightsholder, ...], tuple[Right, ...]]:
    return one.rightsholders, one.absent_rights


def _track(one: Declared, usual: Declared, document: Release) -> Statement:
    said = track(one.track, document.release.artists)
    parts = tuple(_differing(one, usual)) if one is not usual else ()
    return Statement(said.kind, said.values, parts)


def _differing(one: Declared, usual: Declared) -> Iterator[Statement]:
    """Yield what is said of the leaves that stand otherwise on a track, and its own holders."""
    of, usually = standing_of(one), standing_of(usual)
    other = {leaf: status for leaf, status in of.items() if status is not usually[leaf]}
    yield from standing.statements(other)
    word = tuple(alone(one, of))
    if word != tuple(alone(usual, usually)):
        yield from word
    if _held(one) != _held(usual):
        yield from holders(one)
