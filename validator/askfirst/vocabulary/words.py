"""Name the statuses, conditions, methods and the other closed lists of words (spec 3.3)."""

from collections.abc import Collection
from enum import StrEnum
from typing import TypeAlias

__all__ = [
    "ANY",
    "ANYONE",
    "UNTIL_WITHDRAWN",
    "WORLDWIDE",
    "AnyType",
    "Assurance",
    "AtEnd",
    "Condition",
    "Configuration",
    "DocumentType",
    "Identifier",
    "Identifies",
    "Method",
    "Signal",
    "Status",
]

ANY = "any"
ANYONE = "anyone"
UNTIL_WITHDRAWN = "until-withdrawn"
WORLDWIDE = "worldwide"


class DocumentType(StrEnum):
    """A kind of document."""

    DECLARATION = "Declaration"
    RELEASE = "Release"
    CONSENT = "Consent"
    WITHDRAWAL = "Withdrawal"
    POLICY = "Policy"
    REQUEST = "Request"
    DECISION = "Decision"


class Configuration(StrEnum):
    """A file that is read and checked as a document is, and is none (spec 4.14)."""

    TRUST = "Trust"


#: What an object can say under `type`.
AnyType: TypeAlias = DocumentType | Configuration


class Status(StrEnum):
    """The standing of a leaf, from the mildest to the strictest (reading rule 3)."""

    PERMITTED = "permitted"
    UNSPECIFIED = "unspecified"
    CONSENT_REQUIRED = "consent-required"
    PROHIBITED = "prohibited"

    @property
    def strictness(self) -> int:
        """Where the status stands, 0 for the mildest."""
        return _STRICTNESS[self]

    @classmethod
    def strictest(cls, statuses: Collection["Status"]) -> "Status":
        """Return the strictest of some statuses, at least one."""
        for status in _STRICTEST_FIRST:
            if status in statuses:
                return status
        raise ValueError("no status is the strictest of none")


_STRICTNESS = {status: n for n, status in enumerate(Status)}
_STRICTEST_FIRST = tuple(reversed(Status))


class Assurance(StrEnum):
    """What the caller demands of what loosens, the weaker first (reading rule 10)."""

    UNSIGNED = "unsigned"
    TRUSTED = "trusted"


class Condition(StrEnum):
    """What the asking party must accept before a Consent covers it."""

    ATTRIBUTION = "attribution"
    COMPENSATION = "compensation"
    NON_COMMERCIAL = "non-commercial"
    OPEN_WEIGHTS = "open-weights"
    NO_REDISTRIBUTION = "no-redistribution"
    OUTPUT_DISCLOSURE = "output-disclosure"


class Method(StrEnum):
    """How a Consent was expressed; only the first three are explicit (reading rule 8)."""

    SIGNATURE = "signature"
    WRITTEN_AGREEMENT = "written-agreement"
    OPT_IN = "opt-in"
    TERMS_OF_SERVICE = "terms-of-service"
    SILENCE = "silence"
    PRESELECTED_BOX = "preselected-box"
    CONTINUED_USE = "continued-use"

    @property
    def explicit(self) -> bool:
        """Whether the method is an affirmative act about this use alone."""
        return self in (Method.SIGNATURE, Method.WRITTEN_AGREEMENT, Method.OPT_IN)


class AtEnd(StrEnum):
    """What the party must do when a Consent ends."""

    STOP_NEW_TRAINING = "stop-new-training"
    RETIRE_MODELS = "retire-models"


class Signal(StrEnum):
    """Somebody else's format that an imported Declaration was read from."""

    AIPREF = "aipref"
    CONTENT_SIGNALS = "content-signals"
    TDMREP = "tdmrep"
    RSL = "rsl"
    CAWG = "cawg"
    PLUS = "plus"
    TDM_AI = "tdm-ai"
    SCHEMA_ORG = "schema-org"
    ODRL = "odrl"
    DDEX = "ddex"
    FREESOUND = "freesound"


class Identifies(StrEnum):
    """What an identifier is an identifier of (reading rule 6)."""

    RECORDING = "recording"
    WORK = "work"
    LIKENESS = "likeness"
    RELEASE = "release"


class Identifier(StrEnum):
    """A member that identifies something."""

    ISRC = "isrc"
    MBID = "mbid"
    URLS = "urls"
    PACKETS_SHA256 = "packetsSha256"
    PCM_MD5 = "pcmMd5"
    ISWC = "iswc"
    ISCC = "iscc"
    UPC = "upc"

    @property
    def identifies(self) -> Identifies:
        """What the identifier identifies, on a track."""
        return _IDENTIFIES.get(self, Identifies.RECORDING)


_IDENTIFIES = {
    Identifier.ISWC: Identifies.WORK,
    Identifier.ISCC: Identifies.LIKENESS,
    Identifier.UPC: Identifies.RELEASE,
}
