"""Write the same rows as every kind of manifest, with the libraries that people write them with."""

import csv
import gzip
import io
import json
import tarfile
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from askfirst.catalog.manifests import ManifestRow, manifest, rows
from tests.consistency.shipped import Json

__all__ = ["KINDS", "Writer", "croissant", "even", "read", "shard", "stream"]


#: Writes rows into a folder, and returns the path of the manifest.
Writer = Callable[[Path, Sequence[Json]], Path]


def read(path: Path, columns: dict[str, str] | None = None, **options: bool) -> list[ManifestRow]:
    """Return all rows of a manifest, piece after piece."""
    return [row for piece in manifest(str(path), columns, **options) for row in rows(piece)]


def _lines(found: Sequence[Json]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in found)


def jsonl(folder: Path, found: Sequence[Json]) -> Path:
    path = folder / "rows.jsonl"
    path.write_bytes(_lines(found))
    return path


def jsonl_gz(folder: Path, found: Sequence[Json]) -> Path:
    path = folder / "rows.ndjson.gz"
    path.write_bytes(gzip.compress(_lines(found)))
    return path


def jsonl_zst(folder: Path, found: Sequence[Json]) -> Path:
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    path = folder / "rows.jsonl.zst"
    with pa.CompressedOutputStream(str(path), "zstd") as file:
        file.write(_lines(found))
    return path


def even(found: Sequence[Json]) -> list[Json]:
    """Return rows that all have the same names."""
    names = dict.fromkeys(name for row in found for name in row)
    return [{name: row.get(name) for name in names} for row in found]


def _sheet(found: Sequence[Json], delimiter: str = ",") -> str:
    names = list(dict.fromkeys(name for row in found for name in row))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, restval="", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(found)
    return text.getvalue()


def sheet(folder: Path, found: Sequence[Json]) -> Path:
    path = folder / "rows.csv"
    path.write_text(_sheet(found), encoding="utf-8-sig", newline="")
    return path


def tsv_gz(folder: Path, found: Sequence[Json]) -> Path:
    path = folder / "rows.tsv.gz"
    path.write_bytes(gzip.compress(_sheet(found, "\t").encode()))
    return path


def parquet(folder: Path, found: Sequence[Json]) -> Path:
    import pyarrow as pa  # noqa: PLC0415 - slow to import
    from pyarrow import parquet as pq  # noqa: PLC0415 - slow to import

    path = folder / "rows.parquet"
    pq.write_table(pa.Table.from_pylist(even(found)), path, row_group_size=2)
    return path


def parquet_folder(folder: Path, found: Sequence[Json]) -> Path:
    (folder / "data").mkdir()
    parquet(folder / "data", found)
    (folder / "README.md").write_text("A data set.", encoding="utf-8")
    return folder


def stream(folder: Path, found: Sequence[Json]) -> Path:
    """Write what `save_to_disk` does, without the library."""
    import pyarrow as pa  # noqa: PLC0415 - slow to import

    table = pa.Table.from_pylist(even(found))
    with pa.ipc.new_stream(str(folder / "data-00000-of-00001.arrow"), table.schema) as file:
        file.write_table(table, max_chunksize=2)
    state = {"_data_files": [{"filename": "data-00000-of-00001.arrow"}]}
    (folder / "state.json").write_text(json.dumps(state), encoding="utf-8")
    return folder


def shard(folder: Path, found: Sequence[Json]) -> Path:
    """Write a shard; the name of a row is its key."""
    path = folder / "shard-000000.tar"
    with tarfile.open(path, "w") as tar:
        for row in found:
            inner = {name: value for name, value in row.items() if name != "id"}
            _add(tar, f"{row['id']}.json", json.dumps(inner).encode())
            _add(tar, f"{row['id']}.flac", b"fLaC")
    return path


def index(folder: Path, found: Sequence[Json]) -> Path:
    shards = [{"url": shard(folder, found).name, "nsamples": len(found)}]
    path = folder / "index.json"
    path.write_text(json.dumps({"wids_version": 1, "shardlist": shards}), encoding="utf-8")
    return path


def croissant(folder: Path, found: Sequence[Json]) -> Path:
    """Write metadata whose fields have names of their own, as Croissant 1.0 has them."""
    path, data = folder / "croissant.json", sheet(folder, found)
    fields = [
        {
            "@type": "cr:Field",
            "@id": f"tracks/{name}",
            "dataType": "sc:Text",
            "source": {"fileObject": {"@id": "rows.csv"}, "extract": {"column": name}},
        }
        for name in dict.fromkeys(name for row in found for name in row)
    ]
    resource = {
        "@type": "cr:FileObject",
        "@id": "rows.csv",
        "contentUrl": data.name,
        "encodingFormat": "text/csv",
        "sha256": sha256(data.read_bytes()).hexdigest(),
    }
    tracks = {"@type": "cr:RecordSet", "@id": "tracks", "field": fields}
    metadata = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": "tracks",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "distribution": [resource],
        "recordSet": [tracks],
    }
    path.write_text(json.dumps(metadata), encoding="utf-8")
    return path


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    tar.addfile(info, io.BytesIO(data))


_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "sc": "https://schema.org/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "recordSet": "cr:recordSet",
    "field": "cr:field",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "source": "cr:source",
    "fileObject": "cr:fileObject",
    "extract": "cr:extract",
    "column": "cr:column",
}
KINDS: dict[str, Writer] = {
    "jsonl": jsonl,
    "jsonl.gz": jsonl_gz,
    "jsonl.zst": jsonl_zst,
    "csv": sheet,
    "tsv.gz": tsv_gz,
    "parquet": parquet,
    "parquet folder": parquet_folder,
    "datasets": stream,
    "shard": shard,
    "index": index,
    "croissant": croissant,
}
