"""Read Croissant metadata: which local files hold the rows, and what their columns mean."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from hashlib import file_digest
from pathlib import Path
from typing import Any, NamedTuple

from askfirst.catalog.manifests.columns import NAME, Columns, meaning
from askfirst.catalog.manifests.folders import found_files
from askfirst.catalog.manifests.kinds import Kind, NotAManifest, kind_of

__all__ = ["Table", "is_croissant", "tables"]

_REPOSITORY = "git+https"


class Table(NamedTuple):
    """A file with rows, and the columns that the metadata says the meaning of."""

    kind: Kind
    path: Path
    columns: Columns


def is_croissant(value: Mapping[str, Any]) -> bool:
    """Tell whether an object is metadata of a data set with files and record sets."""
    return "@context" in value and _get(value, "distribution") is not None


def tables(metadata: Mapping[str, Any], path: Path, asked: Columns) -> Iterator[Table]:
    """Yield the files of every record set that names tracks. Raises `NotAManifest`.

    A column that is asked for can be named as a field of the metadata, or as in the file.
    """
    resources = {one.get("@id"): one for one in _objects(metadata, "distribution")}
    found = False
    for record_set in _objects(metadata, "recordSet"):
        columns, sources = _columns(record_set, path, dict(asked.asked))
        if not set(columns) - {NAME}:
            continue
        found = True
        if len(sources) != 1 or sources[0] not in resources:
            name = record_set.get("@id")
            raise NotAManifest(f"{path}: the record set `{name}` is not taken from one resource")
        for file in _files(resources[sources[0]], resources, path):
            yield Table(_kind(file, path), file, Columns((*(dict(asked.asked) | columns).items(),)))
    if not found:
        raise NotAManifest(f"{path}: no record set has a field that is known to name a track")


def _columns(
    record_set: Mapping[str, Any], path: Path, asked: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """Return the columns by what they mean, and the resources that they are taken from."""
    columns: dict[str, str] = {}
    sources: dict[str, None] = {}
    for field in _objects(record_set, "field"):
        named = str(field.get("@id") or _get(field, "name"))
        source = _get(field, "source")
        if not isinstance(source, dict):
            continue
        sources.update(dict.fromkeys(_resources(source)))
        meant = _meaning(named, source, asked)
        if meant is not None:
            column = _column(source, named, path)
            if columns.setdefault(meant, column) != column and meant != NAME:
                raise NotAManifest(f"{path}: two fields are a track's `{meant}`; keep one")
    return columns, list(sources)


def _meaning(named: str, source: Mapping[str, Any], asked: Mapping[str, str]) -> str | None:
    """Return what a field means: what somebody says, else what it is called."""
    name = named.rpartition("/")[2]
    known = (named, name, _extracted(source))
    said = next((meant for meant, column in asked.items() if column in known), None)
    meant = meaning(name)
    return said or (None if meant in asked else meant)


def _column(source: Mapping[str, Any], field: str, path: Path) -> str:
    """Return the column that a field is taken from as it stands. Raises `NotAManifest`."""
    column = _extracted(source)
    if column is None or _get(source, "transform"):
        raise NotAManifest(f"{path}: the field `{field}` is no column of a table as it stands")
    return column


def _extracted(source: Mapping[str, Any]) -> str | None:
    extract = _get(source, "extract")
    extract = extract if isinstance(extract, dict) else {}
    column, json_path = _get(extract, "column"), _get(extract, "jsonPath")
    if isinstance(json_path, str) and json_path.startswith("$."):
        column = json_path.removeprefix("$.")
    return column if isinstance(column, str) else None


def _resources(source: Mapping[str, Any]) -> Iterator[str]:
    for kind in ("fileObject", "fileSet", "distribution"):
        value = _get(source, kind)
        if isinstance(value, dict) and isinstance(value.get("@id"), str):
            yield value["@id"]
        elif isinstance(value, str):
            yield value


def _files(one: Mapping[str, Any], all_: Mapping[Any, Any], path: Path) -> Iterator[Path]:
    """Yield the local files of a resource. Raises `NotAManifest` where there are none."""
    if str(one.get("@type")).rpartition(":")[2] == "FileSet":
        yield from _set(one, all_, path)
        return
    url = _get(one, "contentUrl")
    if not isinstance(url, str) or "://" in url or _get(one, "containedIn"):
        name = one.get("@id")
        raise NotAManifest(f"{path}: `{name}` is no file here; put it beside, with its path")
    file = path.parent / url
    _verify(file, _get(one, "sha256"), path)
    yield file


def _set(one: Mapping[str, Any], all_: Mapping[Any, Any], path: Path) -> Iterator[Path]:
    name, inside = one.get("@id"), _get(one, "containedIn")
    for holder in inside if isinstance(inside, list) else [inside] if inside else []:
        there = all_.get(holder.get("@id") if isinstance(holder, dict) else holder, {})
        if _get(there, "encodingFormat") != _REPOSITORY:
            raise NotAManifest(f"{path}: `{name}` lies in an archive; unpack it and name its files")
    includes, excludes = _texts(one, "includes"), _texts(one, "excludes")
    count = 0
    for file in found_files(path.parent):
        place = file.relative_to(path.parent).as_posix()
        if _matches(place, includes) and not _matches(place, excludes):
            count += 1
            yield file
    if not count:
        raise NotAManifest(f"{path}: no file here belongs to `{name}`")


def _matches(place: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(place, pattern) for pattern in patterns)


def _verify(file: Path, stated: object, path: Path) -> None:
    """Raise `NotAManifest` where a file is not the one that was described."""
    try:
        with file.open("rb") as data:
            found = file_digest(data, "sha256").hexdigest() if stated else None
    except OSError as error:
        raise NotAManifest(f"{file}: {error.strerror or error}") from error
    if found and found != str(stated).lower():
        raise NotAManifest(f"{file}: its SHA-256 is {found}, and {path} says another")


def _kind(file: Path, path: Path) -> Kind:
    kind = kind_of(file)
    if kind not in (Kind.SHEET, Kind.LINES, Kind.PARQUET, Kind.ARROW):
        raise NotAManifest(f"{path}: {file.name} is no CSV, JSONL or Parquet file")
    return kind


def _objects(value: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = _get(value, name)
    found = found if isinstance(found, list) else [found]
    return [one for one in found if isinstance(one, dict)]


def _texts(value: Mapping[str, Any], name: str) -> list[str]:
    found = _get(value, name)
    found = found if isinstance(found, list) else [found]
    return [one for one in found if isinstance(one, str)]


def _get(value: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - of a stranger's JSON
    """Return a member by its name, also where a prefix stands before it."""
    return next((value[key] for key in (name, f"cr:{name}", f"sc:{name}") if key in value), None)
