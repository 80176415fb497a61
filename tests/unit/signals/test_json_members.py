"""No member of an object is lost, and no text is too strange to be looked at."""

import pytest

from askfirst.signals import Answer, Channel, Found, Reading
from askfirst.signals.json_members import Members, Words, line_of, members, readings, said_in

WORDS: Words = {
    "a": {"yes": Answer.ALLOWED, "no": Answer.REFUSED, "well": None},
    "b": {True: Answer.ASK},
}


def codes(text: str) -> list[str]:
    object_ = members(text)
    assert object_ is not None
    return [trouble.code for trouble in said_in(object_, WORDS, lambda _: 1).troubles]


def test_a_member_that_stands_twice_is_kept_twice() -> None:
    object_ = members('{"a": 1, "b": {}, "a": [2]}')
    assert object_ is not None
    assert object_.values("a") == [1, [2]]
    assert object_.first("b") == Members()
    assert object_.first("c") is None
    assert object_.beside({"a"}) == ["b"]


def test_a_byte_order_mark_is_passed_over() -> None:
    assert members("\ufeff{}") == Members()


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", '"a"', "null", "{", '{"a": NaN}', '{"a": 1,}', "{'a': 1}", "\x00{}"),
        pytest.param('{"a": ' + "1" * 5_000 + "}", id="a long number"),
        pytest.param('{"a": ' + "[" * 100_000, id="many brackets"),
        pytest.param('{"a": "' + "a" * 2**20 + '"}', id="a long text"),
    ],
)
def test_what_is_no_object_is_none(text: str) -> None:
    assert members(text) is None


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ('{"a": "no"}', {"a": Answer.REFUSED}, []),
        ('{"a": "well"}', {}, []),
        ('{"a": "No"}', {}, ["AF903"]),
        ('{"a": true, "b": true}', {"b": Answer.ASK}, ["AF903"]),
        ('{"b": 1}', {}, ["AF903"]),
        ('{"a": "no", "a": "no"}', {"a": Answer.REFUSED}, []),
        ('{"a": "no", "a": "yes"}', {"a": Answer.REFUSED}, ["AF904"]),
        ('{"a": "yes", "a": "well"}', {"a": Answer.ALLOWED}, ["AF904"]),
        ('{"a": {"a": "no"}, "a": "yes"}', {"a": Answer.ALLOWED}, ["AF903"]),
        ('{"A": "no"}', {}, []),
    ],
)
def test_only_words_answer_and_the_stricter_holds(
    text: str, said: dict[str, Answer], expected: list[str]
) -> None:
    object_ = members(text)
    assert object_ is not None
    assert said_in(object_, WORDS, lambda _: 1).answers == said
    assert codes(text) == expected


def test_a_line_is_counted_from_one() -> None:
    assert line_of('{\n"b": 1,\n"a": 2}', "a") == 3
    assert line_of("{}", "a") == 1


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Found(Channel.FILE, "{}"), 1),
        (Found(Channel.WELL_KNOWN, "{}"), 1),
        (Found(Channel.HTTP_HEADER, "{}"), 0),
        (Found(Channel.ROBOTS, '"a"'), 0),
        (Found(Channel.FILE, "nothing"), 0),
        (Found(Channel.FILE, '{"a"'), 1),
    ],
)
def test_only_files_are_read(found: Found, expected: int) -> None:
    assert len(readings(found, {"a"}, lambda *_: [Reading({})])) == expected


def test_a_broken_object_that_names_a_term_is_said_to_be_broken() -> None:
    (reading,) = readings(Found(Channel.FILE, '{"a"'), {"a"}, lambda *_: [])
    assert [trouble.code for trouble in reading.troubles] == ["AF901"]
