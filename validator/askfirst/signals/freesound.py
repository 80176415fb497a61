"""Freesound: what a user prefers about training generative models with their sounds.

Read in the repository MTG/freesound at 4318dcdce8db of 2026-07-30: the settings of an account
(accounts/models.py, accounts/forms.py) and the member `gen_ai_preference` that the API gives with
a sound (apiv2/serializers.py). A preference speaks for all sounds of an account, and stands beside
their Creative Commons license: no value of it permits anything by itself. Two values prefer models
that are released as open source; here one has to ask for them. `opt_out_speech` refuses the
training with solo speech, whatever the other says.
"""

import json
from collections.abc import Iterator, Mapping

from askfirst.signals.json_members import Members, Words, line_of, readings, said_in
from askfirst.signals.signal import Carrier, Channel, Found, Reading, Signal, Wanted
from askfirst.signals.terms import Answer, Term
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Use

__all__ = ["EDITIONS"]

_PREFERENCE, _SPEECH = "gen_ai_preference", "opt_out_speech"
_TERMS = (
    Term.of(_PREFERENCE, Use.GENERATIVE_TRAINING),
    Term.of(_SPEECH, in_part=[Use.GENERATIVE_TRAINING]),
)
_WORDS: Words = {
    _PREFERENCE: {
        "no-additional-preferences": None,
        "open-source-models": Answer.ASK,
        "noncommercial-open-source-models": Answer.ASK,
        "no-gen-ai": Answer.REFUSED,
    },
    _SPEECH: {True: Answer.REFUSED, False: None},
}
_TO_SET = (
    "In the account settings, under Gen AI preferences, choose No generative AI "
    "and tick the box about solo speech."
)


def _write(_wanted: Wanted, answers: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    """Return the values and how to set them; each of the others opens something without asking."""
    if answers.get(_PREFERENCE) is not Answer.REFUSED:
        return ()
    settings = {_PREFERENCE: "no-gen-ai", _SPEECH: True, "toSet": _TO_SET}
    return (Carrier(Channel.FILE, "freesound.json", json.dumps(settings, indent=2) + "\n"),)


def _read(found: Found) -> tuple[Reading, ...]:
    return readings(found, _WORDS, _readings)


def _readings(whole: Members, text: str) -> Iterator[Reading]:
    """Yield what a sound or the settings of a user say, or each sound of a page of results."""
    lines = {name: line_of(text, name) for name in _WORDS}
    if whole.names() & _WORDS.keys():
        yield _reading(whole, lines)
    results = [one for one in whole.values("results") if isinstance(one, list)]
    for sound in (sound for one in results for sound in one if isinstance(sound, Members)):
        if sound.names() & _WORDS.keys():
            place = next((url for url in sound.values("url") if isinstance(url, str)), None)
            yield _reading(sound, lines)._replace(place=place)


def _reading(sound: Members, lines: Mapping[str, int]) -> Reading:
    said, troubles = said_in(sound, _WORDS, lines.__getitem__)
    return Reading(said, tuple(troubles))


_SOURCE = "https://github.com/MTG/freesound, 4318dcdce8db of 2026-07-30"

EDITIONS = (
    Signal(Name.FREESOUND, "2026-07", _SOURCE, _TERMS, can_ask=False, write=_write, read=_read),
)
