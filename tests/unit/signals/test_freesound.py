"""Freesound: a preference that refuses or makes one ask, and never permits."""

import pytest

from askfirst.signals import Answer, imported, signal
from askfirst.vocabulary import Status, Use
from tests.consistency.shipped import Json
from tests.unit.signals.objects import file, reading, track, written

FREESOUND = signal("freesound")
VALUES = (
    "no-additional-preferences",
    "open-source-models",
    "noncommercial-open-source-models",
    "no-gen-ai",
)


@pytest.mark.parametrize("status", [Status.CONSENT_REQUIRED, Status.PROHIBITED])
@pytest.mark.parametrize("use", [Use.GENERATIVE_TRAINING, Use.VOICE_REPLICATION_TRAINING])
def test_whatever_is_restricted_is_refused(use: Use, status: Status) -> None:
    found = written(FREESOUND, track({use: status}))
    assert (found["gen_ai_preference"], found["opt_out_speech"]) == ("no-gen-ai", True)


@pytest.mark.parametrize("status", [Status.PERMITTED, Status.UNSPECIFIED])
def test_nothing_else_is_written(status: Status) -> None:
    assert written(FREESOUND, track({Use.ANY_AI_USE: status})) is None


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("speech", [True, False])
def test_no_value_permits_anything(value: str, speech: bool) -> None:
    found = reading(FREESOUND, {"gen_ai_preference": value, "opt_out_speech": speech})
    assert found.troubles == ()
    assert Status.PERMITTED not in imported(found.said, FREESOUND.terms).values()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"gen_ai_preference": VALUES[0]}, Status.UNSPECIFIED),
        ({"gen_ai_preference": VALUES[1]}, Status.CONSENT_REQUIRED),
        ({"gen_ai_preference": VALUES[2]}, Status.CONSENT_REQUIRED),
        ({"gen_ai_preference": VALUES[3]}, Status.PROHIBITED),
        ({"gen_ai_preference": VALUES[0], "opt_out_speech": True}, Status.PROHIBITED),
    ],
)
def test_a_preference_speaks_for_generative_training(value: Json, expected: Status) -> None:
    standing = imported(reading(FREESOUND, value).said, FREESOUND.terms)
    assert standing[Use.MUSIC_GENERATION_TRAINING] is expected
    assert standing[Use.RECOMMENDATION_TRAINING] is Status.UNSPECIFIED


def test_every_sound_of_a_page_of_results_is_read_with_its_place() -> None:
    first = '{"url": "https://freesound.org/people/a/sounds/1/", "gen_ai_preference": "no-gen-ai"}'
    second = '{"url": 1, "gen_ai_preference": "open-source-models"}'
    found = FREESOUND.read(file(f'{{"results": [{first}, {second}, {{"id": 3}}, 4]}}'))
    assert [(one.place, one.said) for one in found] == [
        ("https://freesound.org/people/a/sounds/1/", {"gen_ai_preference": Answer.REFUSED}),
        (None, {"gen_ai_preference": Answer.ASK}),
    ]


@pytest.mark.parametrize("text", ["{}", "[]", "", '{"results": 1}', '{"license": "CC0"}'])
def test_another_text_says_nothing(text: str) -> None:
    assert FREESOUND.read(file(text)) == ()
