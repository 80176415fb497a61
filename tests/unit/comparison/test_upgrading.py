"""A document moves up to a made-up version 1.1 as it is, or stays where it is.

In 1.1 two members and a word have other names. Whoever reads it here turns it back into 1.0.
"""

import json
from pathlib import Path

import pytest

import askfirst
from askfirst.comparison import Kind, NotUpgraded, compare, upgraded
from askfirst.reading import Syntax, syntax_of
from askfirst.vocabulary.versions import VERSIONS, Version
from tests.acceptance.fences import ROOT
from tests.unit.proof.signing import KEY, signed

LISTS = ("permits", "requiresConsent", "prohibits")
NEXT = Version(
    "1.1.0",
    members={"requiresConsent": "needsConsent", "rightsholders": "holds"},
    words={one: {"generative-input": "prompting"} for one in LISTS},
)
LATER = Version("1.2.0", members={"needsConsent": "consentFor"})
PASSING = sorted(
    path
    for path in (ROOT / "examples/pass").rglob("*")
    if path.suffix in (".yaml", ".json") and path.name != "findings.json"
)
SOLO = (ROOT / "examples/pass/solo-artist/declaration.yaml").read_text(encoding="utf-8")


def _checked(text: str, syntax: Syntax | None) -> askfirst.Report:
    names = {"holds": "rightsholders", "needsConsent": "requiresConsent"}
    names |= {"consentFor": "requiresConsent", "prompting": "generative-input"}
    for new, old in {"1.1.0": "1.0.0", "1.2.0": "1.0.0", **names}.items():
        text = text.replace(new, old)
    return askfirst.check(text, syntax=syntax)


def _upgraded(text: str, *newer: Version, syntax: Syntax | None = None) -> str:
    return upgraded(text, syntax, (*VERSIONS, *newer), _checked).text


@pytest.mark.parametrize("path", PASSING, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_with_one_version_nothing_changes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert upgraded(text, syntax_of(path.name)) == (text, 0)


def test_comments_and_layout_stay() -> None:
    text = _upgraded(SOLO, NEXT)

    assert text.startswith(SOLO.partition("askfirst: ")[0] + "askfirst: 1.1.0\n")
    assert text.count("#") == SOLO.count("#")
    assert text.count("\n") == SOLO.count("\n")
    assert "\nneedsConsent:" in text
    assert "prompting" in text


@pytest.mark.parametrize("path", PASSING, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_it_means_stays(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    try:
        found = upgraded(text, syntax_of(path.name), (*VERSIONS, NEXT), _checked)
    except NotUpgraded:
        # the id of a Decision is the digest of its content
        assert '"Decision"' in text or "type: Decision" in text or "proof" in text
        return

    old, new = askfirst.check(text), _checked(found.text, syntax_of(path.name))
    for before, after in zip(old.documents, new.documents, strict=True):
        if before.document and after.document:
            assert compare(before.document, after.document).changes == ()
    assert upgraded(found.text, None, (*VERSIONS, NEXT), _checked) == (found.text, 0)


def test_two_steps_are_made_at_once() -> None:
    at_once = _upgraded(SOLO, NEXT, LATER)

    assert at_once == _upgraded(_upgraded(SOLO, NEXT), NEXT, LATER)
    assert "askfirst: 1.2.0\n" in at_once
    assert "consentFor:" in at_once


def test_words_are_renamed_where_they_are_words() -> None:
    text = (
        SOLO.replace("title: Night Bus", "title: generative-input") + "x-own: [generative-input]\n"
    )

    found = _upgraded(text, NEXT)

    assert "title: generative-input" in found
    assert "x-own: [generative-input]" in found


def test_quotes_and_escapes_are_read() -> None:
    value = json.dumps(
        json.loads((ROOT / "examples/pass/solo-artist/declaration.json").read_text())
    )
    escaped = value.replace('"generative-input"', '"\\u0067enerative-input"')

    found = json.loads(_upgraded(escaped, NEXT, syntax=Syntax.JSON))

    assert "prompting" in found["needsConsent"]


def test_all_documents_in_one_text_move() -> None:
    one = json.loads((ROOT / "examples/pass/solo-artist/declaration.json").read_text())
    text = json.dumps([{"upload": 1, "askfirst": one}, {"upload": 2, "askfirst": one}])

    found = upgraded(text, Syntax.JSON, (*VERSIONS, NEXT), _checked)

    assert found.moved == 2
    assert [one["askfirst"]["askfirst"] for one in json.loads(found.text)] == ["1.1.0", "1.1.0"]


def test_what_would_widen_is_refused() -> None:
    word = {"voice-replication-training": "voice-replication-input"}
    other = Version("1.1.0", words={"prohibits": word})

    with pytest.raises(NotUpgraded) as refused:
        _upgraded(SOLO, other)

    difference = refused.value.difference
    assert difference
    assert {one.what for one in difference.changes if one.kind is Kind.WIDENED} == {"leaf"}


def test_what_is_lost_is_refused() -> None:
    with pytest.raises(NotUpgraded) as refused:
        _upgraded(SOLO, Version("1.1.0", members={"prohibits": "never"}))

    assert refused.value.report
    assert [one.code for one in refused.value.report.findings] == ["AF103"]


def test_a_trust_file_trusts_whom_it_trusted() -> None:
    text = (ROOT / "examples/pass/trust-file-of-a-lab/trust.yaml").read_text(encoding="utf-8")

    assert _upgraded(text, NEXT) == text.replace("askfirst: 1.0.0", "askfirst: 1.1.0")
    with pytest.raises(NotUpgraded, match="trust others"):
        _upgraded(
            text,
            Version("1.1.0", words={"holder": {"https://mara.example.org/": "https://m.example/"}}),
        )


@pytest.mark.parametrize("text", ["", "title: x", SOLO.replace("1.0.0", "0.9.0"), SOLO + "x: 1"])
def test_what_does_not_conform_is_refused(text: str) -> None:
    with pytest.raises(NotUpgraded) as refused:
        _upgraded(text, NEXT)

    assert refused.value.report
    assert not refused.value.report.conforms


def test_what_is_signed_is_refused_and_left_alone_where_it_is_the_newest() -> None:
    document = signed(
        json.loads((ROOT / "examples/pass/solo-artist/declaration.json").read_text()), KEY
    )
    text = json.dumps(document)

    with pytest.raises(NotUpgraded, match="signed"):
        _upgraded(text, NEXT)
    assert _upgraded(text) == text
