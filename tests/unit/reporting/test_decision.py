"""An answer for people says each thing once, where it stands, and nothing that misleads."""

import json
from typing import Any

import pytest

import askfirst
from askfirst.decision import Answer, decide, gather
from askfirst.reporting import FileReport
from askfirst.reporting.decision import as_json, concise, full
from askfirst.reporting.given import Given
from askfirst.reporting.places import Places
from askfirst.reporting.style import COLORED, PLAIN
from askfirst.reporting.why import telling, why
from askfirst.reporting.wording import identifier, label, shown, terms
from askfirst.vocabulary import Status, Use, groups, leaves

AT = "2026-12-05T00:00:00Z"
MARA = "https://mara.example.org/"
SOUND = ["composition", "lyrics", "recording", "performance"]
HOLDER = {"holder": MARA, "name": "Mara", "rights": [*SOUND, "voice", "likeness"]}
HOSTILE = "\x1b[2J\u202e\n"


def declaration(**members: Any) -> dict[str, Any]:  # noqa: ANN401 - members of a document
    return {
        "askfirst": "1.0.0",
        "type": "Declaration",
        "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
        "issued": "2026-11-22T10:00:00Z",
        "track": {"title": "Night Bus", "artists": ["Mara"], "isrc": "SEXYZ2600012"},
        "rightsholders": [HOLDER],
        **members,
    }


def consent(**members: Any) -> dict[str, Any]:  # noqa: ANN401 - members of a document
    when = "2026-11-24T10:00:00Z"
    expression = {"method": "signature", "statement": "Yes.", "language": "en", "at": when}
    return {
        "askfirst": "1.0.0",
        "type": "Consent",
        "id": "urn:uuid:1d2f6a34-96f5-4c0e-8f35-5d3f2f1a9b77",
        "issued": when,
        "by": {"id": MARA, "name": "Mara"},
        "to": "anyone",
        "rights": [*SOUND, "voice"],
        "tracks": [{"isrc": "SEXYZ2600012"}],
        "material": ["audio"],
        "uses": ["music-generation-training", "voice-replication-training"],
        "models": "any",
        "territories": ["worldwide"],
        "purpose": "any",
        "validFrom": when,
        "validUntil": "until-withdrawn",
        "conditions": [],
        "expression": expression,
        "atEnd": "retire-models",
        **members,
    }


def given(*documents: dict[str, Any]) -> Given:
    texts = (json.dumps(one, indent=1) for one in documents)
    files = (FileReport(f"{n}.json", askfirst.check(text)) for n, text in enumerate(texts))
    return Given(tuple(files), ("music",))


def answer(use: str, source: Given, assurance: str = "unsigned", **members: object) -> Answer:
    request = {
        "askfirst": "1.0.0",
        "type": "Request",
        "id": "urn:uuid:8c2c8f0e-6c34-4b65-9c55-2d6d8f0b1a10",
        "issued": AT,
        "by": {"id": "https://lab.example.com/"},
        "uses": [use],
        "track": {"isrc": "SEXYZ2600012"},
        "material": ["audio"],
        **members,
    }
    return decide(request, gather(source.documents), at=AT, assurance=assurance)


def reasons(found: Answer, source: Given) -> list[str]:
    return list(why(found, Places(source.files), PLAIN))


ALL = given(declaration())
CONSENTED = given(declaration(requiresConsent=["generative-training"]), consent())
MIXED = given(
    declaration(prohibits=["voice-replication-training"], permits=["tagging-training"]),
)


@pytest.mark.parametrize(
    ("use", "source", "status"),
    [
        ("music-generation-training", CONSENTED, Status.PERMITTED),
        ("music-generation-training", ALL, Status.CONSENT_REQUIRED),
        ("search-indexing", ALL, Status.UNSPECIFIED),
        ("voice-replication-training", MIXED, Status.PROHIBITED),
    ],
)
def test_the_first_line_is_the_answer(use: str, source: Given, status: Status) -> None:
    found = answer(use, source)

    for text in (full([found], source), concise([found], source)):
        first = text.splitlines()[0]
        assert f" {use} of Night Bus (SEXYZ2600012) is {status}, as of {AT}" in first
        assert "assurance unsigned" in first
        assert first.startswith("Yes:") == (status is Status.PERMITTED)


