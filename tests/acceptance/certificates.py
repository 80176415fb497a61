"""Make certificates as C2PA wants them: an authority, and a signer that it vouches for."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple, TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

__all__ = ["Key", "Signer", "in_pem", "signer"]

Key: TypeAlias = ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey | rsa.RSAPrivateKey


class Signer(NamedTuple):
    """The certificates of a signer, its own first, and its key, all in PEM."""

    certificates: bytes
    key: bytes


def signer(
    key: Key | None = None, purpose: x509.ObjectIdentifier = ExtendedKeyUsageOID.EMAIL_PROTECTION
) -> Signer:
    """Return a signer with a key, that is for some purpose."""
    own, authority = key or ec.generate_private_key(ec.SECP256R1()), _authority()
    issuer = _named("Tests")
    top = _certificate(issuer, authority, issuer, authority).sign(authority, SHA256())
    leaf = _certificate(_named("A signer"), own, issuer, authority)
    leaf = leaf.add_extension(x509.ExtendedKeyUsage([purpose]), critical=False)
    chain = [leaf.sign(authority, SHA256()), top]
    return Signer(b"".join(one.public_bytes(Encoding.PEM) for one in chain), in_pem(own))


def in_pem(key: Key, password: bytes | None = None) -> bytes:
    """Return a key in PEM, with a password or without."""
    locked = BestAvailableEncryption(password) if password else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)


def _authority() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _named(name: str) -> x509.Name:
    organization = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "AskFirst")
    return x509.Name([organization, x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _certificate(
    subject: x509.Name, key: Key, issuer: x509.Name, authority: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    """Return a certificate that is not signed yet; who issues for itself is an authority."""
    own, ca = key.public_key(), subject == issuer
    now = datetime.now(UTC)
    own_id = x509.SubjectKeyIdentifier.from_public_key(own)
    issuer_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key())
    return (
        x509.CertificateBuilder(issuer, subject, own, x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(_usage(ca=ca), critical=True)
        .add_extension(own_id, critical=False)
        .add_extension(issuer_id, critical=False)
    )


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca,
        key_cert_sign=ca,
        crl_sign=ca,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
