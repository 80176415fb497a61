"""Hold documents as frozen values; none has a default that means consent."""

from dataclasses import dataclass
from typing import Literal

from askfirst.vocabulary import (
    AtEnd,
    Capacity,
    Condition,
    Material,
    Method,
    Right,
    Signal,
    Use,
)

__all__ = [
    "Agreement",
    "Consent",
    "Declaration",
    "Document",
    "Expression",
    "File",
    "Mandate",
    "Model",
    "Party",
    "Policy",
    "Release",
    "ReleaseInfo",
    "ReleaseTrack",
    "Request",
    "Rightsholder",
    "Source",
    "Statements",
    "Stating",
    "Terms",
    "Track",
    "Withdrawal",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A track and its identifiers, each in its normal form."""

    title: str | None
    artists: tuple[str, ...]
    isrc: str | None
    mbid: str | None
    iswc: str | None
    iscc: str | None
    urls: tuple[str, ...]
    files: tuple[File, ...]
    license: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The three lists of uses; a use that stands in none is not stated."""

    permits: tuple[Use, ...]
    requires_consent: tuple[Use, ...]
    prohibits: tuple[Use, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The foreign signal that an imported Declaration was read from."""

    signal: Signal
    url: str | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every document has; `sha256` is the digest of the document as it was read."""

    id: str
    issued: str
    by: Party
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stating(Document):
    """What a Declaration and a Release have in common."""

    rightsholders: tuple[Rightsholder, ...]
    statements: Statements
    absent_rights: tuple[Right, ...]
    supersedes: tuple[str, ...]
    ask_at: str | None
    witness: Party | None
    language: str | None
    source: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration(Stating):
    """What a track's rightsholders permit, prohibit, or must be asked for."""

    track: Track


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseInfo:
    """The album or folder; its identifiers name no track."""

    title: str
    artists: tuple[str, ...]
    upc: str | None
    mbid: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTrack:
    """A track of a Release; None for holders or absent rights means those of the release."""

    track: Track
    statements: Statements
    rightsholders: tuple[Rightsholder, ...] | None
    absent_rights: tuple[Right, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Stating):
    """The statements for an album or a folder, and the tracks that may say otherwise."""

    release: ReleaseInfo
    tracks: tuple[ReleaseTrack, ...]


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
class Consent(Document):
    """One rightsholder's explicit grant; the words `anyone` and `any` are there as written."""

    to: Party | Literal["anyone"]
    rights: tuple[Right, ...]
    tracks: tuple[Track, ...]
    material: tuple[Material, ...]
    uses: tuple[Use, ...]
    models: tuple[Model, ...] | Literal["any"]
    territories: tuple[str, ...]
    purpose: str
    valid_from: str
    valid_until: str
    conditions: tuple[Condition, ...]
    expression: Expression
    at_end: AtEnd
    in_reply_to: str | None
    agreement: Agreement | None
    witness: Party | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Document):
    """The end of a Consent, from a moment on."""

    consent: str
    effective: str
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Document):
    """A proposed use; what it leaves out is there as the widest (reading rule 4).

    No model is None, every version is `any`, every purpose is `any`, worldwide is no territory.
    """

    uses: tuple[Use, ...]
    track: Track
    material: tuple[Material, ...]
    model: Model | None
    territories: tuple[str, ...]
    accepts: tuple[Condition, ...]
    purpose: str
    contact: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms that a Policy says as data."""

    url: str
    quote: str | None
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Document):
    """What a platform or model maker commits to do: its terms as data."""

    without_asking: tuple[Use, ...]
    asks_first: tuple[Use, ...]
    never: tuple[Use, ...]
    effective: str
    notice: str | None
    terms: Terms | None
    how_to_opt_out: str | None
    contact: str | None
