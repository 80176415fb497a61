"""Manifests: every kind gives the same rows, and nothing is lost or taken for something else."""

import gzip
import json
import pickle
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.catalog import pieces
from askfirst.catalog.inputs import Unreadable
from askfirst.catalog.manifests import NotAManifest, inputs, manifest
from tests.unit.audio.files import hashed, wav
from tests.unit.catalog.manifest_writing import KINDS, Writer, even, read, shard, stream

MBID = "b9ad642e-b012-41c7-b72a-42cf4911f9ff"
ROWS = [
    {"id": "a", "ISRC": "us-skg-19-12345", "Recording_MBID": MBID.upper(), "title": "Night, Bus"},
    {"id": "b", "ISRC": "", "Recording_MBID": "", "url": "HTTPS://Mara.example.org"},
    {"id": "c", "ISRC": "USSKG191234", "url": "https://mara.example.org/c"},
    {"id": "d", "title": "no identifier"},
    {"id": "e", "iswc": "t-034.524.680-1", "pcmMd5": "AB" * 16},
]
TRACKS = [
    {"isrc": "USSKG1912345", "mbid": MBID},
    {"urls": ["https://mara.example.org/"]},
    {},
    {},
    {"iswc": "T0345246801", "files": [{"pcmMd5": "ab" * 16}]},
]


@pytest.mark.parametrize("write", KINDS.values(), ids=KINDS)
def test_every_kind_gives_the_same_tracks(tmp_path: Path, write: Writer) -> None:
    found = read(write(tmp_path, ROWS))

    assert [row.name for row in found] == ["a", "b", "c", "d", "e"]
    assert [row.track for row in found] == TRACKS
    assert [row.trouble is None for row in found] == [True, True, False, False, True]
    assert len({row.number for row in found}) == len(found)
    assert "Night, Bus" in json.dumps(json.loads(found[0].data))


@pytest.mark.parametrize("write", KINDS.values(), ids=KINDS)
def test_pieces_are_the_same_again_and_travel_to_other_processes(
    tmp_path: Path, write: Writer
) -> None:
    path = str(write(tmp_path, ROWS))
    first = manifest(path)

    assert first == manifest(path) == pickle.loads(pickle.dumps(first))  # noqa: S301 - our own


LINE = '{"id": "a", "isrc": "USSKG1912345"}\n'


@pytest.mark.parametrize(
    "line",
    [
        b'{"isrc": "USSKG1912345", "isrc": "USSKG1912345"}',
        b'{"isrc": "USSKG1912345", "x": NaN}',
        b'{"isrc": "USSKG1912345", "x": "\xff"}',
        b'["USSKG1912345"]',
        b'{"isrc": "USSKG1912345"',
        b'{"isrc": "USSKG1912345", "x": ' + b"[" * 300 + b"]" * 300 + b"}",
        b'{"isrc": "USSKG1912345"}' + b" " * 2**24,
    ],
)
def test_a_line_that_cannot_be_read_is_a_row_with_a_trouble(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "rows.jsonl").write_bytes(LINE.encode() + line + b"\n\n" + LINE.encode())
    found = read(tmp_path / "rows.jsonl")

    assert [bool(row.trouble) for row in found] == [False, True, False]
    assert found[1].track == {}


def test_lines_are_shared_among_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_BYTES", 64)
    lines = [json.dumps({"id": n, "isrc": f"USSKG19{n:05}"}) for n in range(50)]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")

    assert len(manifest(str(tmp_path / "rows.jsonl"))) > 10
    assert [row.data.decode() for row in read(tmp_path / "rows.jsonl")] == lines


@pytest.mark.parametrize("write", KINDS.values(), ids=KINDS)
def test_columns_can_be_named(tmp_path: Path, write: Writer) -> None:
    path = write(tmp_path, [{"id": "a", "ISRC_CODE": "USSKG1912345", "metadata": "x"}])
    name = "json.ISRC_CODE" if path.suffix == ".tar" or path.stem == "index" else "ISRC_CODE"

    with pytest.raises(NotAManifest):
        manifest(str(path))
    assert read(path, {"isrc": name})[0].track == {"isrc": "USSKG1912345"}
    with pytest.raises(NotAManifest):
        manifest(str(path), {"isrc": "nowhere"})
    with pytest.raises(NotAManifest):
        manifest(str(path), {"color": "metadata"})


