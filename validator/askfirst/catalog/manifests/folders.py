"""Find the files with the rows of a folder: one that `datasets` saved, or one of tables."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from askfirst.catalog.manifests.kinds import FORMS, Kind, NotAManifest, promised
from askfirst.catalog.manifests.objects import holds_rows, read_object

__all__ = ["files", "found_files"]

#: What may hold rows and is not read; a folder with it would be read in part only.
_UNREAD = re.compile(
    r"\.(gz|zst|bz2|xz|lz4|zip|7z|rar|avro|orc|feather|h5|hdf5|lance|pkl|tfrecord|xlsx?|ods|db"
    r"|sqlite|duckdb)"
)
_SPLITS, _STATE = "dataset_dict.json", "state.json"


def files(folder: Path) -> Iterator[tuple[Kind, Path]]:
    """Yield the kind and the path of each file with rows. Raises `NotAManifest`.

    Every table and shard in a folder has rows, also those in folders of it; hidden ones do not.
    """
    if (folder / _SPLITS).is_file():
        for split in _texts(read_object(folder / _SPLITS).get("splits"), folder / _SPLITS):
            yield from _saved(_below(folder, split))
    elif (folder / _STATE).is_file():
        yield from _saved(folder)
    else:
        yield from _tables(folder)


def found_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, in order, without hidden ones."""
    visited = set()
    for root, below, names in os.walk(folder, followlinks=True, onerror=_refuse):
        if (real := os.path.realpath(root)) in visited:
            below.clear()  # a link that leads back
            continue
        visited.add(real)
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(names) if not name.startswith("."))


def _saved(folder: Path) -> Iterator[tuple[Kind, Path]]:
    """Yield the Arrow files that a saved data set names as its own."""
    state = folder / _STATE
    entries = read_object(state).get("_data_files")
    for name in _texts(_filenames(entries), state):
        yield Kind.ARROW, _below(folder, name)


def _tables(folder: Path) -> Iterator[tuple[Kind, Path]]:
    found = False
    for path in found_files(folder):
        kind = promised(path)
        if _is_unread(path, kind):
            raise NotAManifest(f"{path}: it may hold rows and is not read; a manifest is {FORMS}")
        if kind and kind is not Kind.JSON:
            found = True
            yield kind, path
    if not found:
        raise NotAManifest(f"{folder}: no file in it has rows; a manifest is {FORMS}")


def _is_unread(path: Path, kind: Kind | None) -> bool:
    """Tell whether a file may hold rows that nobody would read."""
    return (
        holds_rows(path)
        if kind is Kind.JSON
        else not kind and bool(_UNREAD.fullmatch(path.suffix.lower()))
    )


def _below(folder: Path, name: str) -> Path:
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise NotAManifest(f"{folder}: `{name}` leads out of the folder")
    return folder / name


def _texts(names: Any, path: Path) -> list[str]:  # noqa: ANN401 - of a stranger's JSON
    if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
        raise NotAManifest(f"{path}: it does not name the files of the data set; save it again")
    return names


def _filenames(entries: object) -> list[Any]:
    """Return the name of each entry; None for one that has none."""
    entries = entries if isinstance(entries, list) else []
    return [one.get("filename") if isinstance(one, dict) else None for one in entries]


def _refuse(error: OSError) -> None:
    raise NotAManifest(f"{error.filename}: {error.strerror or error}") from error
