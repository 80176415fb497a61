"""Hold what a run found as values that every format can write."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from askfirst.model.findings import Fix, Position
from askfirst.reading import Text
from askfirst.reporting.visible import visible
from askfirst.vocabulary import Severity

__all__ = ["Diagnostic", "Listing", "Subject", "fingerprint"]


class Diagnostic(NamedTuple):
    """One thing to tell about a place in a file.

    `path` is the path in the repository, with `/` between its parts; `code` is that of a finding,
    the kind of a change, or the outcome of a question.
    """

    path: str
    code: str
    severity: Severity
    message: str
    help: str | None = None
    pointer: str | None = None
    position: Position | None = None
    text: Text | None = None
    fix: Fix | None = None

    @property
    def told(self) -> str:
        """The message and the advice, in visible characters."""
        return visible(f"{self.message}; {self.help}" if self.help else self.message)

    @property
    def place(self) -> str:
        """The file and the start, in visible characters, as editors and terminals link it."""
        return f"{visible(self.path)}:{self.position}" if self.position else visible(self.path)

    @property
    def fingerprint(self) -> str:
        """What stays the same where the lines above and below change: 64 hexadecimal digits."""
        return fingerprint(self.code, self.pointer or "", self.position, self.text)


class Subject(NamedTuple):
    """What was looked at: a document, the change of one, or the answer for a track."""

    path: str
    name: str
    diagnostics: tuple[Diagnostic, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing that was told is an error."""
        return all(one.severity is not Severity.ERROR for one in self.diagnostics)


class Listing:
    """All that a run tells: `command` and `summary` say of what, `troubles` what it missed.

    What is told of several subjects, such as a text that cannot be read, is one diagnostic.
    """

    def __init__(
        self,
        command: str,
        summary: str,
        subjects: Iterable[Subject],
        *,
        troubles: Iterable[str] = (),
        remarks: Iterable[str] = (),
    ) -> None:
        self.command = command
        self.summary = summary
        self.subjects = tuple(subjects)
        self.troubles = tuple(troubles)
        self.remarks = tuple(remarks)

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is told, each once, in the order of the subjects."""
        told = (one for subject in self.subjects for one in subject.diagnostics)
        return tuple({id(one): one for one in told}.values())

    @cached_property
    def worst_first(self) -> tuple[Diagnostic, ...]:
        """What is told: errors, then warnings, then notes."""
        return tuple(sorted(self.diagnostics, key=lambda one: list(Severity).index(one.severity)))

    @property
    def holds(self) -> bool:
        """Whether everything could be looked at and nothing is an error."""
        return not self.troubles and all(subject.holds for subject in self.subjects)

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have a severity."""
        return sum(one.severity is severity for one in self.diagnostics)

    def fingerprinted(self) -> Iterator[tuple[Diagnostic, str]]:
        """Yield what is told, each with a fingerprint that no other one in the listing has."""
        seen: Counter[tuple[str, str]] = Counter()
        for one in self.diagnostics:
            key = (one.path, one.fingerprint)
            seen[key] += 1
            whole = "\0".join((*key, str(seen[key])))
            yield one, _digest(whole)


def fingerprint(code: str, pointer: str, position: Position | None, text: Text | None) -> str:
    """Return the digest of a code, a pointer, and the line that they are about."""
    line = text.line(position.line).strip() if text and position else ""
    whole = f"{code}\0{pointer}\0{line}"
    return _digest(whole)


def _digest(text: str) -> str:
    from hashlib import sha256  # noqa: PLC0415 - most checks write none, and it takes long to load

    return sha256(text.encode(errors="surrogatepass")).hexdigest()
