"""The prose defines every word as the vocabulary does, and says every sentence that has a code."""

import re

import pytest

from tests.consistency.shipped import specification, tables
from tests.consistency.words import LISTS, definition

WORDS = [word for words in LISTS for word in words.python]
#: A heading of level 4 or deeper that is one word in backticks, and the next line with text.
DEFINED = dict(re.findall(r"^#{4,} `([^`\n]+)`\n+([^\n]+)$", specification(), re.MULTILINE))
CODES = {row["code"]: row["sentence"] for row in tables()["codes"]}
REASONS = {row["code"]: row["sentence"] for row in tables()["reasons"]}


def test_every_word_has_a_heading_and_every_such_heading_is_a_word() -> None:
    assert sorted(DEFINED) == sorted(WORDS)


@pytest.mark.parametrize("word", WORDS)
def test_a_heading_is_followed_by_the_definition_of_the_word(word: str) -> None:
    assert DEFINED.get(word) == definition(word)


@pytest.mark.parametrize(("code", "sentence"), CODES.items(), ids=CODES)
def test_a_sentence_with_a_code_stands_in_the_specification(code: str, sentence: str) -> None:
    assert f"{sentence} [{code}]" in specification()


@pytest.mark.parametrize(("code", "sentence"), REASONS.items(), ids=REASONS)
def test_a_reason_stands_in_the_specification(code: str, sentence: str) -> None:
    lines = [line for line in specification().splitlines() if code in line]
    assert any(sentence in line for line in lines)


def test_every_code_in_the_specification_is_in_the_tables() -> None:
    cited = set(re.findall(r"\[(AF\d{3})\]", specification()))
    assert cited - set(REASONS) == set(CODES)
