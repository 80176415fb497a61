"""Every code has a page: what is wrong and what is right, or what a reason asks one to do."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

import askfirst
from askfirst import resources
from askfirst.reading import Syntax
from askfirst.reporting.explanation import EXPLAINED, explain
from askfirst.vocabulary import CODES, Because, DocumentType, DriftCode, Severity, SignalCode
from tests.acceptance import listing

_FORM = re.compile(
    r"# (?P<title>[^\n]+)\n\n(?P<text>(?:(?!#|```).*\n)+)"
    r"## Wrong\n\n```(?P<wrong>(?:(?!```).*\n)+)```\n\n"
    r"## Right\n\n```(?P<right>(?:(?!```).*\n)+)```\n"
)
_FORM_OF_A_REASON = re.compile(
    r"# (?P<title>[^\n]+)\n\n(?P<text>(?:(?!#|```).*\n)+)"
    r"## What to do\n\n(?P<advice>(?:(?!#|```).*\n)+)"
)
_NAME = re.compile(r"""^["']?([^\s"'#:-][^\s"':]*)["']?:(?:\s|$)""", re.MULTILINE)
_LONGEST_TITLE = 60
_FILES = sorted(listing.PAGES.glob("*.md"))
_FINDINGS = [file for file in _FILES if file.stem in CODES]
_REASONS = [file for file in _FILES if file.stem not in CODES]


class Page(NamedTuple):
    """A page taken apart; each example is the fence's first line and the text in it."""

    title: str
    text: str
    wrong: tuple[str, str]
    right: tuple[str, str]


def read(file: Path) -> Page:
    form = _FORM.fullmatch(file.read_text(encoding="utf-8"))
    assert form, f"{file.name} has another form"
    wrong, right = (form[side].partition("\n") for side in ("wrong", "right"))
    return Page(form["title"], form["text"], (wrong[0], wrong[2]), (right[0], right[2]))


def report(example: tuple[str, str]) -> askfirst.Report:
    """Return what is found in an example, as the first line of its fence says to read it."""
    kind, text = example
    if kind == "python":
        return askfirst.check(data_of(text))
    language, what = kind.split()
    if what == "document":
        return askfirst.check(text, syntax=Syntax(language))
    return askfirst.check(completed(text, DocumentType(what)), syntax=Syntax.YAML)


def data_of(code: str) -> bytes | str:
    """Run the code of a page, and return what it calls `data`."""
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 - our own pages
    assert isinstance(names["data"], bytes | str)
    return names["data"]


def completed(fragment: str, kind: DocumentType) -> str:
    """Return the fragment after the members that it lacks, from the example of the schema."""
    schema = json.loads(resources.read(f"schemas/1.0/{kind.lower()}.schema.json"))
    named = set(_NAME.findall(fragment))
    rest = {name: value for name, value in schema["examples"][0].items() if name not in named}
    return (yaml.safe_dump(rest, sort_keys=False) if rest else "") + fragment


def read_reason(file: Path) -> tuple[str, str, str]:
    """Return the title, the text and the advice of a page about a reason."""
    form = _FORM_OF_A_REASON.fullmatch(file.read_text(encoding="utf-8"))
    assert form, f"{file.name} has another form"
    return form["title"], form["text"], form["advice"]


def title_and_texts(file: Path) -> tuple[str, list[str]]:
    """Return the title of a page and its texts, each one paragraph or more."""
    if file in _REASONS:
        title, *texts = read_reason(file)
        return title, texts
    page = read(file)
    return page.title, [page.text]


each_page = pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
each_finding = pytest.mark.parametrize("file", _FINDINGS, ids=lambda file: file.stem)


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert [file.stem for file in _FILES] == sorted([*CODES, *Because, *DriftCode, *SignalCode])
    assert [file.stem for file in _FILES] == list(EXPLAINED)


def test_a_reason_is_explained_as_one() -> None:
    reasons = [explain(code) for code in Because]
    assert {one.severity for one in reasons} == {"reason"}
    assert {one.types for one in reasons} == {(DocumentType.DECISION,)}


def test_a_code_of_signals_is_about_no_document() -> None:
    told = [explain(code) for code in SignalCode]
    assert {(one.severity, one.types) for one in told} == {("signal", ())}


@pytest.mark.parametrize("code", SignalCode)
def test_the_sentence_of_a_code_of_signals_is_that_of_the_specification(code: SignalCode) -> None:
    text = resources.read("spec/1.0/specification.md").decode()
    assert f"| {code} | {code.sentence.removeprefix('The text ').removesuffix('.')} |" in text


@pytest.mark.parametrize("code", DriftCode)
def test_a_code_of_audio_files_is_explained_as_the_specification_has_it(code: DriftCode) -> None:
    told, text = explain(code), resources.read("spec/1.0/specification.md").decode()
    assert (told.severity, told.types, told.sentence) == (code.severity, (), code.sentence)
    assert f"| {code} | {code.severity} | {code.sentence} |" in text


def test_a_code_that_does_not_exist_has_no_explanation() -> None:
    with pytest.raises(KeyError):
        explain("AF000")


def test_no_two_titles_are_the_same() -> None:
    titles = [title_and_texts(file)[0] for file in _FILES]
    assert sorted(set(titles)) == sorted(titles)


@each_page
def test_a_title_is_short(file: Path) -> None:
    assert len(title_and_texts(file)[0]) <= _LONGEST_TITLE


@each_page
def test_a_page_is_one_or_two_paragraphs_without_an_exclamation_mark(file: Path) -> None:
    title, texts = title_and_texts(file)
    assert {len(text.strip().split("\n\n")) for text in texts} <= {1, 2}
    assert "!" not in re.sub(r"`[^`]*`", "", "".join([title, *texts]))


@each_finding
def test_the_wrong_example_has_the_code(file: Path) -> None:
    assert file.stem in {finding.code for finding in report(read(file).wrong).findings}


@each_finding
def test_the_right_example_has_no_error_and_not_the_code(file: Path) -> None:
    findings = report(read(file).right).findings
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert file.stem not in {finding.code for finding in findings}
