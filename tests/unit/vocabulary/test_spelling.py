"""Suggestions are nearly always what was meant, never something else, and never a permission."""

from collections.abc import Callable, Iterator
from string import ascii_lowercase as letters
from typing import NamedTuple

import pytest

from askfirst.vocabulary import Assurance, Status, Use
from askfirst.vocabulary.spelling import _ALIASES, _RESTRICTING_ALIASES, distance, nearest
from tests.consistency.shipped import Place, common, document_schemas, reached

PERMITTABLE = [use for use in Use if use.permittable]
MEMBERS = sorted(document_schemas()["Declaration"].content["properties"])
#: What people write who want to say no, or: ask me first.
RESTRICTING = """
    ban banned block blocked deny denied denies disallow disallowed exclude excluded forbid
    forbidden forbids never no none not opposed optout opt-out prohibit prohibited prohibits
    refuse refused reject rejected require required requires reserve reserved reserves restrict
    restricted restricts restrictions withhold ask askfirst ask-first consent consents no-permits
    nopermits no_permit not-permits notpermitted not-permitted unpermitted unpermits
    non-permitted permits-not permits-no permit-none
"""
#: Without `-m long`, every n-th typing error is measured.
EVERY = 97


class Count(NamedTuple):
    """How many typing errors there are, and how many of them are suggested away, and how."""

    all: int
    right: int
    wrong: int

    def __str__(self) -> str:
        share = self.right / self.all
        return f"{share:.2%} of {self.all} typing errors put right, {self.wrong} put wrong"


def slips(word: str) -> set[str]:
    """Return every word that one dropped, inserted, replaced or swapped letter makes of a word."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    dropped = {left + right[1:] for left, right in cuts if right}
    inserted = {left + letter + right for left, right in cuts for letter in letters}
    replaced = {left + letter + right[1:] for left, right in cuts if right for letter in letters}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if right[1:]}
    return (dropped | inserted | replaced | swapped) - {word, ""}


def _lists() -> Iterator[tuple[str, list[str]]]:
    """Yield the members of each object and each list of words, with the place they stand in."""
    for place in [*reached(), common("proof")]:
        if "properties" in place.content:
            yield _name(place), sorted(place.content["properties"])
        if "oneOf" in place.content:
            yield _name(place), [choice["const"] for choice in place.content["oneOf"]]


def _name(place: Place) -> str:
    return str(place.path[-1]) if place.path else place.file.rpartition("/")[2]


LISTS = dict(_lists())
lists = pytest.mark.parametrize("words", LISTS.values(), ids=LISTS.keys())


def measured(words: list[str], *, restricting: bool = False, every: int = 1) -> Count:
    """Return what becomes of every n-th typing error in the words of a list."""
    typed = [(word, slip) for word in words for slip in sorted(slips(word) - set(words))]
    found = [(word, nearest(slip, words, restricting=restricting)) for word, slip in typed[::every]]
    right = sum(meant == word for word, meant in found)
    return Count(len(found), right, sum(meant not in (word, None) for word, meant in found))


def counted(every: int) -> dict[str, Count]:
    """Return the counts of all lists; those of uses also as they are where a list restricts."""
    plain = {name: measured(words, every=every) for name, words in LISTS.items()}
    return {**plain, "prohibits": measured(LISTS["use"], restricting=True, every=every)}


def total(counts: dict[str, Count]) -> Count:
    return Count(*map(sum, zip(*counts.values(), strict=True)))


def test_typing_errors_are_put_right_and_none_is_put_wrong() -> None:
    found = total(counted(EVERY))

    assert found.right / found.all >= 0.99, found
    assert found.wrong == 0, found


@pytest.mark.long
def test_of_all_typing_errors_most_are_put_right_and_none_is_put_wrong() -> None:
    """Measured: 99.79 % of 134,042; the worst are the short names of a track, with 96.49 %."""
    counts = counted(1)
    found = total(counts)

    assert found.right / found.all >= 0.997, found
    assert found.wrong == 0, found
    assert min(count.right / count.all for count in counts.values()) >= 0.96, counts
    assert counts["use"].right == counts["use"].all, counts["use"]


@lists
def test_a_word_is_its_own_suggestion(words: list[str]) -> None:
    assert [nearest(word, words) for word in words] == words


def underscored(word: str) -> str:
    return word.replace("-", "_")


@lists
@pytest.mark.parametrize("change", [str.upper, str.title, underscored])
def test_letter_case_and_hyphens_do_not_count(
    words: list[str], change: Callable[[str], str]
) -> None:
    assert [nearest(change(word), words) for word in words] == words


@pytest.mark.parametrize("word", RESTRICTING.split())
def test_no_word_that_restricts_becomes_a_permission(word: str) -> None:
    assert "permits" not in (nearest(word, MEMBERS), nearest(word, ["permits"]))


@pytest.mark.parametrize("word", ["prohibits", "requiresConsent", *_ALIASES])
def test_no_typing_error_in_a_word_that_restricts_becomes_a_permission(word: str) -> None:
    assert {nearest(slip, ["permits"]) for slip in slips(word)} == {None}


@pytest.mark.parametrize("word", ["unpermitted", "not-permitted", "non-permitted", "signed"])
def test_no_word_of_a_decision_becomes_one_that_opens_more(word: str) -> None:
    assert nearest(word, Status) is None
    assert nearest(word, Assurance) is None


def test_no_alias_means_a_permission() -> None:
    assert "permits" not in {**_ALIASES, **_RESTRICTING_ALIASES}.values()
    assert set(_ALIASES.values()).isdisjoint(Use)


@pytest.mark.parametrize("word", _RESTRICTING_ALIASES)
def test_a_loose_word_for_a_use_is_understood_and_never_permitted(word: str) -> None:
    assert nearest(word, Use, restricting=True) == _RESTRICTING_ALIASES[word]
    assert nearest(word, PERMITTABLE) is None
    assert nearest(word.upper(), PERMITTABLE) is None


@pytest.mark.parametrize("word", [use for use in Use if not use.permittable])
def test_what_cannot_be_permitted_is_not_turned_into_what_can(word: Use) -> None:
    assert {nearest(slip, PERMITTABLE) for slip in sorted(slips(word))[::EVERY]} == {None}


@pytest.mark.parametrize("words", [[], ["abcdefg", "abcdefh"]])
def test_where_several_or_none_are_as_near_nothing_is_suggested(words: list[str]) -> None:
    assert nearest("abcdefi", words) is None


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("", "", 0),
        ("permits", "permits", 0),
        ("permits", "pemrits", 1),
        ("ab", "ba", 1),
        ("permits", "permit", 1),
        ("permits", "prohibits", 3),
        ("", "abc", 3),
        ("a", "abcdefgh", 3),
    ],
)
def test_edits_are_counted_up_to_three(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == distance(other, one) == edits


def test_a_long_text_is_compared_by_its_beginning() -> None:
    assert nearest("permits" * 100_000, MEMBERS) is None
