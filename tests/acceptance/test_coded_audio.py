"""The hashes of coded audio are those that FFmpeg gives, and no tag changes them."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import soundfile  # type: ignore[import-untyped] # it ships no types
from mutagen.apev2 import APEv2

from askfirst.audio import SUFFIXES, CodedAudio, Container, UnreadableAudio, coded_audio
from tests.acceptance.sounds import (
    copied,
    needs_ffmpeg,
    sound,
    stream_hash,
    whole_samples,
    written,
)
from tests.acceptance.tagging import tag, untag


class Made(NamedTuple):
    """How a file is made: its suffix, its channels, and FFmpeg's options."""

    suffix: str
    channels: int
    options: str
    rate: int = 44_100


MP3 = {
    "constant bit rate": Made(".mp3", 1, "-b:a 96k"),
    "joint stereo": Made(".mp3", 2, "-b:a 320k"),
    "two channels": Made(".mp3", 2, "-b:a 128k -joint_stereo 0"),
    "variable bit rate": Made(".mp3", 2, "-q:a 4"),
    "average bit rate": Made(".mp3", 2, "-b:a 128k -abr 1"),
    "no length": Made(".mp3", 2, "-b:a 128k -write_xing 0"),
    "no tags": Made(".mp3", 1, "-b:a 64k -write_xing 0 -id3v2_version 0"),
    "both versions of ID3": Made(".mp3", 1, "-b:a 64k -id3v2_version 3 -write_id3v1 1"),
    "MPEG 2": Made(".mp3", 2, "-b:a 64k", 22_050),
    "MPEG 2 in mono": Made(".mp3", 1, "-b:a 32k", 24_000),
    "MPEG 2.5": Made(".mp3", 1, "-b:a 16k", 8_000),
    "another encoder": Made(".mp3", 2, "-c:a libshine -b:a 128k"),
}
FLAC = {
    "FLAC": Made(".flac", 2, "-sample_fmt s16"),
    "FLAC in mono": Made(".flac", 1, "-sample_fmt s16 -compression_level 0"),
    "FLAC of 24 bits": Made(".flac", 2, "-sample_fmt s32 -compression_level 12", 96_000),
    "FLAC of six channels": Made(".flac", 6, "-sample_fmt s16 -frame_size 256"),
}
OGG = {
    "Vorbis": Made(".ogg", 2, "-c:a libvorbis -q:a 8"),
    "Vorbis in mono": Made(".oga", 1, "-c:a libvorbis -q:a 0 -page_duration 1"),
    "Opus": Made(".opus", 2, "-c:a libopus -b:a 128k", 48_000),
    "Opus in short frames": Made(".opus", 1, "-c:a libopus -b:a 24k -frame_duration 5", 48_000),
}
M4A = {
    "AAC": Made(".m4a", 2, "-c:a aac -b:a 128k"),
    "AAC in mono": Made(".m4a", 1, "-c:a aac -b:a 32k"),
    "AAC for the web": Made(".m4a", 2, "-c:a aac -movflags +faststart"),
    "Apple Lossless": Made(".m4a", 2, "-c:a alac -sample_fmt s16p"),
    "Apple Lossless of 24 bits": Made(".m4a", 2, "-c:a alac -sample_fmt s32p"),
}
WAV = {
    "WAV of 8 bits": Made(".wav", 1, "-c:a pcm_u8"),
    "WAV of 16 bits": Made(".wav", 2, "-c:a pcm_s16le"),
    "WAV of 24 bits": Made(".wav", 2, "-c:a pcm_s24le"),
    "WAV of 32 bits": Made(".wav", 1, "-c:a pcm_s32le"),
    "WAV of six channels": Made(".wav", 6, "-c:a pcm_s16le"),
    "WAV of broadcasters": Made(".wav", 1, "-c:a pcm_s16le -write_bext 1"),
}
AIFF = {
    "AIFF of 8 bits": Made(".aiff", 1, "-c:a pcm_s8"),
    "AIFF of 16 bits": Made(".aiff", 2, "-c:a pcm_s16be"),
    "AIFF of 24 bits": Made(".aiff", 1, "-c:a pcm_s24be"),
    "AIFF of 32 bits": Made(".aiff", 2, "-c:a pcm_s32be"),
    "AIFF-C in little-endian order": Made(".aifc", 1, "-c:a pcm_s16le"),
}
WAVPACK = {
    "WavPack": Made(".wv", 2, "-c:a wavpack"),
    "WavPack of 32 bits": Made(".wv", 1, "-c:a wavpack -sample_fmt s32p"),
    "WavPack of six channels": Made(".wv", 6, "-c:a wavpack -compression_level 3"),
    "WavPack of floating point": Made(".wv", 2, "-c:a wavpack -sample_fmt fltp"),
}
WITHOUT_SAMPLES = {
    "floating point": Made(".wav", 2, "-c:a pcm_f32le"),
    "double floating point": Made(".wav", 1, "-c:a pcm_f64le"),
    "A-law": Made(".wav", 1, "-c:a pcm_alaw"),
    "µ-law": Made(".wav", 2, "-c:a pcm_mulaw"),
    "floating point in AIFF-C": Made(".aifc", 1, "-c:a pcm_f32be"),
    "µ-law in AIFF-C": Made(".aifc", 1, "-c:a pcm_mulaw"),
}
LOSSLESS = {**FLAC, **WAV, **AIFF}
EVERY = {**MP3, **OGG, **M4A, **LOSSLESS, **WAVPACK, **WITHOUT_SAMPLES}
#: What decodes to the samples as they are hashed, by how many bits they have.
PCM = {"pcm_u8": "pcm_s8", "pcm_s8": "pcm_s8", "24": "pcm_s24le", "32": "pcm_s32le"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    needs_ffmpeg()
    made = tmp_path_factory.mktemp("audio")
    yield made
    shutil.rmtree(made)


@pytest.fixture(scope="module")
def make(folder: Path) -> Callable[[str], Path]:
    """Return what makes a file by its name in the tables, once."""

    def made(name: str) -> Path:
        suffix, channels, options, rate = EVERY[name]
        path = folder / f"{name}{suffix}"
        if not path.exists():
            written(sound(folder, channels, rate), path, *options.split())
        return path

    return made


def hashed(path: Path) -> CodedAudio:
    with path.open("rb") as file:
        return coded_audio(file)


@pytest.mark.parametrize("name", EVERY)
def test_the_hash_of_packets_is_that_of_the_copied_stream(
    name: str, make: Callable[[str], Path]
) -> None:
    path = make(name)

    assert hashed(path).packets_sha256 == stream_hash(path)
    assert path.suffix in SUFFIXES


@pytest.mark.parametrize("name", LOSSLESS)
def test_the_hash_of_samples_is_that_of_what_they_decode_to(
    name: str, make: Callable[[str], Path]
) -> None:
    kind = next((pcm for part, pcm in PCM.items() if part in name + LOSSLESS[name].options), "")

    assert hashed(make(name)).pcm_md5 == stream_hash(make(name), "md5", "-c:a", kind or "pcm_s16le")


@pytest.mark.parametrize("name", [*MP3, *OGG, *M4A, *WAVPACK, *WITHOUT_SAMPLES])
def test_what_is_lossy_or_no_whole_number_has_no_hash_of_samples(
    name: str, make: Callable[[str], Path]
) -> None:
    assert hashed(make(name)).pcm_md5 is None


@pytest.mark.parametrize("subtype", ["PCM_S8", "PCM_16", "PCM_24"])
def test_one_recording_has_one_hash_of_samples_in_every_lossless_file(
    subtype: str, tmp_path: Path
) -> None:
    found = set()
    for suffix in (".flac", ".wav", ".aiff"):
        path = tmp_path / f"a{suffix}"
        kind = "PCM_U8" if (subtype, suffix) == ("PCM_S8", ".wav") else subtype
        soundfile.write(path, whole_samples(3001, 2), 44_100, subtype=kind)
        found.add(hashed(path).pcm_md5)

    assert len(found - {None}) == 1


@pytest.mark.parametrize(
    ("suffix", "subtype", "endian"),
    [
        (".aiff", "PCM_S8", "FILE"),
        (".aiff", "PCM_U8", "FILE"),
        (".aiff", "PCM_16", "LITTLE"),
        (".aiff", "FLOAT", "FILE"),
        (".aiff", "DOUBLE", "FILE"),
        (".aiff", "ALAW", "FILE"),
        (".wav", "PCM_24", "FILE"),
        (".wav", "DOUBLE", "FILE"),
        (".ogg", "VORBIS", "FILE"),
        (".mp3", "MPEG_LAYER_III", "FILE"),
    ],
)
def test_files_of_another_library_are_hashed_too(
    suffix: str, subtype: str, endian: str, tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / f"a{suffix}"
    soundfile.write(path, whole_samples(4001, 1), 44_100, subtype=subtype, endian=endian)

    assert folder.exists()
    assert hashed(path).packets_sha256 == stream_hash(path)


ONE_OF_EACH = [
    *("variable bit rate", "no length", "no tags", "FLAC", "Vorbis", "Opus", "AAC"),
    *("AAC for the web", "Apple Lossless", "WAV of 24 bits", "WAV of 8 bits", "AIFF of 16 bits"),
    "WavPack",
]


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_tags_and_pictures_change_nothing(
    name: str, make: Callable[[str], Path], tmp_path: Path
) -> None:
    path = tmp_path / f"tagged{make(name).suffix}"
    shutil.copy(make(name), path)
    before = hashed(path)

    tag(path)
    assert hashed(path) == before
    assert stream_hash(path) == before.packets_sha256
    untag(path)
    assert hashed(path) == before


def test_an_ape_tag_beside_id3_changes_nothing(make: Callable[[str], Path], tmp_path: Path) -> None:
    path = tmp_path / "tagged.mp3"
    shutil.copy(make("both versions of ID3"), path)
    before = hashed(path)
    ape = APEv2()
    ape["Title"] = "Night Bus"
    ape.save(path)

    assert hashed(path) == before
    assert stream_hash(path) == before.packets_sha256


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_copying_into_a_new_file_changes_nothing(
    name: str, make: Callable[[str], Path], tmp_path: Path
) -> None:
    new = copied(make(name), tmp_path / f"new{make(name).suffix}")

    assert hashed(new) == hashed(make(name))


@pytest.mark.parametrize("name", ["AAC", "AAC for the web"])
def test_where_the_table_of_contents_stands_changes_nothing(
    name: str, make: Callable[[str], Path], tmp_path: Path
) -> None:
    moved = copied(make(name), tmp_path / "moved.m4a", "-movflags", "+faststart")

    assert hashed(moved) == hashed(make(name))


REFUSED = {
    "fragmented": (".m4a", "-c:a aac -movflags frag_keyframe+empty_moov"),
    "RF64": (".wav", "-c:a pcm_s16le -rf64 always"),
    "Wave64": (".w64", "-c:a pcm_s16le"),
    "CAF": (".caf", "-c:a pcm_s16be"),
    "ADPCM": (".wav", "-c:a adpcm_ima_wav"),
    "FLAC in Ogg": (".oga", "-c:a flac"),
    "Layer II": (".mp2", "-c:a mp2"),
    "ADTS": (".aac", "-c:a aac"),
    "WebM": (".webm", "-c:a libopus"),
    "WMA": (".wma", "-c:a wmav2"),
    "AC-3": (".m4a", "-c:a ac3 -f mp4"),
}


@pytest.mark.parametrize(("suffix", "options"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_read_is_refused(
    suffix: str, options: str, folder: Path, tmp_path: Path
) -> None:
    path = written(sound(folder, 2), tmp_path / f"a{suffix}", *options.split())

    with pytest.raises(UnreadableAudio):
        hashed(path)


def test_two_audio_tracks_are_refused(make: Callable[[str], Path], tmp_path: Path) -> None:
    path = tmp_path / "two.m4a"
    copied(make("AAC"), path, "-map", "0:a")

    with pytest.raises(UnreadableAudio):
        hashed(path)


@pytest.mark.parametrize("container", Container)
def test_there_is_a_file_of_every_container(
    container: Container, make: Callable[[str], Path]
) -> None:
    assert container in {hashed(make(name)).container for name in ONE_OF_EACH}
