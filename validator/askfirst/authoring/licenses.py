"""Write the license file of a track or of a folder, each line explained (spec 4.3, 4.4)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from askfirst.authoring.answers import Answers, maker, rightsholders
from askfirst.authoring.people import holder
from askfirst.authoring.recordings import Recording
from askfirst.editing import yaml_text
from askfirst.errors import AskFirstError
from askfirst.identifiers import party

__all__ = ["NOTES", "NotYours", "declaration", "release", "written"]

_Object: TypeAlias = dict[str, Any]

_HEADING = {
    "Declaration": "The license file of one track: what may be done with it, and who has to agree.",
    "Release": "The license file of this folder: what may be done with its tracks, and who has to\n"
    "agree. Keep it beside the audio files.",
}
_TRACK = {
    "isrc": "the code of the recording",
    "iswc": "the code of the work",
    "mbid": "the recording at MusicBrainz",
    "urls": "where it is",
    "files.packetsSha256": "a hash of its sound, which tags do not change",
    "files.pcmMd5": "another one, which lossless formats share",
    "license": "the copyright license; this file adds to it",
}
NOTES = {
    "askfirst": "the version of the specification",
    "type": "what this file is",
    "id": "the name of this file for machines; keep it",
    "issued": "from when on this holds",
    "by": "who makes this file",
    "track": "the track, and how machines know it again",
    **{f"track.{name}": note for name, note in _TRACK.items()},
    "release": "the album",
    "release.upc": "its bar code",
    "rightsholders": "who has to agree, and for what",
    "rightsholders.holder": "the address that stands for this person or company",
    "rightsholders.rights": "what is theirs",
    "rightsholders.contact": "where to ask them",
    "requiresConsent": "only with an explicit yes",
    "prohibits": "never",
    "permits": "without asking",
    "absentRights": "what does not exist in this track",
    "tracks": "the tracks; each can have statements and rightsholders of its own",
    **{f"tracks.{name}": note for name, note in _TRACK.items()},
}


class NotYours(AskFirstError):
    """Somebody makes a license file for tracks in which nothing is theirs."""


def declaration(recording: Recording, answers: Answers, id_: str, issued: str) -> dict[str, Any]:
    """Return the Declaration of one track. Raises `NotYours`."""
    held = rightsholders(answers, 1, id_)
    return {
        **_head("Declaration", id_, issued),
        **_maker(answers, held["rightsholders"], id_),
        "track": _titled(recording.track, answers),
        "rightsholders": held["rightsholders"],
        **answers.stated(1),
        **{name: value for name, value in held.items() if name == "absentRights"},
    }


def release(
    recordings: Sequence[Recording], answers: Answers, id_: str, issued: str, title: str
) -> dict[str, Any]:
    """Return the Release of a folder. Raises `NotYours`."""
    numbers = range(1, len(recordings) + 1)
    owned = [rightsholders(answers, number, id_) for number in numbers]
    held, own = _shared(owned)
    everybody = [entry for one in owned for entry in one["rightsholders"]]
    stated, stated_own = _stated(answers, numbers)
    return {
        **_head("Release", id_, issued),
        **_maker(answers, everybody, id_),
        "release": _album(recordings, title, answers),
        "rightsholders": held["rightsholders"],
        **stated,
        **{name: value for name, value in held.items() if name == "absentRights"},
        "tracks": [
            {**_titled(one.track, answers), **holders, **lists}
            for one, holders, lists in zip(recordings, own, stated_own, strict=True)
        ],
    }


def _shared(owned: Sequence[_Object]) -> tuple[_Object, list[_Object]]:
    """Return whose most tracks are, and for each track the members in which it differs."""
    shared = max(owned, key=owned.count)
    absent: _Object = {"absentRights": []} if "absentRights" in shared else {}
    own = ({**absent, **one} for one in owned)
    return shared, [
        {name: value for name, value in one.items() if value != shared.get(name)} for one in own
    ]


def _stated(answers: Answers, numbers: Sequence[int]) -> tuple[_Object, list[_Object]]:
    """Return the lists of uses of the release, and those of each track.

    Where tracks differ, each has its own: a milder statement in a track would not reach past all
    of what the release says (reading rule 1).
    """
    stated = [answers.stated(number) for number in numbers]
    if all(one == stated[0] for one in stated):
        return stated[0], [{} for _ in stated]
    return {}, stated


def _album(recordings: Iterable[Recording], title: str, answers: Answers) -> dict[str, Any]:
    """Return what is known of the album; where its tracks disagree, the first one is believed."""
    known: dict[str, Any] = {}
    for one in recordings:
        known = {**one.release, **known}
    return {"title": title, "artists": [answers.me.name], **known}


def _titled(track: Mapping[str, Any], answers: Answers) -> dict[str, Any]:
    """Return a track with its title and artists first, as people read it."""
    first = {"title": track.get("title", ""), "artists": track.get("artists", [answers.me.name])}
    order = ("isrc", "iswc", "mbid", "urls", "files", "license")
    return {**first, **{name: track[name] for name in order if name in track}}


def _head(kind: str, id_: str, issued: str) -> dict[str, Any]:
    return {"askfirst": "1.0.0", "type": kind, "id": id_, "issued": issued}


def _maker(answers: Answers, held: Sequence[Mapping[str, Any]], id_: str) -> _Object:
    """Return the member `by` where it is needed. Raises `NotYours`."""
    mine = holder(answers.me, id_)
    if all(party.normal(entry["holder"]) != party.normal(mine) for entry in held):
        raise NotYours(
            f"nothing here is {answers.me.name}'s, so {answers.me.name} cannot make the file; "
            "say what you did, or name yourself among those who did it"
        )
    return maker(mine, answers.me.name, held)


def written(document: Mapping[str, Any]) -> str:
    """Return a license file as YAML, with a note on each line."""
    return yaml_text(document, NOTES, _HEADING[document["type"]])
