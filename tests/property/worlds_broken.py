"""Break documents in the ways in which people break them."""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from tests.property.naive.tables import Object
from tests.property.worlds_alphabet import chance, some

__all__ = ["BREAKAGES", "broken"]

_Break = Callable[[Random, Object], None]

LISTS = ("uses", "permits", "requiresConsent", "prohibits")
#: Without its version and its type, an object is no document at all.
HEAD = ("askfirst", "type")


def broken(random: Random, document: Object) -> Object:
    """Return the document, broken in one way, or its track in another way too."""
    damaged = deepcopy(document)
    if "consent" in document and chance(random, 30):
        _nonsense_for_an_id(random, damaged)
    else:
        random.choice(BREAKAGES)(random, damaged)
    if chance(random, 15):
        random.choice([_unknown_member, _broken_identifier, _no_identifier])(random, damaged)
    return damaged


def _tracks(document: Object) -> list[Object]:
    """Return the tracks; where there is none, the document stands for it."""
    several = document.get("tracks")
    found = [document.get("track"), *(several if isinstance(several, list) else [])]
    return [one for one in found if isinstance(one, dict)] or [document]


def _unknown_member(random: Random, document: Object) -> None:
    place = random.choice([document, random.choice(_tracks(document))])
    place[random.choice(["exclusive", "aiGenerated", "expires"])] = "2027"


def _missing_member(random: Random, document: Object) -> None:
    del document[random.choice([name for name in document if name != "type"])]


def _missing_track(random: Random, document: Object) -> None:
    name = "track" if "track" in document else "tracks"
    document.pop(name, None) if random.randrange(2) else document.update({name: []})


def _wrong_kind(random: Random, document: Object) -> None:
    name = random.choice([name for name in document if name not in HEAD])
    document[name] = random.choice([["text"], {"text": "text"}, "text", None])


def _number(random: Random, document: Object) -> None:
    place = random.choice([document, random.choice(_tracks(document))])
    name = random.choice([*(name for name in place if name not in HEAD), "title"])
    place[name] = 1999


def _misspelt_use(random: Random, document: Object) -> None:
    present = [name for name in LISTS if document.get(name)]
    name = random.choice(present or ["prohibits"])
    document[name] = [*document.get(name, []), random.choice(["generativ-training", "Training"])]


def _broken_identifier(random: Random, document: Object) -> None:
    track = random.choice(_tracks(document))
    wrong = {"isrc": "SEXYZ26", "mbid": "{}", "iswc": "T0000000000", "iscc": "ISCC:A", "urls": []}
    present = [name for name in sorted(wrong) if name in track]
    name = random.choice(present or ["isrc"])
    track[name] = wrong[name]


def _no_identifier(random: Random, document: Object) -> None:
    track = random.choice(_tracks(document))
    for name in ("isrc", "mbid", "iswc", "urls", "files"):
        track.pop(name, None)


def _twice(random: Random, document: Object) -> None:
    names = [name for name in ("rightsholders", *LISTS, "rights") if document.get(name)]
    name = random.choice(names or ["permits"])
    document[name] = [*document.get(name, ["search-indexing"] * 2), *document.get(name, [])[:1]]


def _two_lists(random: Random, document: Object) -> None:
    use = random.choice(["generative-training", "training", "search-indexing"])
    for name in some(random, LISTS[1:], 2, 3):
        document[name] = [*{*document.get(name, []), use}]


def _wrong_word(random: Random, document: Object) -> None:
    if "expression" in document:
        method = random.choice(["silence", "terms-of-service", "continued-use"])
        document["expression"] = {**document["expression"], "method": method}
    elif "rightsholders" in document:
        document["rightsholders"][0]["rights"] = [random.choice(["masters", "publishing"])]
    else:
        document["reason"] = ""


def _nothing_said(random: Random, document: Object) -> None:
    name = random.choice([name for name in document if name not in HEAD])
    document[name] = [] if isinstance(document[name], list) else ""


def _other_version(random: Random, document: Object) -> None:
    document["askfirst"] = random.choice(["1.1.0", "2.0.0"])


def _other_type(random: Random, document: Object) -> None:
    known = ["Declaration", "Release", "Consent", "Withdrawal"]
    others = ["Licence", document["type"].lower(), f"{document['type']}s", None]
    document["type"] = random.choice([*others, *(one for one in known if one != document["type"])])


def _no_type(_random: Random, document: Object) -> None:
    del document["type"]


def _nonsense_for_an_id(random: Random, document: Object) -> None:
    name = "consent" if "consent" in document else "id"
    document[name] = random.choice(["the one of May", "", 7, ["urn:x"]])


#: Every way in which a document is broken.
BREAKAGES: tuple[_Break, ...] = (
    _unknown_member,
    _missing_member,
    _missing_track,
    _wrong_kind,
    _number,
    _misspelt_use,
    _broken_identifier,
    _no_identifier,
    _twice,
    _two_lists,
    _wrong_word,
    _nothing_said,
    _other_version,
    _other_type,
    _no_type,
    _nonsense_for_an_id,
)
