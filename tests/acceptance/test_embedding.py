"""Documents go into real files of every kind: the sound stays, all other tags stay, nothing breaks.

Runs are killed at many moments, the disk is full, and the files are as bad as files can be.
"""

import json
import os
import resource
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import mutagen
import pytest
from mutagen.apev2 import APEv2
from mutagen.flac import FLAC
from typer.testing import CliRunner, Result

from askfirst.audio import UnreadableAudio, coded_audio, embedded
from askfirst.cli.app import app
from tests.acceptance.declaring import DECLARATION, TRACK, declare
from tests.acceptance.recordings import audio
from tests.acceptance.sounds import MADE, needs_ffmpeg, sound, stream_hash, written
from tests.acceptance.tagging import tag

OURS = ("askfirst", "license", "copyright", "cprt", "tcop", "txxx:askfirst", "wcop", "priv:xmp")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder with a file of each container, with tags and without."""
    needs_ffmpeg()
    made = tmp_path_factory.mktemp("embedding")
    for suffix, options in MADE.items():
        for name in ("plain", "tagged"):
            written(sound(made, 2, 48_000), made / f"{name}{suffix}", *options.split())
        tag(made / f"tagged{suffix}")
    yield made
    shutil.rmtree(made)


def cli(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def others(path: Path) -> dict[str, str]:
    """Return the tags that are not ours, as another library reads them."""
    found = (mutagen.File(path).tags or {}).items()
    return {
        name: repr(value)
        for name, value in found
        if not name.lower().replace("----:com.apple.itunes:", "").startswith(OURS)
    }


@pytest.mark.parametrize("suffix", MADE)
@pytest.mark.parametrize("name", ["plain", "tagged"])
def test_only_our_tags_are_others(name: str, suffix: str, folder: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(folder / f"{name}{suffix}", tmp_path))
    value, before, decoded = declare(path), others(path), _decoded(path)
    packets = stream_hash(path)

    assert cli("embed", str(path)).exit_code == 0
    assert json.loads(cli("extract", str(path)).stdout) == value
    assert stream_hash(path) == packets
    assert _decoded(path) == decoded
    assert others(path) == before

    first = path.read_bytes()
    assert cli("embed", str(path)).exit_code == 0
    assert path.read_bytes() == first


def _decoded(path: Path) -> str:
    return stream_hash(path, "md5", "-c:a", "pcm_s16le", "-xerror")


@pytest.mark.parametrize("suffix", MADE)
def test_another_library_reads_what_is_there(suffix: str, folder: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(folder / f"plain{suffix}", tmp_path))
    value = declare(path)
    cli("embed", str(path))

    tags = {name.lower().rpartition(":")[2]: text for name, text in mutagen.File(path).items()}
    field = tags["askfirst"]
    text = field if isinstance(field, str) else getattr(field, "text", field)[0]
    assert json.loads(text if isinstance(text, str) else bytes(text)) == value
    assert any("verify at https://mara.example.org/ask" in str(one) for one in tags.values())
    assert any(value["track"]["license"] in str(one) for one in tags.values())


@pytest.mark.parametrize("suffix", MADE)
def test_a_file_that_another_library_wrote_anew_can_be_embedded_again(
    suffix: str, folder: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(folder / f"plain{suffix}", tmp_path))
    value = declare(path)
    cli("embed", str(path))
    tag(path)
    declare(path)

    assert cli("embed", str(path)).exit_code == 0
    assert json.loads(cli("extract", str(path)).stdout) == value
    assert "Night Bus" in str(others(path))


def test_ffmpeg_reads_the_copyright_of_a_wav_file(folder: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(folder / "plain.wav", tmp_path))
    declare(path)
    cli("embed", str(path))

    told = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format_tags", "-of", "json", path],  # noqa: S607
        capture_output=True,
        check=True,
    )
    found = json.loads(told.stdout)["format"]["tags"]
    assert DECLARATION["id"] in found["copyright"]
    assert found["title"] == "Bus"


def test_an_ape_tag_in_an_mp3_loses_the_document_and_keeps_the_rest(
    folder: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(folder / "plain.mp3", tmp_path))
    ape = APEv2()
    ape["AskFirst"], ape["Title"] = '{"askfirst": "1.0.0"}', "Night Bus"
    ape.save(path)
    value = declare(path)

    assert cli("embed", str(path)).exit_code == 0
    assert json.loads(cli("extract", str(path)).stdout) == value
    assert dict(APEv2(path)) == {"Title": "Night Bus"}


REFUSED = {
    "fragmented.m4a": "-c:a aac -movflags frag_keyframe+empty_moov",
    "rf64.wav": "-c:a pcm_s16le -rf64 always",
    "flac.oga": "-c:a flac",
}


@pytest.mark.parametrize(("name", "options"), REFUSED.items())
def test_what_cannot_carry_it_stays_as_it_is(
    name: str, options: str, folder: Path, tmp_path: Path
) -> None:
    path = written(sound(folder, 2, 48_000), tmp_path / name, *options.split())
    before = path.read_bytes()
    beside = {**DECLARATION, "track": {**TRACK, "files": [{"name": name}]}}
    Path(f"{path}.askfirst.json").write_text(json.dumps(beside), encoding="utf-8")

    told = cli("embed", str(path))

    assert told.exit_code == 1
    assert "beside" in told.stderr
    assert path.read_bytes() == before


def _comments(size: int) -> bytes:
    """Return a FLAC file whose comments leave no room in their block."""
    entry = b"X=" + bytes(size)
    block = struct.pack("<IIII", 0, 1, len(entry), 0)[:12] + entry
    return bytes([4]) + len(block).to_bytes(3) + block


def _with_frames(data: bytes) -> bytes:
    frames = b"".join(b"TXXX\0\0\0\5\0\0\3a%d\0b" % (n % 10) for n in range(20_000))
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\4\0\0" + size + frames + data


def _bad(folder: Path) -> dict[str, bytes]:
    """Return files as bad as files can be, by what is bad in them."""
    flac, mp3 = (folder / f"plain.{kind}" for kind in ("flac", "mp3"))
    ogg, m4a, wav = (folder / f"plain.{kind}" for kind in ("ogg", "m4a", "wav"))
    whole, movie = flac.read_bytes(), m4a.read_bytes()
    tags = movie.index(b"udta") - 4
    return {
        "empty.flac": b"",
        "short.flac": whole[: len(whole) // 2],
        "wrong ending.mp3": b"\x89PNG\r\n" + bytes(1000),
        "huge comments.flac": whole[:42] + _comments(2**24 - 100) + whole[42:],
        "many frames.mp3": _with_frames(mp3.read_bytes()),
        "chained.ogg": ogg.read_bytes() * 2,
        "overlapping.m4a": movie[:tags] + b"\0\0\xff\xff" + movie[tags + 4 :],
        "endless.m4a": b"\0\0\0\1" + movie[4:],
        "short.wav": wav.read_bytes()[:-1001],
        "two tags.mp3": _with_frames(b"")[:10] + bytes(10),
    }


def _hashes(path: Path) -> list[dict[str, str]]:
    """Return what a document says of a file: its hash, or where it has none, a wrong one."""
    try:
        with path.open("rb") as file:
            return [{"packetsSha256": coded_audio(file).packets_sha256}]
    except UnreadableAudio:
        return [{"packetsSha256": "0" * 64}]


def test_bad_files_stay_as_they_are(folder: Path, tmp_path: Path) -> None:
    bad = _bad(folder)
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    tracks = [{**TRACK, "title": name, "files": _hashes(tmp_path / name)} for name in bad]
    release = {name: value for name, value in DECLARATION.items() if name != "track"}
    release |= {"type": "Release", "release": TRACK, "tracks": tracks}
    (tmp_path / "askfirst.json").write_text(json.dumps(release), encoding="utf-8")

    paths = [str(tmp_path / name) for name in bad]
    assert cli("embed", *paths).exit_code == 1
    assert cli("extract", *paths).exit_code == 1
    assert {name: (tmp_path / name).read_bytes() for name in bad} == bad
    assert len(list(tmp_path.iterdir())) == len(bad) + 1


def test_a_flac_file_after_an_id3_tag_keeps_it(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.flac"
    head = b"ID3\4\0\0\0\0\0\x10" + bytes(16)
    path.write_bytes(head + (folder / "plain.flac").read_bytes())
    declare(path)

    assert cli("embed", str(path)).exit_code == 0
    assert path.read_bytes().startswith(head)
    assert "askfirst" in FLAC(path)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of thirty files, five each in a folder with one license file."""
    root = tmp_path_factory.mktemp("library")
    for n in range(6):
        deep = root / f"{n}"
        deep.mkdir()
        first = audio(deep / "0.flac", 1)
        with first.open("rb") as file:
            files = [{"packetsSha256": coded_audio(file).packets_sha256}]
        for k in range(1, 5):
            shutil.copy(first, deep / f"{k}.flac")
        value = {**DECLARATION, "track": {**TRACK, "files": files}}
        (deep / "askfirst.json").write_text(json.dumps(value), encoding="utf-8")
    return root