def test_members_inside_others_are_reached_by_dots(tmp_path: Path) -> None:
    inside = [{"metadata": {"code": {"x": "USSKG1912345"}}}]
    for write in (KINDS["jsonl"], KINDS["parquet"], KINDS["datasets"]):
        path = write(tmp_path, inside)
        assert read(path, {"isrc": "metadata.code.x"})[0].track == {"isrc": "USSKG1912345"}
        assert read(path, {"isrc": "metadata/code/x"})[0].track == {"isrc": "USSKG1912345"}


@pytest.mark.parametrize(
    ("cells", "trouble"),
    [("USSKG1912345", True), ("USSKG1912345,x,y", True), ("USSKG1912345,x", False)],
)
def test_a_row_of_a_sheet_has_as_many_cells_as_columns(
    tmp_path: Path, cells: str, trouble: bool
) -> None:
    (tmp_path / "a.csv").write_text(f"isrc,title\n{cells}\n", encoding="utf-8")

    assert bool(read(tmp_path / "a.csv")[0].trouble) is trouble


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", b""),
        ("a.jsonl", b"[]\n"),
        ("a.jsonl.gz", gzip.compress(LINE.encode() * 1000)[:-9]),
        ("a.jsonl.gz", LINE.encode()),
        ("a.jsonl.zst", LINE.encode()),
        ("a.csv", b""),
        ("a.csv", b"isrc,isrc\nx,y\n"),
        ("a.csv", b'isrc\n"USSKG1912345\n'),
        ("a.csv", b"isrc\nUSSKG1912345\n\xff\n"),
        ("a.csv", b"isrc\n" + b"x" * 200_000),
        ("a.tsv.gz", gzip.compress(b"isrc\nUSSKG1912345\n" * 1000)[:-9]),
        ("a.parquet", b"PAR1" * 9),
        ("a.arrow", b"ARROW1" * 9),
        ("a.tar", b"x" * 1024),
        ("a.tar", b""),
        ("a.json", b"[]"),
        ("a.json", b'{"a": 1}'),
        ("a.json", b'{"wids_version": 1, "shardlist": [{"url": "nowhere.tar"}]}'),
        ("a.json", b'{"wids_version": 1, "shardlist": [{"url": "https://a.example/a.tar"}]}'),
        ("a.flac", b"fLaC"),
    ],
)
def test_what_is_no_whole_manifest_is_an_error(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)

    with pytest.raises(Unreadable):
        read(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data"),
    [("train.json", LINE * 2), ("train.json", "[{}]"), ("b.zip", ""), ("b.jsonl.bz2", "")],
)
def test_a_folder_is_not_read_in_part(tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / "a.jsonl").write_text(LINE)
    (tmp_path / "info.json").write_text('{\n"a": 1}')
    assert len(read(tmp_path)) == 1

    (tmp_path / name).write_text(data)
    with pytest.raises(NotAManifest, match=name):
        manifest(str(tmp_path))


def test_what_a_manifest_is_made_of_can_be_listed(tmp_path: Path) -> None:
    path = str(KINDS["croissant"](tmp_path, ROWS))

    assert inputs(path, manifest(path)) == [path, str(tmp_path / "rows.csv")]


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    for name in ("nowhere.jsonl", "shard-{000..002}.tar", ".", "https://a.example/a.jsonl"):
        with pytest.raises(NotAManifest):
            manifest(name if "://" in name else str(tmp_path / name))


@pytest.mark.parametrize("cut", [8, 9, 500])
def test_a_stream_that_was_cut_off_is_an_error(tmp_path: Path, cut: int) -> None:
    file = stream(tmp_path, ROWS) / "data-00000-of-00001.arrow"
    file.write_bytes(file.read_bytes()[:-cut])

    with pytest.raises(Unreadable):
        read(tmp_path)


@pytest.mark.parametrize("wrong", ["cut", "header", "joined"])
def test_a_damaged_shard_is_an_error(tmp_path: Path, wrong: str) -> None:
    path = shard(tmp_path, ROWS)
    data = path.read_bytes()
    path.write_bytes(
        {
            "cut": data[: 4 * 512],
            "header": data[: 4 * 512] + b"x" + data[2049:],
            "joined": data * 2,
        }[wrong]
    )

    with pytest.raises(NotAManifest):
        read(path)


