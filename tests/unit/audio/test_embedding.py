"""Our fields are written into every kind of tag, and nothing else in the tags changes."""

import struct
from io import BytesIO

import pytest
from mutagen.flac import FLAC, Picture
from mutagen.id3 import ID3, PRIV, TCOP, TIT2, TXXX, TYER, WCOP
from mutagen.mp4 import MP4
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from askfirst.audio import (
    Carrier,
    Container,
    NotEmbedded,
    Statement,
    UnreadableAudio,
    coded_audio,
    embed,
    embedded,
    holds,
)
from tests.unit.audio.files import aiff, audio, wav

LINE = "AskFirst 1.0 declaration urn:a, verify at https://a.example/"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="AskFirst"/>'
SAID = Statement('{"name":"\u00e5\U0001f68c"}', LINE, "https://a.example/by", XMP)
THEIRS = b'<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Other"/>'


def written(data: bytes, said: Statement = SAID) -> BytesIO:
    """Embed, see that the sound is the same and that a second time changes nothing."""
    target = BytesIO()
    embed(BytesIO(data), target, said)
    assert coded_audio(target) == coded_audio(BytesIO(data))
    assert {one.text for one in embedded(target).declarations} == {said.declaration}
    assert holds(target, said)
    assert not holds(BytesIO(data), said)
    target.seek(0)
    return target


def tagged(*frames: object, version: int = 4) -> bytes:
    """Return an MP3 file with an ID3 tag that mutagen writes."""
    tag = ID3()
    for frame in frames:
        tag.add(frame)
    file = BytesIO(audio(Container.MP3))
    tag.save(file, v2_version=version)
    return file.getvalue()


def tag(version: int, flags: int, body: bytes) -> bytes:
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3" + bytes([version, 0, flags]) + size + body


@pytest.mark.parametrize("container", Container)
def test_everything_comes_out_as_it_went_in(container: Container) -> None:
    found = embedded(written(audio(container)))

    assert [one.text for one in found.declarations] == [SAID.declaration]
    assert found.copyright == LINE
    assert found.license == SAID.license
    packets = (Container.MP3, Container.WAV, Container.AIFF, Container.M4A)
    assert found.xmp == (XMP if container in packets else None)


@pytest.mark.parametrize("container", Container)
def test_a_file_without_tags_holds_nothing(container: Container) -> None:
    assert embedded(BytesIO(audio(container))).declarations == ()


@pytest.mark.parametrize("version", [3, 4])
def test_a_tag_keeps_its_version_and_its_other_frames(version: int) -> None:
    frames = (TIT2(1, ["Bus"]), TXXX(0, "ASKED", ["x"]), PRIV("other", b"XMP"), TYER(0, ["1999"]))
    before = tagged(*frames, version=version)
    after = written(before).getvalue()

    assert after[3] == version
    size = sum(byte << shift for byte, shift in zip(before[6:10], (21, 14, 7, 0), strict=True))
    kept = before[10 : 10 + size].rstrip(b"\0")
    assert after[10 : 10 + len(kept)] == kept


def test_the_old_version_of_three_letters_is_kept_too() -> None:
    body = b"TT2\0\0\4\0Bus" + b"TXX\0\0\x0c\0askfirst\0{}"
    after = written(tag(2, 0, body) + audio(Container.MP3))

    assert after.getvalue()[3] == 2
    assert ID3(after)["TIT2"].text == ["Bus"]
    assert embedded(after).copyright == LINE
    assert embedded(after).xmp is None


@pytest.mark.parametrize("version", [3, 4])
def test_a_tag_that_is_unsynchronized_is_read(version: int) -> None:
    text = "\u00ff\u0100".encode("utf-16")
    frame = b"TIT2\0\0\0\x0b\0\0\1" + text + b"\0\0\0\0"
    size = bytes([0, 0, 0, len(frame) - 10 + (version == 4) * frame.count(b"\xff")])
    coded = (frame[:4] + size + frame[8:]).replace(b"\xff", b"\xff\0")
    after = written(tag(version, 0x80, coded) + audio(Container.MP3))

    assert ID3(after)["TIT2"].text[0].startswith("\u00ff\u0100")


def test_an_extended_header_is_passed_over() -> None:
    frame = b"TIT2\0\0\0\4\0\0\0Bus"
    for version, extended in ((3, b"\0\0\0\6" + bytes(6)), (4, b"\0\0\0\6\1\0")):
        after = written(tag(version, 0x40, extended + frame) + audio(Container.MP3))
        assert ID3(after)["TIT2"].text == ["Bus"]


