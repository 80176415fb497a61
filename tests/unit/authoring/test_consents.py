"""A Consent never reaches further than its words, and its words say all that it does."""

from typing import Any

import pytest

import askfirst
from askfirst.authoring.consents import asked_leaves, exceeds, granted, statement
from askfirst.authoring.holders import Holder
from askfirst.model.documents import Consent, Request
from askfirst.vocabulary import Right, Use, leaves
from tests.acceptance.fences import ROOT

REQUEST: dict[str, Any] = {
    "askfirst": "1.0.0",
    "type": "Request",
    "id": "urn:uuid:2f894f42-0171-4db4-80c3-7100cc776355",
    "issued": "2026-11-20T10:00:00Z",
    "by": {"id": "https://lab.example.com/", "name": "Example Lab"},
    "uses": ["generative-training"],
    "track": {"isrc": "SEXYZ2600016"},
    "material": ["audio"],
    "model": {"name": "tonewave", "version": "2"},
    "territories": ["SE", "DK"],
    "purpose": "research",
}
MODEL = {"name": "tonewave", "version": "2"}


def _request(**members: Any) -> Request:  # noqa: ANN401 - members of a document
    found = askfirst.read({n: v for n, v in {**REQUEST, **members}.items() if v is not None})
    assert isinstance(found, Request)
    return found


@pytest.mark.parametrize(
    ("member", "within", "beyond"),
    [
        ("to", {"id": "HTTPS://lab.example.com"}, "anyone"),
        ("to", {"id": "https://lab.example.com/"}, {"id": "https://else.example/"}),
        ("uses", ["music-generation-training"], ["music-generation-training", "search-indexing"]),
        ("material", ["audio"], ["audio", "stems"]),
        ("models", [MODEL], "any"),
        ("models", [MODEL], [{**MODEL, "version": "any"}]),
        ("models", [MODEL], [MODEL, {**MODEL, "name": "other"}]),
        ("territories", ["SE"], ["worldwide"]),
        ("territories", ["SE", "DK"], ["NO"]),
        ("purpose", "research", "any"),
        ("purpose", "research", "Research"),
    ],
)
def test_each_dimension_is_held_to_what_was_asked(member: str, within: Any, beyond: Any) -> None:  # noqa: ANN401 - members
    assert not exceeds(member, within, _request())
    assert exceeds(member, beyond, _request())


def test_what_a_request_leaves_out_is_the_widest() -> None:
    widest = _request(model=None, territories=None, purpose=None)

    assert not exceeds("models", "any", widest)
    assert not exceeds("territories", ["worldwide"], widest)
    assert not exceeds("purpose", "any", widest)
    every_version = _request(model={"name": "tonewave"})
    assert not exceeds("models", [{**MODEL, "version": "any"}], every_version)


def test_no_group_grants_what_is_covered_by_name_only() -> None:
    asked = asked_leaves(_request(uses=["any-ai-use"]))

    assert asked == leaves(Use.ANY_AI_USE)
    assert not any(use.by_name_only for use in granted([Use.ANY_AI_USE], asked))
    named = granted([Use.ANY_AI_USE, Use.VOICE_REPLICATION_INPUT], asked)
    assert [use for use in named if use.by_name_only] == [Use.VOICE_REPLICATION_INPUT]


def test_a_group_grants_no_more_of_it_than_is_asked() -> None:
    asked = asked_leaves(_request(uses=["tagging-training"]))

    assert granted([Use.TRAINING], asked) == [Use.TAGGING_TRAINING]
    assert exceeds("uses", granted([Use.INPUT], asked), _request())


def test_the_statement_names_every_dimension_and_what_is_refused() -> None:
    consent = askfirst.read((ROOT / "examples/pass/consent-to-one-lab/consent.json").read_bytes())
    assert isinstance(consent, Consent)
    who = Holder(consent.by.id, consent.by.name, own=tuple(Right))

    words = statement(consent, _request(), who)

    allowed, refused = words.split("I do not allow")
    assert "music-generation-training" in allowed
    for limit in (consent.by.id, "SE-XYZ-26-00016", "(audio)", '"tonewave"', "SE and DK"):
        assert limit in allowed
    for limit in ("2026-12-01T00:00:00Z", "2029-12-01T00:00:00Z", "(attribution)", "agreements/17"):
        assert limit in allowed
    assert "imitate my voice" in refused
    for leaf in leaves(Use.GENERATIVE_TRAINING)[1:]:
        assert leaf in refused
