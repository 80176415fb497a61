"""The laws that hold for every identifier, whatever it identifies."""

from typing import Protocol

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from askfirst.errors import InvalidIdentifier
from askfirst.identifiers import ipi, iscc, isni, isrc, iswc, mbid, upc


class Verbs(Protocol):
    """What each module of the room offers."""

    def compact(self, text: str) -> str: ...

    def validate(self, text: str) -> str: ...

    def is_valid(self, text: str) -> bool: ...

    def format(self, text: str) -> str: ...


EXAMPLES: tuple[tuple[Verbs, str], ...] = (
    (ipi, "00052210040"),
    (iscc, "ISCC:EIASCTPZO4QU36LX"),
    (isni, "000000012281955X"),
    (isrc, "SEXYZ2600012"),
    (iswc, "T0345246801"),
    (mbid, "b9ad642e-b012-41c7-b72a-42cf4911f9ff"),
    (upc, "5099749534728"),
)
every_module = pytest.mark.parametrize(("module", "code"), EXAMPLES)

ARABIC_INDIC_DIGITS = {ord("0") + digit: 0x660 + digit for digit in range(10)}
FULL_WIDTH_DIGITS = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}


@every_module
def test_the_normal_form_is_valid(module: Verbs, code: str) -> None:
    assert module.validate(code) == code


@every_module
def test_the_normal_form_is_compact(module: Verbs, code: str) -> None:
    assert module.compact(code) == code


@every_module
def test_the_pretty_form_is_valid(module: Verbs, code: str) -> None:
    assert module.validate(module.format(code)) == code


@every_module
@pytest.mark.parametrize(
    "character",
    [
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\x0b",
        "\x1c",
        "\x85",
        "\xa0",
        "\u2028",
        "\u2010",
        "\ufeff",
        "\ud800",
    ],
)
def test_a_stray_character_is_refused_at_both_ends(
    module: Verbs, code: str, character: str
) -> None:
    assert not module.is_valid(code + character)
    assert not module.is_valid(character + code)


@every_module
@pytest.mark.parametrize("digits", [ARABIC_INDIC_DIGITS, FULL_WIDTH_DIGITS])
def test_only_ascii_digits_count(module: Verbs, code: str, digits: dict[int, int]) -> None:
    assert not module.is_valid(code.translate(digits))


@every_module
def test_a_very_long_text_is_refused(module: Verbs, code: str) -> None:
    assert not module.is_valid(code * 100_000)


@every_module
@pytest.mark.parametrize("text", ["", " ", "-", ".", "ISCC:", "\n", "T", "X", "0"])
def test_next_to_nothing_is_refused(module: Verbs, code: str, text: str) -> None:
    assert module.is_valid(code)
    assert not module.is_valid(text)


@every_module
def test_a_refused_text_has_no_pretty_form(module: Verbs, code: str) -> None:
    with pytest.raises(InvalidIdentifier):
        module.format(code[:-1])


@pytest.mark.parametrize("code", ["I\u017fRC12600012", "\u0131EXYZ2600012", "SEXY\u212a2600012"])
def test_a_letter_outside_ascii_is_not_taken_for_the_letter_it_resembles(code: str) -> None:
    assert not isrc.is_valid(code)


@every_module
@given(text=st.text())
@example(text="\u00df")
@example(text="\ud800")
def test_a_text_is_refused_or_validates_to_its_compact_form(
    module: Verbs, code: str, text: str
) -> None:
    assert module.is_valid(code)
    assert not module.is_valid(text) or module.validate(text) == module.compact(text)


@every_module
@given(text=st.text(), place=st.integers(min_value=0))
def test_a_code_with_a_text_in_it_is_refused_or_validates_to_its_compact_form(
    module: Verbs, code: str, text: str, place: int
) -> None:
    position = place % len(code)
    mixed = code[:position] + text + code[position:]

    assert not module.is_valid(mixed) or module.validate(mixed) == module.compact(mixed)
