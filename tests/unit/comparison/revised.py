"""Documents to revise, and what a comparison finds in them, in short."""

from copy import deepcopy

import askfirst
from askfirst.comparison import Difference, compare
from tests.consistency.shipped import Json

__all__ = [
    "AT",
    "LAB",
    "MANAGEMENT",
    "MARA",
    "NORTHLINE",
    "consent",
    "declaration",
    "difference",
    "found",
    "holder",
    "policy",
    "release",
    "request",
    "track",
    "withdrawal",
]

MARA, NORTHLINE = "https://mara.example.org/", "https://northline.example.com/"
LAB = "https://lab.example.com/"
MANAGEMENT = "https://management.example.com/"
AT = "2026-11-22T10:00:00Z"
#: A change in short: its kind, what it is about, the leaf or right, before and after.
Short = tuple[str, str, str, str | None, str | None]


def _head(kind: str, by: str) -> Json:
    id_ = "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11"
    return {"askfirst": "1.0.0", "type": kind, "id": id_, "issued": AT, "by": {"id": by}}


def track(**members: Json) -> Json:
    """Return a track that is known by its ISRC."""
    return {"title": "Night Bus", "artists": ["Mara Lindqvist"], "isrc": "SEXYZ2600012", **members}


def holder(*rights: str, id_: str = MARA, **members: Json) -> Json:
    """Return a rightsholder entry."""
    return {"holder": id_, "name": "Somebody", "rights": list(rights), **members}


ALL = holder("composition", "lyrics", "recording", "performance", "voice", "likeness")


def declaration(**members: Json) -> Json:
    """Return a Declaration that states nothing, with other members in it."""
    held = {"track": track(), "rightsholders": [deepcopy(ALL)]}
    return {**_head("Declaration", MARA), **held, **members}


def release(*tracks: Json, **members: Json) -> Json:
    """Return a Release with these tracks."""
    info = {"title": "Last Stops", "artists": ["Mara Lindqvist"]}
    held = {"release": info, "rightsholders": [deepcopy(ALL)], "tracks": list(tracks)}
    return {**_head("Release", MARA), **held, **members}


def consent(**members: Json) -> Json:
    """Return a Consent that covers a narrow question."""
    words = {"statement": "I agree.", "language": "en"}
    return {
        **_head("Consent", MARA),
        "to": {"id": LAB, "name": "Example Lab"},
        "rights": ["composition", "lyrics", "recording", "performance"],
        "tracks": [{"isrc": "SEXYZ2600012"}],
        "material": ["audio"],
        "uses": ["music-generation-training"],
        "models": [{"name": "tonewave", "version": "2"}],
        "territories": ["SE", "DK"],
        "purpose": "a demo",
        "validFrom": AT,
        "validUntil": "2029-12-01T00:00:00Z",
        "conditions": ["attribution"],
        "expression": {"method": "opt-in", **words, "at": AT},
        "atEnd": "retire-models",
        **members,
    }


def withdrawal(**members: Json) -> Json:
    """Return a Withdrawal of the Consent above."""
    ends = {"consent": consent()["id"], "effective": AT}
    return {**_head("Withdrawal", MARA), "id": "urn:a:withdrawal", **ends, **members}


def policy(**members: Json) -> Json:
    """Return a Policy that asks first for generative training."""
    said = {"asksFirst": ["generative-training"], "effective": AT}
    return {**_head("Policy", LAB), **said, **members}


def request(**members: Json) -> Json:
    """Return the Request that the Consent above covers."""
    return {
        **_head("Request", LAB),
        "id": "urn:a:request",
        "uses": ["music-generation-training"],
        "track": {"isrc": "SEXYZ2600012"},
        "material": ["audio"],
        "model": {"name": "tonewave", "version": "2"},
        "territories": ["SE", "DK"],
        "purpose": "a demo",
        "accepts": ["attribution"],
        **members,
    }


def difference(old: Json, new: Json) -> Difference:
    """Return how two documents differ that can be compared."""
    one, other = (askfirst.check(value).documents[0].document for value in (old, new))
    assert one
    assert other
    return compare(one, other)


def found(old: Json, new: Json) -> list[Short]:
    """Return the changes between two documents in short, without those of neither kind."""
    return [
        (one.kind, one.what, str(one.use or one.right or ""), one.before, one.after)
        for one in difference(old, new).changes
        if one.kind != "changed"
    ]
