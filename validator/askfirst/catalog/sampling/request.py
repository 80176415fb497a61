"""Ask for what the Consents of a sample are about."""

from typing import Any

from askfirst.catalog.sampling.draws import Draws
from askfirst.catalog.sampling.recordings import isrc

__all__ = ["ACCEPTED", "LAB", "MODEL", "PURPOSE", "TERRITORIES", "USES", "request"]

LAB = {"id": "https://lab.example.com/", "name": "Example Lab"}
MODEL = {"name": "tonewave", "version": "3"}
PURPOSE = "a model that writes music"
TERRITORIES = ("DE", "FR", "SE")
ACCEPTED = ("attribution", "output-disclosure")
#: What is asked for, and what a Consent must name to cover all of it.
USE = "generative-training"
USES = (
    USE,
    "style-replication-training",
    "voice-replication-training",
    "likeness-replication-training",
)


def request(seed: int) -> dict[str, Any]:
    """Return a Request for generative training; its track stands for those of the manifest."""
    return {
        "askfirst": "1.0.0",
        "type": "Request",
        "id": f"urn:uuid:{Draws(seed, 'request', 0).uuid()}",
        "issued": "2026-06-01T08:00:00Z",
        "by": LAB,
        "uses": [USE],
        "track": {"isrc": isrc(seed, 0, "SE")},
        "material": ["audio"],
        "model": MODEL,
        "territories": list(TERRITORIES),
        "accepts": list(ACCEPTED),
        "purpose": PURPOSE,
        "contact": f"{LAB['id']}contact",
    }
