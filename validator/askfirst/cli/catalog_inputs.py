"""Find the inputs of a catalog: the files that are named, and what is in folders."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from askfirst.catalog.inputs import Kind, kind_of
from askfirst.cli.paths import expanded, select

__all__ = ["Inputs", "inputs"]

_KINDS = ".jsonl and .ndjson (.gz, .zst), .parquet, .json and .yaml"


@dataclass
class Inputs:
    """The files of a catalog, each once, in order; what cannot be opened is a trouble."""

    files: dict[str, None] = field(default_factory=dict)
    troubles: list[str] = field(default_factory=list)


def inputs(paths: Iterable[str]) -> Inputs:
    """Return the files under paths; in a folder, documents are found as `check` finds them."""
    found = Inputs()
    for path in expanded(paths):
        if Path(path).is_dir():
            documents = select([path])
            found.troubles += documents.troubles
            files = [*documents.files, *_catalogs(path)]
            found.files.update(dict.fromkeys(sorted(files)))
        elif not Path(path).is_file():
            found.troubles.append(f"{path}: there is no such file or folder")
        elif kind_of(path) is None:
            found.troubles.append(f"{path}: the ending names no catalog; these do: {_KINDS}")
        else:
            found.files[path] = None
    return found


def _catalogs(folder: str) -> Iterator[str]:
    """Yield the files with many documents in a folder; hidden ones are passed over."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = str(Path(parent, name))
            if not name.startswith(".") and kind_of(path) not in (None, Kind.DOCUMENT):
                yield path
