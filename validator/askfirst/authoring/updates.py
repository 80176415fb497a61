"""Bring a license file up to date with audio files and new answers; nothing in it is lost."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from askfirst.authoring.answers import VOICE, Credit, Voice, prohibited, statements
from askfirst.authoring.recordings import Recording
from askfirst.authoring.rightsholders import credited, renamed
from askfirst.vocabulary import Preset, Use

__all__ = ["Changes", "brought_up_to_date", "remade"]

_Object: TypeAlias = dict[str, Any]
_LISTS = ("permits", "requiresConsent", "prohibits")
#: What is as it is made now, also where it is left out now.
_REMADE = ("rightsholders", "absentRights", *_LISTS, "by")
#: What no milder preset opens, because it imitates a person.
_PERSONAL = (*VOICE, Use.LIKENESS_REPLICATION_TRAINING, Use.LIKENESS_REPLICATION_INPUT)
#: What presets put into each list.
_PRESET = {name: {use for one in Preset for use in one.statements.get(name, ())} for name in _LISTS}


class Changes(NamedTuple):
    """New answers for a license file that is there already; what is None stays as it is."""

    preset: Preset | None = None
    voice: Voice | None = None
    name: str | None = None
    contact: str | None = None
    credits: tuple[Credit, ...] = ()


def brought_up_to_date(
    document: Mapping[str, Any], recordings: Sequence[Recording], changes: Changes
) -> tuple[_Object, list[str]]:
    """Return a Declaration or Release with what is new, and what could not be settled.

    Tracks are known again by the names and hashes of their files; what a file says in other words
    stays as the document says it, and is told.
    """
    doubts: list[str] = []
    found = _restated(document, _stated(document, changes), doubts)
    if "tracks" in document:
        found["tracks"] = _tracks(document, recordings, doubts)
    elif recordings:
        found["track"] = _track(document["track"], recordings[0], doubts)
    for credit in changes.credits:
        found = credited(found, credit)
    return renamed(found, changes.name, changes.contact), doubts


def _restated(document: Mapping[str, Any], lists: _Object, doubts: list[str]) -> _Object:
    """Return the document with new lists of uses, each where people look for it."""
    found: _Object = {}
    for name, value in document.items():
        if name not in lists or lists[name]:
            found[name] = lists.get(name, value)
        if name == "rightsholders":
            found |= {new: lists[new] for new in lists if lists[new] and new not in document}
    own = [one for one in document.get("tracks", ()) if set(one) & set(_LISTS)]
    if lists and own:
        titles = ", ".join(f'"{one["title"]}"' for one in own)
        doubts.append(f"what {titles} states of its own stays as it is")
    return found


def remade(document: Mapping[str, Any], made: Mapping[str, Any], voice: Voice | None) -> _Object:
    """Return a document as it is made anew, with its id, and with what only the old one has.

    Whose a track is, is as it is made now; of the lists of uses, what presets state, and what
    stands for the voice if somebody answered that.
    """
    head = {"id": document["id"], "issued": document["issued"]}
    found = _merged(document, {**made, **head}, voice)
    if "tracks" in document:
        new = list(made["tracks"])
        tracks = [_merged(one, _taken(one, new), voice) for one in document["tracks"]]
        return {**found, "tracks": [*tracks, *new]}
    return {**found, "track": _merged(document["track"], made["track"], voice)}


def _taken(track: Mapping[str, Any], new: list[_Object]) -> _Object | None:
    """Take the same track out of the new ones; None where it is none of them."""
    at = next((n for n, one in enumerate(new) if _same(track, one)), None)
    return None if at is None else new.pop(at)


def _merged(old: Mapping[str, Any], new: Mapping[str, Any] | None, voice: Voice | None) -> _Object:
    if new is None:
        return dict(old)
    lists = _with_own(old, new, _answered(voice=voice is not None, preset=True))
    new = {**new, **{name: uses for name, uses in lists.items() if uses}}
    files = _files(old.get("files", ()), new.get("files", ()))
    kept = {name: old[name] for name in old if name in new or name not in _REMADE}
    return {**kept, **new, **({"files": files} if files else {})}


def _tracks(
    document: Mapping[str, Any], recordings: Sequence[Recording], doubts: list[str]
) -> list[_Object]:
    """Return the tracks in their order, as their numbers name them; new ones follow."""
    tracks, new = [dict(one) for one in document["tracks"]], []
    for one in recordings:
        at = next((n for n, track in enumerate(tracks) if _same(track, one.track)), None)
        if at is None:
            artists = one.track.get("artists", document["release"]["artists"])
            new.append({"title": one.track["title"], "artists": artists, **one.track})
        else:
            tracks[at] = _track(tracks[at], one, doubts)
    return [*tracks, *new]


def _same(track: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return not _known(track).isdisjoint(_known(other))


def _known(track: Mapping[str, Any]) -> set[tuple[str, str]]:
    files = (file for file in track.get("files", ()))
    found = {("isrc", track["isrc"])} if "isrc" in track else set()
    return found | {pair for file in files for pair in file.items()}


def _track(track: Mapping[str, Any], found: Recording, doubts: list[str]) -> _Object:
    """Return a track with the identifiers and hashes that it lacks."""
    new = {name: value for name, value in found.track.items() if name not in (*track, "files")}
    files = _files(track.get("files", ()), found.track.get("files", ()))
    doubts += [
        f'"{track.get("title")}": the license file says {name} {track[name]}, the tags say '
        f"{found.track[name]}; it stays as it is"
        for name in ("isrc", "iswc", "mbid")
        if name in track and found.track.get(name, track[name]) != track[name]
    ]
    return {**track, **new, **({"files": files} if files else {})}


def _files(there: Iterable[_Object], found: Iterable[_Object]) -> list[_Object]:
    """Return the files; another encoding of the recording is one more, as the old one exists."""
    files = [dict(one) for one in there]
    for one in found:
        hashed = [own for own in files if own.get("packetsSha256") == one["packetsSha256"]]
        named = [own for own in files if own.get("name") == one["name"] and not _hashes(own)]
        if same := hashed or named:
            same[0].update({name: value for name, value in one.items() if name not in same[0]})
        else:
            files.append(dict(one))
    return files


def _hashes(file: Mapping[str, str]) -> bool:
    return "packetsSha256" in file or "pcmMd5" in file


def _stated(document: Mapping[str, Any], changes: Changes) -> _Object:
    """Return the lists of uses with the new answers; what no preset says stays."""
    if changes.preset is None and changes.voice is None:
        return {}
    preset, never = changes.preset or _preset(document), _never(document, changes)
    new = statements(preset, never) if preset else {"prohibits": never}
    return _with_own(document, new, _answered(voice=True, preset=preset is not None))


def _answered(*, voice: bool, preset: bool) -> dict[str, set[Use]]:
    """Return the uses of each list that answers about the voice and presets put there."""
    return {
        name: {*(VOICE if voice else ()), *(_PRESET[name] if preset else ())} for name in _LISTS
    }


def _with_own(
    document: Mapping[str, Any], new: Mapping[str, Any], answered: Mapping[str, set[Use]]
) -> _Object:
    """Return new lists of uses, with what stands there already and is no answer, in its order."""
    said = {use for name in _LISTS for use in new.get(name, ())}
    found = {}
    for name in _LISTS:
        old, now = document.get(name, ()), [str(use) for use in new.get(name, ())]
        kept = [use for use in old if use in now or use not in said | answered[name]]
        found[name] = [*kept, *(use for use in now if use not in kept)]
    return {name: uses for name, uses in found.items() if uses or name in document}


def _never(document: Mapping[str, Any], changes: Changes) -> list[Use]:
    """Return the leaves that are prohibited from now on: of voice, and of likeness as before.

    Another preset opens none of them that is prohibited, by name or in a group; `ask` does.
    """
    if changes.voice is Voice.ASK:
        return []
    lists = {name: document.get(name, ()) for name in _LISTS}
    kept = [leaf for leaf in _PERSONAL if changes.preset and prohibited(leaf, lists)]
    new = VOICE if changes.voice is Voice.NO else ()
    return [leaf for leaf in _PERSONAL if leaf in (*kept, *new)]


def _preset(document: Mapping[str, Any]) -> Preset | None:
    """Return the strictest preset that a document holds the whole of; None if it holds none."""
    for preset in reversed(Preset):
        stated = preset.statements.items()
        if all(set(map(str, uses)) <= set(document.get(name, ())) for name, uses in stated):
            return preset
    return None
