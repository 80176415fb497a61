"""Find the files to check under the paths that were named (spec 7)."""

import glob
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from askfirst.reading import is_near
from askfirst.reading.limits import AROUND

__all__ = ["STDIN", "Selection", "read_bounded", "select"]

STDIN = "-"
_ENDINGS = (".yaml", ".yml", ".json")
_OURS = re.compile(r"(?:.*\.)?askfirst\.(?:ya?ml|json)")
_YAML_NAME = re.compile(rb"""^["']?([A-Za-z_. -]{6,10}?)["']?\s*:""", re.MULTILINE)
_JSON_NAME = re.compile(rb'"([^"\\]{6,10})"\s*:')


@dataclass
class Selection:
    """The files to check, in order, how many were passed over, and what could not be opened."""

    files: dict[str, None] = field(default_factory=dict)
    passed_over: int = 0
    troubles: list[str] = field(default_factory=list)


def select(paths: list[str]) -> Selection:
    """Return the files under the paths: each file named, and what is ours in each directory."""
    selection = Selection()
    for path in (one for named in paths for one in _expanded(named)):
        if path == STDIN:
            selection.files[path] = None
        elif Path(path).is_dir():
            _walk(path, selection)
        elif Path(path).exists():
            selection.files[path] = None
        else:
            selection.troubles.append(f"{path}: there is no such file or directory")
    return selection


def read_bounded(path: str) -> bytes:
    """Return the bytes of a file, one more than a check reads at the most. Raises `OSError`."""
    if path == STDIN:
        return sys.stdin.buffer.read(AROUND.bytes + 1)
    with Path(path).open("rb") as file:
        return file.read(AROUND.bytes + 1)


def _expanded(named: str) -> list[str]:
    """Expand a pattern that the shell did not; one that matches nothing stays as it is."""
    if named == STDIN or not glob.has_magic(named) or Path(named).exists():
        return [named]
    return sorted(glob.glob(named, recursive=True)) or [named]  # noqa: PTH207 - absolute ones too


def _walk(directory: str, selection: Selection) -> None:
    def trouble(error: OSError) -> None:
        selection.troubles.append(f"{error.filename}: {error.strerror}")

    for folder, folders, names in os.walk(directory, onerror=trouble):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name != "node_modules"
        )
        for name in sorted(names):
            path = str(Path(folder, name))
            if _is_ours(path, name, selection):
                selection.files[path] = None
            else:
                selection.passed_over += 1


def _is_ours(path: str, name: str, selection: Selection) -> bool:
    if _OURS.fullmatch(name):
        return True
    if not name.endswith(_ENDINGS) or not Path(path).is_file():
        return False
    try:
        return any(is_near(found) for found in _top_names(read_bounded(path), name))
    except OSError as error:
        selection.troubles.append(f"{path}: {error.strerror}")
        return False


def _top_names(data: bytes, name: str) -> Iterator[str]:
    """Yield the names at the top of a file; of broken JSON, those at any depth."""
    if not name.endswith(".json"):
        if not data.lstrip().startswith((b"{", b"[")):
            return (found.decode() for found in _YAML_NAME.findall(data))
        return (found.decode(errors="replace") for found in _JSON_NAME.findall(data))
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return (found.decode(errors="replace") for found in _JSON_NAME.findall(data))
    objects = value if isinstance(value, list) else [value]
    return (found for one in objects if isinstance(one, dict) for found in one)
