"""What is written as YAML is read back as it was, by every program."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import askfirst
from askfirst.editing.writing import yaml_text
from tests.consistency.shipped import Json
from tests.property.documents import documents
from tests.property.strategies import texts

#: Texts that one program or another takes for something else.
TREACHEROUS = [
    *("1999", "no", "NO", "Yes", "on", "y", "~", "null", "true", "False", "=", "<<", ".inf", "1e3"),
    *("2026-11-22", "2026-11-22T10:00:00Z", "12:30:45", "0x1F", "1_000", "1.0.0", "1.10", "-"),
    *("a: b", "a #b", "#a", "a:", ": a", "- a", "? a", "[a]", "{a}", "*a", "&a", "!a", "|", ">"),
    *("%a", "@a", "`a", "'a'", '"a"', "a'b", 'a"b', "a\\b", " a", "a ", "  ", "a  b", "?"),
    *("a\nb", "\na", "a\n", "a\n\n  b", "a\n b \nc", "a\tb", "\t", "a\rb", "\x00", "\x1b[2J"),
    *("\x85", "\u2028", "\ufeff", "é", "🎸", "👩\u200d🎤", "שלום", "\u202eabc", "---", "..."),
    *("a, b", "a]", "a}", "https://a.example/#b", "urn:x:1", "a b: c", "Ünï cödé"),
]

texts_of_all_kinds = texts() | st.sampled_from(TREACHEROUS) | st.text(" \n#:-|>a1", min_size=1)


@given(documents(), st.booleans())
def test_a_document_is_read_back_with_its_value_and_its_digest(document: Json, noted: bool) -> None:
    notes = dict.fromkeys(document, "a note: # [") if noted else {}

    report = askfirst.check(yaml_text(document, notes, "a heading: {\nof two lines"))

    assert [one.value for one in report.documents] == [document]
    assert report.documents[0].sha256 == askfirst.check(document).documents[0].sha256


@pytest.mark.parametrize("text", TREACHEROUS)
def test_a_treacherous_text_is_read_back_wherever_it_stands(text: str) -> None:
    _is_read_back(text)


@given(texts_of_all_kinds)
def test_any_text_is_read_back_wherever_it_stands(text: str) -> None:
    _is_read_back(text)


def _is_read_back(text: str) -> None:
    value = {"a": text, "b": [text], "c": [text, {"d": text, "e": {"f": text}}], "g": [], "h": {}}

    written = yaml_text(value, {})

    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        assert _texts(yaml.load(written, loader)) == value  # noqa: S506 - both are safe


def _texts(value: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """Return a value with instants, which YAML 1.1 reads as such, as the text they are."""
    if isinstance(value, dict):
        return {name: _texts(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_texts(entry) for entry in value]
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if hasattr(value, "strftime") else value