def test_a_file_that_does_not_conform_comes_before_everything() -> None:
    broken = given(declaration(), declaration(prohibit=["training"]))
    found = answer("training", broken)

    for text in (full([found], broken), concise([found], broken)):
        assert text.startswith("1.json:")
        assert "AF103" in text.splitlines()[0]


def test_what_asks_or_answers_is_passed_over() -> None:
    policy = {**declaration(), "type": "Policy"}

    assert not given(policy).documents
    assert not given(policy).broken
    assert given({**declaration(), "type": "Polka"}).broken


def test_leaves_stand_in_the_fewest_terms() -> None:
    training = leaves(Use.TRAINING)

    assert terms(training) == "training"
    assert terms(training[1:]) == f"training (but not {training[0]})"
    assert terms(training[:1]) == training[0]
    assert terms([]) == ""
    assert groups(leaves(Use.ANY_AI_USE)) == (Use.ANY_AI_USE,)


@pytest.mark.parametrize("group", [use for use in Use if not use.leaf])
def test_terms_mean_the_leaves_and_nothing_else(group: Use) -> None:
    for leaf in leaves(group):
        rest = [one for one in leaves(group) if one is not leaf]

        assert [one for term in groups(rest) for one in leaves(term)] == rest


def test_a_reason_that_leaves_share_stands_once() -> None:
    lines = reasons(answer("training", CONSENTED), CONSENTED)

    assert len([line for line in lines if "AF350" in line]) == 1
    assert len(lines) == len(set(lines))


def test_reasons_stand_under_the_leaves_they_are_for() -> None:
    lines = reasons(answer("training", MIXED), MIXED)
    at = lines.index("voice-replication-training:")

    assert "AF350" in lines[at + 1]
    assert lines[at + 1].startswith("  0.json:")


def test_a_reason_has_the_position_of_what_decided() -> None:
    text = MIXED.files[0].report.text
    found = answer("voice-replication-training", MIXED)
    (line,) = reasons(found, MIXED)
    at = text.content.splitlines().index(' "prohibits": [') if text else 0

    assert line.startswith(f"0.json:{at + 2}:3: AF350 ")


def test_reasons_of_what_is_in_no_file_have_no_position() -> None:
    found = answer("voice-replication-training", MIXED)

    assert all(line.startswith("AF") for line in reasons(found, given()))


def test_what_a_consent_lacks_is_told_of_open_leaves_only() -> None:
    source = given(declaration(prohibits=["voice-replication-training"]), consent())
    found = answer("training", source)
    vain = [one.use for one in found.leaves if "AF551" in {r.code for r in telling(one)}]

    assert vain
    assert all(found.outcomes[use] is not Status.PROHIBITED for use in vain)


def test_each_holder_is_asked_at_the_address_that_is_given() -> None:
    source = given(declaration(rightsholders=[{**HOLDER, "contact": "mailto:m@example.org"}]))
    text = full([answer("training", source)], source)

    assert "mailto:m@example.org" in text
    assert "askfirst ask music --use training --by https://lab.example.com/" in text
    assert "--track SEXYZ2600012" in text


def test_who_claims_to_be_a_holder_is_named_where_nobody_counts() -> None:
    text = full([answer("training", ALL, "trusted")], ALL)

    assert "without a proof that counts" in text
    assert "--assurance unsigned" in text
    assert MARA in text


def test_the_other_assurance_is_not_offered_where_it_changes_nothing() -> None:
    source = given(declaration(prohibits=["training"]))

    assert "at their word" not in full([answer("training", source, "trusted")], source)
    assert "at their word" not in full([answer("training", ALL)], ALL)


def test_nobody_is_asked_for_what_is_prohibited() -> None:
    source = given(declaration(prohibits=["training"]))

    assert "askfirst ask" not in full([answer("training", source)], source)


