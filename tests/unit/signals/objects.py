"""Read and write JSON objects of a signal in a test."""

import json

from askfirst.signals import Channel, Found, Reading, Signal, Wanted, answers
from askfirst.vocabulary import Status, Use, leaves
from tests.consistency.shipped import Json

__all__ = ["ISCC", "file", "reading", "track", "written"]

ISCC = "ISCC:EIASCTPZO4QU36LX"


def file(text: str) -> Found:
    return Found(Channel.FILE, text)


def reading(signal: Signal, value: Json) -> Reading:
    """Return the one thing that a JSON value says in a signal."""
    (found,) = signal.read(file(json.dumps(value)))
    return found


def track(stated: dict[Use, Status], **known: str) -> Wanted:
    """Return a track whose other leaves nothing is said of."""
    standing = dict.fromkeys(leaves(Use.ANY_AI_USE), Status.UNSPECIFIED)
    for use, status in stated.items():
        standing |= dict.fromkeys(leaves(use), status)
    return Wanted(standing, "Night Bus", ("Mara Lindqvist",), **{"iscc": ISCC, **known})


def written(signal: Signal, wanted: Wanted) -> Json:
    """Return the JSON object that a signal writes; None where it writes nothing."""
    said = answers(wanted.standing, signal.terms, can_ask=signal.can_ask)
    carriers = signal.write(wanted, said)
    return json.loads(carriers[0].text) if carriers else None