def test_sizes_in_eight_bits_are_read_in_the_newest_version_too() -> None:
    long, text = b"TXXX\0\0\1\x2c\0\0\0a\0" + b"b" * 297, b"TIT2\0\0\0\4\0\0\0Bus"
    after = written(tag(4, 0, long + text) + audio(Container.MP3)).getvalue()

    assert long + text in after


def test_a_field_is_found_in_any_letter_case_and_encoding() -> None:
    for encoding in range(4):
        found = embedded(BytesIO(tagged(TXXX(encoding, "AskFirst", ["{}"]))))
        assert [(one.carrier, one.text) for one in found.declarations] == [(Carrier.ID3, "{}")]


def test_what_is_packed_is_not_unpacked() -> None:
    packed = b"TXXX\0\0\0\x0b\0\x08\0ASKFIRST\0{"
    assert embedded(BytesIO(tag(4, 0, packed) + audio(Container.MP3))).declarations == ()


def test_a_text_that_is_too_large_is_read_so_far() -> None:
    (found,) = embedded(BytesIO(tagged(TXXX(3, "ASKFIRST", ["x" * 2**21])))).declarations
    assert 2**20 < len(found.text) < 2**20 + 10


def test_more_than_anybody_writes_is_refused() -> None:
    frames = [TXXX(3, "ASKFIRST" if n else "AskFirst", ["x"]) for n in range(2)]
    many = b"".join(b"TXXX\0\0\0\5\0\0\0a\0bc" for _ in range(10_001))
    assert len(embedded(BytesIO(tagged(*frames))).declarations) == 2
    with pytest.raises(UnreadableAudio):
        embedded(BytesIO(tag(4, 0, many) + audio(Container.MP3)))


def test_the_copyright_is_kept_and_our_line_stands_in_it_once() -> None:
    before = tagged(TCOP(1, ["2026 Mara; all rights reserved", "and others"]))
    other = SAID._replace(copyright="AskFirst 1.0 declaration urn:b")
    after = written(written(before, other).getvalue())

    assert ID3(after)["TCOP"].text == [f"2026 Mara; all rights reserved; {LINE}", "and others"]


def test_the_license_of_somebody_else_stays() -> None:
    for frame in (WCOP("https://b.example/"), TXXX(3, "License", ["https://b.example/"])):
        after = written(tagged(frame))
        assert embedded(after).license == "https://b.example/"


def test_the_packet_of_somebody_else_stays() -> None:
    assert embedded(written(tagged(PRIV("XMP", THEIRS)))).xmp == THEIRS
    assert embedded(written(wav(bytes(400), (b"_PMX", THEIRS)))).xmp == THEIRS


def test_several_tags_at_the_beginning_are_read_and_not_written() -> None:
    data = tag(4, 0, b"TIT2\0\0\0\4\0\0\0Bus") + tagged(TXXX(3, "ASKFIRST", ["{}"]))
    assert len(embedded(BytesIO(data)).declarations) == 1
    with pytest.raises(NotEmbedded):
        written(data)


def test_pictures_and_other_comments_of_flac_stay() -> None:
    file = BytesIO(audio(Container.FLAC))
    flac = FLAC(file)
    flac["TITLE"], flac["askfirst"], flac["Copyright"] = "Bus", ["{}", "[]"], ["2026 Mara", "x"]
    picture = Picture()
    picture.data = b"x" * 1000
    flac.add_picture(picture)
    file.seek(0)
    flac.save(file)
    after = FLAC(written(file.getvalue()))

    assert after["TITLE"] == ["Bus"]
    assert after["COPYRIGHT"] == [f"2026 Mara; {LINE}", "x"]
    assert after.pictures[0].data == picture.data


def test_comments_that_fill_their_block_are_refused() -> None:
    entry = b"X=" + bytes(2**24 - 100)
    block = bytes(4) + struct.pack("<II", 1, len(entry)) + entry
    data = audio(Container.FLAC)
    full = data[:4] + b"\0" + data[5:42] + b"\x84" + len(block).to_bytes(3) + block + data[42:]
    with pytest.raises(NotEmbedded):
        written(full)


@pytest.mark.parametrize("container", [Container.OGG_VORBIS, Container.OPUS])
def test_comments_of_many_pages_move_all_pages_after_them(container: Container) -> None:
    long = SAID._replace(declaration='"' + "x" * 200_000 + '"')
    after = written(audio(container), long)
    back = written(after.getvalue())

    assert embedded(back).copyright == LINE
    assert len(back.getvalue()) < len(after.getvalue())


def test_other_comments_of_ogg_stay() -> None:
    file = BytesIO(audio(Container.OGG_VORBIS))
    ogg = OggVorbis(file)
    ogg["TITLE"] = ["Bus", "Night"]
    ogg.save(file)

    assert OggVorbis(written(file.getvalue()))["title"] == ["Bus", "Night"]


