import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.identifiers import iswc

DIGITS = "0123456789"


def completed(work: str) -> str:
    return next(work + digit for digit in DIGITS if iswc.is_valid(work + digit))


works = st.from_regex("T[0-9]{9}", fullmatch=True)
codes = works.map(completed)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("T-034.524.680-1", "T0345246801"),
        ("T-010.171.314-7", "T0101713147"),
        ("T-905.029.737-5", "T9050297375"),
        ("t0345246801", "T0345246801"),
        ("T 034 524 680 1", "T0345246801"),
    ],
)
def test_a_code_in_use_is_valid_however_it_is_written(text: str, code: str) -> None:
    assert iswc.validate(text) == code


@pytest.mark.parametrize("text", ["T-034.524.680-2", "T-010.015.001-1", "T-345246800-1"])
def test_a_wrong_check_digit_is_refused(text: str) -> None:
    assert not iswc.is_valid(text)


@pytest.mark.parametrize(
    "text",
    ["0345246801", "T034524680", "T03452468011", "A0345246801", "ISWC T0345246801", "T034524680X"],
)
def test_another_shape_is_refused(text: str) -> None:
    assert not iswc.is_valid(text)


def test_the_printed_form_has_hyphens_and_full_stops() -> None:
    assert iswc.format("t0345246801") == "T-034.524.680-1"


class TestCheckDigit:
    """An ISWC MUST be the letter T, nine digits and their check digit."""

    @given(work=works)
    def test_exactly_one_check_digit_fits(self, work: str) -> None:
        assert [iswc.is_valid(work + digit) for digit in DIGITS].count(True) == 1

    @given(code=codes)
    def test_the_printed_form_compacts_to_the_code(self, code: str) -> None:
        assert iswc.compact(iswc.format(code)) == code

    @given(code=codes)
    def test_validating_twice_changes_nothing(self, code: str) -> None:
        once = iswc.validate(iswc.format(code).lower())

        assert iswc.validate(once) == once == code

    @given(code=codes, position=st.sampled_from([1, 3, 7, 9, 10]), change=st.integers(1, 9))
    def test_a_change_of_a_digit_whose_weight_is_prime_to_ten_is_refused(
        self, code: str, position: int, change: int
    ) -> None:
        digit = (int(code[position]) + change) % 10

        assert not iswc.is_valid(f"{code[:position]}{digit}{code[position + 1 :]}")

    def test_a_change_by_five_of_a_digit_with_an_even_weight_goes_unseen(self) -> None:
        assert iswc.is_valid("T0345246801")
        assert iswc.is_valid("T0845246801")
