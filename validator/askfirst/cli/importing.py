"""Read saved files, and write what they say as Declarations."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn
from uuid import NAMESPACE_URL, uuid5

import typer

from askfirst.authoring.people import NoAddress, address
from askfirst.checking import check
from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.moments import moment, now
from askfirst.cli.paths import STDIN, expanded, read_bounded
from askfirst.cli.prompts import Unfit
from askfirst.cli.streams import complain
from askfirst.cli.tracks import named
from askfirst.editing import yaml_text
from askfirst.signals.c2pa_signing import (
    MEDIA_TYPES,
    NoSigningLibrary,
    UnreadableManifest,
    manifest,
)
from askfirst.signals.importing import Import, declared, read
from askfirst.signals.saved import LARGEST, found
from askfirst.signals.signal import Channel, Found
from askfirst.vocabulary import Severity
from askfirst.vocabulary import Signal as Name

__all__ = ["Asked", "documents", "imports", "tell_troubles", "texts", "under"]

#: The files in a folder that can hold a signal.
_SUFFIXES = frozenset(
    {".txt", ".headers", ".html", ".htm", ".xhtml", ".xml", ".rsl", ".xmp"}
    | {".json", ".jsonld", ".ttl"}
)
_NOTES = {
    "by": "the place that says it",
    "rightsholders": "nobody knows more of who that is",
    "source": "the signal that this was read from",
}
_HEADING = "Read from a signal: what a place says, and not what a rightsholder declared."


class Asked(NamedTuple):
    """What is to be read: files, signals, and what is known of the track they are about."""

    sources: tuple[str, ...]
    names: tuple[str, ...]
    version: str | None
    track: str | None
    title: str | None
    url: str | None
    at: str | None


def imports(asked: Asked, given: Sequence[Found]) -> tuple[Import, ...]:
    """Return what each signal says in texts; exits where there is no such signal."""
    wrong = [name for name in asked.names if name not in list(Name)]
    if wrong:
        _stop(f"--from: there is no signal `{wrong[0]}`; there are {', '.join(Name)}")
    names = [Name(name) for name in asked.names] or list(Name)
    return read(given, names, asked.version)


def texts(paths: Iterable[str], url: str | None = None) -> list[Found]:
    """Return the texts in files; exits where one cannot be opened or is too large."""
    several: list[Found] = []
    for path in expanded(paths):
        try:
            several += _texts(path, url)
        except OSError as error:
            _stop(f"{path}: {error.strerror}")
        except (UnreadableManifest, NoSigningLibrary) as error:
            _stop(f"{path}: {error}")
    return several


def under(paths: Iterable[str], url: str | None) -> list[Found]:
    """Return the texts in files, and in those files of folders that can hold signals.

    Audio in a folder without a manifest that can be read is passed over, and told.
    """
    several: list[Found] = []
    for path in expanded(paths):
        if not Path(path).is_dir():
            several += texts([path], url)
            continue
        for file in sorted(one for one in Path(path).rglob("*") if one.is_file()):
            if file.suffix.lower() in _SUFFIXES:
                several += texts([str(file)], url)
            elif file.suffix.lower() in MEDIA_TYPES:
                several += _inside(file, url)
    return several


def _inside(file: Path, url: str | None) -> Iterable[Found]:
    try:
        return _texts(str(file), url)
    except (OSError, UnreadableManifest, NoSigningLibrary) as error:
        complain(f"{file} is passed over: {error}")
        return ()


def _texts(path: str, url: str | None) -> Iterable[Found]:
    """Return the texts in a file: of audio, those of the manifests in it."""
    kind = MEDIA_TYPES.get(Path(path).suffix.lower())
    if kind is not None:
        with Path(path).open("rb") as audio:
            inside = manifest(audio, kind)
        return [Found(Channel.FILE, inside, url, path)] if inside else []
    data = read_bounded(path)
    if len(data) > LARGEST:
        _stop(f"{path}: there are more than 1 MiB here; no signal is so large")
    return found("" if path == STDIN else path, data.decode("utf-8-sig", errors="replace"), url)


def _stop(trouble: str) -> NoReturn:
    complain(trouble)
    raise typer.Exit(COULD_NOT_LOOK)


def tell_troubles(imports_: Iterable[Import]) -> None:
    """Say on the error stream what is wrong with the signals, each sentence once."""
    lines = (
        f"{one.signal.name}:{trouble.line}: {trouble.code} {trouble.message}"
        for one in imports_
        for trouble in one.troubles
    )
    for line in dict.fromkeys(lines):
        complain(line)


def documents(asked: Asked, given: Sequence[Found], imports_: Sequence[Import]) -> str:
    """Return what each signal says as a Declaration: in YAML, or several of them in JSON."""
    track, issued = _track(asked), _moment(asked.at)
    made = [
        _checked(declared(one, given, track, _id(one, asked), issued))
        for one in imports_
        if one.said
    ]
    if len(made) == 1:
        return yaml_text(made[0], _NOTES, _HEADING)
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _id(one: Import, asked: Asked) -> str:
    """Return an id that is the same whenever the same is read from the same place."""
    place = f"{asked.url or ' '.join(asked.sources)} {asked.track} {one.signal.name}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, place)}"


def _moment(at: str | None) -> str:
    try:
        return now() if at is None else moment(at, "0001-01-01T00:00:00Z")
    except Unfit as error:
        complain(f"--at: {error}")
        raise typer.Exit(COULD_NOT_LOOK) from error


def _track(asked: Asked) -> dict[str, Any]:
    """Return the track that the signals are about; exits where nobody says which."""
    if asked.track is None and asked.url is None:
        complain("which track is this about? say --track, or with --url where it was saved from")
        raise typer.Exit(COULD_NOT_LOOK)
    try:
        known = named(asked.track) if asked.track else {"urls": [address(str(asked.url))]}
    except NoAddress as error:
        complain(f"--url: {error}")
        raise typer.Exit(COULD_NOT_LOOK) from error
    return {"title": asked.title or asked.track or str(asked.url), "artists": ["unknown"], **known}


def _checked(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document that conforms; exits where it does not."""
    errors = [one for one in check(document).findings if one.severity is Severity.ERROR]
    if errors:
        complain(f"it would not conform: {errors[0].code} {errors[0].pointer} {errors[0].message}")
        raise typer.Exit(COULD_NOT_LOOK)
    return document
