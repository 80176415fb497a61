"""DDEX: which of its use types for AI are allowed, as a list of names and nothing more.

The names are `UseType` values of the DDEX allowed value sets, as they stand in the copies of the
sets of September 2025 (generated from ERN 4.3.2, OpenAudio/ddex-proto 7927cea). Their definitions
were not read and none is copied: what a name touches is judged by the name alone, broadly. DDEX
grants and has no way to refuse, so this is a small format of ours to hand to a distributor. It is
no DDEX message, and whoever writes it complies with nothing.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial

from askfirst.signals.json_members import Members, Words, line_of, readings, said_in
from askfirst.signals.signal import Carrier, Channel, Found, Reading, Signal, Trouble, Wanted
from askfirst.signals.terms import Answer, Term
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Use

__all__ = ["EDITIONS"]

_TERMS = (
    Term.of("UseForTrainingGenerativeAI", Use.GENERATIVE_TRAINING),
    Term.of("UseForTrainingNonGenerativeAI", Use.ANALYTIC_TRAINING),
    Term.of("UseForDataMining", Use.OTHER_DATA_MINING, in_part=[Use.ANALYTIC_INPUT]),
)
_VALUES = {Answer.ALLOWED: "allowed", Answer.REFUSED: "not-allowed"}
_WORDS: Words = {term.name: {value: answer for answer, value in _VALUES.items()} for term in _TERMS}
_LIST = "useTypes"


def _write(_wanted: Wanted, answers: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    if not answers:
        return ()
    listed = {_LIST: {name: _VALUES[answer] for name, answer in answers.items()}}
    return (Carrier(Channel.FILE, "ddex-use-types.json", json.dumps(listed, indent=2) + "\n"),)


def _read(found: Found) -> tuple[Reading, ...]:
    return readings(found, _WORDS, _lists)


def _lists(whole: Members, text: str) -> Iterator[Reading]:
    return (_reading(listed, text) for listed in whole.values(_LIST))


def _reading(listed: object, text: str) -> Reading:
    if not isinstance(listed, Members):
        message = f"`{_LIST}` is an object of use types"
        return Reading({}, (Trouble("AF901", message, line_of(text, _LIST)),))
    said, troubles = said_in(listed, _WORDS, partial(line_of, text))
    return Reading(said, (*troubles, *_others(listed, text)))


def _others(listed: Members, text: str) -> Iterator[Trouble]:
    """Yield the names that are no use type for AI; they say nothing about it."""
    for name in listed.beside(_WORDS.keys()):
        shown = json.dumps(name[:40])
        yield Trouble("AF903", f"{shown} is no use type for AI", line_of(text, name))


_SOURCE = "the names of UseType values in the DDEX allowed value sets, as of 2025-09"

EDITIONS = (Signal(Name.DDEX, "2025-09", _SOURCE, _TERMS, can_ask=False, write=_write, read=_read),)
