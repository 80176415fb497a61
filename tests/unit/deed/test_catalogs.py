"""Every language has words for the same things, with the same gaps."""

from string import Formatter
from typing import Any

import pytest

from askfirst.authoring.phrases import act
from askfirst.deed import english, language
from askfirst.deed.catalogs import ENGLISH, NoSuchLanguage, Plural, catalog, tags
from askfirst.deed.kinds import Kind, Part
from askfirst.vocabulary import (
    ANYONE,
    UNTIL_WITHDRAWN,
    WORLDWIDE,
    Assurance,
    AtEnd,
    Capacity,
    Condition,
    Material,
    Method,
    Right,
    Status,
    Use,
    touched_by_use,
)

each_language = pytest.mark.parametrize("tag", tags())

WORDS = {
    "statuses": list(Status),
    "rights": list(Right),
    "materials": list(Material),
    "conditions": list(Condition),
    "at-end": list(AtEnd),
    "capacities": list(Capacity),
    "methods": [method for method in Method if method.explicit],
    "single": [WORLDWIDE, ANYONE, UNTIL_WITHDRAWN],
    "assurances": list(Assurance),
}


def gaps(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def shape(found: Any) -> Any:  # noqa: ANN401 - whatever a catalog holds
    """Return a catalog with the gaps in place of each text."""
    if isinstance(found, dict):
        return {name: shape(one) for name, one in found.items() if name != "by"}
    assert found.strip(" ")
    return gaps(found)


def test_there_is_english_and_swedish() -> None:
    assert {ENGLISH, "sv"} <= set(tags())


@each_language
def test_a_catalog_has_what_english_has_in_the_same_order_with_the_same_gaps(tag: str) -> None:
    found, expected = shape(catalog(tag)), shape(catalog(ENGLISH))
    assert found == expected
    assert [list(table) for table in found.values() if isinstance(table, dict)] == [
        list(table) for table in expected.values() if isinstance(table, dict)
    ]


@each_language
def test_the_same_gap_decides_between_one_and_several(tag: str) -> None:
    by = {kind: one.by for kind, one in language(tag).messages.items() if isinstance(one, Plural)}
    assert by == {
        kind: one.by for kind, one in english().messages.items() if isinstance(one, Plural)
    }


@each_language
def test_every_word_statement_and_heading_has_its_text(tag: str) -> None:
    found = catalog(tag)
    assert {name: list(table) for name, table in found["words"].items()} == WORDS
    assert list(found["messages"]) == list(Kind)
    assert list(found["headings"]) == list(Part)
    assert list(found["uses"]) == list(Use)


@each_language
def test_who_is_touched_in_person_reads_it_so_and_a_leaf_comes_to_something(tag: str) -> None:
    for use, said in language(tag).acts.items():
        assert (said.own is not None) == bool(touched_by_use(use))
        assert gaps(said.own or "{whose}") == ["whose"]
        assert bool(said.comes_to) == use.leaf


@each_language
def test_no_two_acts_and_no_two_headings_are_the_same(tag: str) -> None:
    acts = [said.act for said in language(tag).acts.values()]
    headings = list(language(tag).headings.values())
    assert len(set(acts)) == len(acts)
    assert len(set(headings)) == len(headings)


@each_language
def test_no_text_holds_what_a_format_would_take_for_markup(tag: str) -> None:
    said = language(tag)
    texts = [
        *said.words.values(),
        *said.headings.values(),
        *(act.act for act in said.acts.values()),
    ]
    texts += [
        text for one in said.messages.values() for text in ([one] if isinstance(one, str) else one)
    ]
    assert [
        text for text in texts if set(text) & set("<>&*_`#[]\\|~") or not text.isprintable()
    ] == []


def test_the_person_reads_your_or_my() -> None:
    for leaf in (use for use in Use if touched_by_use(use)):
        assert "your " in act(leaf, touched_by_use(leaf))
        assert "my " in act(leaf, touched_by_use(leaf), "my")
        assert "your " not in act(leaf, [])


@pytest.mark.parametrize("tag", ["sv", "sv-SE", "sv_SE", "SV", "sv-Latn-FI"])
def test_a_language_is_found_by_what_its_tag_begins_with(tag: str) -> None:
    assert language(tag).tag == "sv"


@pytest.mark.parametrize("tag", ["", "xx", "C", "svenska", "../en", "en/../sv"])
def test_a_language_without_words_is_an_error_that_names_the_others(tag: str) -> None:
    with pytest.raises(NoSuchLanguage, match="en, sv"):
        language(tag)
