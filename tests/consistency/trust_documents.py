"""Write the few documents that the vectors about the trust file vary, signed by a few keys."""

from typing import Any, TypeAlias

from tests.property.signers import holder, signed, trusting

__all__ = [
    "AT",
    "LAB",
    "LABEL",
    "MARA",
    "MUSIC",
    "PLATFORM",
    "RECOMMENDATION",
    "SIGNED",
    "SOCIETY",
    "VOICE",
    "agreed",
    "ask",
    "by_mara",
    "by_proof",
    "consent",
    "declaration",
    "held",
    "label",
    "of_both",
    "trusts",
]

Json: TypeAlias = Any

AT, ISSUED, SIGNED = "2026-06-01T00:00:00Z", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"
MARA = {"id": "https://mara.example.org/", "name": "Mara Lindqvist"}
LABEL = {"id": "https://northline.example.com/", "name": "Northline Records"}
SOCIETY = {"id": "https://society.example.org/", "name": "Example Society"}
PLATFORM = {"id": "https://platform.example.com/", "name": "Example Platform"}
LAB = {"id": "https://lab.example.com/", "name": "Example Lab"}
MUSIC, RECOMMENDATION = "music-generation-training", "recommendation-training"
VOICE = "voice-replication-training"
ISRC = "SEXYZ2600012"


def head(kind: str, number: int, by: Json) -> Json:
    one = {"Declaration": "d", "Consent": "c", "Request": "a"}[kind]
    named = f"urn:uuid:{one}0000000-0000-4000-8000-{number:012}"
    issued = SIGNED if kind == "Consent" else ISSUED
    return {"askfirst": "1.0.0", "type": kind, "id": named, "issued": issued, "by": by}


def held(party: Json, *rights: str, **more: object) -> Json:
    named = {"holder": party["id"], "name": party["name"], "rights": [*rights]}
    return {**named, **more}


def declaration(by: Json = MARA, number: int = 1, **members: object) -> Json:
    """Return a Declaration by the one holder of the composition, without proof."""
    track = {"title": "Night Bus", "artists": ["Mara Lindqvist"], "isrc": ISRC}
    said = {"track": track, "rightsholders": [held(by, "composition")]}
    return {**head("Declaration", number, by), **said, **members}


def consent(by: Json = MARA, number: int = 1, **members: object) -> Json:
    """Return a Consent to everybody, without proof."""
    said = "I allow what this document says."
    dimensions = {
        "to": "anyone",
        "rights": ["composition"],
        "tracks": [{"isrc": ISRC}],
        "material": ["sheet-music"],
        "uses": [MUSIC],
        "models": "any",
        "territories": ["worldwide"],
        "purpose": "any",
        "validFrom": SIGNED,
        "validUntil": "until-withdrawn",
        "conditions": [],
        "expression": {"method": "opt-in", "statement": said, "language": "en", "at": SIGNED},
        "atEnd": "stop-new-training",
    }
    return {**head("Consent", number, by), **dimensions, **members}


def of_both(by: Json, number: int, **members: object) -> Json:
    """Return a Declaration by one of two holders: Mara wrote the song, the label recorded it."""
    both = [held(MARA, "composition"), held(LABEL, "recording")]
    return declaration(by, number, rightsholders=both, **members)


def by_mara(document: Json, created: str = SIGNED) -> Json:
    """Return a document with the proof of Mara's key."""
    return signed(document, "Mara", created=created)


def by_proof(document: Json, *names: str) -> Json:
    """Return a document with the proofs of some keys, by the name of each."""
    return signed(document, *names, created=SIGNED)


def agreed(created: str = SIGNED) -> list[Json]:
    """Return what Mara declares, and the Consent that she signed at a moment."""
    return [by_mara(declaration()), by_mara(consent(), created)]


def label(*rights: str) -> Json:
    """Return an entry of the label for some rights."""
    return holder(LABEL["id"], "Label", rights=[*rights])


def trusts(*entries: Json, **lists: object) -> Json:
    """Return a trust file in which entries beside that of the composer can stand."""
    mara = holder(MARA["id"], "Mara", rights=["composition"], identifiers=["isrc:SEXYZ*"])
    return trusting(holders=[mara, *entries], **lists)


def ask(description: str, outcome: str, documents: list[Json], trust: Json, **more: Any) -> Json:  # noqa: ANN401 - JSON
    """Return a question with its outcome; at `trusted`, of `MUSIC`, where nothing else is said."""
    asked = {
        "uses": [more.pop("use", MUSIC)],
        "track": more.pop("track", {"isrc": ISRC}),
        "material": [more.pop("material", "sheet-music")],
    }
    return {
        "description": description,
        "rules": more.pop("rules", ["10"]),
        "at": more.pop("at", AT),
        "assurance": more.pop("assurance", "trusted"),
        "trust": trust,
        "request": {**head("Request", 1, LAB), **asked},
        "documents": documents,
        "outcome": outcome,
        **more,
    }
