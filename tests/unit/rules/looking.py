"""Let one rule look at a document that is changed in some members."""

from copy import deepcopy

from askfirst.rules import RULES, Part
from askfirst.rules.registry import Fault
from tests.consistency.shipped import Json, document_schemas

__all__ = ["HOLDER", "RIGHTS", "example", "faults", "holder", "places", "release", "track"]

HOLDER = "https://mara.example.org/"
RIGHTS = ("composition", "lyrics", "recording", "performance", "voice", "likeness")


def example(type_: str, **members: Json) -> Json:
    """Return the schema's example of a document with other members in it."""
    return {**deepcopy(document_schemas()[type_].content["examples"][0]), **members}


def release(*tracks: Json, **members: Json) -> Json:
    """Return a Release with these tracks."""
    return example("Release", tracks=list(tracks), **members)


def track(**members: Json) -> Json:
    """Return a track that is known by its ISRC."""
    return {"title": "Night Bus", "artists": ["Mara Lindqvist"], "isrc": "SEXYZ2600012", **members}


def holder(*rights: str, **members: Json) -> Json:
    """Return a rightsholder entry for these rights; for all six without any."""
    held = list(rights or RIGHTS)
    return {"holder": HOLDER, "name": "Mara Lindqvist", "rights": held, **members}


def faults(code: str, document: Json) -> list[Fault]:
    """Return what the rule of a code finds in a document."""
    return [fault for rule in RULES if rule.code == code for fault in rule.check(Part(document))]


def places(code: str, document: Json) -> list[str]:
    """Return where the rule of a code finds something in a document."""
    return [fault.part.pointer for fault in faults(code, document)]