def _files(root: Path) -> dict[Path, bytes]:
    return {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*.flac"))}


@pytest.fixture(scope="module")
def finished(library: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[Path, bytes]:
    """Return what a run that nobody kills makes of the files."""
    root = Path(shutil.copytree(library, tmp_path_factory.mktemp("finished") / "library"))
    assert cli("embed", str(root), "--recursive").exit_code == 0
    return _files(root)


@pytest.mark.parametrize(
    ("jobs", "after"), [*((1, n) for n in (0, 1, 4, 11, 19, 28)), (2, 2), (2, 15)]
)
def test_a_run_that_is_killed_leaves_every_file_old_or_new(
    jobs: int, after: int, library: Path, finished: dict[Path, bytes], tmp_path: Path
) -> None:
    root, old = Path(shutil.copytree(library, tmp_path / "library")), _files(library)
    _stop(root, jobs, after, signal.SIGKILL)

    found = _files(root)
    assert all(found[path] in (old[path], finished[path]) for path in old)
    assert sum(found[path] == finished[path] for path in old) >= after
    assert cli("embed", str(root), "--recursive").exit_code == 0
    assert _files(root) == finished
    assert not list(root.rglob(".askfirst-embed-*"))


def _stop(root: Path, jobs: int, after: int, how: signal.Signals) -> bytes:
    """Start a run, and stop it and all that it started when so many files are new."""
    inodes = {path: path.stat().st_ino for path in root.rglob("*.flac")}
    command = [sys.executable, "-m", "askfirst", "embed", ".", "--recursive", f"--jobs={jobs}"]
    with subprocess.Popen(
        command, cwd=root, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as running:
        while running.poll() is None:
            new = sum(path.stat().st_ino != inode for path, inode in inodes.items())
            if new >= after and (new or [*root.rglob(".askfirst-embed-*")]):
                break
        with suppress(ProcessLookupError):
            os.killpg(running.pid, how)
        return running.communicate(timeout=60)[1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_run_leaves_nothing(
    jobs: int, library: Path, finished: dict[Path, bytes], tmp_path: Path
) -> None:
    root, old = Path(shutil.copytree(library, tmp_path / "library")), _files(library)
    told = _stop(root, jobs, 2, signal.SIGINT)

    assert b"Traceback" not in told
    assert all(data in (old[path], finished[path]) for path, data in _files(root).items())
    assert not list(root.rglob(".askfirst-embed-*"))


def test_a_full_disk_is_told_and_changes_nothing(folder: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(folder / "plain.wav", tmp_path))
    declare(path)
    before = path.read_bytes()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    told = subprocess.run(
        [sys.executable, "-m", "askfirst", "embed", path.name],
        cwd=tmp_path,
        capture_output=True,
        preexec_fn=limit,
        check=False,
    )
    assert told.returncode == 1
    assert b"Traceback" not in told.stderr
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 2


def test_embedded_reads_the_document_in_every_file(folder: Path, tmp_path: Path) -> None:
    for suffix in MADE:
        path = Path(shutil.copy(folder / f"tagged{suffix}", tmp_path))
        value = declare(path)
        cli("embed", str(path))
        with path.open("rb") as file:
            there = embedded(file)
        assert {json.loads(one.text)["id"] for one in there.declarations} == {value["id"]}
        assert DECLARATION["id"] in (there.copyright or "")
