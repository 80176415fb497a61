"""A deed says who, whom to ask, for how long and on what, as the document does."""

import json
from pathlib import Path
from typing import Any

import pytest

import askfirst
from askfirst.deed import deed
from askfirst.deed.kinds import Kind, Part
from askfirst.vocabulary import Configuration, Preset, Use, leaves
from tests.acceptance.fences import ROOT
from tests.acceptance.listing import PASSING, checked, files, folders
from tests.unit.deed.showing import LABEL, MARA, declaration, kinds, line, shown, statement

SOUND = ["composition", "lyrics", "recording", "performance"]
HOLDER = {"holder": MARA, "name": "Mara Lindqvist", "rights": [*SOUND, "voice", "likeness"]}
LABELED = {"holder": LABEL, "name": "Northline Records", "rights": ["recording"]}


def story(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "examples/pass" / name).read_bytes())
    return found


@pytest.mark.parametrize("folder", folders(PASSING), ids=lambda folder: folder.name)
def test_every_example_that_conforms_has_a_deed(folder: Path) -> None:
    documents = [one for file in files(folder) for one in checked(file).documents]
    for one in (one for one in documents if one.kind is not Configuration.TRUST):
        assert one.document
        found = deed(one.document)
        assert found.type == one.kind
        assert found.sections[-1].part is Part.DOCUMENT


class TestWhose:
    def test_what_a_sole_holder_permits_needs_nobody_else(self) -> None:
        assert Kind.PERMITS_ALONE not in kinds(declaration(permits=["search-indexing"]))

    def test_what_one_of_two_holders_permits_waits_for_the_other(self) -> None:
        document = declaration(
            by={"id": MARA}, rightsholders=[HOLDER, LABELED], permits=["search-indexing"]
        )
        assert "Northline Records" in line(document, Kind.PERMITS_ALONE)

    def test_nobody_waits_where_nothing_is_permitted(self) -> None:
        document = declaration(by={"id": MARA}, rightsholders=[HOLDER, LABELED])
        assert Kind.PERMITS_ALONE not in kinds(document)

    def test_what_can_be_permitted_touches_no_voice(self) -> None:
        singer = {"holder": LABEL, "name": "A singer", "rights": ["voice", "likeness"]}
        document = declaration(
            by={"id": MARA}, rightsholders=[HOLDER, singer], permits=["search-indexing"]
        )
        assert Kind.PERMITS_ALONE not in kinds(document)

    @pytest.mark.parametrize(("by", "waits"), [(MARA, True), (LABEL, False)])
    def test_a_holder_beside_a_mandated_party_does_not_speak_alone(
        self, by: str, waits: bool
    ) -> None:
        mandate = {"id": LABEL, "name": "Northline Agency", "capacity": "agent"}
        entry = {**HOLDER, "rights": SOUND, "mandate": mandate}
        document = declaration(by={"id": by}, rightsholders=[entry], permits=["search-indexing"])
        assert (Kind.PERMITS_ALONE in kinds(document)) == waits
        assert "the agent of Mara Lindqvist" in line(document, Kind.MANDATED)

    def test_an_import_permits_nothing_for_the_holders(self) -> None:
        document = declaration(
            by={"id": "https://mara.example.org/robots.txt"},
            source={"signal": "tdmrep", "sha256": "0" * 64},
            permits=["search-indexing"],
        )
        assert {Kind.PERMITS_ALONE, Kind.SOURCE} <= set(kinds(document))

    def test_a_right_that_nobody_holds_is_named_unless_it_is_absent(self) -> None:
        entry = {**HOLDER, "rights": ["composition", "recording", "performance", "voice"]}
        document = declaration(rightsholders=[entry], absentRights=["lyrics"])
        assert statement(document, Kind.UNHELD).values["rights"] == ("likeness",)
        assert statement(document, Kind.ABSENT).values["rights"] == ("lyrics",)


class TestAsking:
    @pytest.mark.parametrize(
        ("members", "contact", "expected"),
        [
            ({}, {}, f"Ask at {MARA}."),
            ({"askAt": "https://ask.example.org/"}, {}, "Ask at https://ask.example.org/."),
            ({}, {"contact": "mailto:mara@example.org?subject=x&body=y"}, "at mara@example.org."),
            ({}, {"holder": "urn:x:mara"}, "No address is named."),
        ],
    )
    def test_the_address_is_the_nearest(
        self, members: dict[str, str], contact: dict[str, str], expected: str
    ) -> None:
        document = declaration(rightsholders=[{**HOLDER, **contact}], **members)
        kind = Kind.HOLDER_NOWHERE if expected.startswith("No") else Kind.HOLDER
        assert line(document, kind).endswith(expected)

    @pytest.mark.parametrize(
        ("address", "link"),
        [
            ("mailto:mara@example.org?cc=x@example.org", "mailto:mara@example.org"),
            ("HTTPS://example.org/å'b", "HTTPS://example.org/%C3%A5%27b"),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("urn:x:y", None),
        ],
    )
    def test_only_addresses_that_are_safe_to_follow_are_links(
        self, address: str, link: str | None
    ) -> None:
        found = shown(declaration(rightsholders=[{**HOLDER, "contact": address}]))
        (holders,) = (part for part in found.passages if part.part is Part.HOLDERS)
        assert holders.lines[0].parts[0].spans[-2].link == link


