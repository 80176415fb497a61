"""Documents of the examples as rows, in every kind of input."""

import gzip
import json
from functools import cache
from pathlib import Path

from tests.acceptance.fences import ROOT

__all__ = ["KINDS", "documents", "written"]

KINDS = ("jsonl", "ndjson", "jsonl.gz", "jsonl.zst", "parquet")


@cache
def documents() -> tuple[bytes, ...]:
    """Return documents in a line each; the last ones are broken, each in another way."""
    folders = sorted((ROOT / "examples/pass").iterdir())
    folders += sorted((ROOT / "examples/fail").iterdir())[::25]
    files = [path for one in folders for path in sorted(one.glob("*.json"))]
    return tuple(_line(path) for path in files if path.name != "findings.json")


def _line(path: Path) -> bytes:
    data = path.read_bytes()
    try:
        return json.dumps(json.loads(data), ensure_ascii=False).encode()
    except ValueError:
        return data.replace(b"\n", b" ").replace(b"\r", b" ")


def written(path: Path, rows: tuple[bytes, ...], groups: int = 20) -> Path:
    """Write rows to a file as the ending of its name says."""
    import pyarrow as pa  # noqa: PLC0415 - as in the tests
    from pyarrow import parquet  # noqa: PLC0415 - as above

    text = b"".join(row + b"\n" for row in rows)
    if path.suffix == ".parquet":
        table = pa.table({"doc": pa.array(rows, pa.binary())})
        parquet.write_table(table, path, row_group_size=groups)
    elif path.suffix == ".zst":
        with pa.CompressedOutputStream(str(path), "zstd") as file:
            file.write(text)
    else:
        path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return path
