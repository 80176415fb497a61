"""Put license files beside audio files."""

import json
from pathlib import Path
from typing import Any

from askfirst.audio import coded_audio
from tests.acceptance.fences import ROOT

__all__ = ["DECLARATION", "TRACK", "declare"]

DECLARATION = json.loads((ROOT / "examples/pass/solo-artist/declaration.json").read_bytes())
TRACK = {"title": "Night Bus", "artists": ["Mara Lindqvist"]}
_LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def declare(path: Path, packets_sha256: str | None = None) -> dict[str, Any]:
    """Put a Declaration beside a file, which knows it by its hash or tells another one.

    Returns the Declaration.
    """
    if packets_sha256 is None:
        with path.open("rb") as file:
            packets_sha256 = coded_audio(file).packets_sha256
    track = {**TRACK, "files": [{"packetsSha256": packets_sha256}], "license": _LICENSE}
    value = {**DECLARATION, "track": track}
    path.with_name(f"{path.name}.askfirst.json").write_text(json.dumps(value), encoding="utf-8")
    return value
