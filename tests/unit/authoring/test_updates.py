"""What new answers do to the uses that a license file states already."""

from typing import Any

import pytest

from askfirst import check
from askfirst.authoring.answers import Answers, Voice
from askfirst.authoring.licenses import declaration, release
from askfirst.authoring.people import EVERYTHING, Person, rights_of
from askfirst.authoring.recordings import Recording
from askfirst.authoring.updates import Changes, brought_up_to_date, remade
from askfirst.decision.statement import status
from askfirst.model.declarations import Declaration, Release
from askfirst.vocabulary import Preset, Status, Use

ID = "urn:uuid:8c2c8f0e-6c34-4b65-9c55-2d6d8f0b1a10"
WHEN = "2026-11-22T10:00:00Z"
MARA = Person("Mara Lindqvist", "mailto:mara@example.org")
VOICE = {Use.VOICE_REPLICATION_TRAINING, Use.VOICE_REPLICATION_INPUT}
LIKENESS = {Use.LIKENESS_REPLICATION_TRAINING, Use.LIKENESS_REPLICATION_INPUT}
TRACKS = [Recording({"title": f"Song {n}", "isrc": f"SEXYZ260000{n}"}, {}) for n in range(3)]


def answers(preset: Preset, voice: Voice | None, presets: dict[int, Preset]) -> Answers:
    return Answers(preset, voice, MARA, rights_of(EVERYTHING), presets=presets)


def made(preset: Preset, voice: Voice | None = None) -> dict[str, Any]:
    return declaration(TRACKS[0], answers(preset, voice, {}), ID, WHEN)


def album(preset: Preset, voice: Voice | None = None, **one: Preset) -> dict[str, Any]:
    said = answers(preset, voice, {2: one["second"]} if one else {})
    return release(TRACKS, said, ID, WHEN, "Album")


def prohibited(document: dict[str, Any], number: int = 1) -> set[Use]:
    read = check(document).document
    assert isinstance(read, Declaration | Release)
    declared = read.declared[number - 1]
    return {use for use in Use if use.leaf and status(declared, use).status is Status.PROHIBITED}


@pytest.mark.parametrize("strict", [Preset.NO_GENERATIVE, Preset.NO_AI])
class TestAMilderPreset:
    def test_it_opens_neither_voice_nor_likeness(self, strict: Preset) -> None:
        after, _ = brought_up_to_date(made(strict), [], Changes(Preset.ASK_FIRST))
        assert prohibited(after) == VOICE | LIKENESS
        assert brought_up_to_date(after, [], Changes(Preset.ASK_FIRST))[0] == after

    def test_who_says_so_opens_both(self, strict: Preset) -> None:
        after, _ = brought_up_to_date(made(strict), [], Changes(Preset.ASK_FIRST, Voice.ASK))
        assert prohibited(after) == set()

    def test_a_voice_is_closed_and_likeness_stays_closed(self, strict: Preset) -> None:
        after, _ = brought_up_to_date(made(strict), [], Changes(Preset.ASK_FIRST, Voice.NO))
        assert prohibited(after) == VOICE | LIKENESS


def test_one_leaf_that_is_prohibited_stays_alone() -> None:
    document = {**made(Preset.ASK_FIRST), "prohibits": ["voice-replication-input"]}
    after, _ = brought_up_to_date(document, [], Changes(Preset.ASK_FIRST))
    assert prohibited(after) == {Use.VOICE_REPLICATION_INPUT}


def test_what_is_open_is_not_closed_by_a_preset() -> None:
    after, _ = brought_up_to_date(made(Preset.ASK_FIRST), [], Changes(Preset.ASK_FIRST))
    assert prohibited(after) == set()


def test_what_stands_there_keeps_its_order() -> None:
    document = {**made(Preset.ASK_FIRST, Voice.NO)}
    document["prohibits"] = ["search-indexing", *reversed(document["prohibits"])]
    assert brought_up_to_date(document, [], Changes(Preset.ASK_FIRST))[0] == document


class TestAnotherSheet:
    def test_what_no_preset_states_stays_on_a_track(self) -> None:
        old = album(Preset.ASK_FIRST)
        old["tracks"][1] |= {
            "prohibits": ["search-indexing", "voice-replication-training"],
            "requiresConsent": ["recommendation-training"],
        }
        after = remade(old, album(Preset.ASK_FIRST), None)
        assert after == old

    def test_what_no_preset_states_stays_in_the_whole(self) -> None:
        old = {**made(Preset.ASK_FIRST), "prohibits": ["search-indexing"]}
        after = remade(old, made(Preset.NO_AI), None)
        assert after["prohibits"] == ["search-indexing", *made(Preset.NO_AI)["prohibits"]]

    def test_what_a_preset_put_there_goes_with_it(self) -> None:
        old = album(Preset.ASK_FIRST, second=Preset.NO_AI)
        after = remade(old, album(Preset.ASK_FIRST), None)
        assert after == album(Preset.ASK_FIRST)

    @pytest.mark.parametrize(
        ("voice", "kept"), [(None, VOICE), (Voice.ASK, set()), (Voice.NO, VOICE)]
    )
    def test_the_voice_is_opened_only_by_who_says_so(
        self, voice: Voice | None, kept: set[Use]
    ) -> None:
        old = album(Preset.ASK_FIRST, Voice.NO)
        after = remade(old, album(Preset.ASK_FIRST, voice), voice)
        assert prohibited(after, 3) == kept
