"""Content Signals: the line in robots.txt, the header, and the field `use`."""

import pytest

from askfirst.signals import Answer, Channel, Found, Reading, Signal, Wanted, answers, signal
from askfirst.vocabulary import Status, Use, leaves

POLICY = signal("content-signals")
EXPERIMENT = signal("content-signals", "2026-07-01")
PLACE = "https://mara.example.org/music/night-bus.flac"
YES, NO = Answer.ALLOWED, Answer.REFUSED
OPEN = {Use.GENERATIVE_INPUT: Status.PROHIBITED, Use.TRAINING: Status.PROHIBITED}


def _header(text: str, by: Signal = POLICY) -> Reading:
    found = by.read(Found(Channel.HTTP_HEADER, text, name="content-signal"))
    return found[0] if found else Reading({})


def _robots(text: str, url: str | None = None) -> dict[str, Answer]:
    return dict(POLICY.combine(POLICY.read(Found(Channel.ROBOTS, text, url))))


def _written(
    stated: dict[Use, Status], by: Signal = POLICY, place: str | None = PLACE
) -> list[str]:
    standing = dict.fromkeys(leaves(Use.ANY_AI_USE), Status.UNSPECIFIED)
    for use, status in stated.items():
        standing |= dict.fromkeys(leaves(use), status)
    wanted = Wanted(standing, "Night Bus", ("Mara Lindqvist",), place=place)
    return [one.text for one in by.write(wanted, answers(standing, by.terms))]


@pytest.mark.parametrize(
    ("text", "said", "codes"),
    [
        ("search=yes, ai-train=no", {"search": YES, "ai-train": NO}, []),
        (
            "ai-train=no,search=yes,ai-input=yes",
            {"ai-train": NO, "search": YES, "ai-input": YES},
            [],
        ),
        ("  search = no ", {"search": NO}, []),
        ("", {}, []),
        ("train-ai=no", {}, ["AF902"]),
        ("train-ai=n, ai-use=n", {}, ["AF902", "AF902"]),
        ("ai-train=n", {}, ["AF903"]),
        ("ai-train=No", {}, ["AF903"]),
        ("AI-Train=no", {}, ["AF903"]),
        ("ai-train", {}, ["AF903"]),
        ("ai-train=no;x=1", {}, ["AF903"]),
        ("search=yes ai-train=no", {}, ["AF903"]),
        ("search=yes, ", {"search": YES}, ["AF903"]),
        ("a=1, b=2, a=1", {}, ["AF903"]),
        ("\u0430i-train=no", {}, ["AF903"]),
        ("search=yes, search=no", {"search": NO}, ["AF904"]),
        ("search=no, search=yes", {"search": NO}, ["AF904"]),
        ("search=no, search=no", {"search": NO}, []),
        ("search=no," * 1000, {}, ["AF901"]),
    ],
)
def test_signals_are_read_as_the_policy_says(
    text: str, said: dict[str, Answer], codes: list[str]
) -> None:
    found = _header(text)

    assert dict(found.said) == said
    assert [one.code for one in found.troubles] == codes


@pytest.mark.parametrize("by", [POLICY, EXPERIMENT])
@pytest.mark.parametrize(
    ("text", "said", "codes"),
    [
        ("search=yes,ai-train=no,use=reference", {"search": YES, "ai-train": NO}, []),
        ("use=reference", {"ai-train": NO}, []),
        ("use=immediate, ai-input=yes", {"search": NO, "ai-train": NO, "ai-input": YES}, []),
        ("search=yes, use=immediate", {"search": NO, "ai-train": NO}, ["AF904"]),
        ("ai-train=yes, use=reference", {"ai-train": NO}, ["AF904"]),
        ("ai-train=yes, use=full", {"ai-train": YES}, []),
        ("search=yes, ai-train=no, use=never", {"ai-train": NO}, ["AF903"]),
    ],
)
def test_the_field_use_only_refuses(
    by: Signal, text: str, said: dict[str, Answer], codes: list[str]
) -> None:
    found = _header(text, by)

    assert dict(found.said) == said
    assert [one.code for one in found.troubles] == codes


@pytest.mark.parametrize(
    ("stated", "policy", "experiment"),
    [
        ({}, "", ""),
        ({Use.TRAINING: Status.CONSENT_REQUIRED}, "ai-train=no", "ai-train=no"),
        (OPEN, "ai-input=no, ai-train=no", "ai-input=no, ai-train=no"),
        (
            OPEN | {Use.SEARCH_INDEXING: Status.PERMITTED},
            "search=yes, ai-input=no, ai-train=no",
            "search=yes, ai-input=no, ai-train=no, use=reference",
        ),
        (
            OPEN | {Use.SEARCH_INDEXING: Status.PROHIBITED},
            "search=no, ai-input=no, ai-train=no",
            "search=no, ai-input=no, ai-train=no, use=immediate",
        ),
    ],
)
def test_what_is_written_and_how_far_a_use_may_go(
    stated: dict[Use, Status], policy: str, experiment: str
) -> None:
    assert _written(stated, POLICY, None) == ([policy] if policy else [])
    assert _written(stated, EXPERIMENT, None) == ([experiment] if experiment else [])


def test_a_line_for_a_whole_site_allows_nothing() -> None:
    stated = {**OPEN, Use.SEARCH_INDEXING: Status.PERMITTED}

    assert _written(stated, EXPERIMENT)[1] == (
        "User-Agent: *\nContent-Signal: ai-input=no, ai-train=no"
    )
    assert _written({Use.SEARCH_INDEXING: Status.PERMITTED}) == ["search=yes"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "User-Agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /",
            {"search": YES, "ai-train": NO},
        ),
        ("User-Agent: *\ncontent-signal: search=yes\nContent-Signal: search=no", {"search": NO}),
        ("User-Agent: b\nContent-Signal: search=yes, ai-train=no", {"ai-train": NO}),
        ("User-Agent: *\nDisallow: /a\nContent-Signal: search=yes, ai-train=no", {"ai-train": NO}),
        ("Content-Signal: search=yes, ai-train=no", {}),
        ("User-Agent: *\nContent-Usage: train-ai=n", {}),
        ("User-Agent: *\n# Content-Signal: ai-train=no", {}),
    ],
)
def test_lines_of_groups_are_read(text: str, said: dict[str, Answer]) -> None:
    assert _robots(text) == said


def test_what_is_crawled_may_be_allowed() -> None:
    text = "User-Agent: *\nDisallow: /a\nContent-Signal: search=yes"

    assert _robots(text, "https://a.example/b") == {"search": YES}
    assert _robots(text, "https://a.example/a") == {}
