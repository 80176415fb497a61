"""ExifTool reads the packets that we write."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from askfirst.signals import Carrier, Wanted, signal
from askfirst.vocabulary import Status, Use, leaves
from tests.needs import needs

PLUS = signal("plus")
WORD = "http://ns.useplus.org/ldf/vocab/"
ADDRESS = "https://example.org/d?a=1&b=<é>"


def read(path: Path, carriers: tuple[Carrier, ...]) -> dict[str, Any]:
    """Return what ExifTool sees in a packet that stands in a file of its own."""
    needs("exiftool", shutil.which("exiftool") is not None)
    (carrier,) = carriers
    file = path / carrier.name
    file.write_text(carrier.text, encoding="utf-8")
    command = ["exiftool", "-json", "-struct", "-charset", "UTF8", "-G1", "-n", "-XMP:all"]
    told = subprocess.run([*command, str(file)], capture_output=True, check=True, timeout=60)
    found: dict[str, Any] = json.loads(told.stdout)[0]
    return {name: value for name, value in found.items() if name.startswith("XMP-")}


def written(status: Status, **known: str) -> tuple[Carrier, ...]:
    standing = dict.fromkeys(leaves(Use.ANY_AI_USE), status)
    return PLUS.write(Wanted(standing, "Song", ("Somebody",), **known), {})


def test_a_value_is_seen(tmp_path: Path) -> None:
    found = read(tmp_path, written(Status.PROHIBITED))
    assert found == {"XMP-plus:DataMining": f"{WORD}DMI-PROHIBITED"}


def test_a_linked_document_is_seen(tmp_path: Path) -> None:
    found = read(tmp_path, written(Status.CONSENT_REQUIRED, document=ADDRESS))
    assert found["XMP-plus:DataMining"] == f"{WORD}DMI-PROHIBITED-SEELINKEDRIGHTSEXPR"
    (linked,) = found["XMP-iptcExt:LinkedEncRightsExpr"]
    assert linked["LinkedRightsExpr"] == ADDRESS


def test_a_constraint_is_seen(tmp_path: Path) -> None:
    found = read(tmp_path, written(Status.PROHIBITED, ask="mailto:a&b@example.org"))
    assert found["XMP-plus:DataMining"] == f"{WORD}DMI-PROHIBITED-SEECONSTRAINT"
    assert "mailto:a&b@example.org" in found["XMP-plus:OtherConstraints"]
