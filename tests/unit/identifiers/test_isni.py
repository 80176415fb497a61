import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.identifiers import isni

CHARACTERS = "0123456789X"


def completed(identity: str) -> str:
    return next(
        identity + character for character in CHARACTERS if isni.is_valid(identity + character)
    )


identities = st.from_regex("[0-9]{15}", fullmatch=True)
codes = identities.map(completed)


@pytest.mark.parametrize("code", ["0000000121032683", "000000012281955X", "000000012150090X"])
def test_a_number_in_use_is_valid(code: str) -> None:
    assert isni.validate(code) == code


@pytest.mark.parametrize(
    "text", ["0000 0001 2281 955X", "0000 0001 2281 955x", "0000-0001-2281-955X"]
)
def test_separators_and_letter_case_make_no_difference(text: str) -> None:
    assert isni.validate(text) == "000000012281955X"


@pytest.mark.parametrize("text", ["0000000121032684", "0000000122819550", "000000012103268X"])
def test_a_wrong_check_character_is_refused(text: str) -> None:
    assert not isni.is_valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://isni.org/isni/0000000121032683",
        "ISNI 0000000121032683",
        "000000012103268",
        "00000001210326833",
        "00000001228195X5",
    ],
)
def test_another_shape_is_refused(text: str) -> None:
    assert not isni.is_valid(text)


def test_the_printed_form_has_four_groups() -> None:
    assert isni.format("0000000121032683") == "0000 0001 2103 2683"


class TestCheckCharacter:
    """An ISNI given as an address MUST be fifteen digits and their check character."""

    @given(identity=identities)
    def test_exactly_one_check_character_fits(self, identity: str) -> None:
        assert [isni.is_valid(identity + last) for last in CHARACTERS].count(True) == 1

    @given(code=codes)
    def test_the_printed_form_compacts_to_the_number(self, code: str) -> None:
        assert isni.compact(isni.format(code)) == code

    @given(code=codes)
    def test_validating_twice_changes_nothing(self, code: str) -> None:
        once = isni.validate(isni.format(code).lower())

        assert isni.validate(once) == once == code

    @given(code=codes, position=st.integers(0, 14), change=st.integers(1, 9))
    def test_a_change_of_one_digit_is_refused(self, code: str, position: int, change: int) -> None:
        digit = (int(code[position]) + change) % 10

        assert not isni.is_valid(f"{code[:position]}{digit}{code[position + 1 :]}")
