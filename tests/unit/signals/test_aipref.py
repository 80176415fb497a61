"""AIPREF: the drafts, the header, the rule in robots.txt."""

import pytest

from askfirst.signals import (
    Answer,
    Channel,
    Found,
    Reading,
    Signal,
    Wanted,
    answers,
    editions,
    imported,
    signal,
)
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Status, Use, leaves

AIPREF = signal("aipref")
BY_VERSION = {one.version: one for one in editions(Name.AIPREF)}
PLACE = "https://mara.example.org/music/night-bus.flac"
YES, NO = Answer.ALLOWED, Answer.REFUSED


def _header(text: str, by: Signal = AIPREF) -> Reading:
    (found,) = by.read(Found(Channel.HTTP_HEADER, text, name="content-usage"))
    return found


def _said(text: str, version: str = "vocab-07") -> dict[str, Answer]:
    edition = BY_VERSION[version]
    found = edition.read(Found(Channel.HTTP_HEADER, text, name="content-usage"))
    return dict(edition.combine(found))


def _codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.troubles]


def _robots(text: str, url: str | None = None) -> tuple[Reading, ...]:
    return AIPREF.read(Found(Channel.ROBOTS, text, url))


def _written(
    stated: dict[Use, Status], by: Signal = AIPREF, place: str | None = PLACE
) -> list[str]:
    standing = dict.fromkeys(leaves(Use.ANY_AI_USE), Status.UNSPECIFIED)
    for use, status in stated.items():
        standing |= dict.fromkeys(leaves(use), status)
    wanted = Wanted(standing, "Night Bus", ("Mara Lindqvist",), place=place)
    return [one.text for one in by.write(wanted, answers(standing, by.terms))]


def test_the_newest_draft_that_was_read_is_the_usual_one() -> None:
    assert AIPREF.version == "vocab-07"
    assert [one.version for one in BY_VERSION.values() if one.experimental] == ["vocab-08"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("train-ai=y, search=n", {"train-ai": YES, "search": NO}),
        ("train-ai=n", {"train-ai": NO}),
        ("  train-ai=n ,\tsearch=n  ", {"train-ai": NO, "search": NO}),
        ('train-ai=y, train-ai, search=n, search="n"', {}),
        ("train-ai;allow=n, train-ai=y", {"train-ai": YES}),
        ("train-ai=n;exceptions=cc-cr-ec", {"train-ai": NO}),
        ('train-ai;has;parameters="?"', {}),
        ("train-ai", {}),
        ("train-ai=?0", {}),
        ('train-ai="n"', {}),
        ("train-ai=no", {}),
        ("train-ai=N", {}),
        ("train-ai=(n)", {}),
        ("train-ai=n, train-ai=y", {"train-ai": YES}),
        ("TRAIN-AI=n", {}),
        ("train-ai=n,", {}),
        ("train-ai = n", {}),
        ("train-ai=n search=n", {}),
        ("train-ai=n\r\nsearch=y", {}),
        ("train-ai=n, x=\ud800", {}),
        ("tr\u0430in-ai=n", {}),
        ("bots=n, train-genai=n", {}),
        ("ai-train=n", {}),
        ("", {}),
    ],
)
def test_a_preference_is_read_as_the_draft_says(text: str, said: dict[str, Answer]) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("train-ai=n, search=y", []),
        ("train-ai=n;x=1", []),
        ("train-ai=n,", ["AF901"]),
        ("train-ai=n, " + "x, " * 4000 + "x", ["AF901"]),
        ("ai-train=n", ["AF902"]),
        ("ai-input=n, ai-train=n", ["AF902", "AF902"]),
        ("train-ai=no", ["AF903"]),
        ("bots=n, foo", ["AF903"]),
        ("train-ai=n, train-ai=y", ["AF904"]),
        ("train-ai=y, train-ai, train-ai", ["AF904", "AF903"]),
        ("train-ai=n;a;a", []),
    ],
)
def test_what_is_odd_is_told(text: str, codes: list[str]) -> None:
    assert _codes(_header(text)) == codes


@pytest.mark.parametrize(
    ("version", "text", "said"),
    [
        (
            "vocab-02",
            "all=n, train-ai=y",
            {"all": NO, "train-ai": YES, "train-genai": YES, "ai-use": NO, "search": NO},
        ),
        ("vocab-02", "train-ai=y, train-genai=n", {"train-ai": YES, "train-genai": NO}),
        (
            "vocab-03",
            "bots=n, search=y",
            {"bots": NO, "train-ai": NO, "train-genai": NO, "search": YES},
        ),
        (
            "vocab-03",
            'bots=n, train-ai="y", ai-use=y',
            dict.fromkeys(("bots", "train-ai", "train-genai", "search"), NO),
        ),
        ("vocab-02", "all=y, ai-train=n", {"all": YES}),
        (
            "vocab-02",
            "all=n, ai-train=n, train-ai=y",
            dict.fromkeys(("all", "ai-use", "search"), NO) | {"train-ai": YES},
        ),
        ("vocab-04", "ai-output=n", {"ai-output": NO, "search": NO}),
        (
            "vocab-08",
            "train-ai=n, ai-use=n, search=y",
            {"train-ai": NO, "ai-use": NO, "search": YES},
        ),
    ],
)
def test_labels_take_the_answer_of_the_label_above(
    version: str, text: str, said: dict[str, Answer]
) -> None:
    assert _said(text, version) == said


