"""Read the JSON of a stranger: of a row, a sample, or a file that describes a manifest."""

from pathlib import Path
from typing import Any

from askfirst.catalog.manifests.kinds import NotAManifest
from askfirst.reading.bulk import NotRead, parsed
from askfirst.reading.limits import AROUND

__all__ = ["holds_rows", "read_object", "value_of"]


def value_of(data: bytes) -> object:
    """Return the value of JSON of bounded size and depth. Raises `NotRead`."""
    if len(data) > AROUND.bytes:
        raise NotRead(f"it has more than {AROUND.bytes:,} bytes")
    try:
        return parsed(data)
    except TypeError as error:  # what is too deep to be written again
        raise NotRead("it is nested too deeply") from error


def holds_rows(path: Path) -> bool:
    """Tell whether a JSON file is rows under another name: a list, or lines of objects.

    Raises `OSError`.
    """
    with path.open("rb") as file:
        line = file.readline(AROUND.bytes).strip()
        more = file.read(1)
    if line.startswith(b"["):
        return True
    try:
        return bool(more) and isinstance(value_of(line), dict)
    except NotRead:
        return False


def read_object(path: Path) -> dict[str, Any]:
    """Return the object that a JSON file holds. Raises `NotAManifest`."""
    try:
        with path.open("rb") as file:
            found = value_of(file.read(AROUND.bytes + 1))
    except OSError as error:
        raise NotAManifest(f"{path}: {error.strerror or error}") from error
    except NotRead as error:
        advice = "a file with a row in each line has a name that ends with .jsonl"
        raise NotAManifest(f"{path}: it is no JSON ({error}); {advice}") from error
    if not isinstance(found, dict):
        raise NotAManifest(
            f"{path}: it is no JSON object; write rows as JSONL (.jsonl), one in each line"
        )
    return found