def test_members_without_a_sample_and_links_are_troubles(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as tar:
        for name, kind in (("a.json", tarfile.SYMTYPE), ("README", tarfile.REGTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            tar.addfile(info)
    (tmp_path / "b.tar").write_bytes(shard(tmp_path, ROWS).read_bytes())
    path.rename(tmp_path / "z.tar")

    assert [bool(row.trouble) for row in read(tmp_path / "{b,z}.tar")[-2:]] == [True, True]


def test_an_index_tells_how_many_samples_there_are(tmp_path: Path) -> None:
    path = KINDS["index"](tmp_path, ROWS)
    path.write_text(path.read_text().replace('"nsamples": 5', '"nsamples": 6'))

    with pytest.raises(NotAManifest, match="6"):
        read(path)


def test_croissant_verifies_what_it_names(tmp_path: Path) -> None:
    path = KINDS["croissant"](tmp_path, ROWS)
    (tmp_path / "rows.csv").write_text("isrc\nUSSKG1912345\n")

    with pytest.raises(NotAManifest, match="SHA-256"):
        manifest(str(path))


def test_audio_is_hashed_where_it_is_asked_for(tmp_path: Path) -> None:
    data = wav(b"\1\2" * 8)
    known = hashed(data)
    files = [{"packetsSha256": known.packets_sha256, "pcmMd5": known.pcm_md5}]
    (tmp_path / "metadata.csv").write_text(
        f"file_name,pcmMd5\na.wav,\na.wav,{known.pcm_md5}\nb.wav,\na.wav,{'0' * 32}\n"
    )
    (tmp_path / "a.wav").write_bytes(data)
    found = read(tmp_path, hash_audio=True)

    assert [row.track for row in found] == [{"files": files}, {"files": files}, {}, {}]
    assert [row.name for row in found] == ["a.wav", "a.wav", "b.wav", "a.wav"]
    assert read(tmp_path)[0].trouble


@pytest.mark.parametrize("write", [KINDS["parquet"], KINDS["datasets"]])
def test_bytes_in_a_row_are_audio_and_no_data(tmp_path: Path, write: Writer) -> None:
    data = wav(b"\1\2" * 8)
    path = write(tmp_path, [{"audio": {"bytes": data, "path": "a.wav"}, "cover": b"x"}] * 9)
    found = read(path, hash_audio=True)

    assert {row.track["files"][0]["pcmMd5"] for row in found} == {hashed(data).pcm_md5}
    assert json.loads(read(path)[0].data) == {"audio": {"path": "a.wav"}}
    assert read(path)[0].trouble


def test_audio_in_a_shard_is_hashed_in_memory(tmp_path: Path) -> None:
    import webdataset  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    data = wav(b"\1\2" * 8)
    with webdataset.TarWriter(str(tmp_path / "a-000000.tar")) as writer:
        writer.write({"__key__": "x/1", "wav": data, "json": {"path": "elsewhere.wav"}})
        writer.write({"__key__": "x/2", "a.wav": data, "b.wav": wav(b"\3\4"), "json": {}})
    found = read(tmp_path / "a-{000000..000000}.tar", hash_audio=True)

    assert [row.name for row in found] == ["x/1", "x/2"]
    assert found[0].track["files"][0]["pcmMd5"] == hashed(data).pcm_md5
    assert found[1].trouble


def test_what_datasets_saves_is_read(tmp_path: Path) -> None:
    import datasets  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    table = datasets.Dataset.from_list(even(ROWS))
    datasets.DatasetDict({"train": table, "test": table}).save_to_disk(str(tmp_path / "saved"))

    assert [row.track for row in read(tmp_path / "saved")] == TRACKS * 2


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_the_croissant_that_is_read_is_croissant(tmp_path: Path) -> None:
    import mlcroissant  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    path = KINDS["croissant"](tmp_path, ROWS)
    records = list(mlcroissant.Dataset(str(path)).records("tracks"))

    assert len(records) == len(read(path))


@given(
    st.binary(max_size=2000),
    st.sampled_from([".jsonl", ".jsonl.gz", ".csv", ".parquet", ".arrow", ".tar", ".json", ""]),
    st.booleans(),
)
def test_any_bytes_give_rows_or_our_own_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str, hash_audio: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    try:
        found = read(path, {"isrc": "isrc"}, hash_audio=hash_audio)
    except Unreadable:
        return
    assert all(row.trouble or row.track for row in found)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_a_damaged_file_gives_rows_or_our_own_error(
    tmp_path_factory: pytest.TempPathFactory, kind: str, choose: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path = KINDS[kind](folder, ROWS)
    file = choose.draw(st.sampled_from(sorted(one for one in folder.rglob("*") if one.is_file())))
    data = bytearray(file.read_bytes())
    for place in choose.draw(st.lists(st.integers(0, len(data) - 1), min_size=1, max_size=3)):
        data[place] = choose.draw(st.integers(0, 255))
    file.write_bytes(data[: choose.draw(st.integers(len(data) // 2, len(data)))])
    try:
        found = read(path)
    except Unreadable:
        return
    assert all(bool(row.trouble) is not bool(row.track) for row in found)
