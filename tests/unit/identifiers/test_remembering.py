"""What was found about a short text is kept; long texts would fill the memory."""

import pytest

from askfirst.identifiers.remembering import LONGEST, remembered


@pytest.mark.parametrize(("length", "times"), [(LONGEST, 1), (LONGEST + 1, 2)])
def test_a_short_text_is_looked_at_once_and_a_long_one_each_time(length: int, times: int) -> None:
    seen = []

    @remembered
    def found(text: str) -> str:
        """Say it louder."""
        seen.append(text)
        return text.upper()

    assert [found("a" * length), found("a" * length)] == ["A" * length] * 2
    assert len(seen) == times
    assert found.__doc__ == "Say it louder."
