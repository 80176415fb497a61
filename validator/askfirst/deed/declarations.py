"""Say a Declaration in plain language (spec 4.3)."""

from collections.abc import Iterator

from askfirst.deed import about, standing
from askfirst.deed.holders import alone, holders
from askfirst.deed.kinds import Kind, Part
from askfirst.deed.parties import identifiers, title
from askfirst.deed.statements import Address, Deed, Section, Statement
from askfirst.model.declarations import Declaration, Declared
from askfirst.model.parts import Track
from askfirst.vocabulary import DocumentType

__all__ = ["declaration_deed", "standing_of", "uses_sections"]


def declaration_deed(document: Declaration) -> Deed:
    """Return the deed of a Declaration."""
    (declared,) = document.declared
    track = document.track
    return Deed(
        type=DocumentType.DECLARATION,
        title=title(track.title or "", track.artists),
        lead=(Statement(Kind.LEAD_DECLARATION), *_known(track)),
        sections=(
            *uses_sections(declared),
            Section(Part.HOLDERS, (*holders(declared), Statement(Kind.HOW_TO_ASK))),
            about.stating(document),
        ),
    )


def uses_sections(declared: Declared) -> Iterator[Section]:
    """Yield how the uses of a track stand, and whose word it is."""
    of = standing_of(declared)
    for part, said in standing.sections(of):
        beside = alone(declared, of) if part is Part.PERMITTED else ()
        yield Section(part, (*said, *beside))


def standing_of(declared: Declared) -> standing.Standing:
    """Return the status of every leaf in what a document declares for a track."""
    return standing.standing(declared.own, declared.general)


def _known(track: Track) -> Iterator[Statement]:
    yield Statement(Kind.KNOWN_AS, {"identifiers": identifiers(track)})
    if track.license:
        yield Statement(Kind.COPYRIGHT, {"license": Address(track.license)})
