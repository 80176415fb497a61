"""Attack the license of one song, as somebody would who wants to train without asking."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst import Answer, check, decide
from askfirst.checking import Checked
from tests.property.naive.tables import Object
from tests.property.signers import holder, mandate, signed, trusting, witness
from tests.property.worlds_by_hand import ALL, LAB, LABEL, MARA, SOCIETY, head, held

__all__ = [
    "EVE",
    "HASH",
    "HERS",
    "ISRC",
    "ISSUED",
    "ISWC",
    "MUSIC",
    "OURS",
    "PLATFORM",
    "TRUST",
    "URL",
    "VOICE",
    "Attack",
    "agreed",
    "answered",
    "by",
    "declared",
    "withdrawn",
]

AT, ISSUED, UNTIL = "2027-06-01T00:00:00Z", "2027-01-01T00:00:00Z", "2027-03-01T00:00:00Z"
EVE, PLATFORM = "https://eve.example.org/", "https://platform.example.com/"
MUSIC, VOICE = "music-generation-training", "voice-replication-training"
ISRC, HERS, ISWC = "SEXYZ2600011", "SEEVE2600001", "T9271833400"
URL, HASH = f"{MARA}night-bus", "a1" * 32
SONG = {"isrc": ISRC, "iswc": ISWC, "urls": [URL], "files": [{"packetsSha256": HASH}]}

#: Eve is trusted as Mara is, for songs of her own.
TRUST = trusting(
    holders=[
        holder(MARA, "mara", rights=ALL, identifiers=["isrc:SEXYZ*", f"url:{MARA}*"]),
        holder(MARA, "stolen", rights=ALL, until=UNTIL),
        holder(EVE, "eve", rights=ALL, identifiers=["isrc:SEEVE*", f"url:{EVE}*"]),
        holder(LABEL, "label"),
    ],
    mandates=[mandate(SOCIETY, "society", capacity="society", **{"for": [MARA]})],
    witnesses=[witness(PLATFORM, "platform", rights=ALL), witness(LAB, "lab", rights=ALL)],
)


class Attack(NamedTuple):
    """What somebody tries with which documents; the answer, and a code that says what stops it.

    `aside` are the places of the documents that the caller sets aside.
    """

    what: str
    documents: list[Object | str]
    outcome: str
    code: str
    use: str = MUSIC
    track: Object = SONG
    party: str = LAB
    aside: tuple[int, ...] = ()


def by(name: str, document: Object, created: str = ISSUED) -> Object:
    """Return a document signed by the key of a name."""
    return signed(document, name, created=created)


def declared(party: str = MARA, track: Object = SONG, **members: object) -> Object:
    """Return a Declaration that asks to be asked, by the one holder of everything."""
    named = {"track": {"title": "Night Bus", "artists": ["Mara"], **track}}
    asks = {"rightsholders": [held(party)], "requiresConsent": ["generative-training"]}
    return {**_head("Declaration", party), **named, **asks, **members}


def agreed(party: str = MARA, **members: object) -> Object:
    """Return a Consent of a party that opens the song to the lab."""
    limits = {"material": ["audio"], "models": "any", "territories": ["worldwide"]}
    time = {"purpose": "any", "validFrom": ISSUED, "validUntil": "until-withdrawn"}
    act = {"method": "signature", "statement": "Yes.", "language": "en", "at": ISSUED}
    given = {"to": {"id": LAB, "name": "Lab"}, "rights": ALL, "tracks": [{"isrc": ISRC}]}
    end = {"conditions": [], "expression": act, "atEnd": "stop-new-training"}
    return {**_head("Consent", party), **given, "uses": [MUSIC], **limits, **time, **end, **members}


def withdrawn(party: str, consent: Object) -> Object:
    """Return a Withdrawal of a Consent by a party."""
    return {**_head("Withdrawal", party), "consent": consent["id"], "effective": ISSUED}


def _head(kind: str, party: str) -> Object:
    return {**head(kind, party), "issued": ISSUED}


OURS = by("mara", declared())


def answered(attack: Attack, assurance: str = "trusted") -> Answer:
    """Return what the lab is told."""
    entries = [_set_aside(attack.documents[n]) for n in attack.aside]
    trust = {**TRUST, **({"setAside": entries} if entries else {})}
    asked = {"uses": [attack.use], "track": attack.track, "material": ["audio"]}
    request = {**_head("Request", attack.party), **asked}
    documents = [one for given in attack.documents for one in _read(given)]
    return decide(request, documents, at=AT, assurance=assurance, trust=trust)


def _read(given: Object | str) -> Iterator[Object | Checked]:
    """Yield what is in a text, or a document as it is."""
    yield from check(given).documents if isinstance(given, str) else [given]


def _set_aside(document: Object | str) -> Object:
    sha256 = check(document).documents[0].sha256
    return {"sha256": sha256, "reason": "it is forged", "name": "Ada", "at": AT}
