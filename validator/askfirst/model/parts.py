"""Hold the parts of documents as frozen values; none has a default that means consent."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from askfirst.vocabulary import Capacity, Identifier, Method, Right, Signal, Status, Use

__all__ = [
    "Agreement",
    "Document",
    "Expression",
    "File",
    "Mandate",
    "Model",
    "Party",
    "Proof",
    "Rightsholder",
    "Source",
    "Statements",
    "Terms",
    "Track",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who makes a document or is named in one; the name is shown, never compared."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A party that stands beside a holder."""

    id: str
    name: str
    capacity: Capacity


@dataclass(frozen=True, slots=True, kw_only=True)
class Rightsholder:
    """One holder and the rights that are theirs."""

    holder: str
    name: str
    rights: tuple[Right, ...]
    contact: str | None
    mandate: Mandate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the recording, known by hashes of its audio."""

    packets_sha256: str | None
    pcm_md5: str | None
    name: str | None


@dataclass(frozen=True, kw_only=True)
class Track:
    """A track and its identifiers, each in its normal form.

    `recording`, `work` and `likeness` are what it is known by, each written `kind:value`.
    """

    title: str | None
    artists: tuple[str, ...]
    isrc: str | None
    mbid: str | None
    iswc: str | None
    iscc: str | None
    urls: tuple[str, ...]
    files: tuple[File, ...]
    license: str | None

    @cached_property
    def recording(self) -> frozenset[str]:
        """What identifies the recording."""
        single = {Identifier.ISRC: self.isrc, Identifier.MBID: self.mbid}
        hashes = [(Identifier.PACKETS_SHA256, file.packets_sha256) for file in self.files]
        hashes += [(Identifier.PCM_MD5, file.pcm_md5) for file in self.files]
        places = [(Identifier.URLS, url) for url in self.urls]
        return _known([*single.items(), *places, *hashes])

    @cached_property
    def work(self) -> frozenset[str]:
        """What identifies the work that was recorded."""
        return _known([(Identifier.ISWC, self.iswc)])

    @cached_property
    def likeness(self) -> frozenset[str]:
        """What finds recordings that sound alike."""
        return _known([(Identifier.ISCC, self.iscc)])

    @cached_property
    def identifiers(self) -> frozenset[str]:
        """All that the track is known by."""
        return self.recording | self.work | self.likeness


def _known(pairs: Iterable[tuple[Identifier, str | None]]) -> frozenset[str]:
    return frozenset(f"{kind}:{value}" for kind, value in pairs if value is not None)


@dataclass(frozen=True, kw_only=True)
class Statements:
    """The three lists of uses; a use that stands in none is not stated."""

    permits: tuple[Use, ...]
    requires_consent: tuple[Use, ...]
    prohibits: tuple[Use, ...]

    @cached_property
    def by_status(self) -> dict[Status, frozenset[Use]]:
        """The uses by the status that is stated for them, the strictest first."""
        return {
            Status.PROHIBITED: frozenset(self.prohibits),
            Status.CONSENT_REQUIRED: frozenset(self.requires_consent),
            Status.PERMITTED: frozenset(self.permits),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The foreign signal that an imported Declaration was read from."""

    signal: Signal
    url: str | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model by name and version; the version `any` means every version."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """The act by which a consent was given."""

    method: Method
    statement: str
    language: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The agreement that a condition refers to."""

    url: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms that a Policy says as data."""

    url: str
    quote: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A signature over `signed`, the bytes that stand for a document and the proof (spec 4.12)."""

    pointer: str
    created: str
    verification_method: str
    value: str
    signed: bytes

    @property
    def key(self) -> str:
        """The `did:key` of the key that verifies it."""
        return self.verification_method.partition("#")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every document has; `sha256` is the digest of the document as it was read."""

    id: str
    issued: str
    by: Party
    sha256: str
    proofs: tuple[Proof, ...]

    @property
    def imported(self) -> bool:
        """Whether a program read it from somebody else's signal."""
        return False
