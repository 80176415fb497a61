import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.identifiers import isrc
from askfirst.identifiers._isrc_prefixes import PREFIXES

codes = st.from_regex("[A-Z]{2}[A-Z0-9]{3}[0-9]{7}", fullmatch=True)


@pytest.mark.parametrize("code", ["GBAYE0601498", "USRC17607839", "JMK401400212"])
def test_a_code_in_use_is_valid(code: str) -> None:
    assert isrc.validate(code) == code


@pytest.mark.parametrize(
    "text",
    [
        "US-SKG-19-12345",
        "us-skg-19-12345",
        "US SKG 19 12345",
        "US.SKG.19.12345",
        "ussKG1912345",
    ],
)
def test_separators_and_letter_case_make_no_difference(text: str) -> None:
    assert isrc.validate(text) == "USSKG1912345"


@pytest.mark.parametrize(
    "text",
    [
        "GBAYE060149",
        "GBAYE06014988",
        "isrc:GBAYE0601498",
        "ISRC GBAYE0601498",
        "1BAYE0601498",
        "GBAY_0601498",
        "GBAYE06O1498",
        "GBAYE/0601498",
    ],
)
def test_another_shape_is_refused(text: str) -> None:
    assert not isrc.is_valid(text)


def test_the_printed_form_has_four_groups() -> None:
    assert isrc.format("usskg1912345") == "US-SKG-19-12345"


def test_an_unknown_prefix_does_not_make_a_code_invalid() -> None:
    assert isrc.is_valid("XXAYE0601498")


@pytest.mark.parametrize(
    "text", ["GBAYE0601498", "gb-aye-06-01498", "TCABC2600012", "VVABC2600012"]
)
def test_a_prefix_that_was_given_out_is_known(text: str) -> None:
    assert isrc.known_prefix(text)


@pytest.mark.parametrize("prefix", ["CS", "IM", "PR", "YU"])
def test_a_prefix_stays_known_when_no_more_is_given_out(prefix: str) -> None:
    assert isrc.known_prefix(f"{prefix}ABC9900012")


@pytest.mark.parametrize("text", ["XXAYE0601498", "AQABC2600012", "", "G", "\n"])
def test_another_prefix_is_unknown(text: str) -> None:
    assert not isrc.known_prefix(text)


def test_every_prefix_is_the_beginning_of_a_valid_code() -> None:
    assert [prefix for prefix in PREFIXES if not isrc.is_valid(f"{prefix}ABC2600012")] == []


class TestShape:
    """An ISRC MUST be two letters, three letters or digits, and seven digits."""

    @given(code=codes)
    def test_every_code_of_the_shape_is_its_own_normal_form(self, code: str) -> None:
        assert isrc.validate(code) == code

    @given(code=codes)
    def test_the_printed_form_compacts_to_the_code(self, code: str) -> None:
        assert isrc.compact(isrc.format(code)) == code

    @given(code=codes, separators=st.text(" -."))
    def test_validating_twice_changes_nothing(self, code: str, separators: str) -> None:
        once = isrc.validate(separators.join(code.lower()))

        assert isrc.validate(once) == once == code

    @given(code=codes, position=st.integers(0, 11))
    def test_a_code_without_one_character_is_refused(self, code: str, position: int) -> None:
        assert not isrc.is_valid(code[:position] + code[position + 1 :])
