"""What tags say is read by the names that MusicBrainz Picard gives them, and bounded."""

import sys
from io import BytesIO

import pytest
from mutagen.apev2 import APEv2
from mutagen.flac import FLAC
from mutagen.id3 import ID3, TALB, TCOP, TIT2, TPE1, TPE2, TRCK, TSRC, TXXX, UFID
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from askfirst.audio import Container, NoTagReader, Tags, UnreadableAudio, tags
from tests.unit.audio.files import aiff, audio, wav

MBID = "b9ad642e-b012-41c7-b72a-42cf4911f9ff"
EXPECTED = Tags(
    title="Night Bus",
    artists=("Mara Lindqvist", "Ås"),
    album="Lines",
    album_artists=("Mara Lindqvist",),
    isrc="SEXYZ2600012",
    iswc="T-034.524.680-1",
    mbid=MBID,
    upc="5099749534728",
    copyright="2026 Mara Lindqvist",
    track_number=3,
    total=9,
)
COMMENTS = {
    "title": ["Night Bus"],
    "artist": ["Mara Lindqvist", "Ås"],
    "album": ["Lines"],
    "albumartist": ["Mara Lindqvist"],
    "isrc": ["SEXYZ2600012"],
    "iswc": ["T-034.524.680-1"],
    "musicbrainz_trackid": [MBID],
    "barcode": ["5099749534728"],
    "copyright": ["2026 Mara Lindqvist"],
    "tracknumber": ["3"],
    "tracktotal": ["9"],
}


def _tagged_id3(tag: ID3) -> None:
    for frame in (
        *(TIT2(3, ["Night Bus"]), TPE1(3, ["Mara Lindqvist", "Ås"]), TALB(3, ["Lines"])),
        *(TPE2(3, ["Mara Lindqvist"]), TSRC(3, ["SEXYZ2600012"]), TRCK(3, ["3/9"])),
        *(TXXX(3, "ISWC", ["T-034.524.680-1"]), TXXX(3, "BARCODE", ["5099749534728"])),
        *(UFID("http://musicbrainz.org", MBID.encode()), TCOP(3, ["2026 Mara Lindqvist"])),
    ):
        tag.add(frame)


def _saved(container: Container, kind: type, fill: object) -> BytesIO:
    """Return a file with tags that a function fills in."""
    file = BytesIO(audio(container))
    opened = kind(file)
    if opened.tags is None:
        opened.add_tags()
    fill(opened.tags)  # type: ignore[operator] # a function
    file.seek(0)
    opened.save(file)
    return file


@pytest.mark.parametrize(
    ("container", "kind"), [(Container.WAV, WAVE), (Container.MP3, MP3)], ids=str
)
def test_id3_is_read(container: Container, kind: type) -> None:
    assert tags(_saved(container, kind, _tagged_id3)) == EXPECTED


@pytest.mark.parametrize(
    ("container", "kind"),
    [(Container.FLAC, FLAC), (Container.OGG_VORBIS, OggVorbis), (Container.OPUS, OggOpus)],
    ids=str,
)
def test_vorbis_comments_are_read(container: Container, kind: type) -> None:
    file = _saved(container, kind, lambda tag: tag.update(COMMENTS))

    assert tags(file) == EXPECTED


def test_atoms_are_read() -> None:
    free = "----:com.apple.iTunes:"
    atoms = {
        "\xa9nam": ["Night Bus"],
        "\xa9ART": ["Mara Lindqvist", "Ås"],
        "\xa9alb": ["Lines"],
        "aART": ["Mara Lindqvist"],
        "cprt": ["2026 Mara Lindqvist"],
        "trkn": [(3, 9)],
        f"{free}ISRC": [b"SEXYZ2600012"],
        f"{free}ISWC": [b"T-034.524.680-1"],
        f"{free}MusicBrainz Track Id": [MBID.encode()],
        f"{free}BARCODE": [b"5099749534728"],
    }

    assert tags(_saved(Container.M4A, MP4, lambda tag: tag.update(atoms))) == EXPECTED