def test_non_generative_training_alone_was_allowed_in_early_drafts() -> None:
    edition = BY_VERSION["vocab-02"]
    standing = imported(_said("train-ai=y, train-genai=n", "vocab-02"), edition.terms)

    permitted = {leaf for leaf, status in standing.items() if status is Status.PERMITTED}
    prohibited = {leaf for leaf, status in standing.items() if status is Status.PROHIBITED}
    assert permitted == set(leaves(Use.ANALYTIC_TRAINING))
    assert prohibited == set(leaves(Use.GENERATIVE_TRAINING))


@pytest.mark.parametrize("version", BY_VERSION)
def test_nothing_is_ever_allowed_in_writing(version: str) -> None:
    stated = {Use.ANY_AI_USE: Status.PERMITTED, Use.GENERATIVE_INPUT: Status.PROHIBITED}

    for text in _written(stated, BY_VERSION[version]):
        assert "=y" not in text


@pytest.mark.parametrize(
    ("version", "stated", "text"),
    [
        ("vocab-07", {Use.GENERATIVE_TRAINING: Status.CONSENT_REQUIRED}, "train-ai=n"),
        ("vocab-07", {Use.SEARCH_INDEXING: Status.PROHIBITED}, "search=n"),
        ("vocab-08", {Use.GENERATIVE_INPUT: Status.PROHIBITED}, "ai-use=n"),
        ("vocab-02", {Use.OTHER_DATA_MINING: Status.PROHIBITED}, "all=n"),
        ("vocab-02", {Use.GENERATIVE_TRAINING: Status.PROHIBITED}, "train-genai=n"),
        ("vocab-03", {Use.ANALYTIC_INPUT: Status.PROHIBITED}, "bots=n"),
    ],
)
def test_a_refusal_is_written(version: str, stated: dict[Use, Status], text: str) -> None:
    edition = BY_VERSION[version]

    assert _written(stated, edition, None) == [text]
    assert _written(stated, edition) == [
        text,
        f"User-Agent: *\nContent-Usage: /music/night-bus.flac$ {text}",
    ]


@pytest.mark.parametrize("version", ["vocab-02", "vocab-03", "vocab-04"])
def test_search_is_not_refused_for_a_data_set(version: str) -> None:
    stated = {Use.DATASET_DISTRIBUTION: Status.PROHIBITED, Use.INPUT: Status.PERMITTED}

    assert _written(stated, BY_VERSION[version]) == []


def test_no_place_breaks_out_of_its_line() -> None:
    place = "https://mara.example.org/a\nDisallow: /#\u2028 $*"
    lines = _written({Use.TRAINING: Status.PROHIBITED}, place=place)[1].split("\n")

    assert lines[1] == "Content-Usage: /a%0ADisallow:%20/$ train-ai=n"
    assert len(lines) == 2


EXAMPLE = """\
User-Agent: *
Allow: /
Disallow: /never/
Content-Usage: train-ai=n
Content-Usage: /ai-ok/ train-ai=y

User-Agent: ExampleBot
Allow: /
Content-Usage: train-ai=y
"""


@pytest.mark.parametrize(
    ("path", "said"),
    [("/test", {"train-ai": NO}), ("/ai-ok/test", {"train-ai": YES}), ("/never/test", {})],
)
def test_the_longest_rule_holds_where_crawling_is_allowed(
    path: str, said: dict[str, Answer]
) -> None:
    readings = _robots(EXAMPLE, f"https://a.example{path}")

    assert AIPREF.combine(readings) == said


def test_rules_of_the_same_length_are_combined() -> None:
    text = "User-agent: *\nContent-Usage: /a search=y, train-ai=y\nContent-Usage: /a train-ai=n"
    readings = _robots(text, "https://a.example/a/b")

    assert AIPREF.combine(readings) == {"search": YES, "train-ai": NO}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("User-agent: *\nContent-Usage: search=y", {"search": YES}),
        ("User-agent: *\nContent-Usage: / search=y", {"search": YES}),
        ("User-agent: *\nContent-Usage: /a search=y, train-ai=n", {"train-ai": NO}),
        ("User-agent: *\nDisallow: /a\nContent-Usage: search=y", {}),
        ("User-agent: *\nContent-Usage: search=y\nContent-Usage: /a x=n", {}),
        ("User-agent: b\nContent-Usage: search=y, train-ai=n", {"train-ai": NO}),
        ("User-agent: *\nContent-Usage: search=y\n" + "#" * 512_000, {}),
    ],
)
def test_what_may_not_hold_for_all_is_not_allowed(text: str, said: dict[str, Answer]) -> None:
    assert AIPREF.combine(_robots(text)) == said


def test_a_reading_names_its_place_and_its_line() -> None:
    readings = _robots("User-agent: *\nContent-Usage: /a/* \t train-ai=n # c\nContent-Usage: x")

    assert [(one.place, [t.line for t in one.troubles]) for one in readings] == [
        ("/a/*", []),
        (None, [3]),
    ]


def test_a_rule_in_no_group_is_for_nobody() -> None:
    (found,) = _robots("Content-Usage: train-ai=n\nUser-agent: *\nAllow: /")

    assert (found.said, _codes(found), found.troubles[0].line) == ({}, ["AF901"], 1)


@pytest.mark.parametrize(
    "found",
    [
        Found(Channel.HTTP_HEADER, "train-ai=n", name="content-signal"),
        Found(Channel.HTTP_HEADER, "train-ai=n"),
        Found(Channel.HTTP_HEADER, "", name="content-usage"),
        Found(Channel.HTML, "Content-Usage: train-ai=n"),
        Found(Channel.ROBOTS, "User-agent: *\nContent-Usage: /a\nContent-Signal: ai-train=no"),
    ],
)
def test_other_texts_say_nothing(found: Found) -> None:
    assert AIPREF.read(found) == ()
