"""A fix is one edit where the fault stands, and says whether it could open anything."""

import json
from typing import Any

import pytest

from askfirst import check
from askfirst.fixing.offering import Offer, offered
from askfirst.fixing.rounds import fixed
from askfirst.reading import Syntax

PEOPLE = """\
rightsholders:
  - holder: https://mara.example.org/
    name: Mara Lindqvist
    rights: [composition, lyrics, recording, performance, voice, likeness]
"""
HEAD = """\
askfirst: 1.0.0
type: Declaration
id: urn:uuid:3f8b2a52-6a44-4d8b-9a39-0b7f9f5d2c61
issued: 2026-11-22T10:00:00Z
track: {title: Ferry, artists: [Mara], isrc: SEXYZ2600017}
"""
#: A Consent that covers its last use twice.
CONSENT = """\
askfirst: 1.0.0
type: Consent
id: urn:uuid:1d2f6a34-96f5-4c0e-8f35-5d3f2f1a9b77
issued: 2026-11-22T10:00:00Z
by: {id: "https://mara.example.org/"}
to: anyone
rights: [recording]
tracks: [{isrc: SEXYZ2600012}]
material: [audio]
uses: [generative-training, music-generation-training]
models: any
territories: [worldwide]
purpose: any
validFrom: 2026-11-22T10:00:00Z
validUntil: until-withdrawn
conditions: []
expression: {method: opt-in, statement: Yes to all., language: en, at: 2026-11-22T10:00:00Z}
atEnd: stop-new-training
"""


def declared(*lines: str) -> str:
    return HEAD + PEOPLE + "".join(f"{line}\n" for line in lines)


def looked(text: str, syntax: Syntax = Syntax.YAML) -> Offer:
    return offered(check(text.encode(), syntax=syntax), syntax)


def fixes(text: str) -> list[tuple[str, bool | None]]:
    found = looked(text).report.findings
    return [(one.code, one.fix.safe if one.fix else None) for one in found if one.code != "AF408"]


def changed(text: str, *, unsafe: bool = False, syntax: Syntax = Syntax.YAML) -> list[str]:
    """Return the lines that a fixed text has and the text has not."""
    after = fixed(text, syntax=syntax, unsafe=unsafe).text
    return [line for line in after.splitlines() if line not in text.splitlines()]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("prohibts: [training]", "prohibits: [training]"),
        ('"prohibts" : [training]  # all', '"prohibits" : [training]  # all'),
        ("'deny': [training]", "'prohibits': [training]"),
        ("prohibits: [traning]", "prohibits: [training]"),
        ("prohibits: ['traning']", "prohibits: ['training']"),
        ("x-year: 1999 # a year", 'x-year: "1999" # a year'),
        ("x-shelf: no", 'x-shelf: "no"'),
        ("askAt: mara@example.org", "askAt: mailto:mara@example.org"),
        ("prohibits: [input, training, input]", "prohibits: [input, training]"),
        ("prohibits: [generative-input, input]", "prohibits: [input]"),
        ("prohibits: [input, generative-input]", "prohibits: [input]"),
    ],
)
def test_what_has_one_right_form_is_written_so(wrong: str, right: str) -> None:
    assert changed(declared(wrong)) == [right]


def test_an_entry_of_a_block_goes_with_its_comment() -> None:
    text = declared("prohibits:", "  - input  # a", "  # b", "  - training", "  - input  # c")

    assert fixed(text, syntax=Syntax.YAML).text == text.replace("  - input  # c\n", "")


def test_an_entry_with_comments_beside_it_in_brackets_stays() -> None:
    assert fixes(declared("prohibits: [input, # a", "  input]")) == [("AF302", None)]


@pytest.mark.parametrize("indent", [None, 2])
def test_json_is_fixed_in_place(indent: int | None) -> None:
    value: Any = check(declared("prohibits: [input, training]")).documents[0].value
    wrong = {**value, "prohibits": ["input", "input", "traning", "input"]}
    fixed_text = fixed(json.dumps(wrong, indent=indent), syntax=Syntax.JSON).text

    assert fixed_text == json.dumps(value, indent=indent)


@pytest.mark.parametrize("more", ["permits: [search-indexing]", "absentRights: [lyrics]"])
def test_where_a_document_could_open_something_its_errors_are_fixed_on_demand(more: str) -> None:
    text = declared("prohibts: [training]", more).replace(" lyrics,", "")

    assert ("AF103", False) in fixes(text)
    assert changed(text) == []
    assert changed(text, unsafe=True) == ["prohibits: [training]"]


def test_what_opens_something_is_not_spelt_right_by_itself() -> None:
    assert fixes(declared("permts: [search-indexing]")) == [("AF103", False)]


@pytest.mark.parametrize(
    "lines",
    [
        ["prohibits: [training]", "requiresConsent: [analytic-traning]"],
        ["prohibits: [training]", "requireConsent: [analytic-training]"],
    ],
)
def test_a_milder_exception_is_not_made_by_itself(lines: list[str]) -> None:
    assert [safe for _, safe in fixes(declared(*lines))] == [False]


def test_a_covered_use_that_means_something_is_left() -> None:
    lines = ["prohibits: [training, tagging-training]", "requiresConsent: [analytic-training]"]

    assert ("AF304", None) in fixes(declared(*lines))


def test_what_is_idle_alone_and_not_together_is_not_all_taken_out() -> None:
    leaves = "voice-replication-input, likeness-replication-input, other-generative-input"
    lines = [f"prohibits: [any-ai-use, generative-input, {leaves}]", "requiresConsent: [input]"]
    text = declared(*lines)

    before, after = (check(one).document for one in (text, fixed(text).text))

    assert before
    assert after
    assert changed(text) == [f"prohibits: [any-ai-use, {leaves}]"]


def test_errors_of_a_consent_are_fixed_on_demand_and_notes_always() -> None:
    assert fixes(CONSENT) == [("AF304", True)]
    assert fixes(CONSENT.replace("[audio]", "[audio, audio]")) == [
        ("AF109", False),
        ("AF304", True),
    ]


def test_an_identifier_that_would_make_two_entries_equal_stays() -> None:
    file = "packetsSha256: " + "ab" * 32
    text = declared("prohibits: [input]").replace(
        "isrc: SEXYZ2600017", f"files: [{{{file}}}, {{{file.replace('ab', 'AB')}}}]"
    )

    assert fixes(text) == [("AF209", None)]


def test_two_members_that_could_be_one_are_left() -> None:
    assert fixes(declared("prohibts: [input]", "prohibit: [training]")) == [
        ("AF103", None),
        ("AF103", None),
    ]


@pytest.mark.parametrize("name", ["proof", "prof"])
def test_a_signed_document_is_never_fixed(name: str) -> None:
    text = declared("prohibts: [input]", f"{name}: {{type: DataIntegrityProof}}")
    found = looked(text)

    assert found.sealed
    assert not any(finding.fix for finding in found.report.findings)
    assert changed(text, unsafe=True) == []


def test_the_edits_are_offsets_in_code_points() -> None:
    text = declared("prohibts: [input]").replace("Ferry", "Färja 🎸")
    (finding,) = [one for one in looked(text).report.findings if one.fix]

    assert finding.fix
    (edit,) = finding.fix.edits
    assert text[edit.start : edit.end] == "prohibts"
    assert edit.text == "prohibits"


def test_what_is_left_out_is_not_fixed() -> None:
    text = declared("prohibits: [input, generative-input]")

    assert fixed(text, left=lambda report: report._replace(findings=())).made == 0
