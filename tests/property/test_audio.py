"""A file has the hash of its audio, or none: whatever its bytes are, and whatever its tags are."""

import tracemalloc
from contextlib import suppress
from io import BytesIO
from random import Random
from time import monotonic

import pytest
import soundfile  # type: ignore[import-untyped] # it ships no types
from hypothesis import given
from hypothesis import strategies as st
from numpy import int32
from numpy.random import default_rng

from askfirst.audio import CodedAudio, Container, UnreadableAudio, coded_audio, tags
from tests.property.effort import MANY
from tests.property.recordings import FILES, HASHED, damaged, plain, retagged

each_container = pytest.mark.parametrize("container", Container)


def hashed(data: bytes) -> CodedAudio | None:
    try:
        return coded_audio(BytesIO(data))
    except UnreadableAudio:
        return None


def is_fast_and_small(seed: int, count: int) -> bool:
    """Read so many damaged files, of which none may take a second or much memory."""
    chance = Random(seed)  # noqa: S311 - damages, no secret
    tracemalloc.start()
    for _ in range(count):
        data, started = damaged(chance), monotonic()
        hashed(data)
        with suppress(UnreadableAudio):
            tags(BytesIO(data))
        if monotonic() - started > 1:
            return False
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak < 50_000_000


class TestTags:
    """`packetsSha256` is the SHA-256 of the coded packets of the one audio stream of a file, one after the other, without headers and without tags."""  # noqa: E501 - as it stands there

    @each_container
    @given(data=st.data())
    def test_other_tags_change_no_hash(self, container: Container, data: st.DataObject) -> None:
        assert hashed(data.draw(retagged(container))) == hashed(plain(container))


class TestRefusals:
    """An implementation that computes a hash MUST compute it as this section says, or not at all."""  # noqa: E501 - as it stands there

    @given(st.binary(max_size=300))
    def test_bytes_are_hashed_or_refused(self, data: bytes) -> None:
        hashed(data)

    @MANY
    @given(st.integers(0, 2**32))
    def test_a_damaged_file_is_hashed_or_refused(self, seed: int) -> None:
        hashed(damaged(Random(seed)))  # noqa: S311 - damages, no secret

    def test_a_thousand_damaged_files_take_little_time_and_memory(self) -> None:
        assert is_fast_and_small(seed=1, count=1000)

    @pytest.mark.long
    @pytest.mark.parametrize("seed", range(2, 12))
    def test_a_million_damaged_files_take_little_time_and_memory(self, seed: int) -> None:
        assert is_fast_and_small(seed, count=100_000)

    @given(st.sampled_from(HASHED), st.data())
    def test_a_file_that_is_cut_off_is_refused_or_lacks_no_audio(
        self, data: bytes, draw: st.DataObject
    ) -> None:
        part = hashed(data[: draw.draw(st.integers(0, len(data)))])

        # MP3 has no word on how many frames there are, but where the file itself tells it
        assert part is None or part == hashed(data) or part.container is Container.MP3

    @each_container
    def test_no_beginning_of_a_file_is_taken_for_another_recording(
        self, container: Container
    ) -> None:
        data = plain(container)
        found = {hashed(data[:size]) for size in range(len(data))}

        assert found - {None, hashed(data)} == set() or container is Container.MP3

    def test_what_one_file_is_no_other_is(self) -> None:
        """Equal hashes are those of the vectors that say so: of the same container."""
        found = [one for one in map(hashed, FILES) if one]

        assert len({(one.container, one.packets_sha256) for one in found}) >= 25


class TestSamples:
    """This is how FLAC computes the MD5 of the same samples."""

    @given(
        st.sampled_from([("PCM_S8", "PCM_U8"), ("PCM_16", "PCM_16"), ("PCM_24", "PCM_24")]),
        st.integers(1, 8),
        # libsndfile counts the byte that fills up an odd size as a sample of AIFF
        st.integers(1, 2000).map(lambda half: 2 * half),
        st.integers(0, 2**32),
    )
    def test_flac_wav_and_aiff_agree(
        self, subtypes: tuple[str, str], channels: int, moments: int, seed: int
    ) -> None:
        chance = default_rng(seed)
        samples = chance.integers(-(2**31), 2**31, (moments, channels)).astype(int32)
        kinds = {"FLAC": subtypes[0], "AIFF": subtypes[0], "WAV": subtypes[1], "WAVEX": subtypes[1]}
        found = set()
        for kind, subtype in kinds.items():
            file = BytesIO()
            soundfile.write(file, samples, 44_100, format=kind, subtype=subtype)
            found.add(coded_audio(file).pcm_md5)

        assert len(found) == 1
        assert None not in found
