"""Read what can be read of documents that do not conform: they still restrict (rule 11)."""

from typing import NamedTuple

from askfirst.checking import Checked, check
from askfirst.checking.pieces import track
from askfirst.decision.identity import through
from askfirst.decision.statement import stated
from askfirst.identifiers import iri
from askfirst.model.parts import Statements, Track
from askfirst.rules.anatomy import STATEMENTS
from askfirst.rules.part import Part, words
from askfirst.vocabulary import DocumentType, Status, Use

__all__ = [
    "Piece",
    "ended_consent",
    "id_of",
    "kind_of",
    "pieces",
    "prohibits",
    "restricts",
    "statements",
]

_RECORDING_OR_WORK = frozenset({"isrc", "mbid", "iswc", "urls", "files"})
_IDENTIFYING = _RECORDING_OR_WORK | {"iscc"}
_OF_TRACKS = (DocumentType.RELEASE, DocumentType.CONSENT)
_VERSION, _UNKNOWN_VERSION = "1.0.0", "AF101"
_UNKNOWN_MEMBER = frozenset({"AF103", "AF308"})


class Piece(NamedTuple):
    """What a broken document says of one track; without a track, it cannot be read which."""

    checked: Checked
    pointer: str
    track: Track | None
    own: Statements
    general: Statements | None


def kind_of(checked: Checked) -> DocumentType | None:
    """Return the type of a document; None where its text does not tell, and of no type we know."""
    at = f"{checked.pointer}/type"
    told = not any(error.pointer == at for error in checked.errors)
    return checked.kind if told and isinstance(checked.kind, DocumentType) else None


def id_of(checked: Checked) -> str | None:
    """Return the id of a document; None where its text does not tell, or where it is no id."""
    if any(error.code.startswith("AF0") for error in checked.errors):
        return None
    # of a type or version that is not known, nobody has looked at the id yet
    alone = check({"askfirst": _VERSION, "type": "Withdrawal", "id": checked.id})
    return None if any(f.pointer == "/id" for f in alone.findings) else checked.id


def pieces(checked: Checked) -> tuple[Piece, ...]:
    """Return what a document that does not conform says of each track.

    Of a type that cannot be read, whatever looks like a track is taken for one.
    """
    kind, sure = kind_of(checked), _as_declaring(checked)
    document = Part(sure.value, sure.pointer)
    said, one = statements(document), document["track"]
    found = []
    if kind is not DocumentType.DECLARATION:
        found = [
            Piece(checked, _below(part, sure), _readable(part, sure), statements(part), said)
            for part in document["tracks"]
        ]
    if one.present and kind not in _OF_TRACKS:
        found.append(Piece(checked, "", _readable(one, sure), said, None))
    return tuple(found) or (Piece(checked, "", None, said, None),)


def _as_declaring(checked: Checked) -> Checked:
    """Return a document as it would be read if a type that cannot be read were a likely one."""
    if kind_of(checked) is not None or not isinstance(checked.value, dict):
        return checked
    likely = DocumentType.RELEASE if "tracks" in checked.value else DocumentType.DECLARATION
    version = checked.value.get("askfirst")
    head = {"askfirst": version if isinstance(version, str) else _VERSION, "type": likely}
    again = check({**checked.value, **head}).documents[0]
    errors = tuple(e for e in checked.errors if e.code.startswith("AF0"))
    return Checked("", likely, again.value, None, (*errors, *again.errors))


def restricts(piece: Piece, known: frozenset[str]) -> bool:
    """Tell whether no leaf may be opened: unless the track can be read and is another one."""
    return piece.track is None or through(piece.track, known) is not None


def prohibits(piece: Piece, leaf: Use) -> bool:
    """Tell whether what can be read prohibits a leaf for a track that can be read."""
    status = stated(leaf, piece.own, piece.general).status
    return piece.track is not None and status is Status.PROHIBITED


def ended_consent(checked: Checked) -> str | None:
    """Return the Consent that a broken Withdrawal names; None where that cannot be read."""
    named = Part(checked.value, checked.pointer)["consent"]
    faults = (e.pointer == named.pointer or e.code.startswith("AF0") for e in checked.errors)
    return None if any(faults) or not named.text else iri.normal(named.text)


def _below(part: Part, checked: Checked) -> str:
    """Return the pointer of a part inside its document."""
    return part.pointer.removeprefix(checked.pointer)


def statements(part: Part) -> Statements:
    """Return what can be read of the three lists of uses: the entries that are uses."""
    permits, requires_consent, prohibited = (
        tuple(use for use, _ in words(part[name], Use)) for name in STATEMENTS
    )
    return Statements(permits=permits, requires_consent=requires_consent, prohibits=prohibited)


def _readable(part: Part, checked: Checked) -> Track | None:
    """Return a track whose identifiers are all there and right; None where one cannot be sure."""
    value = part.value if isinstance(part.value, dict) else {}
    sure = not any(_blurs(e.code, e.pointer, part) for e in checked.errors)
    if not sure or not _RECORDING_OR_WORK.intersection(value):
        return None
    return track({name: value[name] for name in _IDENTIFYING if name in value})


def _blurs(code: str, pointer: str, part: Part) -> bool:
    """Tell whether an error leaves it open which track is meant."""
    if code.startswith("AF0") or code == _UNKNOWN_VERSION:
        return True
    inside, _, below = pointer.partition(f"{part.pointer}/")
    member, _, deeper = below.partition("/")
    if inside or not below:
        return False
    return member in _IDENTIFYING or (code in _UNKNOWN_MEMBER and not deeper)
