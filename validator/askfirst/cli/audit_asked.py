"""Read what an audit is asked: the Request, the manifest, and where to write."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import typer

from askfirst.cli.exits import COULD_NOT_LOOK
from askfirst.cli.paths import expanded, read_bounded
from askfirst.cli.streams import complain

if TYPE_CHECKING:
    from askfirst.catalog.inputs import Input, Unreadable
    from askfirst.catalog.manifests import ManifestPiece
    from askfirst.proof import Opened

__all__ = ["Asked", "Flags", "Places", "Shown", "asked", "require", "stop"]


class Places(NamedTuple):
    """The files and folders that an audit writes, or that an earlier one wrote."""

    keep: Path | None
    missing: Path | None
    evidence: Path | None
    again: Path | None
    replay: Path | None


class Shown(NamedTuple):
    """How the result is shown, and where."""

    json: bool
    output: str | None
    quiet: bool


class Flags(NamedTuple):
    """What was asked for on the command line."""

    manifest: str
    request: str
    documents: tuple[str, ...]
    at: str | None
    assurance: str | None
    trust: str | None
    columns: tuple[str, ...]
    hash_audio: bool
    workers: int | None
    places: Places
    key: str | None
    sample: str | None
    seed: int | None
    shown: Shown

    @property
    def written(self) -> dict[str, Path]:
        """The files and folders to write, by the options that name them."""
        output = None if self.shown.output is None else Path(self.shown.output)
        keep, missing, evidence, *_ = self.places
        named = {"--keep": keep, "--missing": missing, "--evidence": evidence, "-o": output}
        return {name: path for name, path in named.items() if path is not None}

    @property
    def first(self) -> Path | None:
        """What is written and can be found again by a run that goes on."""
        return self.places.evidence or self.places.keep or self.places.missing

    @property
    def processes(self) -> int:
        """How many processes answer."""
        from askfirst.catalog.processes import processors

        return self.workers or processors()


class Asked(NamedTuple):
    """What to audit: the rows, the Request and the trust file in canonical bytes, and the key.

    `files` are those of the manifest as they were when they were found.
    """

    pieces: "list[ManifestPiece]"
    files: "tuple[Input, ...]"
    request: bytes
    trust: bytes | None
    key: "Opened | None"


def require() -> None:
    """Exit where what reads very many rows is not installed."""
    from importlib.util import find_spec

    if not all(map(find_spec, ("orjson", "pyarrow"))):
        stop("an audit needs more; install it with: pip install 'askfirst[catalog]'")


def asked(flags: Flags) -> Asked:
    """Return what to audit. Exits where that cannot be known.

    What an earlier run kept is removed before anything can go wrong.
    """
    _refuse_contradictions(flags)
    found = _pieces(flags)
    files = () if isinstance(found, Exception) else _files(flags.manifest, found)
    _protect(flags, [one.path for one in files])
    if flags.places.keep is not None:
        flags.places.keep.unlink(missing_ok=True)
    if isinstance(found, Exception):
        stop(str(found))
    return Asked(found, files, _request(flags.request), _trust(flags.trust), _key(flags.key))


def stop(trouble: str) -> NoReturn:
    """Say what stopped us, and exit."""
    for line in trouble.splitlines():
        complain(line)
    raise typer.Exit(COULD_NOT_LOOK)


def _refuse_contradictions(flags: Flags) -> None:
    writing = {**flags.written, "--again": flags.places.again, "--key": flags.key, "--at": flags.at}
    told = {**writing, "--assurance": flags.assurance}
    replaying = {"--sample": flags.sample, "--seed": flags.seed}
    if flags.places.replay:
        for name in (name for name, value in told.items() if value is not None and name != "-o"):
            stop(f"{name}: a replay writes nothing, and takes that from the evidence")
    for name in (name for name, value in replaying.items() if value is not None):
        if not flags.places.replay:
            stop(f"{name} says which rows a replay decides; name the evidence with --replay")
    if flags.key is not None and flags.places.evidence is None:
        stop("--key signs evidence; name a folder for it with --evidence")
    if flags.assurance not in (None, "trusted", "unsigned"):
        stop(f"--assurance {flags.assurance}: it is trusted or unsigned")


def _pieces(flags: Flags) -> "list[ManifestPiece] | Unreadable":
    """Return the pieces of the manifest, or why it has none."""
    from askfirst.catalog.audits.working import finer
    from askfirst.catalog.inputs import Unreadable
    from askfirst.catalog.manifests import manifest

    columns: dict[str, str] = {}
    for text in flags.columns:
        meaning, found, name = text.partition("=")
        if not found or not meaning or not name or meaning in columns:
            stop(f"--column {text}: write it as in isrc=ISRC_CODE, and each meaning once")
        columns[meaning] = name
    try:
        return list(finer(manifest(flags.manifest, columns, hash_audio=flags.hash_audio)))
    except Unreadable as error:
        return error


def _files(path: str, pieces: "list[ManifestPiece]") -> "tuple[Input, ...]":
    from askfirst.catalog.inputs import Input
    from askfirst.catalog.manifests import inputs

    known = {piece.file.path: piece.file for piece in pieces}
    return tuple(known.get(one) or Input.of(one) for one in inputs(path, pieces))


def _protect(flags: Flags, manifest: list[str]) -> None:
    """Exit where something that is to be written is read, or cannot be written there."""
    read = [flags.manifest, *manifest, flags.request, *expanded(flags.documents)]
    read += [path for path in (flags.trust, flags.key) if path is not None]
    places = [Path(path).resolve() for path in read]
    seen: set[Path] = set()
    for name, path in flags.written.items():
        target = path.resolve()
        for place in places:
            if target == place or (place.is_dir() and target.is_relative_to(place)):
                stop(f"{name} {path} is or lies in {place}, which is read; write elsewhere")
        if target in seen:
            stop(f"{name} {path} is named twice")
        if (target.is_dir() and name != "--evidence") or not target.parent.is_dir():
            stop(f"{name} {path}: no file can be written there")
        seen.add(target)
    _refuse_taken(flags.places.evidence)


def _refuse_taken(evidence: Path | None) -> None:
    """Exit where there is something else already; what a run that was stopped left is not."""
    if evidence is None or not evidence.exists():
        return
    resumed = evidence.with_name(f"{evidence.name}.parts").is_dir()
    if not evidence.is_dir() or (any(evidence.iterdir()) and not resumed):
        stop(f"--evidence {evidence} is there already; name a new folder")


def _request(path: str) -> bytes:
    """Return the canonical bytes of the one Request in a file. Exits where there is none."""
    from askfirst.catalog.canonical import canonical
    from askfirst.checking import check
    from askfirst.model.documents import Request
    from askfirst.reading import syntax_of
    from askfirst.vocabulary import Severity

    try:
        report = check(read_bounded(path), syntax=syntax_of(path))
    except OSError as error:
        stop(f"{path}: {error.strerror}")
    documents = report.documents
    if len(documents) != 1 or not isinstance(documents[0].document, Request):
        errors = [one for one in report.findings if one.severity is Severity.ERROR]
        why = f"{errors[0].position}: {errors[0].code} {errors[0].message}" if errors else ""
        stop(f"{path}: one Request that conforms is needed{f' ({why})' if why else ''}")
    return canonical(documents[0].value)


def _trust(path: str | None) -> bytes | None:
    from askfirst.catalog.canonical import canonical
    from askfirst.cli.trusting import trust_file

    return None if path is None else canonical(trust_file(path)[0].value)


def _key(path: str | None) -> "Opened | None":
    from askfirst.cli.key_files import key_in

    return None if path is None else key_in(path)
