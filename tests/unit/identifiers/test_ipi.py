import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.identifiers import ipi

CHECK_NUMBERS = tuple(f"{number:02}" for number in range(100))


def completed(name: str) -> str:
    return next(name + number for number in CHECK_NUMBERS if ipi.is_valid(name + number))


names = st.from_regex("[0-9]{9}", fullmatch=True)
codes = names.map(completed)


@pytest.mark.parametrize("code", ["00052210040", "00045620792", "00334284961", "00014107338"])
def test_a_number_in_use_is_valid(code: str) -> None:
    assert ipi.validate(code) == code


@pytest.mark.parametrize("text", ["00052.21.00.40", "00052 21 00 40", "000522100-40"])
def test_separators_make_no_difference(text: str) -> None:
    assert ipi.validate(text) == "00052210040"


@pytest.mark.parametrize("text", ["00052210041", "00045620729", "31823461941"])
def test_a_wrong_check_number_is_refused(text: str) -> None:
    assert not ipi.is_valid(text)


@pytest.mark.parametrize(
    "text", ["52210040", "0052210040", "000052210040", "ipi:00052210040", "I-001068130-6"]
)
def test_another_shape_is_refused(text: str) -> None:
    assert not ipi.is_valid(text)


@pytest.mark.parametrize("code", ["00000000000", "90000000600"])
def test_the_check_numbers_zero_and_a_hundred_are_both_written_00(code: str) -> None:
    assert ipi.is_valid(code)


def test_the_printed_form_has_no_groups() -> None:
    assert ipi.format("00052.21.00.40") == "00052210040"


class TestCheckNumber:
    """An IPI name number given as an address MUST be eleven digits, of which the last two are
    the check number.
    """

    @given(name=names)
    def test_exactly_one_check_number_fits(self, name: str) -> None:
        assert [ipi.is_valid(name + number) for number in CHECK_NUMBERS].count(True) == 1

    @given(code=codes)
    def test_the_printed_form_compacts_to_the_number(self, code: str) -> None:
        assert ipi.compact(ipi.format(code)) == code

    @given(code=codes, separators=st.text(" -."))
    def test_validating_twice_changes_nothing(self, code: str, separators: str) -> None:
        once = ipi.validate(separators.join(code))

        assert ipi.validate(once) == once == code

    @given(code=codes, position=st.integers(0, 10), change=st.integers(1, 9))
    def test_a_change_of_one_digit_is_refused(self, code: str, position: int, change: int) -> None:
        digit = (int(code[position]) + change) % 10

        assert not ipi.is_valid(f"{code[:position]}{digit}{code[position + 1 :]}")
