"""License files made from answers: whose tracks are, what is stated, and that they conform."""

import pytest

from askfirst import check
from askfirst.authoring.answers import Answers, Credit, Voice
from askfirst.authoring.licenses import NotYours, declaration, release, written
from askfirst.authoring.people import EVERYTHING, NOBODY, Part, Person, rights_of
from askfirst.authoring.recordings import Recording
from askfirst.decision.statement import status
from askfirst.model.declarations import Declaration, Release
from askfirst.vocabulary import Preset, Right, Status, Use, leaves

ID = "urn:uuid:8c2c8f0e-6c34-4b65-9c55-2d6d8f0b1a10"
WHEN = "2026-11-22T10:00:00Z"
MARA = Person("Mara Lindqvist", "mailto:mara@example.org")
LENA = Person("Lena", "https://lena.example.org/")
ALL = rights_of(EVERYTHING)
WRITTEN = (Right.COMPOSITION, Right.LYRICS)
VOICE = (Use.VOICE_REPLICATION_TRAINING, Use.VOICE_REPLICATION_INPUT)
TRACKS = [
    Recording({"title": f"Song {n}", "urls": [f"https://a.example/{n}"]}, {}) for n in range(9)
]


def answers(
    *others: Credit, preset: Preset = Preset.ASK_FIRST, voice: Voice = Voice.ASK
) -> Answers:
    return Answers(preset, voice, MARA, ALL, others)


def album(said: Answers) -> Release:
    document = release(TRACKS, said, ID, WHEN, "Album")
    report = check(written(document))
    assert report.conforms, report.findings
    assert isinstance(report.document, Release)
    return report.document


def held(document: Release, number: int) -> dict[str, set[Right]]:
    entries = document.declared[number - 1].rightsholders
    return {one.name: set(one.rights) for one in entries}


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("voice", Voice)
def test_every_answer_makes_a_file_that_conforms(preset: Preset, voice: Voice) -> None:
    document = declaration(TRACKS[0], answers(preset=preset, voice=voice), ID, WHEN)
    report = check(written(document))
    assert isinstance(report.document, Declaration)
    assert not report.findings


@pytest.mark.parametrize("preset", Preset)
def test_a_voice_that_nobody_may_imitate_is_prohibited(preset: Preset) -> None:
    document = declaration(TRACKS[0], answers(preset=preset, voice=Voice.NO), ID, WHEN)
    read = check(document).document
    assert isinstance(read, Declaration)
    assert "permits" not in document
    assert all(status(read.declared[0], leaf).status is Status.PROHIBITED for leaf in VOICE)


@pytest.mark.parametrize("preset", Preset)
def test_asking_about_the_voice_makes_nothing_milder(preset: Preset) -> None:
    assert answers(preset=preset, voice=Voice.ASK).stated(1) == {
        name: list(map(str, uses)) for name, uses in preset.statements.items()
    }


def test_what_is_all_mine_needs_no_maker() -> None:
    assert "by" not in declaration(TRACKS[0], answers(), ID, WHEN)


def test_a_guest_a_writer_and_a_cover_change_their_tracks_alone() -> None:
    guest = Credit(Part(LENA, (Right.PERFORMANCE, Right.VOICE)), frozenset({3}))
    writer = Credit(Part(Person("Idris"), WRITTEN), frozenset({5}))
    cover = Credit(Part(Person("Ana"), WRITTEN), frozenset({7}), instead=WRITTEN)
    document = album(answers(guest, writer, cover))
    assert document.by.id == MARA.address
    assert held(document, 1) == {MARA.name: set(ALL)}
    assert held(document, 3) == {MARA.name: set(ALL), "Lena": {Right.PERFORMANCE, Right.VOICE}}
    assert held(document, 5) == {MARA.name: set(ALL), "Idris": set(WRITTEN)}
    assert held(document, 7) == {MARA.name: set(ALL) - set(WRITTEN), "Ana": set(WRITTEN)}


def test_who_wrote_a_cover_can_be_unknown() -> None:
    document = album(answers(Credit(Part(NOBODY, WRITTEN), frozenset({1}), instead=WRITTEN)))
    assert held(document, 1) == {MARA.name: set(ALL) - set(WRITTEN)}


def test_an_instrumental_has_no_lyrics() -> None:
    words = (Right.LYRICS,)
    document = album(answers(Credit(Part(NOBODY, words), instead=words, absent=True)))
    assert document.declared[0].absent_rights == words


def test_tracks_with_other_answers_state_all_of_it_themselves() -> None:
    document = album(answers()._replace(presets={2: Preset.NO_AI}))
    for number, preset in ((1, Preset.ASK_FIRST), (2, Preset.NO_AI)):
        declared = document.declared[number - 1]
        alone = declaration(TRACKS[0], answers(preset=preset), ID, WHEN)
        expected = check(alone).document
        assert isinstance(expected, Declaration)
        for leaf in leaves(Use.ANY_AI_USE):
            assert status(declared, leaf).status is status(expected.declared[0], leaf).status


@pytest.mark.parametrize(
    "person",
    [
        Person("mara lindqvist"),
        Person("Mara Lindqvist", contact="mailto:office@example.org"),
        Person("M. L.", "mailto:mara@example.org"),
    ],
)
def test_my_name_without_an_address_is_me_and_so_is_my_address(person: Person) -> None:
    said = answers(Credit(Part(person, ALL), instead=ALL))
    document = declaration(TRACKS[0], said, ID, WHEN)
    assert [one["holder"] for one in document["rightsholders"]] == [MARA.address]
    assert "by" not in document


def test_my_name_with_another_address_is_somebody_else() -> None:
    other = Person(MARA.name, "https://another.example.org/")
    document = declaration(TRACKS[0], answers(Credit(Part(other, WRITTEN))), ID, WHEN)
    assert document["by"]["id"] == MARA.address
    with pytest.raises(NotYours):
        declaration(TRACKS[0], answers(Credit(Part(other, ALL), instead=ALL)), ID, WHEN)


def test_who_did_nothing_makes_no_file() -> None:
    others = Credit(Part(LENA, ALL), instead=ALL)
    with pytest.raises(NotYours):
        declaration(TRACKS[0], answers(others), ID, WHEN)
