import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.identifiers import upc

DIGITS = "0123456789"


def completed(product: str) -> str:
    return next(product + digit for digit in DIGITS if upc.is_valid(product + digit))


products = st.from_regex("[0-9]{7}(?:[0-9]{4,6})?", fullmatch=True)
codes = products.map(completed)


@pytest.mark.parametrize("code", ["5099749534728", "036000291452", "00602537518357", "96385074"])
def test_a_number_in_use_is_valid(code: str) -> None:
    assert upc.validate(code) == code


@pytest.mark.parametrize("text", ["5 099749 534728", "5-099749-534728", "5099749 53472 8"])
def test_separators_make_no_difference(text: str) -> None:
    assert upc.validate(text) == "5099749534728"


def test_leading_zeros_are_kept() -> None:
    assert upc.validate("0 0602537518357") == "00602537518357"


@pytest.mark.parametrize("text", ["0602537518358", "1234567890123"])
def test_a_wrong_check_digit_is_refused(text: str) -> None:
    assert not upc.is_valid(text)


@pytest.mark.parametrize(
    "text",
    ["60253751835", "0000000", "000000000", "0000000000", "000000000000000", "upc:036000291452"],
)
def test_another_shape_is_refused(text: str) -> None:
    assert not upc.is_valid(text)


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("96385074", "9638 5074"),
        ("036000291452", "0 36000 29145 2"),
        ("5099749534728", "5 099749 534728"),
        ("00602537518357", "0 06 02537 51835 7"),
    ],
)
def test_the_printed_form_has_the_groups_of_the_bar_code(code: str, printed: str) -> None:
    assert upc.format(code) == printed


class TestCheckDigit:
    """A UPC or EAN MUST be 8, 12, 13 or 14 digits, of which the last is the check digit."""

    @given(product=products)
    def test_exactly_one_check_digit_fits(self, product: str) -> None:
        assert [upc.is_valid(product + digit) for digit in DIGITS].count(True) == 1

    @given(code=codes)
    def test_the_printed_form_compacts_to_the_number(self, code: str) -> None:
        assert upc.compact(upc.format(code)) == code

    @given(code=codes, separators=st.text(" -."))
    def test_validating_twice_changes_nothing(self, code: str, separators: str) -> None:
        once = upc.validate(separators.join(code))

        assert upc.validate(once) == once == code

    @given(code=codes, place=st.integers(min_value=0), change=st.integers(1, 9))
    def test_a_change_of_one_digit_is_refused(self, code: str, place: int, change: int) -> None:
        position = place % len(code)
        digit = (int(code[position]) + change) % 10

        assert not upc.is_valid(f"{code[:position]}{digit}{code[position + 1 :]}")