class TestReleases:
    def test_what_most_tracks_have_is_said_once(self) -> None:
        document = story("release-folder/askfirst.json")
        found = deed(askfirst.read(document))
        (tracks,) = (part for part in found.sections if part.part is Part.TRACKS)
        below = [[part.kind for part in track.parts] for track in tracks.statements[0].parts]
        assert below == [
            [],
            [Kind.HOLDERS, Kind.ABSENT],
            [Kind.PROHIBITED, Kind.PERMITS_ALONE, Kind.HOLDERS],
        ]

    def test_tracks_that_are_all_alike_are_said_to_be(self) -> None:
        document = story("release-folder/askfirst.json")
        document["tracks"] = document["tracks"][:1]
        assert Kind.TRACKS_ALIKE in kinds(document)


class TestConsents:
    def test_it_says_what_a_group_leaves_out(self) -> None:
        document = story("everything-used/consent-in-writing.json")
        left = statement(document, Kind.NOT_INCLUDED).uses
        assert left == (Use.VOICE_REPLICATION_INPUT, Use.LIKENESS_REPLICATION_INPUT)

    def test_it_begins_when_the_last_of_its_instants_has_come(self) -> None:
        document = story("consent-to-one-lab/consent.json")
        document["expression"]["at"] = "2027-03-01T08:00:30Z"
        assert "from 2027-03-01 08:00:30 UTC until 2029-12-01 00:00 UTC" in line(
            document, Kind.LIMIT_PERIOD
        )

    def test_everybody_and_everything_is_said_in_words(self) -> None:
        document = story("consent-to-anyone/consent.json")
        assert "everybody may" in line(document, Kind.GRANTED)
        assert "any model" in line(document, Kind.LIMIT_MODELS)
        assert "everywhere" in line(document, Kind.LIMIT_TERRITORIES)
        assert "any purpose" in line(document, Kind.LIMIT_PURPOSE)
        assert "somebody withdraws it" in line(document, Kind.LIMIT_PERIOD)

    def test_what_is_paid_is_what_the_agreement_says(self) -> None:
        document = story("consent-to-one-lab/consent.json")
        assert "https://lab.example.com/agreements/17" in line(document, Kind.CONDITION_AGREEMENT)
        assert Kind.AGREEMENT not in kinds(document)

    def test_a_withdrawal_ends_it_at_the_later_of_its_instants(self) -> None:
        document = {**story("withdrawal/withdrawal.json"), "effective": "2020-01-01T00:00:00Z"}
        assert "ends on 2026-11-03 08:00 UTC" in line(document, Kind.ENDS)


class TestOthers:
    @pytest.mark.parametrize(
        ("duration", "words"),
        [
            ("P90D", "90 days"),
            ("P1M", "one month"),
            ("PT1M", "one minute"),
            ("P1Y2M10DT2H30M", "one year, 2 months, 10 days, 2 hours and 30 minutes"),
            ("P2W", "2 weeks"),
        ],
    )
    def test_a_duration_is_said_in_words(self, duration: str, words: str) -> None:
        document = {**story("policy-that-asks-first/policy.json"), "notice": duration}
        assert words in line(document, Kind.NOTICE)

    @pytest.mark.parametrize(
        ("members", "kind"),
        [
            ({}, Kind.UNSIGNED),
            ({"permits": ["search-indexing"]}, Kind.UNSIGNED_PERMITS),
            ({"supersedes": ["urn:x:y"]}, Kind.REPLACES),
            ({"witness": {"id": LABEL, "name": "Northline"}}, Kind.WITNESS),
        ],
    )
    def test_the_document_is_told_about(self, members: dict[str, Any], kind: Kind) -> None:
        assert kind in kinds(declaration(**members))

    @pytest.mark.parametrize("preset", Preset)
    def test_recommendations_stop_where_their_training_is_prohibited(self, preset: Preset) -> None:
        found = [one.kind for one in deed(preset).statements]
        prohibited = {
            leaf for use in preset.statements.get("prohibits", ()) for leaf in leaves(use)
        }
        assert (Kind.RECOMMENDATIONS_STOP in found) == (Use.RECOMMENDATION_TRAINING in prohibited)

    def test_several_are_listed_as_the_language_lists_them(self) -> None:
        track = {"title": "x", "artists": ["A", "B", "C"], "isrc": "SEXYZ2600012"}
        assert line(declaration(track=track), Kind.TITLE_WORK) == "x by A, B and C"
        assert line(declaration(track=track), Kind.TITLE_WORK, "sv") == "x av A, B och C"
