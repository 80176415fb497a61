"""Every row of an input is read once, whatever it is and however it is divided."""

import gzip
import os
from pathlib import Path

import pytest

from askfirst.catalog import pieces, tables
from askfirst.catalog.inputs import Kind, Unreadable, kind_of
from askfirst.catalog.pieces import Row, rows, split
from askfirst.reading.limits import AROUND
from tests.unit.catalog.rowing import KINDS, documents, written


def _rows(*paths: Path, column: str | None = None) -> list[Row]:
    return [row for one in split(map(str, paths)) for row in rows(one, column=column)]


def _data(*paths: Path) -> list[bytes]:
    return [row.data for row in _rows(*paths)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_file_has_the_same_rows(kind: str, tmp_path: Path) -> None:
    assert _data(written(tmp_path / f"a.{kind}", documents())) == list(documents())


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_a_line_is_in_one_piece_wherever_pieces_end(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_BYTES", size)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\n\ntwo\r\n\nthree")

    found = [(row.offset, row.data) for row in _rows(path)]

    assert found == [(0, b"one"), (4, b""), (5, b"two"), (10, b""), (11, b"three")]


def test_row_groups_are_gathered_and_rows_keep_their_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_BYTES", 10_000)
    path = written(tmp_path / "a.parquet", documents(), groups=3)
    several = split([str(path)])

    assert 1 < len(several) < len(documents()) / 3
    assert [row.offset for row in _rows(path)] == list(range(len(documents())))


def test_a_byte_order_mark_stays_in_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf{}\n{}\n")

    assert _data(path) == [b"\xef\xbb\xbf{}", b"{}"]


def test_a_line_that_is_too_long_is_cut_and_the_next_one_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    whole, over = b"a" * AROUND.bytes, b"b" * (AROUND.bytes + 5)
    path.write_bytes(whole + b"\r\n" + over + b"\nlast\n")

    found = _rows(path)

    assert [len(row.data) for row in found] == [len(whole), AROUND.bytes + 1, 4]
    assert found[-1].offset == path.stat().st_size - 5


def test_a_file_without_rows_has_none(tmp_path: Path) -> None:
    for kind in KINDS:
        assert _rows(written(tmp_path / f"a.{kind}", ())) == []


def test_documents_are_read_as_they_are(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.yaml" for n in range(300)]
    for path in paths:
        path.write_text(f"askfirst: {path.name}\n", encoding="utf-8")

    assert _rows(*paths) == [Row(str(one), 0, one.read_bytes()) for one in paths]
    assert [len(one.files) for one in split(map(str, paths))] == [256, 44]


def test_a_cell_without_a_value_is_a_row_without_bytes(tmp_path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - slow to load
    from pyarrow import parquet  # noqa: PLC0415 - as above

    path = tmp_path / "a.parquet"
    table = pa.table({"id": [7, 8, None], "text": pa.array(["{}", None, "ä"]), "json": [1, 2, 3]})
    parquet.write_table(table, path)
    (piece,) = split([str(path)])

    found = list(rows(piece, column="text", naming="id"))

    assert [(row.data, row.name) for row in found] == [
        (b"{}", "7"),
        (b"", "8"),
        ("ä".encode(), None),
    ]
    with pytest.raises(Unreadable, match="int64"):
        list(rows(piece))
    with pytest.raises(Unreadable, match="id, text, json"):
        list(rows(piece, column="other"))
    with pytest.raises(Unreadable, match="other"):
        list(rows(piece, column="text", naming="other"))


@pytest.mark.parametrize("kind", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_what_is_cut_off_is_read_as_far_as_it_goes(kind: str, tmp_path: Path) -> None:
    path = written(
        tmp_path / f"a.{kind}", tuple(os.urandom(50).hex().encode() for _ in range(9000))
    )
    path.write_bytes(path.read_bytes()[:-3000])

    with pytest.raises(Unreadable, match=path.name):
        _rows(path)


@pytest.mark.parametrize("kind", ["jsonl.gz", "jsonl.zst", "parquet"])
def test_what_is_of_another_kind_is_unreadable(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes(b"{}\n" * 9)

    with pytest.raises(Unreadable, match=path.name):
        _rows(path)


def test_a_gzip_of_several_members_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b"1\n2") + gzip.compress(b"3\n4"))

    assert _data(path) == [b"1", b"23", b"4"]


def test_a_file_that_changes_or_goes_is_unreadable(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", documents())
    (piece,) = split([str(path)])
    reading = rows(piece)
    next(reading)
    with path.open("ab") as file:
        file.write(b"{}\n")
    with pytest.raises(Unreadable, match="changed"):
        list(reading)
    with pytest.raises(Unreadable, match="changed"):
        list(rows(piece))
    path.unlink()
    with pytest.raises(Unreadable, match=r"a\.jsonl"):
        list(rows(piece))


def test_one_document_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.json" for n in range(3)]
    for path in paths:
        path.write_bytes(b"{}")
    (piece,) = split(map(str, paths))
    paths[1].unlink()

    found: list[Row] = []
    with pytest.raises(Unreadable, match=r"1\.json"):
        found.extend(rows(piece))  # what was read before it raises is kept
    assert [Path(row.path).name for row in found] == ["0.json", "2.json"]


def test_without_the_library_a_table_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.parquet", documents())
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)

    with pytest.raises(Unreadable, match="pip install"):
        tables.arrow(str(path))
    with pytest.raises(Unreadable, match="pip install"):
        _rows(path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("A.JSONL", Kind.LINES), ("a.json", Kind.DOCUMENT), ("a.csv", None), ("a.json.gz", None)],
)
def test_the_ending_says_what_a_file_holds(name: str, kind: Kind | None) -> None:
    assert kind_of(name) is kind
