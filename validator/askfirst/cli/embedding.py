"""Embed the document that belongs to one audio file, and say what came of it."""

import os
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from askfirst.audio import (
    CodedAudio,
    NoTagReader,
    NotEmbedded,
    Statement,
    UnreadableAudio,
    coded_audio,
    embed,
    embedded,
    holds,
    tags,
)
from askfirst.authoring.belonging import Match, NotThisFile, belonging
from askfirst.authoring.embedding import SignedContacts, statement, without_contacts
from askfirst.authoring.naming import FOLDERS, SIDECARS
from askfirst.checking import Checked, Report, check
from askfirst.cli.paths import read_bounded
from askfirst.cli.replacing import NotReplaced, opened, replaced
from askfirst.model.declarations import Declaration, Release
from askfirst.reading import Syntax, syntax_of
from askfirst.vocabulary import Severity

__all__ = ["Job", "Outcome", "Result", "embedded_in"]

_BESIDE = "keep the license file beside it"


class Outcome(StrEnum):
    """What came of a file."""

    WRITTEN = "written"
    WOULD = "would be written"
    THERE = "already there"
    REFUSED = "not written"


class Job(NamedTuple):
    """A file to write into, with which document, if one was named, and how."""

    path: str
    declaration: str | None = None
    dry_run: bool = False
    backup: bool = False
    with_contacts: bool = False


class Result(NamedTuple):
    """What came of a file, in words: where and how, or why not; `notes` are worth knowing."""

    path: str
    outcome: Outcome
    words: str
    notes: tuple[str, ...] = ()


class _Refused(Exception):
    """A file is left as it is; the message says why."""


class _Found(NamedTuple):
    """A document, which track of it a file is, and the name of the file it stands in."""

    document: Checked
    match: Match
    source: str


def embedded_in(job: Job) -> Result:
    """Embed the document that is about an audio file, and return what came of it."""
    try:
        with opened(Path(job.path)) as file:
            return _embed(job, file)
    except (UnreadableAudio, NotEmbedded) as error:
        return Result(job.path, Outcome.REFUSED, f"{error}; or {_BESIDE}")
    except (_Refused, NotReplaced, NotThisFile, SignedContacts, NoTagReader) as error:
        return Result(job.path, Outcome.REFUSED, str(error))


def _embed(job: Job, file: BinaryIO) -> Result:
    audio = coded_audio(file)
    found = _found(job, file, audio)
    said = _statement(found, with_contacts=job.with_contacts)
    words = f"{found.source}, known by {found.match.known}"
    if holds(file, said):
        return Result(job.path, Outcome.THERE, words)
    notes = tuple(_notes(file, said))
    if job.dry_run:
        return Result(job.path, Outcome.WOULD, words, notes)
    carriers: list[str] = []

    def write(original: BinaryIO, copy: BinaryIO) -> None:
        embed(original, copy, said)
        carriers.extend(_check(copy, audio, said))

    replaced(Path(job.path), file, write, backup=job.backup)
    into = ", ".join(carriers)
    return Result(job.path, Outcome.WRITTEN, f"{words}, into {into}", notes)


def _check(copy: BinaryIO, audio: CodedAudio, said: Statement) -> list[str]:
    """Return what carries the document. Raises `NotEmbedded` unless only the tags are others."""
    there = embedded(copy).declarations
    if coded_audio(copy) != audio or {one.text for one in there} != {said.declaration}:
        raise NotEmbedded("its sound or its tags would not be as they should; it is left as it is")
    return sorted({str(one.carrier) for one in there})


def _notes(file: BinaryIO, said: Statement) -> Iterator[str]:
    """Yield what is worth knowing, though nothing is wrong with it."""
    others = os.fstat(file.fileno()).st_nlink - 1
    if others:
        yield "it has other names (hard links), which keep what it was"
    license_ = embedded(file).license
    if said.license and license_ not in (None, said.license):
        yield f"its tags name another license, {license_}, which stays"


def _statement(found: _Found, *, with_contacts: bool) -> Statement:
    value: Mapping[str, Any] = found.document.value  # type: ignore[assignment]  # it conforms
    return statement(value if with_contacts else without_contacts(value), found.match.track)


def _found(job: Job, file: BinaryIO, audio: CodedAudio) -> _Found:
    """Return the one document that is about a file. Raises `NotThisFile`."""
    path = Path(job.path)
    source = _source(path, job.declaration)
    found, troubles = [], []
    for document, value in _documents(source):
        try:
            match = belonging(value.declared, path.name, audio, lambda: tags(file).isrc)
        except NotThisFile as error:
            troubles.append(error)
        else:
            found.append(_Found(document, match, source.name))
    if len(found) > 1:
        raise _Refused(f"{source.name}: several documents in it are about this file; name one")
    if not found:
        raise _Refused(f"{source.name}: {troubles[0]}")
    return found[0]


def _source(path: Path, declaration: str | None) -> Path:
    """Return the license file: the one that was named, the one beside it, or the folder's."""
    beside = [path.with_name(path.name + end) for end in SIDECARS]
    named = [Path(declaration)] if declaration else [*beside, *map(path.with_name, FOLDERS)]
    there = next((one for one in named if one.is_file()), None)
    if there is None:
        raise _Refused(
            "there is no license file beside it or in its folder; `askfirst init` writes one"
        )
    return there


def _documents(source: Path) -> list[tuple[Checked, Declaration | Release]]:
    """Return the Declarations and Releases in a file."""
    try:
        report = _checked(read_bounded(str(source)), syntax_of(str(source)))
    except OSError as error:
        raise _Refused(f"{source.name}: {error.strerror}") from error
    wrong = next((one for one in report.findings if one.severity is Severity.ERROR), None)
    if wrong:
        more = "`askfirst check` says more"
        raise _Refused(f"{source.name} does not conform ({wrong.code}); {more}")
    each = [(one, one.document) for one in report.documents]
    found = [(one, value) for one, value in each if isinstance(value, Declaration | Release)]
    if not found:
        raise _Refused(f"{source.name}: there is no Declaration or Release in it")
    return found


@lru_cache(maxsize=8)  # the license file of a folder is that of each file in it
def _checked(data: bytes, syntax: Syntax | None) -> Report:
    return check(data, syntax=syntax)
