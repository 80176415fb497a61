"""Sign assertions into audio files as C2PA manifests, and take them out again.

The library is `c2pa-python` (MIT or Apache-2.0; read and tried in 0.38.1), the SDK of the Content
Authenticity Initiative. It is told to fetch nothing: no manifest, no certificate's state, no time
stamp. A certificate says who signs, not who holds the rights.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import Any, BinaryIO

from askfirst.errors import AskFirstError
from askfirst.signals.signal import Carrier

__all__ = [
    "MEDIA_TYPES",
    "CannotSign",
    "NoSigningLibrary",
    "UnreadableManifest",
    "manifest",
    "sign",
]

#: The media types of the files that hold manifests, by their endings.
MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".flac": "audio/flac",
    ".m4a": "audio/mp4",
}
#: What C2PA wants a certificate to be for: mail, documents, or C2PA itself. Left to itself the
#: library takes the first alone, and calls all manifests that others sign invalid.
_PURPOSES = ("1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.62558.2.1")
_SETTINGS = {
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
    "trust": {"trust_config": "\n".join(_PURPOSES)},
}
_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}


class NoSigningLibrary(AskFirstError):
    """The library that signs and reads manifests is not installed."""


class CannotSign(AskFirstError):
    """A file cannot be signed with a certificate and a key; the message says why."""


class UnreadableManifest(AskFirstError):
    """A manifest in a file cannot be read, or the file is of no kind that holds one."""


def sign(
    audio: bytes, media_type: str, carriers: Iterable[Carrier], certificates: bytes, key: bytes
) -> bytes:
    """Return the audio file with a signed manifest that holds the assertions.

    The certificates are PEM, the signer's own first and each issuer's after it; the key is PEM
    without a password. A manifest that is there already becomes that of an ingredient. Raises
    `CannotSign` and `NoSigningLibrary`.
    """
    c2pa = _library()
    assertions = [json.loads(one.text) | {"created": True} for one in carriers]
    definition = {"claim_generator_info": [{"name": "AskFirst"}], "assertions": assertions}
    algorithm = _algorithm(key)
    signed = BytesIO()
    try:
        info = c2pa.C2paSignerInfo(algorithm.encode(), certificates, key, None)
        with (
            _offline(c2pa) as context,
            c2pa.Signer.from_info(info) as signer,
            c2pa.Builder(definition, context) as builder,
        ):
            builder.set_intent(c2pa.C2paBuilderIntent.EDIT)
            builder.sign(signer, media_type, BytesIO(audio), signed)
    except c2pa.C2paError as error:
        raise CannotSign(f"the file cannot be signed: {error}") from error
    return signed.getvalue()


def _algorithm(key: bytes) -> str:
    """Return the name that C2PA has for the algorithm of a private key."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa  # noqa: PLC0415 - slow
    from cryptography.hazmat.primitives.serialization import load_pem_private_key  # noqa: PLC0415

    try:
        private = load_pem_private_key(key, None)
    except TypeError as error:
        raise CannotSign("the key has a password; give a key without one") from error
    except ValueError as error:
        raise CannotSign("the key is no private key in PEM") from error
    if isinstance(private, ec.EllipticCurvePrivateKey) and private.curve.name in _CURVES:
        return _CURVES[private.curve.name]
    if isinstance(private, ed25519.Ed25519PrivateKey):
        return "ed25519"
    if isinstance(private, rsa.RSAPrivateKey):
        return "ps256"
    raise CannotSign("C2PA knows keys of the kinds P-256, P-384, P-521, Ed25519 and RSA")


def manifest(audio: BinaryIO, media_type: str) -> str | None:
    """Return the manifests in a seekable audio file as JSON, None where there are none.

    The signal `cawg` reads it; `validation_state` tells whether file and manifest belong together.
    Raises `UnreadableManifest` and `NoSigningLibrary`.
    """
    c2pa = _library()
    try:
        with (
            _offline(c2pa) as context,
            c2pa.Reader(media_type, audio, context=context) as reader,
        ):
            text: str = reader.json()
            return text
    except c2pa.C2paError.ManifestNotFound:
        return None
    except c2pa.C2paError as error:
        raise UnreadableManifest(f"the manifest cannot be read: {error}") from error


@contextmanager
def _offline(c2pa: Any) -> Iterator[Any]:  # noqa: ANN401 - the library has no types
    """Give the library settings with which it stays on this machine."""
    with c2pa.Settings.from_dict(_SETTINGS) as settings, c2pa.Context(settings) as context:
        yield context


def _library() -> Any:  # noqa: ANN401 - it has no types
    try:
        return import_module("c2pa")
    except ImportError as error:
        raise NoSigningLibrary(
            "signing needs the library c2pa-python: pip install 'askfirst[c2pa]'"
        ) from error