def test_an_ape_tag_fills_in_what_id3_does_not_say() -> None:
    file = _saved(Container.MP3, MP3, lambda tag: tag.add(TIT2(3, ["Night Bus"])))
    ape = APEv2()
    ape.update({"Title": "Night Train", "Artist": ["Mara Lindqvist", "Ås"], "Track": "3/9"})
    ape.save(file)

    assert tags(file) == Tags(title="Night Bus", artists=EXPECTED.artists, track_number=3, total=9)


def test_chunks_of_texts_are_read() -> None:
    info = b"INFOINAM\x0a\0\0\0Night Bus\0IART\x03\0\0\0\xc5s\0\0ITRK\x02\0\0\x003\0"
    named = [(b"NAME", b"Night Bus"), (b"AUTH", "Ås".encode())]

    expected = Tags(title="Night Bus", artists=("Ås",))
    assert tags(BytesIO(wav(b"ab", (b"LIST", info)))) == expected._replace(track_number=3)
    assert tags(BytesIO(aiff(b"ab", *named))) == expected


@pytest.mark.parametrize("container", Container)
def test_a_file_without_tags_says_nothing(container: Container) -> None:
    assert tags(BytesIO(audio(container))) == Tags()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"title": ["  Night\0 Bus \n"]}, Tags(title="Night Bus")),
        ({"title": ["", " ", "Bus"]}, Tags(title="Bus")),
        ({"title": ["x" * 5000]}, Tags(title="x" * 1000)),
        ({"artist": ["A", "A", "B"]}, Tags(artists=("A", "B"))),
        ({"artist": ["A & B"], "artists": ["A", "B"]}, Tags(artists=("A", "B"))),
        ({"artist": [f"{n}" for n in range(200)]}, Tags(artists=tuple(map(str, range(100))))),
        ({"isrc": ["none", "SE-XYZ-26-00012"]}, Tags(isrc="SE-XYZ-26-00012")),
        ({"isrc": ["SEXYZ2600012/SEXYZ2600013"]}, Tags(isrc="SEXYZ2600012")),
        ({"isrc": ["none", "nothing"]}, Tags(isrc="none")),
        ({"isrc": [" ; "]}, Tags()),
        ({"upc": ["5099749534728"]}, Tags(upc="5099749534728")),
        ({"tracknumber": ["A3"]}, Tags()),
        ({"tracknumber": ["0"]}, Tags()),
        ({"tracknumber": ["03/09"]}, Tags(track_number=3, total=9)),
        ({"tracknumber": ["3/0"]}, Tags(track_number=3)),
        ({"tracknumber": ["99999"]}, Tags()),
        ({"tracknumber": ["3"], "totaltracks": ["9"]}, Tags(track_number=3, total=9)),
    ],
)
def test_what_is_written_oddly_is_read_as_far_as_it_makes_sense(
    written: dict[str, list[str]], expected: Tags
) -> None:
    assert tags(_saved(Container.FLAC, FLAC, lambda tag: tag.update(written))) == expected


def test_a_track_without_a_number_can_say_of_how_many_it_is_one() -> None:
    file = _saved(Container.M4A, MP4, lambda tag: tag.update({"trkn": [(0, 9)]}))

    assert tags(file) == Tags(total=9)


@pytest.mark.parametrize("data", [b"", b"Night Bus", b"\x89PNG" + bytes(40)])
def test_what_is_no_audio_has_no_tags(data: bytes) -> None:
    with pytest.raises(UnreadableAudio):
        tags(BytesIO(data))


@pytest.mark.parametrize("container", [Container.FLAC, Container.M4A, Container.OPUS])
def test_damaged_tags_are_told(container: Container) -> None:
    with pytest.raises(UnreadableAudio):
        tags(BytesIO(audio(container)[:30]))


def test_without_the_library_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mutagen", None)

    with pytest.raises(NoTagReader, match="askfirst\\[audio\\]"):
        tags(BytesIO(audio(Container.MP3)))
