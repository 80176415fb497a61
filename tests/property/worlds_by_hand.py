"""Write documents by hand: each is about one song and conforms, but for what a test changes."""

from typing import Any

from tests.property.naive.tables import Object

__all__ = [
    "AFTER",
    "BEFORE",
    "ISCC",
    "ISRC",
    "ISWC",
    "LAB",
    "LABEL",
    "MARA",
    "NOW",
    "SOCIETY",
    "SOUND",
    "URL",
    "consent",
    "declaration",
    "head",
    "held",
    "track",
    "withdrawal",
]

NOW, BEFORE, AFTER = "2027-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "2027-01-01T00:00:01Z"
MARA, LABEL = "https://mara.example.org/", "https://northline.example.com/"
SOCIETY, LAB = "https://society.example.org/", "https://lab.example.com/"
SOUND = {"composition", "lyrics", "recording", "performance"}
ALL = [*sorted(SOUND), "voice", "likeness"]
ISRC, ISWC, URL, ISCC = (
    "SEXYZ2600011",
    "T9271833400",
    "https://e.example/1",
    "ISCC:AAAWN77F727NXSUS",
)

_ids = iter(range(10**6))


def head(kind: str, by: str) -> Object:
    named = {"id": f"urn:uuid:00000000-0000-4000-8000-{next(_ids):012}", "issued": BEFORE}
    return {"askfirst": "1.0.0", "type": kind, **named, "by": {"id": by}}


def track(**known: Any) -> Object:  # noqa: ANN401 - JSON
    return {"title": "Song", "artists": ["Mara"], **(known or {"isrc": ISRC})}


def held(holder: str, *rights: str, **more: object) -> Object:
    return {"holder": holder, "name": "Somebody", "rights": list(rights or ALL), **more}


def declaration(by: str = MARA, **members: Any) -> Object:  # noqa: ANN401 - JSON
    sole = {"track": track(), "rightsholders": [held(by)]}
    return {**head("Declaration", by), **sole, **members}


def consent(by: str = MARA, **members: Any) -> Object:  # noqa: ANN401 - JSON
    dimensions = {
        "to": "anyone",
        "rights": ALL,
        "tracks": [{"isrc": ISRC}],
        "material": ["audio"],
        "uses": ["music-generation-training"],
        "models": "any",
        "territories": ["worldwide"],
        "purpose": "any",
        "validFrom": BEFORE,
        "validUntil": "until-withdrawn",
        "conditions": [],
        "expression": {"method": "opt-in", "statement": "Yes.", "language": "en", "at": BEFORE},
        "atEnd": "stop-new-training",
    }
    return {**head("Consent", by), **dimensions, **members}


def withdrawal(of: Object, **members: Any) -> Object:  # noqa: ANN401 - JSON
    ends = {"consent": of["id"], "effective": BEFORE}
    return {**head("Withdrawal", of["by"]["id"]), **ends, **members}
