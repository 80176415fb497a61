"""JSON is read quickly and no less strictly, with orjson and without."""

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.reading.bulk import NotRead, parsed

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
TWICE = [
    '{"a": 1, "a": 1}',
    '{"a": 1, "\\u0061": 1}',
    '{"a": 1, "a": 1, "n": 1e6}',
    '[{"x": {"a\\"": "", "a\\"": ""}}]',
    '{"\\\\": "", "\\\\": "\\""}',
    '{"a": "b", "a": {"c": "d"}}',
]
BROKEN = ["", "[", "{'a': 1}", "[NaN]", "[1,]", '["\\ud800"]', "\ufeff[]", "[1] 2"]


@pytest.fixture(params=[True, False], ids=["orjson", "slowly"], autouse=True)
def _with_and_without(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.setitem(sys.modules, "orjson", None)


@pytest.mark.parametrize("text", TWICE)
def test_a_name_that_stands_twice_is_refused(text: str) -> None:
    with pytest.raises(NotRead, match="twice"):
        parsed(text.encode())


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(NotRead):
        parsed(text.encode("utf-8"))


@pytest.mark.parametrize("data", [b"\xff[]", b'["\xed\xa0\x80"]', b"[" * 100_000])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotRead):
        parsed(data)


class TestExact:
    @given(VALUES, st.booleans(), st.sampled_from([None, 1]))
    def test_what_stands_once_is_read(self, value: object, ascii_only: bool, pad: int) -> None:
        text = json.dumps(value, ensure_ascii=ascii_only, indent=pad)
        assert parsed(text.encode()) == value

    @given(st.dictionaries(st.text(), VALUES, min_size=1), st.integers(0))
    def test_what_stands_twice_is_not(self, value: dict[str, object], place: int) -> None:
        name = list(value)[place % len(value)]
        text = json.dumps(value)[:-1] + f", {json.dumps(name, ensure_ascii=False)}: 1}}"
        with pytest.raises(NotRead):
            parsed(text.encode())
