"""Find the files to check under the paths that were named (spec 7)."""

import glob
import json
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from askfirst.reading import Node, Syntax, is_meant, read_bytes, read_value, syntax_of
from askfirst.reading.limits import AROUND

__all__ = ["STDIN", "Selection", "expanded", "read_bounded", "select"]

STDIN = "-"
_OURS = re.compile(r"(?:(?:.*\.)?askfirst|askfirst-trust)\.(?:ya?ml|json)", re.IGNORECASE)
#: A member like ours, where a text cannot be read far enough to tell what stands at its top.
_MEMBER = re.compile(
    r"""^[\ufeff"'{ \t?-]*ask[ _-]?first["']?[ \t]*:""", re.IGNORECASE | re.MULTILINE
)
#: Folders that hold other people's files, and the hidden one that holds ours (spec 7).
_OTHERS, _WELL_KNOWN = "node_modules", ".well-known"
#: What a document has, however broken, and no report of ours.
_TELLING = frozenset({"type", "id", "issued", "track", "tracks", "rightsholders", "consent"})


@dataclass
class Selection:
    """The files to check, in order, how many were passed over, and what could not be opened."""

    files: dict[str, None] = field(default_factory=dict)
    passed_over: int = 0
    troubles: list[str] = field(default_factory=list)


def select(paths: list[str]) -> Selection:
    """Return the files under the paths: each file named, and what is ours in each directory."""
    selection = Selection()
    for path in expanded(paths):
        try:
            _select(path, selection)
        except OSError as error:  # a name that is too long, for example
            selection.troubles.append(f"{path}: {error.strerror}")
    return selection


def expanded(paths: Iterable[str]) -> list[str]:
    """Return the paths with those in place of each pattern that the shell left to us.

    A pattern that is the name of a file, or that matches nothing, stays as it is.
    """
    return [one for named in paths for one in _expanded(named)]


def read_bounded(path: str) -> bytes:
    """Return the bytes of a file, one more than a check reads at the most. Raises `OSError`."""
    if path != STDIN:
        with Path(path).open("rb") as file:
            return file.read(AROUND.bytes + 1)
    if sys.stdin is None:
        raise OSError(0, "the standard input is closed")
    return sys.stdin.buffer.read(AROUND.bytes + 1)


def _select(path: str, selection: Selection) -> None:
    if path != STDIN and Path(path).is_dir():
        _walk(path, selection)
    elif path == STDIN or Path(path).exists():
        selection.files[path] = None
    else:
        selection.troubles.append(f"{path}: there is no such file or directory")


def _expanded(named: str) -> list[str]:
    if named == STDIN or not glob.has_magic(named) or os.path.lexists(named):
        return [named]
    return sorted(glob.glob(named, recursive=True)) or [named]  # noqa: PTH207 - absolute ones too


def _walk(directory: str, selection: Selection) -> None:
    def trouble(error: OSError) -> None:
        selection.troubles.append(f"{error.filename}: {error.strerror}")

    for folder, folders, names in os.walk(directory, onerror=trouble):
        folders[:] = sorted(name for name in folders if _is_searched(name))
        for path in (str(Path(folder, name)) for name in sorted(names)):
            try:
                ours = _is_ours(path)
            except OSError as error:
                trouble(error)
                continue
            selection.passed_over += not ours
            if ours:
                selection.files[path] = None


def _is_searched(folder: str) -> bool:
    return folder == _WELL_KNOWN or not (folder.startswith(".") or folder == _OTHERS)


def _is_ours(path: str) -> bool:
    """Tell whether a file is ours by its name or by how it begins. Raises `OSError`."""
    syntax, named = syntax_of(path), _OURS.fullmatch(Path(path).name)
    if named and (Path(path).is_symlink() or Path(path).is_file()):
        return True
    if syntax is None or not Path(path).is_file():
        return False
    data = read_bounded(path)
    root = _top(data) if syntax is Syntax.JSON else read_bytes(data, syntax).root
    return is_meant(root) if root else bool(_MEMBER.search(_text(data)))


def _top(data: bytes) -> Node | None:
    """Return what stands at the top of JSON, quickly; None where it is no JSON."""
    try:
        value = json.loads(_text(data))
    except (ValueError, RecursionError):
        return None
    tops = value if isinstance(value, list) else [value]
    ours = (top for top in tops if isinstance(top, dict) and not _is_result(top))
    return read_value([_flat(top) for top in ours]).root


def _is_result(top: dict[str, object]) -> bool:
    """Tell whether an object is a report that a run of ours wrote, and no document."""
    tool = top.get("tool")
    written = isinstance(tool, str) and tool.startswith("askfirst ")
    return written and _TELLING.isdisjoint(top)


def _flat(top: dict[str, object]) -> dict[str, object]:
    """Return an object without what stands deeper in it."""
    return {name: value if isinstance(value, str) else [] for name, value in top.items()}


def _text(data: bytes) -> str:
    """Return a text in whatever Unicode encoding its first bytes announce."""
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    return data.decode("utf-16" if wide else "utf-8-sig", errors="replace")