def test_a_permission_says_what_it_rests_on() -> None:
    source = given(
        declaration(),
        consent(
            conditions=["compensation"],
            agreement={"url": "https://lab.example.com/17", "sha256": "0" * 64},
            validUntil="2029-12-01T00:00:00Z",
        ),
    )
    found = answer("music-generation-training", source, accepts=["compensation"])
    text = full([found], source)

    assert found.outcome is Status.PERMITTED
    for part in ("2029-12-01T00:00:00Z", "compensation", "https://lab.example.com/17", "retired"):
        assert part in text.partition("What it rests on:")[2]


def test_several_answers_are_counted() -> None:
    two = [answer("search-indexing", ALL), answer("training", MIXED)]

    for text in (full(two, ALL), concise(two, ALL)):
        assert "2 tracks: 1 unspecified, 1 prohibited" in text.splitlines()[-1]
    assert "tracks" not in full(two[:1], ALL)


def test_quiet_leaves_out_what_is_permitted_and_what_is_said_of_all() -> None:
    yes = answer("music-generation-training", CONSENTED)
    no = answer("training", MIXED)

    assert full([yes], CONSENTED, quiet=True) == concise([yes], CONSENTED, quiet=True) == ""
    assert concise([yes, no], MIXED, quiet=True).startswith("No:")
    assert concise([yes, no], MIXED, quiet=True).count("\n") == 1


@pytest.mark.parametrize("assurance", ["trusted", "unsigned"])
def test_no_text_of_strangers_steers_the_terminal(assurance: str) -> None:
    name = HOSTILE * 10_000
    holder = {**HOLDER, "name": name, "contact": "https://a.example/" + "b" * 10_000}
    track = {"title": name, "artists": [name], "urls": ["https://c.example/" + "d" * 10_000]}
    source = given(declaration(track=track, rightsholders=[holder]))
    found = answer("training", source, assurance, track={"urls": track["urls"]}, purpose=name)
    texts = (full([found], source), concise([found], source))

    assert found.case.applying
    assert all(line.isprintable() for text in texts for line in text.split("\n"))
    assert max(len(line) for text in texts for line in text.splitlines()) < 2_000


def test_very_many_reasons_and_parties_are_cut() -> None:
    holders = [{**HOLDER, "holder": f"https://{n}.example/", "name": f"H{n}"} for n in range(60)]
    source = given(declaration(rightsholders=holders, by={"id": "https://1.example/"}))
    text = full([answer("training", source)], source)

    assert text.count("\n") < 150
    assert text.count("--format json") == 2


def test_color_changes_nothing_but_the_color() -> None:
    found = answer("training", MIXED)
    colored = full([found], MIXED, COLORED)

    assert "\x1b[" in colored
    for number in ("1", "36", "1;31", "1;33", "1;34", "0"):
        colored = colored.replace(f"\x1b[{number}m", "")
    assert colored == full([found], MIXED)


def test_json_is_a_decision_or_a_list_of_them() -> None:
    found = answer("training", MIXED)
    one, two = (json.loads(as_json([found] * n, several=n > 1)) for n in (1, 2))

    assert one == found.to_dict()
    assert two == [one, one]
    assert askfirst.check(as_json([found], several=False)).conforms


def test_a_track_is_named_by_what_names_it_best() -> None:
    found = answer("training", ALL, track={"urls": ["https://a.example/"], "isrc": "SEXYZ2600012"})

    assert identifier(found.case.question.track) == "SEXYZ2600012"
    assert label(answer("training", given()).case) == "SEXYZ2600012"
    assert label(found.case) == "Night Bus (SEXYZ2600012)"


def test_the_title_of_a_document_that_does_not_conform_is_better_than_none() -> None:
    single = given(declaration(prohibit=[]))
    entry = {"title": "Depot", "artists": ["Mara"], "isrc": "SEXYZ2600012"}
    release = declaration(type="Release", release={}, tracks=[entry])
    del release["track"]

    assert label(answer("training", single).case).startswith("Night Bus")
    assert label(answer("training", given(release)).case).startswith("Depot")


def test_a_long_text_loses_its_middle() -> None:
    assert shown("a" * 120) == "a" * 120
    assert len(shown("a" * 121)) == 101
