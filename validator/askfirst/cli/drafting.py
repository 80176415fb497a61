"""Draft license files: new ones from answers, and those that are there brought up to date."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import uuid4

from askfirst.authoring.answers import Answers
from askfirst.authoring.licenses import NOTES, declaration, release, written
from askfirst.authoring.naming import slugs
from askfirst.authoring.people import address
from askfirst.authoring.phrases import one_line
from askfirst.authoring.updates import Changes, brought_up_to_date, remade
from askfirst.checking import check
from askfirst.cli.answering import Incomplete
from askfirst.cli.crediting import credited
from askfirst.cli.declaring import Flags, answers, each, preset, stated, voice
from askfirst.cli.listening import Target, targets
from askfirst.cli.moments import now
from askfirst.cli.paths import read_bounded
from askfirst.cli.pointing import Named, pointed, recorded
from askfirst.cli.prompts import answer, tell, wrapped
from askfirst.comparison import Kind, compare
from askfirst.comparison.change import LEAF
from askfirst.editing import EditFailed, updated
from askfirst.errors import AskFirstError
from askfirst.reading import syntax_of
from askfirst.vocabulary import DocumentType, groups

__all__ = ["MOST", "Draft", "NotEdited", "drafted", "drawn_up"]

#: A Release with more tracks than this could have more values than a document may (spec 4.2).
MOST = 300
_DECLARING = (DocumentType.DECLARATION, DocumentType.RELEASE)


class NotEdited(AskFirstError):
    """A file cannot be written as wished; the message says why and what to do."""


class Draft(NamedTuple):
    """A license file as it is to be: where, its text now and then, and what is in doubt.

    `beside` are texts of files that go with it.
    """

    path: Path
    before: str | None
    after: str
    doubts: tuple[str, ...]
    beside: Mapping[Path, str] = MappingProxyType({})


def drafted(paths: list[str], flags: Flags, named: Named) -> list[Draft]:
    """Return the license files for paths; without a path, of this folder, or of a track by hand.

    Raises `Incomplete`, `NotAudio`, `NotEdited`, `NotYours`.
    """
    found = targets(paths or ["."])
    if not paths and not found[0].recordings and not found[0].path.exists():
        found = [_by_hand(named, flags)]
    elif any(named):
        found = [_called(found, named)]
    _refuse_unfit(found)
    new = [one for one in found if not one.path.exists()]
    if flags.asking:
        for one in new:
            tell(wrapped(_found(one)))
    said = answers(flags, [rec for one in new for rec in one.recordings]) if new else None
    return [_draft(one, said, flags) for one in found]


def _found(target: Target) -> str:
    """Say which tracks a license file will be about."""
    titles = ", ".join(one_line(one.track["title"]) for one in target.recordings)
    several = len(target.recordings)
    tracks = "one track" if several == 1 else f"{several} tracks"
    return f"{target.path} will be for {tracks}: {titles}"


def _draft(target: Target, said: Answers | None, flags: Flags) -> Draft:
    """Return one license file: a new one from answers, or the one that is there with what is new.

    Raises `NotEdited`, `NotYours`.
    """
    if said is not None and not target.path.exists():
        return drawn_up(target, said)
    document, before = _there(target)
    changed, doubts = brought_up_to_date(document, target.recordings, _changes(flags))
    return _changed(target, document, before, changed, doubts)


def drawn_up(target: Target, said: Answers) -> Draft:
    """Return one license file from answers, also where there is one already.

    Raises `NotEdited`, `NotYours`.
    """
    if target.path.exists():
        old, before = _there(target)
        changed = remade(old, _made(target, said, old["id"]), said.voice)
        return _changed(target, old, before, changed, [])
    document = _made(target, said)
    return _checked(Draft(target.path, None, written(document), _doubts(target)))


def _doubts(target: Target) -> tuple[str, ...]:
    return (*target.left_out, *(one for rec in target.recordings for one in rec.doubts))


def _made(target: Target, said: Answers, id_: str | None = None) -> dict[str, Any]:
    """Return a new document for a target. Raises `NotYours`."""
    named, issued = id_ or f"urn:uuid:{uuid4()}", now()
    if target.folder is None:
        return declaration(target.recordings[0], said, named, issued)
    return release(target.recordings, said, named, issued, target.folder.resolve().name)


def _by_hand(named: Named, flags: Flags) -> Target:
    """Return a track whose file is not at hand, by flags or by what is typed."""
    if not (named.title and (named.isrc or named.url)):
        if not flags.asking:
            missing = "there is no audio file here; name one, or say --title and --isrc or --url"
            raise Incomplete([missing])
        named = answer(
            wrapped(
                "There is no audio file here. Which track is it? Type its title, and its ISRC or "
                "the address of its page, such as: Night Bus SEXYZ2600012"
            ),
            lambda text: Named(*pointed(text)),
        )
    title = str(named.title)
    return Target(Path(f"{slugs([(title, title)])[0]}.askfirst.yaml"), (recorded(named),))


def _called(found: Sequence[Target], named: Named) -> Target:
    """Return the one audio file that was named, with what flags say of its track."""
    if len(found) > 1 or found[0].folder:
        raise Incomplete(["--title, --isrc and --url are for one track; name one audio file"])
    heard = found[0].recordings[0]
    track = {**heard.track, **recorded(named).track}
    return found[0]._replace(recordings=(heard._replace(track=track),))


def _refuse_unfit(found: Sequence[Target]) -> None:
    """Raise `Incomplete` for folders with no audio in them, or with too much for one file."""
    empty = [one.folder for one in found if not one.recordings and not one.path.exists()]
    large = [one.folder for one in found if len(one.recordings) > MOST]
    troubles = [
        f"{path}: there is no audio file in this folder; name the one it is in" for path in empty
    ]
    troubles += [
        f"{one.path}: the track would not be protected: {'; '.join(recording.doubts)}; say its "
        "--isrc or its --url"
        for one in found
        for recording in one.recordings
        if not recording.identified
    ]
    troubles += [
        f"{path}: more than {MOST} tracks are too many for one file; --sheet and --from make "
        "one for each track"
        for path in large
    ]
    if troubles:
        raise Incomplete(troubles)


def _changes(flags: Flags) -> Changes:
    return Changes(
        stated("--preset", flags.preset, preset),
        stated("--voice", flags.voice, voice),
        flags.name,
        stated("--contact", flags.contact, address),
        tuple(each("--with", flags.with_, credited)),
    )


def _changed(
    target: Target,
    document: dict[str, Any],
    before: str,
    changed: dict[str, Any],
    doubts: Sequence[str],
) -> Draft:
    """Return a license file that is there, with what is new in it. Raises `NotEdited`."""
    said = (*_doubts(target), *doubts)
    if changed == document:
        return Draft(target.path, before, before, said)
    if "proof" in document:
        raise NotEdited(
            f"{target.path} is signed, and a change would break its proof; take `proof` out, run "
            "this again, and sign it again"
        )
    changed = {**changed, "issued": max(now(), changed["issued"])}
    try:
        after = updated(before, changed, NOTES, syntax_of(str(target.path)))
    except EditFailed as error:
        raise NotEdited(f"{target.path}: {error}") from error
    return _checked(Draft(target.path, before, after, (*said, *_wider(before, after))))


def _wider(before: str, after: str) -> Iterator[str]:
    """Yield a note where a change states something more mildly than it was stated."""
    old, new = check(before).document, check(after).document
    if old is None or new is None:
        return
    changes = compare(old, new).changes
    uses = {one.use for one in changes if one.kind is Kind.WIDENED and one.what == LEAF and one.use}
    if uses:
        yield f"this states something more mildly than before: {', '.join(groups(uses))}"


def _there(target: Target) -> tuple[dict[str, Any], str]:
    """Return the document that is there, and its text. Raises `NotEdited`."""
    try:
        data = read_bounded(str(target.path))
    except OSError as error:
        raise NotEdited(f"{target.path}: {error.strerror}") from error
    report = check(data, syntax=syntax_of(str(target.path)))
    found = report.documents[0] if len(report.documents) == 1 else None
    if found is None or found.document is None:
        raise NotEdited(f"{target.path} does not conform; see `askfirst check {target.path}`")
    document: Any = found.value
    if found.kind not in _DECLARING or (found.kind == "Release") is not (target.folder is not None):
        wanted = "Release" if target.folder else "Declaration"
        raise NotEdited(f"{target.path} is there already and is a {found.kind}, not a {wanted}")
    return dict(document), data.decode()


def _checked(one: Draft) -> Draft:
    """Return a draft that conforms. Raises `NotEdited`."""
    report = check(one.after, syntax=syntax_of(str(one.path)))
    if not report.conforms:
        wrong = next(f for f in report.findings if f.severity == "error")
        raise NotEdited(
            f"{one.path} would not conform: {wrong.code} {wrong.pointer} {wrong.message}"
        )
    return one
