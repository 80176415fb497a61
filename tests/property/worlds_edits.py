"""Edit a Declaration or Release in ways in which it still conforms."""

from collections.abc import Callable
from random import Random

from tests.property.naive.tables import ALL_RIGHTS, PERSONAL, Object
from tests.property.worlds_alphabet import (
    HOLDERS,
    INSTANTS,
    STAND_INS,
    Forms,
    chance,
    distinct,
    fresh_id,
    party,
    some,
    track,
)
from tests.property.worlds_documents import ABSENTABLE, entry, statements

__all__ = ["EDITS", "by_another", "mandate", "reshaped", "retracked"]

_Edit = Callable[[Random, Object], Object]

#: What a track of a Release has besides what a track is known by.
OWN = ("rightsholders", "permits", "requiresConsent", "prohibits", "absentRights")
#: What a Declaration and a Release do not share.
NOT_SHARED = ("type", "track", "tracks", "release")


def _entry_lists(document: Object) -> list[list[Object]]:
    """Return the lists of rightsholders, that of the document first."""
    tracks = [one for one in document.get("tracks", []) if "rightsholders" in one]
    return [one["rightsholders"] for one in (document, *tracks)]


def _signed(document: Object) -> Object:
    """Return the document with its maker in it."""
    first = document["rightsholders"][0]["holder"]
    return {**document, "by": document.get("by", {"id": first})}


def by_another(random: Random, document: Object) -> Object:
    """Let one of the holders or mandated parties make the document."""
    entries = [one for entries in _entry_lists(document) for one in entries]
    mandated = [one["mandate"]["id"] for one in entries if "mandate" in one]
    return {**document, "by": {"id": random.choice([*(e["holder"] for e in entries), *mandated])}}


def retracked(random: Random, document: Object) -> Object:
    """Let the document, or one track of it, be about one of the songs, known in any way."""
    fresh = track(random, random.choice([0, 0, 0, 1, 2]))
    if "track" in document:
        return {**document, "track": fresh}
    position = random.randrange(len(document["tracks"]))
    old = document["tracks"][position]
    fresh.update({name: old[name] for name in OWN if name in old})
    tracks = [*document["tracks"][:position], fresh, *document["tracks"][position + 1 :]]
    return {**document, "tracks": tracks}


def reshaped(random: Random, document: Object) -> Object:
    """Make a Release of a Declaration, or a Declaration of one track of a Release."""
    signed = _signed(document)
    shared = {name: value for name, value in signed.items() if name not in NOT_SHARED}
    if "track" in document:
        others = [track(random, song) for song in some(random, range(3), 0, 2)]
        tracks = random.sample([document["track"], *others], len(others) + 1)
        info = {"title": "Last Stops", "artists": ["Mara Lindqvist"]}
        return {**shared, "type": "Release", "release": info, "tracks": tracks}
    one = random.choice(document["tracks"])
    own = {name: one[name] for name in OWN if name in one}
    known = {name: value for name, value in one.items() if name not in OWN}
    for name in ("permits", "requiresConsent", "prohibits") if own else ():
        shared.pop(name, None)
    by = {"id": random.choice(own["rightsholders"])["holder"]} if "rightsholders" in own else {}
    maker = {"by": by} if by and "source" not in document else {}
    return {**shared, "type": "Declaration", "track": known, **own, **maker}


def mandate(random: Random, document: Object, forms: Forms) -> None:
    """Put a mandate into one of the entries that have none."""
    entries = [one for entries in _entry_lists(document) for one in entries]
    for one in some(random, [one for one in entries if "mandate" not in one], 0, 1):
        fitting = ["guardian", "estate"]
        fitting += [] if PERSONAL & set(one["rights"]) else ["society", "agent"]
        mandated = party(random, forms, named=True)
        one["mandate"] = {**mandated, "capacity": random.choice(fitting)}


def _mandate_somebody(random: Random, document: Object) -> Object:
    signed = _signed(document)
    mandate(random, signed, random.choice(STAND_INS))
    return signed


def _absence(random: Random, document: Object) -> Object:
    """Let nobody hold a right any more, and call it absent."""
    right = random.choice(ABSENTABLE)
    signed = _signed(document)
    for entries in _entry_lists(signed):
        for one in entries:
            one["rights"] = [held for held in one["rights"] if held != right] or ["likeness"]
            if "mandate" in one:
                one["mandate"]["capacity"] = "estate"
        entries[:] = distinct(entries)
    absent = [one for one in signed.get("absentRights", []) if one != right]
    return {**signed, "absentRights": [*absent, right]}


def _presence(_random: Random, document: Object) -> Object:
    """Say no more that anything is absent."""
    return {name: value for name, value in document.items() if name != "absentRights"}


def _holder(random: Random, document: Object) -> Object:
    """Name somebody else as a holder."""
    absent = {right for one in (document, *document.get("tracks", [])) for right in _absent(one)}
    rights = sorted(some(random, sorted(ALL_RIGHTS - absent), 1, 2))
    more = entry(random, random.choice(HOLDERS), rights)
    signed = _signed(document)
    return {**signed, "rightsholders": distinct([*signed["rightsholders"], more])}


def _absent(part: Object) -> list[str]:
    found: list[str] = part.get("absentRights", [])
    return found


def _imported(random: Random, document: Object) -> Object:
    """Let it come from the page of somebody, who may be a holder."""
    page = "https://example.org/page"
    source = {"signal": random.choice(["aipref", "tdmrep"]), "url": page, "sha256": "1f" * 32}
    by = _signed(document)["by"] if chance(random, 30) else {"id": page}
    return {**document, "source": source, "by": by}


def _restated(random: Random, document: Object) -> Object:
    """State something else, in a Release for one of its tracks."""
    part = random.choice(document.get("tracks", [document]))
    for name in ("permits", "requiresConsent", "prohibits"):
        part.pop(name, None)
    part.update(statements(random, [], 4))
    return document


def _reissued(random: Random, document: Object) -> Object:
    return {**document, "issued": random.choice(INSTANTS)}


def _renamed(random: Random, document: Object) -> Object:
    """Give it another id, so that nothing supersedes it any more."""
    return {**document, "id": fresh_id(random)}


EDITS: tuple[_Edit, ...] = (
    *(retracked, reshaped, by_another, _mandate_somebody, _absence, _absence, _presence),
    *(_holder, _imported, _restated, _restated, _reissued, _renamed),
)
