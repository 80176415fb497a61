"""What a document says is signed into audio files, and read out of them again."""

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID

from askfirst.audio import coded_audio
from askfirst.signals import Answer, Channel, Found, Reading, Wanted, signal
from askfirst.signals.c2pa_signing import (
    MEDIA_TYPES,
    CannotSign,
    NoSigningLibrary,
    UnreadableManifest,
    manifest,
    sign,
)
from askfirst.vocabulary import Status, Use, leaves
from tests.acceptance.certificates import Key, Signer, in_pem, signer
from tests.acceptance.recordings import audio
from tests.acceptance.sounds import needs_ffmpeg, written

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CAWG = signal("cawg")
WANTED = Wanted(dict.fromkeys(leaves(Use.ANY_AI_USE), Status.UNSPECIFIED), "Song", ("Somebody",))
SAID = {"cawg.ai_training": Answer.ALLOWED, "cawg.ai_generative_training": Answer.REFUSED}
CARRIERS = CAWG.write(WANTED, SAID)
ENDINGS = sorted(MEDIA_TYPES)


@pytest.fixture(scope="module")
def somebody() -> Signer:
    return signer()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("audio")


def song(folder: Path, ending: str) -> bytes:
    path = folder / f"song{ending}"
    if not path.exists() and ending == ".m4a":
        needs_ffmpeg()
        written(audio(folder / "source.wav", 1), path, "-c:a", "aac")
    elif not path.exists():
        audio(path, 1)
    return path.read_bytes()


def read(data: bytes, ending: str) -> tuple[Reading, ...]:
    store = manifest(BytesIO(data), MEDIA_TYPES[ending])
    assert store
    return CAWG.read(Found(Channel.FILE, store))


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_signed_is_read_back(folder: Path, ending: str, somebody: Signer) -> None:
    plain = song(folder, ending)
    assert manifest(BytesIO(plain), MEDIA_TYPES[ending]) is None
    signed = sign(plain, MEDIA_TYPES[ending], CARRIERS, *somebody)
    assert read(signed, ending) == (Reading(SAID),)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_coded_audio_stays_the_same(folder: Path, ending: str, somebody: Signer) -> None:
    plain, path = song(folder, ending), folder / f"signed{ending}"
    path.write_bytes(sign(plain, MEDIA_TYPES[ending], CARRIERS, *somebody))
    with path.open("rb") as after, (folder / f"song{ending}").open("rb") as before:
        assert coded_audio(after) == coded_audio(before)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_manifest_of_other_audio_allows_nothing(
    folder: Path, ending: str, somebody: Signer
) -> None:
    signed = bytearray(sign(song(folder, ending), MEDIA_TYPES[ending], CARRIERS, *somebody))
    place = signed.rindex(song(folder, ending)[-40:])
    signed[place + 20] ^= 0xFF
    (reading,) = read(bytes(signed), ending)
    assert reading.said == {"cawg.ai_generative_training": Answer.REFUSED}
    assert [trouble.code for trouble in reading.troubles] == ["AF901"]


def test_the_last_one_to_sign_is_heard(folder: Path, somebody: Signer) -> None:
    first = sign(song(folder, ".flac"), "audio/flac", CARRIERS, *somebody)
    said = {"cawg.ai_generative_training": Answer.REFUSED}
    second = sign(first, "audio/flac", CAWG.write(WANTED, said), *somebody)
    assert read(second, ".flac") == (Reading(said),)


def test_the_older_label_is_signed_and_read_as_well(folder: Path, somebody: Signer) -> None:
    said = {"c2pa.ai_generative_training": Answer.REFUSED}
    carriers = signal("cawg", "c2pa-1.4").write(WANTED, said)
    signed = sign(song(folder, ".wav"), "audio/wav", carriers, *somebody)
    assert read(signed, ".wav") == (Reading({"cawg.ai_generative_training": Answer.REFUSED}),)


@pytest.mark.parametrize(
    "key",
    [
        ec.generate_private_key(ec.SECP384R1()),
        ec.generate_private_key(ec.SECP521R1()),
        ed25519.Ed25519PrivateKey.generate(),
        rsa.generate_private_key(65537, 2048),
    ],
    ids=["P-384", "P-521", "Ed25519", "RSA"],
)
def test_a_key_of_every_kind_signs(folder: Path, key: Key) -> None:
    signed = sign(song(folder, ".flac"), "audio/flac", CARRIERS, *signer(key))
    assert read(signed, ".flac") == (Reading(SAID),)


@pytest.mark.parametrize(
    "purpose",
    [x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36"), x509.ObjectIdentifier("1.3.6.1.4.1.62558.2.1")],
    ids=["documents", "C2PA"],
)
def test_a_certificate_for_documents_or_for_c2pa_signs(
    folder: Path, purpose: x509.ObjectIdentifier
) -> None:
    signed = sign(song(folder, ".flac"), "audio/flac", CARRIERS, *signer(purpose=purpose))
    assert read(signed, ".flac") == (Reading(SAID),)


ANOTHER = in_pem(ec.generate_private_key(ec.SECP256R1()))
REFUSED: dict[str, Signer] = {
    "a certificate for servers": signer(purpose=ExtendedKeyUsageOID.SERVER_AUTH),
    "a key of somebody else": signer()._replace(key=ANOTHER),
    "a key with a password": signer()._replace(
        key=in_pem(ec.generate_private_key(ec.SECP256R1()), b"password")
    ),
    "a key of another kind": signer()._replace(key=in_pem(ec.generate_private_key(ec.SECP256K1()))),
    "no key": signer()._replace(key=b"nothing"),
    "no certificate": signer()._replace(certificates=b"nothing"),
}


@pytest.mark.parametrize("refused", REFUSED.values(), ids=REFUSED)
def test_who_cannot_sign_is_told_so(folder: Path, refused: Signer) -> None:
    with pytest.raises(CannotSign):
        sign(song(folder, ".flac"), "audio/flac", CARRIERS, *refused)


@pytest.mark.parametrize("data", [b"", b"no audio at all"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_no_audio_is_not_signed(data: bytes, ending: str, somebody: Signer) -> None:
    with pytest.raises(CannotSign):
        sign(data, MEDIA_TYPES[ending], CARRIERS, *somebody)


def test_a_format_that_holds_no_manifest_is_refused(somebody: Signer) -> None:
    with pytest.raises(CannotSign):
        sign(b"OggS", "audio/ogg", CARRIERS, *somebody)
    with pytest.raises(UnreadableManifest):
        manifest(BytesIO(b"OggS"), "audio/ogg")


class Pieces(BytesIO):
    """A file that remembers how many bytes were asked for."""

    asked = 0

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        self.asked += len(memoryview(buffer))
        return super().readinto(buffer)

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.asked += len(data)
        return data


def test_a_file_without_a_manifest_is_not_read_whole(folder: Path) -> None:
    header, size = song(folder, ".wav")[:40], 2**23
    long = Pieces(header + size.to_bytes(4, "little") + bytes(size))
    assert manifest(long, "audio/wav") is None
    assert 0 < long.asked < size // 8


def test_a_damaged_manifest_cannot_be_read(folder: Path, somebody: Signer) -> None:
    signed = sign(song(folder, ".flac"), "audio/flac", CARRIERS, *somebody)
    with pytest.raises(UnreadableManifest):
        manifest(BytesIO(signed.replace(b"jumd", b"what")), "audio/flac")


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    with pytest.raises(NoSigningLibrary):
        manifest(BytesIO(), "audio/flac")
