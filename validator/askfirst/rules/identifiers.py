"""Check the identifiers of tracks, releases and parties (AF2)."""

from collections.abc import Callable, Iterator
from types import ModuleType

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import ipi, iscc, isni, isrc, iswc, mbid, party, upc
from askfirst.rules.anatomy import parties, tracks
from askfirst.rules.part import Part
from askfirst.rules.registry import Fault, rule
from askfirst.vocabulary import Configuration, DocumentType

__all__: list[str] = []

_WITH_TRACKS = (
    DocumentType.DECLARATION,
    DocumentType.RELEASE,
    DocumentType.CONSENT,
    DocumentType.REQUEST,
    DocumentType.DECISION,
)
_WITH_PARTIES = (*DocumentType, Configuration.TRUST)


@rule("AF202", *_WITH_TRACKS)
def isrc_has_a_known_prefix(document: Part) -> Iterator[Fault]:
    """An ISRC SHOULD begin with a prefix that the ISRC agency has given out."""
    for track in tracks(document):
        code = track["isrc"].text
        if isrc.is_valid(code) and not isrc.known_prefix(code):
            message = f"no agency is known for the prefix `{isrc.compact(code)[:2]}`"
            yield Fault(
                track["isrc"], message, "compare it with the letter or page that gave it to you"
            )


@rule("AF203", *_WITH_TRACKS)
def iswc_has_its_check_digit(document: Part) -> Iterator[Fault]:
    """An ISWC MUST be the letter T, nine digits and their check digit."""
    for track in tracks(document):
        yield from _invalid(track["iswc"], track["iswc"].text, iswc)


@rule("AF204", *_WITH_PARTIES)
def isni_has_its_check_character(document: Part) -> Iterator[Fault]:
    """An ISNI given as an address MUST be fifteen digits and their check character."""
    for address in parties(document):
        number = party.isni_in(address.text)
        if number is not None:
            yield from _invalid(address, number, isni)


@rule("AF205", *_WITH_PARTIES)
def ipi_has_its_check_number(document: Part) -> Iterator[Fault]:
    """An IPI name number given as an address MUST be eleven digits, of which the last two are the check number."""
    for address in parties(document):
        if address.text.lower().startswith(party.IPI):
            yield from _invalid(address, address.text[len(party.IPI) :], ipi)


@rule("AF206", DocumentType.RELEASE)
def upc_has_its_check_digit(document: Part) -> Iterator[Fault]:
    """A UPC or EAN MUST be 8, 12, 13 or 14 digits, of which the last is the check digit."""
    yield from _invalid(document["release"]["upc"], document["release"]["upc"].text, upc)


@rule("AF208", *_WITH_TRACKS)
def iscc_is_complete(document: Part) -> Iterator[Fault]:
    """An ISCC MUST be ISCC: followed by upper-case base32 text that is as long as its own header says."""
    for track in tracks(document):
        yield from _invalid(track["iscc"], track["iscc"].text, iscc)


@rule("AF209", *_WITH_PARTIES)
def identifiers_stand_in_normal_form(document: Part) -> Iterator[Fault]:
    """An identifier SHOULD be written in its normal form."""
    for part, normal in _normal_forms(document):
        if normal is not None and part.text != normal:
            message = f"`{part.text}` is not in its normal form"
            yield Fault(part, message, f"write `{normal}`", normal)


def _normal_forms(document: Part) -> Iterator[tuple[Part, str | None]]:
    for track in tracks(document):
        for name, module in (("isrc", isrc), ("iswc", iswc), ("mbid", mbid)):
            yield track[name], _compact(track[name], module)
        for file in track["files"]:
            for name in ("packetsSha256", "pcmMd5"):
                yield file[name], file[name].text.lower() if file[name].present else None
    yield document["release"]["upc"], _compact(document["release"]["upc"], upc)
    yield document["release"]["mbid"], _compact(document["release"]["mbid"], mbid)
    for address in parties(document):
        yield address, party.identified(address.text) if address.text else None


def _compact(part: Part, module: ModuleType) -> str | None:
    compact: Callable[[str], str] = module.compact
    return compact(part.text) if part.text and module.is_valid(part.text) else None


def _invalid(part: Part, written: str, module: ModuleType) -> Iterator[Fault]:
    if not part.text:
        return
    try:
        module.validate(written)
    except InvalidIdentifier as error:
        yield Fault(part, f"`{written}` is not valid", f"compare it with its source: {error}")
