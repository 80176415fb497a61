"""Look at what was uploaded, and take it only where every part of it is right."""

from collections.abc import Iterator
from typing import Any, NamedTuple, cast
from uuid import uuid4

import askfirst
from askfirst.audio import CodedAudio, UnreadableAudio, coded_audio
from askfirst.model.declarations import Declaration
from askfirst.reading import Syntax
from pipeline.bodies import Upload
from pipeline.parties import Account, Platform
from pipeline.problems import Problem, error_at, errors_of
from pipeline.store import Kept, kept, read

__all__ = ["Taken", "first", "further"]


class Taken(NamedTuple):
    """What was taken: the Declaration as it is kept, its track, and what is worth knowing."""

    kept: Kept
    declaration: Declaration
    notes: list[dict[str, Any]]


def first(upload: Upload, platform: Platform, by: Account, now: str) -> Taken:
    """Keep the Declaration of a new track, or find it where it was uploaded before."""
    taken = _taken(str(uuid4()), upload, platform, by, now)
    track = platform.store.create(taken.kept, taken.declaration.track.identifiers)
    here = taken.kept if track == taken.kept.track else platform.store.current(track)
    return taken._replace(kept=here)


def further(track: str, upload: Upload, platform: Platform, by: Account, now: str) -> Taken:
    """Keep a Declaration that replaces the current one of a track (spec 5.3)."""
    before = platform.store.current(track)
    if before.owner != by.id:
        raise Problem(403, "this track is somebody else's")
    taken = _taken(track, upload, platform, by, now)
    old, new = cast("Declaration", read(before.text)), taken.declaration
    if taken.kept.uploaded == before.uploaded:
        return taken._replace(kept=before)
    if old.id not in new.supersedes or new.issued <= old.issued:
        told = f"list {old.id} under supersedes, and issue it after {old.issued}"
        raise _wrong(upload, "/supersedes", "not-superseding", told)
    if old.track.recording.isdisjoint(new.track.recording):
        raise _wrong(upload, "/track", "another-track", "this is another recording")
    platform.store.replace(taken.kept, before, new.track.identifiers)
    return taken


def _taken(track: str, upload: Upload, platform: Platform, by: Account, now: str) -> Taken:
    """Return what is to be kept. Raises `Problem` where anything is wrong."""
    report = askfirst.check(upload.metadata, syntax=Syntax.JSON)
    if not report.conforms:
        status = 422 if report.documents else 400
        raise Problem(status, "the metadata has errors, so nothing was taken", errors_of(report))
    declaration = report.document
    if not isinstance(declaration, Declaration):
        raise _wrong(upload, "", "no-declaration", "one Declaration is needed, and no other")
    for pointer, code, detail in _faults(declaration, by, now):
        raise _wrong(upload, pointer, code, detail)
    _refuse_other_audio(upload, declaration)
    checked = report.documents[0]
    value = cast("dict[str, Any]", checked.value)
    if declaration.witness and declaration.witness.id == platform.account.id:
        value = platform.witnessed(checked, now)
    notes = [{"code": one.code, "detail": one.message} for one in report.findings]
    return Taken(kept(value, checked.sha256, track, by.id), declaration, notes)


def _faults(declaration: Declaration, by: Account, now: str) -> Iterator[tuple[str, str, str]]:
    """Yield what only we can tell: who is logged in, and what time it is."""
    if declaration.by.id != by.id:
        yield "/by", "not-yours", f"you are logged in as {by.id}, who did not make it"
    if declaration.source:
        yield "/source", "imported", "it was read from a signal and comes from no rightsholder"
    if declaration.issued > now:
        yield "/issued", "not-yet", f"it restricts nothing before it is issued, and it is {now}"


def _refuse_other_audio(upload: Upload, declaration: Declaration) -> None:
    """Raise `Problem` where the audio is none of the files that the Declaration names."""
    if upload.audio is None:
        return
    audio = _hashes(upload)
    named = [one for one in declaration.track.files if one.packets_sha256 or one.pcm_md5]
    if named and not any(
        one.packets_sha256 in (None, audio.packets_sha256) and one.pcm_md5 in (None, audio.pcm_md5)
        for one in named
    ):
        told = f"the hash of the coded audio is {audio.packets_sha256}"
        raise _wrong(upload, "/track/files", "other-audio", told)


def _hashes(upload: Upload) -> CodedAudio:
    try:
        return coded_audio(cast("Any", upload.audio))
    except UnreadableAudio as error:
        raise Problem(422, f"the audio cannot be read: {error}") from error


def _wrong(upload: Upload, pointer: str, code: str, detail: str) -> Problem:
    """Return a problem with the document in some metadata."""
    documents = askfirst.check(upload.metadata, syntax=Syntax.JSON).documents
    where = f"{documents[0].pointer}{pointer}" if documents else pointer
    error = error_at(upload.metadata, where, code, detail)
    return Problem(422, "the Declaration was not taken", [error])
