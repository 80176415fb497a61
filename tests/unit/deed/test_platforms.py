"""What is known of the platforms is complete, has a source, and stands in the documentation."""

import re
from datetime import date
from string import Formatter
from urllib.parse import urlsplit

import pytest

from askfirst.deed.where_places import Place, length, places, words
from askfirst.vocabulary import Use, leaves
from tests.unit.deed.claims import MEANINGS
from tests.unit.deed.places_table import PAGE, page

#: The platforms that people are told about, in this order.
PLATFORMS = [
    *("Anywhere", "Audio file", "SoundCloud", "Bandcamp", "YouTube", "Internet Archive"),
    *("Freesound", "Mirlo", "Faircamp", "Funkwhale", "Your own web page", "Distributor form"),
]
XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def at(platform: str) -> list[Place]:
    return [place for place in places() if place.platform == platform]


def test_every_platform_has_a_place() -> None:
    assert list(dict.fromkeys(place.platform for place in places())) == PLATFORMS


@pytest.mark.parametrize("place", places(), ids=lambda place: f"{place.platform}: {place.field}")
def test_what_is_said_of_a_field_has_a_source_and_a_day(place: Place) -> None:
    assert (place.source is None) == (place.read is None) == (place.platform == "Anywhere")
    assert place.source is None or urlsplit(place.source).scheme == "https"
    assert place.read is None or date(2026, 11, 1) <= date.fromisoformat(place.read)
    assert place.counted in {"characters", "bytes"}
    assert place.limit is None or place.source
    assert (place.puts == "fixed") == (place.text is not None)


def test_only_the_texts_for_anywhere_are_translated() -> None:
    assert [place.platform for place in places() if place.translated] == ["Anywhere"] * 2


def test_the_limits_are_those_that_were_read() -> None:
    limits = {
        (place.platform, place.limit, place.counted)
        for place in places()
        if place.limit is not None
    }

    assert limits == {
        ("YouTube", 5000, "bytes"),
        ("Faircamp", 256, "characters"),
        ("Funkwhale", 500, "characters"),
    }


def test_the_archive_gets_names_that_xml_allows() -> None:
    assert {place.field for place in at("Internet Archive")} == {"rights", "licenseurl", "askfirst"}
    assert all(XML_NAME.fullmatch(place.field) for place in at("Internet Archive"))


def test_length_is_counted_as_the_platform_counts() -> None:
    assert length("Åse 🎵") == 5
    assert length("Åse 🎵", "bytes") == 9


@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_phrase_is_said_of_the_leaves_that_it_means(language: str) -> None:
    for phrase in words(language).phrases:
        meant = (Use(use) for noun in phrase.nouns for use in MEANINGS[noun])
        assert phrase.leaves == {leaf for use in meant for leaf in leaves(use)}


@pytest.mark.parametrize("language", ["sv"])
def test_a_language_has_every_phrase_and_every_sentence_with_the_same_gaps(language: str) -> None:
    english, other = words("en"), words(language)

    assert other != english
    assert [one.leaves for one in other.phrases] == [one.leaves for one in english.phrases]
    assert list(map(len, (one.nouns for one in other.phrases))) == [
        len(one.nouns) for one in english.phrases
    ]
    said, meant = (
        [*one.said.values(), one.ask, one.verify, one.others] for one in (other, english)
    )
    assert list(map(gaps, said)) == list(map(gaps, meant))


def gaps(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_a_language_is_found_by_its_tag_and_english_stands_in() -> None:
    assert words("sv-SE") is not words("en")
    assert words("sv-SE") == words("sv")
    assert words("tlh") == words("en")


def test_the_documentation_has_the_table() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert page(text) == text, "write it again: python -m tests.unit.deed.places_table"
