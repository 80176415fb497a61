"""What others let pass is counted, and the page says the same."""

from tests.consistency.open_failures import PAGE, accepted, page


def test_the_page_says_what_is_counted() -> None:
    text = PAGE.read_text("utf-8")

    assert page(text) == text


def test_we_take_none_of_it_and_others_do() -> None:
    found = accepted()

    assert all(counts["askfirst"] == 0 for counts in found.values())
    assert all(counts["orjson"] for name, counts in found.items() if name == "duplicate-member")
