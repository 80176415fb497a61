"""Report what was found in a text, and the documents that stand in it."""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from askfirst.canonical import digest
from askfirst.errors import AskFirstError
from askfirst.model.findings import Finding
from askfirst.reading import Text
from askfirst.vocabulary import LICENSE, AnyType, Configuration, DocumentType, Severity

if TYPE_CHECKING:
    from askfirst.checking.making import AnyDocument
    from askfirst.model.trust import Trust

__all__ = ["Checked", "InvalidDocument", "Report"]


class Checked:
    """A document as it was read: where, what it says it is, and what keeps it from conforming.

    `errors` are those of the document and those of the text around it.
    """

    def __init__(
        self,
        pointer: str,
        kind: AnyType | None,
        value: object,
        raw: bytes | None,
        errors: tuple[Finding, ...],
    ) -> None:
        self.pointer = pointer
        self.kind = kind
        self.value = value
        self.errors = errors
        self._raw = raw

    @property
    def conforms(self) -> bool:
        """Whether no error keeps the document from conforming."""
        return not self.errors

    @property
    def id(self) -> str | None:
        """The id the document gives itself; None where it cannot be read."""
        name = self.value.get("id") if isinstance(self.value, dict) else None
        return name if isinstance(name, str) else None

    @cached_property
    def sha256(self) -> str:
        """The digest of the document as it was read (RFC 8785), 64 hexadecimal digits."""
        return digest(self.value, self._raw)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles of the tracks of a Release, in order; empty where one cannot be read."""
        tracks = self.value.get("tracks") if isinstance(self.value, dict) else None
        if self.kind is not DocumentType.RELEASE or not isinstance(tracks, list):
            return ()
        titles = (track.get("title") if isinstance(track, dict) else None for track in tracks)
        return tuple(title if isinstance(title, str) else "" for title in titles)

    @cached_property
    def document(self) -> "AnyDocument | None":
        """The document as a value of the model; None unless it is one and conforms.

        A Policy that breaks nothing but the license is a value too: it can be asked and compared.
        """
        from askfirst.checking.making import make  # noqa: PLC0415 - most checks need no model

        broken = any(error.code not in LICENSE for error in self.errors)
        if broken or not isinstance(self.kind, DocumentType) or not isinstance(self.value, dict):
            return None
        return make(self.kind, self.value, self.sha256)

    @cached_property
    def trust(self) -> "Trust | None":
        """The trust file as a value of the model; None unless it is one and conforms."""
        from askfirst.checking.trusting import trust  # noqa: PLC0415 - as make

        if self.errors or self.kind is not Configuration.TRUST or not isinstance(self.value, dict):
            return None
        return trust(self.value, self.sha256)


class Report(NamedTuple):
    """The findings about a text, by position and code, and the documents in it."""

    findings: tuple[Finding, ...]
    documents: tuple[Checked, ...]
    text: Text | None

    @property
    def conforms(self) -> bool:
        """Whether no finding is an error."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def document(self) -> "AnyDocument | None":
        """The one document in the text; None where it does not conform or there are several."""
        return self._only.document if self._only and self._only.conforms else None

    @property
    def trust(self) -> "Trust | None":
        """The trust file that the text is; None where it is another text or does not conform."""
        return self._only.trust if self._only else None

    @property
    def _only(self) -> Checked | None:
        return self.documents[0] if len(self.documents) == 1 else None


class InvalidDocument(AskFirstError):
    """What was to be read is not one conforming document; `report` says why."""

    def __init__(self, report: Report) -> None:
        errors = [f for f in report.findings if f.severity is Severity.ERROR]
        why = [f"{finding.code} {finding.pointer}: {finding.message}" for finding in errors]
        kinds = [f"a {one.kind}" for one in report.documents]
        super().__init__("; ".join(why) or f"this is {' and '.join(kinds)}, not what is read here")
        self.report = report
