"""JSON of strangers: one value, or a sentence that says why there is none."""

import pytest

from askfirst.signals.json_value import NotJson, json_value


def test_a_byte_order_mark_is_passed_over() -> None:
    assert json_value('\ufeff[{"a": 1}, null]') == [{"a": 1}, None]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"a": 1,}',
        '{"a": 1, "a": 1}',
        '[{"a": {"b": 1, "b": 2}}]',
        "NaN",
        "[Infinity]",
        "[" * 100_000,
        "1" * 5_000,
        f'"{"a" * 2**20}"',
    ],
    ids=lambda text: text[:12],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotJson):
        json_value(text)