def test_other_atoms_of_mp4_stay() -> None:
    file = BytesIO(audio(Container.M4A))
    mp4 = MP4(file)
    mp4["\xa9nam"], mp4["cprt"], mp4["----:org.example:ASKFIRST"] = ["Bus"], ["2026"], [b"{}"]
    mp4["----:com.apple.iTunes:askFirst"] = [b"[]"]
    mp4.save(file)
    after = MP4(written(file.getvalue()))

    assert after["\xa9nam"] == ["Bus"]
    assert after["cprt"] == [f"2026; {LINE}"]
    assert after["----:org.example:ASKFIRST"] == [b"{}"]
    assert bytes(after["----:com.apple.iTunes:ASKFIRST"][0]).decode() == SAID.declaration


def test_a_last_box_without_a_size_is_not_made_longer() -> None:
    data = audio(Container.M4A)
    place = data.rindex(b"moov") - 4
    open_ended = data[:place] + bytes(4) + data[place + 4 :]

    assert embedded(written(open_ended)).xmp is None


def test_items_that_stand_at_places_of_their_own_are_refused() -> None:
    items = struct.pack(">I4sI", 20, b"meta", 0) + struct.pack(">I4s", 8, b"iloc")
    data = audio(Container.M4A)
    with pytest.raises(NotEmbedded):
        written(_with_movie_first(data) + items)


def _with_movie_first(data: bytes) -> bytes:
    """Return an M4A file with its table of contents before the audio, and places to match."""
    place = data.rindex(b"moov") - 4
    (size,) = struct.unpack_from(">I", data, place)
    movie, first = data[place : place + size], struct.unpack_from(">I", data, 0)[0]
    at = movie.index(b"stco") + 12
    (old,) = struct.unpack_from(">I", movie, at)
    movie = movie[:at] + struct.pack(">I", old + size) + movie[at + 4 :]
    return data[:first] + movie + data[first:place] + data[place + size :]


def test_audio_after_the_table_of_contents_is_found_where_it_moves() -> None:
    written(_with_movie_first(audio(Container.M4A)))


def test_other_chunks_of_wav_stay() -> None:
    info = b"INFO" + b"INAM\4\0\0\0Bus\0" + b"ICOP\5\0\0\0\xa9 26\0\0"
    around = ((b"bext", b"x" * 601), (b"LIST", info), (b"LIST", b"adtl"), (b"iXML", b"<a/>"))
    after = written(wav(bytes(401), *around, width=1)).getvalue()

    assert b"bext" + struct.pack("<I", 601) + b"x" * 601 in after
    assert b"INAM\4\0\0\0Bus\0" in after
    assert b"\xa9 26; AskFirst 1.0" in after
    assert b"LIST\4\0\0\0adtl" in after
    assert struct.unpack_from("<I", after, 4)[0] == len(after) - 8
    tags = WAVE(BytesIO(after)).tags
    assert tags
    assert tags["TXXX:ASKFIRST"].text == [SAID.declaration]


@pytest.mark.parametrize("name", [b"id3 ", b"ID3 ", b"_PMX"])
def test_several_chunks_of_one_kind_are_refused(name: bytes) -> None:
    with pytest.raises(NotEmbedded):
        written(wav(bytes(400), (name, b""), (name, b"")))


def test_a_chunk_that_is_cut_off_is_refused() -> None:
    for data in (wav(bytes(400), (b"LIST", b"INFO")), aiff(bytes(400), (b"ANNO", b"abcd"))):
        with pytest.raises(NotEmbedded):
            written(data[:-1])


def test_text_chunks_of_aiff_stay() -> None:
    after = written(aiff(bytes(400), (b"NAME", b"Bus"), (b"(c) ", b"2026 "))).getvalue()

    assert b"NAME\0\0\0\3Bus\0" in after
    assert b"(c) \0\0\0\x052026 \0" in after


@pytest.mark.parametrize("before", ["", "2026 Mara; "])
def test_our_line_in_the_copyright_of_aiff_is_kept_up_to_date(before: str) -> None:
    old = f"{before}AskFirst 1.0 declaration urn:old".encode()
    data = aiff(bytes(400), (b"(c) ", old))
    assert embedded(BytesIO(data)).copyright == old.decode()

    after = written(data)

    assert embedded(after).copyright == f"{before}{LINE}"
    assert b"urn:old" not in after.getvalue()


def test_a_copyright_of_aiff_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    data = aiff(bytes(400), (b"(c) ", b"2026"))

    assert embedded(BytesIO(data[:-2])).copyright == "20"
